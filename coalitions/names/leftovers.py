"""What stands in a list of states and is no name: headings, words of a sentence, rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.names.readings import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# What is longer (letters) is not looked at: nobody calls a heading so much.
_LONGEST = 400
_HEADING = re.compile(
    r"(?:list of )?(?:co-?)?(?:signator(?:y|ies)|sponsors|signed by|member states|states|countries)"
    r"|annex(?: \w+)?|page \d+(?: of \d+)?|total\W.*|\d{1,4}|[A-Z]",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"we|met|signed|the undersigned|undersigned|including|namely|joined by|inter alia",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:among )?(?:many )?others|etc\.?|(?:and )?(?:\d+ )?(?:other|more) (?:states|countries)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^(.*?)\s*[(\[（]([^()\[\]（）]+)[)\]）]\W*$")
_FOR = re.compile(
    r"^(?:also|and|speaking|acting)?\s*(?:on\s+(?:the\s+)?behalf\s+of|in\s+the\s+name\s+of|for|with"
    r"|together\s+with|joined\s+by|including|au\s+nom\s+de|en\s+nombre\s+de|im\s+namen\s+von)\s+",
    re.IGNORECASE,
)
_BEHALF = re.compile(r"\S\s+(?:also\s+)?on\s+(?:the\s+)?behalf\s+of\b", re.IGNORECASE)
_OFFICE = (
    r"(?:ministers?|ministry|ministries|governments?|heads?|leaders?|presidents?|delegations?"
    r"|representatives?|ambassadors?|missions?|embass(?:y|ies)|states|countries|statement|letter"
    r"|signed|delivered|made|submitted|sponsored|behalf)"
)
# "the Foreign Ministers of Austria": offices, and nothing that may be part of a name.
_OFFICES = (
    rf"^(?:we,?\s+)?(?:on\s+)?(?:the\s+)?(?:(?:foreign|prime|deputy|permanent|defen[cs]e|following"
    rf"|joint|undersigned|member|high)\s+)*{_OFFICE}(?:\s+(?:{_OFFICE}|of|and|for|to|the|foreign"
    r"|affairs|state|united\s+nations|u\.?n\.?|was|were|is|are|by))*"
)
_ENDS = r"\s*(?:\b(?:of|by|from|for|are)\s+|:\s*)"
_LEADING = re.compile(f"{_OFFICES}?{_ENDS}", re.IGNORECASE)
_LEADING_ALL = re.compile(f"{_OFFICES}{_ENDS}", re.IGNORECASE)
_BEHIND_COLON = re.compile(r"^[^:]*\w:\s*(?=\S)")
_NUMBER = re.compile(r"^\(?\d{1,4}[.)]?\s*(?=[^\W\d])")
_CELLS = re.compile(r"\s*(?:\t|\|)\s*")
# So many cells of names in columns are known names; of a table with a column of names, half.
_MOST = 0.7
_COUNTER = re.compile(r"\(?\d{1,4}[.)]?")


def told(name: str, cut: Callable[[str], list[str]]) -> str:
    """Return what an unknown name is instead, and what to do; "" where that is not clear.

    Parameters
    ----------
    name : str
        A piece of a list that is no known name.
    cut : callable
        How a list of names is cut.

    Returns
    -------
    str
        The end of a sentence that begins with the name.

    Examples
    --------
    >>> print(told("the Foreign Ministers of Austria", str.split))
    holds other words beside "Austria": leave only the name, if that is meant
    >>> print(told("Signatories:", str.split))
    is a heading, not a state: leave it out, or begin the line with #
    """
    if len(name) > _LONGEST:
        return ""
    bare = " ".join(name.split()).strip(" .,;")
    if bare.endswith(":") or _HEADING.fullmatch(bare):
        return "is a heading, not a state: leave it out, or begin the line with #"
    if _OTHERS.fullmatch(bare):
        return (
            "is not a known state: leave it out, and declare how many signed (declared_count) "
            "where that is known"
        )
    if _WORD.fullmatch(bare) or _LEADING.fullmatch(f"{bare} of "):
        return "is a word of a sentence, not a state: leave only the names"
    if _BEHALF.search(bare) and not _BRACKETS.match(bare):
        return (
            "says who speaks for whom: write one by one who signed, or, where this is prose, "
            "read it with `extract_statements`"
        )
    return _in_brackets(bare, cut) or _beside(bare)


def _in_brackets(name: str, cut: Callable[[str], list[str]]) -> str:
    """Say of "Canada (also on behalf of Australia)" whom it names."""
    match = _BRACKETS.match(name)
    if not match:
        return ""
    first, inside = match.groups()
    others = cut(_FOR.sub("", inside))
    if not all(_is_one(each) for each in others) or len(others) + bool(_FOR.match(inside)) <= 1:
        return ""
    named = [first, *others] if _is_one(first) else others
    count = f"{len(named)} states" if len(named) > 1 else "a state"
    rest = "" if _is_one(first) else ", and leave the other words out"
    return f"names {count} ({'; '.join(named)}): write one by one who signed{rest}"


def _beside(name: str) -> str:
    for pattern, what in (
        (_NUMBER, "a number"),
        (_LEADING, "other words"),
        (_LEADING_ALL, "other words"),
        (_BEHIND_COLON, "a heading"),
    ):
        match = pattern.match(name)
        behind = name[match.end() :] if match else ""
        if behind and _is_one(behind):
            return f'holds {what} beside "{behind}": leave only the name, if that is meant'
    return ""


def _is_one(name: str) -> bool:
    return bool(read(name).one)


def columns(text: str) -> str:
    r"""Return a list in columns as one name a line; any other text as it is.

    Parameters
    ----------
    text : str
        A list whose lines may hold several names, apart by tabs or by upright lines.

    Returns
    -------
    str

    Examples
    --------
    >>> columns("Cuba\tPeru\n1.\tChile\t2.\tMali").splitlines()
    ['Cuba', 'Peru', 'Chile', 'Mali']
    >>> columns("Cuba\tyes") == "Cuba\tyes"
    True
    """
    if not _in_columns(text):
        return text
    lines: list[str] = []
    for line in text.splitlines():
        cells = _cells(line)
        lines += cells if len(cells) > 1 else [line]
    return "\n".join(lines)


def _in_columns(text: str) -> bool:
    """Say whether lines hold several names each: most cells are one, the others are misspelt."""
    if "\t" not in text and "|" not in text:
        return False
    cells = [cell for row in map(_cells, text.splitlines()) if len(row) > 1 for cell in row]
    return bool(cells) and sum(map(_is_one, cells)) > _MOST * len(cells)


def first_row(text: str) -> tuple[int, str]:
    r"""Return the first line that is a row of a table, not names in columns; 0 for none.

    Parameters
    ----------
    text : str
        A list of names.

    Returns
    -------
    tuple of int and str
        The line, from 1, and what stands there.

    Examples
    --------
    >>> first_row("Cuba\nPeru\tyes"), first_row("1\tCuba\nPeru\tMali")
    ((2, 'Peru\tyes'), (0, ''))
    """
    if ("\t" in text or "|" in text) and not _in_columns(text):
        for number, line in enumerate(text.splitlines(), 1):
            if len(_cells(line)) > 1:
                return number, line.strip()
    return 0, ""


def _cells(line: str) -> Sequence[str]:
    """Return what stands in the cells of a line, without the numbers in front of names."""
    if line.lstrip().startswith("#"):
        return []
    cells = [cell for cell in _CELLS.split(line.strip(" \t|")) if cell]
    behind = [*cells, ""][1:]
    return [
        cell
        for cell, next_one in zip(cells, behind, strict=True)
        if not (_COUNTER.fullmatch(cell) and next_one and not _COUNTER.fullmatch(next_one))
    ]
