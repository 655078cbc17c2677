"""What a report leaves out because nobody asked for it by name, and what would make it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.errors import warn
from coalitions.findings import (
    MOST_HELD,
    is_left_out,
    too_many_names,
    too_many_pairs,
    too_many_regions,
    too_many_ties,
)
from coalitions.graphs import (
    MOST_ASKED,
    MOST_UNASKED,
    has_few_ties,
    pairs_sharing,
    smallest_that_fits,
)
from coalitions.tables import choose_statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus, Incidence

#: Most names that are drawn unasked in a figure which writes each of them: ten are an inch.
MOST_NAMES = 2_000
#: Most pairs of statements that are listed unasked, those that share most; or drawn, a cell each.
MOST_PAIRS = 10_000
#: Most regions that are listed unasked, the largest; the bounds of each take a while.
MOST_REGIONS = 1_000
#: Table → what a report has in part only, where there are more.
OTHERS = {"pairs": "table pairs in full", "regions": "table regions in full"}


class Omission(NamedTuple):
    """A part of a report that is left out, and why."""

    what: str
    why: str


def omissions(corpus: Corpus) -> list[Omission]:
    """Return what grows out of hand, and is made where it is asked for: figures, graphs, pairs.

    Examples
    --------
    >>> from coalitions import load
    >>> omissions(load("unga75"))
    []
    """
    found = []
    if not has_few_ties(corpus.records):
        why = _too_many_ties("cosigning", corpus.records)
        found += [Omission("figure cosigning", why), Omission("graph cosigning", why)]
    if not has_few_ties(corpus.lists):
        found.append(Omission("graph statements", _too_many_ties("statements", corpus.lists)))
    kinds, _ = corpus.records.kinds()
    if len(kinds) > MOST_REGIONS:
        why = too_many_regions(len(kinds), MOST_REGIONS)
        found.append(Omission(OTHERS["regions"], why))
    count = len(corpus)
    if (number := count * (count - 1) // 2) > MOST_PAIRS:
        found.append(Omission(OTHERS["pairs"], too_many_pairs(number, MOST_PAIRS)))
        why = too_many_names(number, MOST_PAIRS, "pairs")
        found.append(Omission("figure overlap", why))
    rows = len(corpus.records)
    if count > MOST_NAMES:
        why = too_many_names(count, MOST_NAMES, "statements")
        found += [Omission("figure network", why)]
        found += [Omission("figure matrix", why)] if rows <= MOST_NAMES else []
    if rows > MOST_NAMES:
        found.append(Omission("figure matrix", too_many_names(rows, MOST_NAMES)))
        card = int(corpus.named[choose_statements(corpus).statements].sum())
        if card > MOST_NAMES:
            found.append(Omission("figure card", too_many_names(card, MOST_NAMES)))
    return [*found, *_held_against_chance(rows, count)]


def _held_against_chance(rows: int, count: int) -> list[Omission]:
    """Return the figures that take long with many names or statements."""
    sizes = zip((rows, count), MOST_HELD, ("names", "statements"), strict=True)
    why = [too_many_names(number, most, what) for number, most, what in sizes if number > most][:1]
    return [
        Omission(f"figure {kind}", each) for each in why for kind in ("communities", "backbone")
    ]


def say_omissions(found: list[Omission]) -> None:
    """Warn of what is left out, once for each reason."""
    for why in dict.fromkeys(each.why for each in found):
        warn(is_left_out([each.what for each in found if each.why == why], why))


def left_out(found: Sequence[Omission], what: str) -> str:
    """Return why a part is left out; "" where it is not."""
    return next((each.why for each in found if each.what == what), "")


def rows_listed(found: Sequence[Omission], table: str) -> int | None:
    """Return how many rows of a table the report lists; None where it lists all."""
    most = {"pairs": MOST_PAIRS, "regions": MOST_REGIONS}[table]
    return most if left_out(found, OTHERS[table]) else None


def _too_many_ties(graph: str, named: Incidence) -> str:
    ties = pairs_sharing(named)
    least = smallest_that_fits(ties, 1, MOST_ASKED)
    return too_many_ties(graph, (int(ties[1]), MOST_UNASKED), (least, int(ties[least])))
