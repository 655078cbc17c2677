"""What a report leaves out because nobody asked for it by name, and what would make it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.errors import warn
from coalitions.findings import is_left_out, too_many_names, too_many_pairs, too_many_ties
from coalitions.graphs import (
    MOST_ASKED,
    MOST_UNASKED,
    is_tied_loosely,
    smallest_that_fits,
    tie_counts,
)
from coalitions.tables import choose_statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus

#: Most names that are drawn unasked in a figure which writes each of them: ten are an inch.
MOST_NAMES = 2_000
#: Most pairs of statements that are listed unasked, those that share most; or drawn, a cell each.
MOST_PAIRS = 10_000
#: Most names, and most statements, that are held against chance unasked: it takes seconds.
MOST_HELD = (300, 500)
#: What a report has in part only, where there are more.
OTHER_PAIRS = "table pairs in full"


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
    if not is_tied_loosely(corpus):
        why = _too_many_ties(corpus)
        found += [Omission("figure cosigning", why), Omission("graph cosigning", why)]
    count = len(corpus)
    if (number := count * (count - 1) // 2) > MOST_PAIRS:
        found.append(Omission(OTHER_PAIRS, too_many_pairs(number, MOST_PAIRS)))
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


def pairs_listed(found: Sequence[Omission]) -> int | None:
    """Return how many pairs the report lists; None where it lists all."""
    return MOST_PAIRS if left_out(found, OTHER_PAIRS) else None


def _too_many_ties(corpus: Corpus) -> str:
    ties = tie_counts(corpus)
    least = smallest_that_fits(ties, 1, MOST_ASKED)
    return too_many_ties(int(ties[1]), MOST_UNASKED, least, int(ties[least]))
