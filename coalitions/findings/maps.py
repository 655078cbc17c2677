"""What maps say: where states stand, what a colour means, what the map cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import more_than_one, spoken_names, statement_labels
from coalitions.dates import ends, first_and_last, from_to
from coalitions.findings.overlap import both_signed, pair_label
from coalitions.findings.sentences import finding, listing, sentence
from coalitions.maps import DRAWN, OTHERS_UNTIL, SINCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coalitions.corpus import Corpus

TILES = "Every state that can sign has a tile of the same size"
#: Where others could sign than those that have a tile: a council, the members of another year.
TILES_TODAY = "A tile of the same size for every member and observer of the United Nations today"
AREAS = "States by area, the smallest as dots"
BORDERS = (
    "Borders are those of Natural Earth{when} and imply no opinion on the status of any territory. "
    "Blank: territories and areas that are not listed as a state, or whose status is disputed."
)
#: Where equal steps would give most states one colour.
UNEQUAL_RANGES = "Steps between colours are unequal, so that each colour has about as many states."
#: What the colours of states mean that no list names.
NOT_NAMED = {
    "unknown": "not named, lists known in part",
    "nowhere": "not named",
    "outside": "not among those that could sign",
}


def map_told(region: str = "") -> str:
    """Say how states are drawn on a map of the world, or of a part of it, whom the key counts.

    Examples
    --------
    >>> map_told("americas")[:59]
    'The Americas: states by area, the smallest as dots; the key'
    """
    if not region:
        return AREAS
    the = "the " if region in ("americas", "caribbean") else ""
    name = sentence(f"{the}{region.capitalize()}")
    return f"{name}: {AREAS[0].lower()}{AREAS[1:]}; the key counts those in view"


def borders_told(corpus: Corpus) -> str:
    """Say of when the borders of a map are, where lists are older, and what its blank areas are.

    Examples
    --------
    >>> from coalitions import load
    >>> borders_told(load("unga75")).partition(" and imply")[0]
    'Borders are those of Natural Earth'
    """
    dates = corpus.statements.set_index("statement_id")["date"]
    older = dates[[bool(date) and ends(date)[1] < OTHERS_UNTIL for date in dates]]
    if older.empty:
        return BORDERS.format(when="")
    named = corpus.signatures[corpus.signatures["statement_id"].isin(older.index)]
    then = named["statement_id"].map(older)
    others = {
        str(state)
        for state, date in zip(named["signatory"], then, strict=True)
        if ends(date)[1] < SINCE.get(str(state), "")
    }
    years = from_to(*(date[:4] for date in first_and_last(older)))
    when = f" as of {DRAWN}, not of {years}"
    if others:
        who = listing(spoken_names(corpus, others))
        when += f" when those of {who} were others,"
    return BORDERS.format(when=when)


def map_finding(corpus: Corpus) -> str:
    """Say how many took each side; of two statements of one stance, how many signed both.

    Examples
    --------
    >>> from coalitions import load, select
    >>> chosen = ["2020-10-unga3-hongkong-pakistan", "2020-10-unga3-xinjiang-cuba"]
    >>> map_finding(select(load("unga75"), statements=chosen))
    '19 to 45 states signed both statements, Pakistan and Cuba, in support of China'
    """
    stances = corpus.statements["stance"].tolist()
    if len(stances) == 2 and len(set(stances)) == 1:  # noqa: PLR2004 - a pair
        both = both_signed(corpus, *corpus.statements["statement_id"])
        return f"{sentence(both)}, {pair_label(corpus, *corpus.statements['statement_id'])}"
    return finding(corpus)


def sides_named(corpus: Corpus) -> dict[str, str]:
    """Return what each side is called in the key of a map."""
    return {
        side: f"named, {name}" if side == looks.NEITHER else name
        for side, name in looks.side_names(corpus.sides, more_than_one(corpus)).items()
    }


def regions_named(corpus: Corpus) -> dict[str, str]:
    """Return what the regions of two statements are called in the key of a map."""
    a, b = statement_labels(corpus)
    return {
        "first": f"named under {a} only",
        "both": "named under both",
        "second": f"named under {b} only",
    }


def number_named(low: int, high: int, every: int) -> str:
    """Return what it is called to be named under so many of all statements, in the key of a map."""
    return f"named under {Interval(low, high)} of {every:,}:"


def map_data(counts: Mapping[str, int]) -> str:
    """Return the legend as a sentence, for those who cannot see the map.

    Examples
    --------
    >>> map_data({"supporting": 52, "named under 2 of 3:": 4})
    'Supporting: 52; named under 2 of 3: 4.'
    """
    parts = [f"{text.removesuffix(':')}: {number:,}" for text, number in counts.items()]
    return f"{sentence('; '.join(parts))}."


def tiles_told(corpus: Corpus, *, outside: bool) -> str:
    """Say who has a tile; ``outside``: whether somebody has who could not sign.

    Examples
    --------
    >>> from coalitions import load
    >>> tiles_told(load("unga75"), outside=False)
    'Every state that can sign has a tile of the same size'
    """
    return TILES_TODAY if outside or (corpus.signatories["kind"] == "former").any() else TILES


def map_notes(corpus: Corpus, elsewhere: set[str]) -> Iterator[str]:
    """Give what the map cannot show; ``elsewhere`` are those named who have no place on it."""
    unnamed = int(corpus.unnamed.sum())
    if unnamed and len(corpus.statements) == 1:
        others = corpus.apart - set(corpus.signatures["signatory"])
        if others:
            who = listing(spoken_names(corpus, others), 4)
            yield f"{unnamed:,} more signed, hatched states or {who}; which ones is not known."
        else:
            yield f"{unnamed:,} of the hatched states signed as well; which ones is not known."
    elif unnamed:
        are = "signature is" if unnamed == 1 else "signatures are"
        yield (
            f"{unnamed:,} declared {are} not named; "
            "whoever is not on that list may have signed it, whatever the colour here."
        )
    if corpus.unknown.any():
        labels = list(statement_labels(corpus)[corpus.unknown.to_numpy(bool)])
        yield f"Neither a name nor a count known: {listing(labels, 8)}; anybody may have signed."
    if elsewhere:
        rows = corpus.signatories.set_index("signatory")
        former = (rows["kind"].reindex(sorted(elsewhere)) == "former").any()
        where = "the map, which is of today" if former else "the map"
        yield f"Not on {where}: {listing(sorted(rows['short'][s] for s in elsewhere), 12)}."
