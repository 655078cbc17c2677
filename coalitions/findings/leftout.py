"""What is said of parts that a report leaves out, or could not draw, and what would make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What stands above the table of statements, on the page and in the document.
LEDGER = "Ledger: declared against named"


def too_many_ties(number: int, most: int, least: int, strongest: int) -> str:
    """Say why the co-signing network is left out, and what writes it.

    Parameters
    ----------
    number, most : int
        How many ties it has, and how many a report builds unasked.
    least, strongest : int
        From how many shared statements on it is small enough to be built, 0 where nothing is, and
        how many ties it has then.

    Examples
    --------
    >>> too_many_ties(200_000, 125_000, 1, 200_000).partition("; ")[2]
    'an export of the co-signing graph by itself writes them'
    """
    begin = (
        f"the co-signing network has {number:,} ties, more than the {most:,} that a report "
        "builds unasked"
    )
    if not least:
        return (
            f"{begin}, and no threshold of shared statements makes it small enough; "
            "the two-mode network has the same lists"
        )
    if least == 1:
        return f"{begin}; an export of the co-signing graph by itself writes them"
    return (
        f"{begin}; an export of the co-signing graph by itself, of ties of {least} statements or "
        f"more, writes the strongest {strongest:,}"
    )


def too_many_names(number: int, most: int, what: str = "names") -> str:
    """Say why a figure that shows every name, or every statement or pair, is left out."""
    return (
        f"it has {number:,} {what}, more than the {most:,} that a report draws unasked; "
        "asked for by itself, the figure is drawn"
    )


def too_many_pairs(number: int, most: int) -> str:
    """Say why a table does not list every pair.

    Examples
    --------
    >>> too_many_pairs(8_106_351, 10_000).partition("; ")[2]
    'an overlap that is asked for by itself has all'
    """
    return (
        f"there are {number:,} pairs, and the {most:,} that share most are listed; an overlap that "
        "is asked for by itself has all"
    )


def is_left_out(parts: Sequence[str], why: str) -> str:
    """Say of parts of a report that they are left out, for one reason.

    Examples
    --------
    >>> is_left_out(["graph cosigning"], "it is large")
    'the graph cosigning is left out of the report: it is large'
    """
    verb = "is" if len(parts) == 1 else "are"
    which = " and ".join(f"the {part}" for part in parts)
    return f"{which} {verb} left out of the report: {why}"


def is_earlier(later: str) -> str:
    """Say of a statement that another one has replaced it."""
    return f"an earlier version of {later}; it is there when all versions are asked for"


def is_not_drawn(name: str, why: str) -> str:
    """Say of a figure that it could not be drawn."""
    return f"{name} is not drawn: {why}."
