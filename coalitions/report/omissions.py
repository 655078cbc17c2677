"""What a report leaves out because nobody asked for it by name, and what would make it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.errors import warn
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


class Omission(NamedTuple):
    """A part of a report that is left out, and why."""

    what: str
    why: str


def omissions(corpus: Corpus) -> list[Omission]:
    """Return the figures and graphs that grow out of hand, and are made where they are asked for.

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
    rows = len(corpus.records)
    if rows > MOST_NAMES:
        found.append(Omission("figure matrix", _too_many_names(rows)))
        card = int(corpus.named[choose_statements(corpus).statements].sum())
        if card > MOST_NAMES:
            found.append(Omission("figure card", _too_many_names(card)))
    return found


def say_omissions(found: list[Omission]) -> None:
    """Warn of what is left out, once for each reason."""
    for why in dict.fromkeys(each.why for each in found):
        parts = [f"the {each.what}" for each in found if each.why == why]
        verb = "is" if len(parts) == 1 else "are"
        warn(f"{' and '.join(parts)} {verb} left out of the report: {why}")


def left_out(found: Sequence[Omission], what: str) -> str:
    """Return why a part is left out; "" where it is not."""
    return next((each.why for each in found if each.what == what), "")


def _too_many_ties(corpus: Corpus) -> str:
    ties = tie_counts(corpus)
    number = int(ties[1])
    begin = (
        f"the co-signing network has {number:,} ties, more than the {MOST_UNASKED:,} that a report "
        "builds unasked"
    )
    least = smallest_that_fits(ties, 1, MOST_ASKED)
    if not least:
        return (
            f"{begin}, and no threshold of shared statements makes it small enough; "
            "the two-mode network has the same lists"
        )
    if least == 1:
        return f"{begin}; an export of the co-signing graph by itself writes them"
    return (
        f"{begin}; an export of the co-signing graph by itself, of ties of {least} statements or "
        f"more, writes the strongest {ties[least]:,}"
    )


def _too_many_names(number: int) -> str:
    return (
        f"it has {number:,} names, more than the {MOST_NAMES:,} that a report draws unasked; "
        "asked for by itself, the figure is drawn"
    )
