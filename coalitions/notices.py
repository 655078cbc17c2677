"""Sentences about names that were read as they stand and that want a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: So many are named before "and 3 more".
_NAMED = 12


def some(items: Sequence[str], between: str = "; ") -> str:
    """Return the first items, and how many more there are.

    Examples
    --------
    >>> some(["a", "b"]), some(["a"] * 14).endswith("a; and 2 more")
    ('a; b', True)
    """
    more = len(items) - _NAMED
    return between.join([*items[:_NAMED], *([f"and {more:,} more"] if more > 0 else [])])


def of_marks(names: Sequence[str], where: str = "") -> str:
    """Return the sentence on names that carry marks of footnotes.

    Parameters
    ----------
    names : sequence of str
        The names as written, with what the reader needs to find them.
    where : str
        The file; empty where there is none.

    Returns
    -------
    str

    Examples
    --------
    >>> print(of_marks(["Kyrgyzstan* (line 2)"], "letter.txt"))
    letter.txt: 1 name carries a mark: Kyrgyzstan* (line 2). A mark may mean "withdrew" or "joined \
later": look it up in the source
    """
    carry = "1 name carries a mark" if len(names) == 1 else f"{len(names):,} names carry a mark"
    return (
        f"{where}{': ' if where else ''}{carry}: {some(names)}. "
        'A mark may mean "withdrew" or "joined later": look it up in the source'
    )


def of_entities(entities: Sequence[str], where: str = "") -> str:
    """Return the sentence on HTML entities that were undone.

    Parameters
    ----------
    entities : sequence of str
        Each once.
    where : str
        The file; empty where there is none.

    Returns
    -------
    str

    Examples
    --------
    >>> print(of_entities(["&amp;", "&uuml;"], "letter.txt"))
    letter.txt: HTML entities were undone (&amp; &uuml;): the text was taken from a page's source
    """
    return (
        f"{where}{': ' if where else ''}HTML entities were undone ({some(entities, ' ')}): "
        "the text was taken from a page's source"
    )
