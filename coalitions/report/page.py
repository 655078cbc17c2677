"""The page that shows a report: figures, ledger, tables, and links to all its files."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import (
    completeness,
    dates,
    earlier_versions,
    more_than_one,
    short_names,
    source,
    statement_labels,
)
from coalitions.dates import day, from_to
from coalitions.explorer import SANDBOX
from coalitions.figures import FIGURES
from coalitions.files import first_source, page_from
from coalitions.findings import (
    LEDGER,
    decimals,
    few,
    finding,
    first_of,
    sentence_of,
    story,
    with_own_source,
)
from coalitions.graphs import GRAPHS
from coalitions.report.kept import corpus_files
from coalitions.report.omissions import OTHERS, left_out
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from coalitions.corpus import Corpus
    from coalitions.report.drawing import Picture
    from coalitions.report.inside import Inside
    from coalitions.report.omissions import Omission


#: Forums that the head of a report names, at most.
FORUMS = 3
#: Pairs and regions that the page shows, at most; names and statements in a cell of theirs.
ROWS, NAMES, STATEMENTS = 500, 250, 50


class Made(NamedTuple):
    """What was made of a report: its parts, its tables, its figures, and what it leaves out."""

    parts: frozenset[str]
    #: ``ledger``, ``pairs``, ``regions`` and, where there are any, ``claims``.
    tables: Mapping[str, pd.DataFrame]
    #: In the order in which they were drawn.
    pictures: Sequence[Picture]
    left: Sequence[Omission]
    #: Words of the user's own, as `coalitions.findings.own_words` gives them.
    own: Mapping[str, str] = {}
    theme: looks.Theme = looks.LIGHT


def report_html(corpus: Corpus, made: Made, inside: Inside | None = None) -> str:
    """Return the page of a report.

    Parameters
    ----------
    corpus : Corpus
    made : Made
        What the page shows.
    inside : Inside, optional
        The files of the report, where the page is to hold them.

    Returns
    -------
    str
        HTML that needs no network, and the other files of the report beside it, or inside.
    """
    tokens = _tokens(corpus)
    colours = looks.side_colours(corpus.sides or looks.KNOWN_PAIRS[0], made.theme)
    forums = [f for f in dict.fromkeys(corpus.statements["forum"]) if f][:FORUMS]
    return page_from(
        "coalitions.report",
        "index.html.j2",
        **_in_own_words(corpus, made.own),
        when=", ".join([*forums, *filter(None, [from_to(*dates(corpus))])]),
        completeness=completeness(corpus),
        earlier=earlier_versions(corpus),
        style=_style(tokens),
        colours={tokens[side]: colour for side, colour in colours.items() if side in tokens},
        parts=made.parts,
        pictures=pictures_in_order(made.pictures),
        captions={kind: (d.name, d.caption) for kind, d in FIGURES.items()},
        ledger_head=LEDGER,
        **{
            name: rows(corpus, made.tables[name]) if name in made.tables else []
            for name, rows in _ROWS.items()
        },
        shown={name: first_of(ROWS, len(made.tables.get(name, ())), name) for name in _ROWS},
        others={name: left_out(made.left, what) for name, what in OTHERS.items()},
        graphs={name: left_out(made.left, f"graph {name}") for name in GRAPHS},
        tables=list(made.tables),
        corpus_files=corpus_files(corpus),
        inside=inside is not None,
        link=inside.address if inside else str,
        frame=inside.frame if inside else "",
        scripts=inside.scripts if inside else "",
        sandbox=SANDBOX,
        methods=inside.methods if inside else [],
        version=__version__,
    )


def _in_own_words(corpus: Corpus, own: Mapping[str, str]) -> dict[str, object]:
    """Return what stands at the head and the foot, where a user's own words change it."""
    ours = finding(corpus)
    found = [sentence_of(ours)] if own.get("title") else []
    return {
        "title": own.get("title") or ours,
        "subtitle": own.get("subtitle", ""),
        "story": [*found, *story(corpus)],
        "source": with_own_source(own.get("source", ""), source(corpus).rstrip(".")),
        **{name: sentence_of(own[name]) if own.get(name) else "" for name in ("note", "credit")},
    }


def _tokens(corpus: Corpus) -> dict[str, str]:
    """Return what the sides of a corpus are in a style sheet, and those on both or on none."""
    beside = (more_than_one(corpus), looks.NEITHER)
    tokens = looks.side_tokens(corpus.sides or looks.KNOWN_PAIRS[0])
    return tokens | dict(zip(beside, beside, strict=True))


def _style(tokens: Mapping[str, str]) -> str:
    """Return the style sheet of a report, with a bar for each side."""
    style = files("coalitions.report").joinpath("index.css").read_text(encoding="utf-8")
    bars = [
        f".solid.{token} {{ background: var(--{token}); }}\n"
        for side, token in tokens.items()
        if side not in (looks.BOTH, looks.SEVERAL)
    ]
    return style.replace("/* A bar for each side. */\n", "".join(bars))


def pictures_in_order(pictures: Sequence[Picture]) -> list[Picture]:
    """Return the figures in the order that tells the story."""
    return sorted(pictures, key=lambda picture: FIGURES[picture.kind].place)


def _claims(corpus: Corpus, table: pd.DataFrame) -> list[dict[str, object]]:
    """Return one row a claim, its statements by their names."""
    labels = statement_labels(corpus)
    return [
        {
            **{str(name): value for name, value in row.items()},
            "of": "; ".join(labels.get(s, s) for s in str(row["statements"]).split(";")),
            "allowed": Interval(row["low"], row["high"]),
        }
        for row in table.to_dict("records")
    ]


def _ledger(corpus: Corpus, table: pd.DataFrame) -> list[dict[str, object]]:
    """Return one row a statement: what it is, declared, named, status, source."""
    labels, tokens = statement_labels(corpus), _tokens(corpus)
    about = corpus.statements.set_index("statement_id")
    most = max(1, int((corpus.named + corpus.unnamed).max()))
    return [
        {
            "label": labels[row["statement_id"]],
            "title": about["title"][row["statement_id"]] or row["statement_id"],
            "date": day(about["date"][row["statement_id"]]),
            "side": looks.side_name(about["stance"][row["statement_id"]] or looks.NEITHER),
            "token": tokens[about["stance"][row["statement_id"]] or looks.NEITHER],
            **_source_of(about["source_url"][row["statement_id"]]),
            "source": about["source_name"][row["statement_id"]],
            "named": f"{row['named']:,}",
            "declared": "not declared" if pd.isna(row["declared"]) else f"{row['declared']:,}",
            "status": row["status"],
            "solid": round(100 * row["named"] / most, 2),
            "hatched": round(100 * corpus.unnamed[row["statement_id"]] / most, 2),
        }
        for row in table.to_dict("records")
    ]


def _source_of(cell: str) -> dict[str, str]:
    """Return the first address of a cell, or as text what is none that a browser may open."""
    url, written = first_source(cell)
    return {"url": url, "written": written}


def _pairs(corpus: Corpus, table: pd.DataFrame) -> list[dict[str, object]]:
    """Return one row a pair, those that share most first."""
    labels, short = statement_labels(corpus), short_names(corpus)
    table = table.sort_values(["shared_min", "shared_max"], ascending=False, kind="stable")
    return [
        {
            "a": labels[row["a"]],
            "b": labels[row["b"]],
            "shared": Interval(row["shared_min"], row["shared_max"]),
            "union": Interval(row["union_min"], row["union_max"]),
            "jaccard": decimals(row["jaccard_min"], row["jaccard_max"]),
            "members": _named(row["members"], short),
        }
        for row in table.head(ROWS).to_dict("records")
    ]


def _regions(corpus: Corpus, table: pd.DataFrame) -> list[dict[str, object]]:
    """Return one row an exclusive region, the largest first."""
    labels, short = statement_labels(corpus).to_dict(), short_names(corpus)
    return [
        {
            "statements": "; ".join(few([labels[s] for s in row["statements"]], STATEMENTS)),
            "exclusive": f"{row['exclusive']:,}",
            "exclusive_bounds": Interval(row["exclusive_min"], row["exclusive_max"]),
            "inclusive": f"{row['inclusive']:,}",
            "inclusive_bounds": Interval(row["inclusive_min"], row["inclusive_max"]),
            "members": _named(row["members"], short),
        }
        for row in table.head(ROWS).to_dict("records")
    ]


def _named(members: Collection[str], short: Mapping[str, str]) -> str:
    """Return who is named, in the order of the alphabet, as far as a cell has room."""
    return ", ".join(few(sorted(short[each] for each in members), NAMES))


#: Table → the rows of it that the page shows.
_ROWS = {"ledger": _ledger, "claims": _claims, "pairs": _pairs, "regions": _regions}
