"""What is said of parts that a report leaves out, or could not draw, and what would make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What stands above the table of statements, on the page and in the document.
LEDGER = "Ledger: declared against named"


#: Name of a graph → what it is called in a sentence, and what its ties are of.
NETWORKS = {
    "cosigning": ("co-signing network", "co-signing graph", "statements"),
    "statements": ("network of statements", "graph of statements", "signatories"),
}


def too_many_ties(graph: str, ties: tuple[int, int], fitting: tuple[int, int]) -> str:
    """Say why a network is left out, and what writes it.

    Parameters
    ----------
    graph : str
        Its name: ``cosigning`` or ``statements``.
    ties : tuple of int
        How many ties it has, and how many a report builds unasked.
    fitting : tuple of int
        From how many shared ones on it is small enough to be built, 0 where nothing is, and how
        many ties it has then.

    Examples
    --------
    >>> too_many_ties("cosigning", (200_000, 125_000), (1, 200_000)).partition("; ")[2]
    'an export of the co-signing graph by itself writes them'
    """
    (number, most), (least, strongest) = ties, fitting
    network, itself, shared = NETWORKS[graph]
    begin = (
        f"the {network} has {number:,} ties, more than the {most:,} that a report builds unasked"
    )
    if not least:
        return (
            f"{begin}, and no threshold of shared {shared} makes it small enough; "
            "the two-mode network has the same lists"
        )
    export = f"{begin}; an export of the {itself} by itself"
    if least == 1:
        return f"{export} writes them"
    return (
        f"{export}, of ties of {least} {shared} or more (`min_shared` {least}), writes the "
        f"strongest {strongest:,}"
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


def too_many_regions(number: int, most: int) -> str:
    """Say why a table does not list every region.

    Examples
    --------
    >>> too_many_regions(19_800, 1_000)
    'there are 19,800 regions, and the 1,000 largest are listed; an overlap by regions that is \
asked for by itself has all'
    """
    return (
        f"there are {number:,} regions, and the {most:,} largest are listed; an overlap by regions "
        "that is asked for by itself has all"
    )


def first_of(most: int, number: int, table: str) -> str:
    """Say how much of a table a page shows; "" where it shows all.

    Examples
    --------
    >>> first_of(500, 10_000, "pairs"), first_of(500, 6, "pairs")
    ('Shown: the first 500 of the 10,000 in pairs.csv.', '')
    """
    return f"Shown: the first {most:,} of the {number:,} in {table}.csv." if number > most else ""


def few(names: Sequence[str], most: int) -> list[str]:
    """Return as many of some names as there is room for, and how many more there are.

    Examples
    --------
    >>> few(["Chad", "Cuba", "Peru"], 2), few(["Chad", "Cuba"], 2)
    (['Chad', 'Cuba', 'and 1 more'], ['Chad', 'Cuba'])
    """
    rest = len(names) - most
    return [*names[:most], f"and {rest:,} more"] if rest > 0 else list(names)


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
