"""Sentences about names that were read as they stand and that want a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: So many are named before "and 3 more".
_NAMED = 12
#: So many places of a doubt are named.
_PLACES = 3


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


def of_several(names: Sequence[str], where: str = "") -> str:
    """Return the sentence on lines that are read as one signatory and may hold several.

    Parameters
    ----------
    names : sequence of str
        The lines, with what the reader needs to find them.
    where : str
        The file; empty where there is none.

    Returns
    -------
    str

    Examples
    --------
    >>> print(of_several(['"Amnesty, Oxfam, Attac" (line 2)'], "letter.txt"))
    letter.txt: 1 name may be several, and is read as one: "Amnesty, Oxfam, Attac" (line 2). If \
several are meant, give each a line or a row
    """
    first = names[:_PLACES]
    more = len(names) - len(first)
    shown = "; ".join([*first, *([f"and {more:,} more"] if more else [])])
    many = f"{len(names):,} names may be several each, and are read as one"
    said = many if len(names) > 1 else "1 name may be several, and is read as one"
    return (
        f"{where}{': ' if where else ''}{said}: {shown}. "
        "If several are meant, give each a line or a row"
    )


def of_comments(lines: Sequence[tuple[int, str]], where: str) -> str:
    """Return the sentence on lines that were left out because they begin with ``#``.

    Parameters
    ----------
    lines : sequence of tuple of int and str
        Number and text of each.
    where : str
        The file.

    Returns
    -------
    str

    Examples
    --------
    >>> print(of_comments([(5, "#MeToo France")], "letter.txt"))
    letter.txt: 1 line begins with # and was left out as a comment: line 5, "#MeToo France". \
A name that begins with # can stand in a CSV
    """
    number, first = lines[0]
    begin = f"{len(lines):,} lines begin with # and were left out as comments, the first of them"
    if len(lines) == 1:
        begin = "1 line begins with # and was left out as a comment:"
    return (
        f'{where}: {begin} line {number}, "{first}". A name that begins with # can stand in a CSV'
    )
