"""A text of one name a line, whoever they are: its names, and what is left out of them."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"^(?:[-–—•*·▪◦‣●○■]\s+|\(?\d{1,4}[.)]\s+|\d{1,4}\t\s*)(?=\S)")
_LAST_OF_SEVERAL = re.compile(r"^and\s+", re.IGNORECASE)
_HASHTAG = re.compile(r"#\w+")


def one_a_line(text: str) -> list[str]:
    r"""Return the lines of a list of anybody's names, without the marks of a list.

    Bullets and numbers go where every line has one, and the commas between names where every line
    but the last ends in one. Empty lines and lines that begin with ``#`` are left out.

    Parameters
    ----------
    text : str
        The list, one name a line.

    Returns
    -------
    list of str
        The names as written, in order.

    Examples
    --------
    >>> one_a_line("1. Jane Doe\n2. 350.org"), one_a_line("Jane Doe,\nJohn Roe,\nand Max Roe.")
    (['Jane Doe', '350.org'], ['Jane Doe', 'John Roe', 'Max Roe'])
    >>> one_a_line("350.org\nJane Doe Jr.")
    ['350.org', 'Jane Doe Jr.']
    """
    stripped = (line.strip() for line in text.splitlines())
    lines = [line for line in stripped if line and not line.startswith("#")]
    if all(_NUMBERED.match(line) for line in lines):
        lines = [_NUMBERED.sub("", line) for line in lines]
    if len(lines) > 1 and all(line[-1] in ",;" for line in lines[:-1]):
        last = _LAST_OF_SEVERAL.sub("", lines[-1].rstrip(",; ").removesuffix("."))
        lines = [*(line.rstrip(",; ") for line in lines[:-1]), last]
    return [line for line in lines if line]


def comments(text: str) -> list[tuple[int, str]]:
    r"""Return the lines that are left out for their ``#`` and may have been meant.

    Those at the head of a text, before any name, say what it is; a word behind a ``#`` may be a
    name even there.

    Parameters
    ----------
    text : str
        The list.

    Returns
    -------
    list of tuple of int and str
        Line, from 1, and what stands there.

    Examples
    --------
    >>> comments("# signed in May\nJane Doe\n#MeToo France\n# withdrew: Bo Berg")
    [(3, '#MeToo France'), (4, '# withdrew: Bo Berg')]
    """
    found, head = [], True
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if not line.startswith("#"):
            head = head and not line
        elif re.search(r"\w", line) and (not head or _HASHTAG.fullmatch(line)):
            found.append((number, line))
    return found
