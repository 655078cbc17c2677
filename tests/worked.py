"""One corpus of four statements, worked by hand; every number of it that a test expects.

Eight states could have signed: CHN, CUB, DEU, FRA, JPN, KEN, NAM, PAK.

======  ========  ========  ==================  ========================================
id      stance    declared  named               so
======  ========  ========  ==================  ========================================
full    support          4  CHN CUB KEN PAK     complete
part    support          4  CHN NAM             partial: 2 unnamed, among CUB DEU FRA JPN KEN PAK
count   critical         3  –                   count only: 3 unnamed, among all eight
plain   critical         –  DEU FRA KEN         undeclared: taken as printed
======  ========  ========  ==================  ========================================

JPN is named nowhere. KEN is named on both sides, CHN CUB NAM PAK only in support, DEU FRA only on
the critical side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions import Corpus

if TYPE_CHECKING:
    from pathlib import Path

UNIVERSE = ["CHN", "CUB", "DEU", "FRA", "JPN", "KEN", "NAM", "PAK"]
IDS = ["full", "part", "count", "plain"]
NAMED = {
    "full": ["CHN", "CUB", "KEN", "PAK"],
    "part": ["CHN", "NAM"],
    "count": [],
    "plain": ["DEU", "FRA", "KEN"],
}
SIDES = {
    "CHN": "support",
    "CUB": "support",
    "DEU": "critical",
    "FRA": "critical",
    "KEN": "both",
    "NAM": "support",
    "PAK": "support",
}

#: Pair → shared named, overlap low and high, union low and high. Sizes: 4, 4, 3, 3; the union is
#: the sum of the sizes less the overlap.
PAIRS = {
    # CHN on both. The 2 unnamed of part: none to two of CUB KEN PAK (the others are DEU FRA JPN).
    ("full", "part"): (1, 1, 3, 5, 7),
    # The 3 unnamed of count: all of the 4 outside full will do, or all 3 inside.
    ("full", "count"): (0, 0, 3, 4, 7),
    # Both lists are taken as they stand: KEN.
    ("full", "plain"): (1, 1, 1, 6, 6),
    # 4 + 3 = 7 of 8 can stand apart; count may lie within part.
    ("part", "count"): (0, 0, 3, 4, 7),
    # The 2 unnamed of part: CUB PAK, or two of DEU FRA KEN.
    ("part", "plain"): (0, 0, 2, 5, 7),
    # count: three of the five that are not in plain, or the same three.
    ("count", "plain"): (0, 0, 3, 3, 6),
}

#: Region → exclusive, its low and high, inclusive, its low and high, members of the exclusive one.
#: The largest first, then the fewest statements, then by id.
REGIONS = {
    # CUB PAK; count may hold both, or neither it nor part does. All of full: 4.
    ("full",): (2, 0, 2, 4, 4, 4, ("CUB", "PAK")),
    # DEU FRA likewise. All of plain: 3.
    ("plain",): (2, 0, 2, 3, 3, 3, ("DEU", "FRA")),
    # NAM; it may stand under count; or with JPN, the only other one in neither full nor plain.
    ("part",): (1, 0, 2, 2, 4, 4, ("NAM",)),
    # CHN; it may stand under count; or with CUB PAK (KEN is under plain too). Without regard to
    # the others: CHN and none to two of CUB KEN PAK.
    ("full", "part"): (1, 0, 3, 1, 1, 3, ("CHN",)),
    # KEN; part or count may hold it. Without regard to the others it is KEN alone.
    ("full", "plain"): (1, 0, 1, 1, 1, 1, ("KEN",)),
}

#: Claim → quantity, statements, qualifier, stated, low, high, verdict.
CLAIMS = {
    # part declares 4.
    "a": ("size", "part", "exactly", 4, 4, 4, "confirmed"),
    "b": ("size", "part", "more than", 4, 4, 4, "contradicted"),
    # Named union CHN CUB KEN NAM PAK = 5; the 2 unnamed of part are in full, or both are new.
    "c": ("union", "full;part", "at least", 5, 5, 7, "confirmed"),
    "d": ("union", "full;part", "exactly", 6, 5, 7, "possible"),
    "e": ("union", "full;part", "more than", 7, 5, 7, "contradicted"),
    "f": ("union", "full;part", "fewer than", 8, 5, 7, "confirmed"),
    "g": ("union", "full;part", "at most", 6, 5, 7, "possible"),
    # From 5 (count within it, part filled from full) to all 8 (5 + 2 + 3 is more than there are).
    "h": ("union", "full;part;count", "at most", 8, 5, 8, "confirmed"),
    "i": ("overlap", "full;plain", "exactly", 1, 1, 1, "confirmed"),
    "j": ("overlap", "full;part", "more than", 3, 1, 3, "contradicted"),
    # Nearly 10 is 9 (10 less 10 %) up to 9 (10 less 1): full has 4.
    "k": ("size", "full", "nearly", 10, 4, 4, "contradicted"),
}


def statements() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("full", "e1", "2020-01-10", "Land; Sea", "support", "CUB", "4", "", "Gazette"),
            ("part", "e1", "2020-02-20", "Sea", "support", "CHN", "4", "", "Herald"),
            ("count", "e2", "2021-03-03", "Land", "critical", "", "3", "", "Gazette"),
            ("plain", "e2", "2021-04-04", "Air", "critical", "", "", "", ""),
        ],
        columns=[
            "statement_id",
            "event_id",
            "date",
            "topic",
            "stance",
            "lead",
            "declared_count",
            "superseded_by",
            "source_name",
        ],
        dtype=str,
    )


def signatures() -> pd.DataFrame:
    rows = [
        (statement, state, "lead" if (statement, state) == ("full", "CUB") else "signatory")
        for statement, named in NAMED.items()
        for state in named
    ]
    return pd.DataFrame(rows, columns=["statement_id", "signatory", "role"], dtype=str)


def signatories() -> pd.DataFrame:
    return pd.DataFrame({"signatory": UNIVERSE}, dtype=str)


def claims() -> pd.DataFrame:
    rows = [(key, *claim[:3], str(claim[3])) for key, claim in CLAIMS.items()]
    columns = ["claim_id", "quantity", "statements", "qualifier", "count"]
    return pd.DataFrame(rows, columns=columns, dtype=str)


def corpus() -> Corpus:
    return Corpus(statements(), signatures(), signatories(), claims())


def write_folder(folder: Path) -> Path:
    """Write the corpus as a folder of files."""
    folder.mkdir()
    for name, table in (
        ("statements", statements()),
        ("signatures", signatures()),
        ("signatories", signatories()),
        ("claims", claims()),
    ):
        table.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")
    return folder
