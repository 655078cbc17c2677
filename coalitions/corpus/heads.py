"""What stands at the head of a text with a list of names: its title, date, lead and the like."""

from __future__ import annotations

import re

from coalitions.corpus.asgiven import SHORT
from coalitions.dates import from_words
from coalitions.errors import warn

_AS_COLUMNS = (
    *("title", "label", "date", "lead", "stance", "opposed", "topic", "about", "forum", "series"),
)
#: A word of a head → the column of the statement that it fills in.
WORDS = {
    **dict(zip(_AS_COLUMNS, _AS_COLUMNS, strict=True)),
    **SHORT,
    "declared_count": "declared_count",
    "source": "source_name",
    "url": "source_url",
    "notes": "notes",
}
del WORDS["statement"]  # the file's stem is the statement
_LINE = re.compile(r"\s*([A-Za-z_]+)\s*:(.*)", re.DOTALL)


def head_of(text: str, file: str) -> tuple[dict[str, str], str]:
    r"""Return what the head of a text says of its statement, and the text without it.

    A head is lines of a word, a colon and what it says, before any name; it may stand between two
    lines of ``---``. Lines that begin with ``#`` and empty lines do not end it.

    Parameters
    ----------
    text : str
        The whole file.
    file : str
        What a warning calls it.

    Returns
    -------
    tuple of dict and str
        Column of the statement → what it says; the text in which the head's lines are empty, so
        that lines keep their numbers.

    Examples
    --------
    >>> head_of("title: On Fiji\ndeclared: 3\n\nCuba\nChad\n", "x.txt")
    ({'title': 'On Fiji', 'declared_count': '3'}, '\n\n\nCuba\nChad\n')
    >>> head_of("Signatories: Cuba\n", "x.txt")
    ({}, 'Signatories: Cuba\n')
    """
    found = dict[str, str]()
    lines, last = text.splitlines(keepends=True), 0
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if bare == "---" and (found or number == 1):
            last = number
            continue
        match = _LINE.fullmatch(bare)
        column = WORDS.get(match[1].casefold()) if match else None
        if not match or not column:
            break
        last = number
        said = match[2].strip().strip("\"'")
        if column in found:
            warn(f'{file}, line {number}: "{match[1]}:" stands there twice; the first counts')
            continue
        if said:
            found[column] = from_words(said) if column == "date" else said
    head = [line if line.startswith("#") else re.sub(r"[^\r\n]", "", line) for line in lines[:last]]
    return found, "".join([*head, *lines[last:]])
