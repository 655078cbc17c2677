"""Text of others as it can be looked at: nothing in it moves the cursor or turns the line round."""

from __future__ import annotations

import re

#: Most letters of a cell that a message quotes.
QUOTED = 80

# Controls (C0, C1), what sets the direction of writing, what has no width and hides in a name,
# line and paragraph separators, tags, and halves of a character. The joiners U+200C and U+200D stay
# as they are: Persian words and emoji are written with them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_LAST_OF_LATIN_1 = 0xFF
# A byte of a file name that is no UTF-8, as Python hands it over.
_BYTES = range(0xDC80, 0xDD00)


def visible(text: str, *, keep: str = "") -> str:
    r"""Return a text with every character shown that a terminal would obey.

    Control characters are written as in Python, others by their number: an escape sequence, an
    override of the direction of writing and a character without width can be read, and do nothing.

    Parameters
    ----------
    text : str
        A cell, the name of a file, or a message that quotes one.
    keep : str
        Characters that stay as they are, such as the line ends of our own messages.

    Returns
    -------
    str
        The same text, longer where something was shown.

    Examples
    --------
    >>> visible("\x1b[31mCuba")
    '\\x1b[31mCuba'
    >>> visible("Cuba\u202eanihC"), visible("Türkiye"), visible("a\nb")
    ('Cuba⟨U+202E⟩anihC', 'Türkiye', 'a\\nb')
    """
    if text.isprintable():  # nearly all are, and this is quick
        return text
    return _UNSEEN.sub(lambda found: _shown(found[0], keep), text)


def _shown(letter: str, keep: str) -> str:
    code = ord(letter)
    if letter in keep:
        return letter
    if code in _BYTES:
        return f"\\x{code - _BYTES.start + 0x80:02x}"
    if code <= _LAST_OF_LATIN_1:
        return _SHORT.get(letter, f"\\x{code:02x}")
    return f"⟨U+{code:04X}⟩"


def quoted(text: str) -> str:
    """Return a cell as a message quotes it: visible, between quotes, at most 80 letters of it.

    Parameters
    ----------
    text : str
        What was found.

    Returns
    -------
    str
        The text, or its beginning and how long it is.

    Examples
    --------
    >>> quoted("Cubba")
    '"Cubba"'
    >>> quoted("C" * 2000)[-24:]
    'CCC…" (of 2,000 letters)'
    """
    shown = visible(text[: QUOTED + 1])
    if len(shown) <= QUOTED:
        return f'"{shown}"'
    return f'"{shown[:QUOTED]}…" (of {len(text):,} letters)'


def shortened(text: str) -> str:
    """Return a cell as a list of cells tells it: visible, at most 80 letters, without quotes.

    Parameters
    ----------
    text : str
        A cell, such as a topic or an id.

    Returns
    -------
    str
        The text, or its beginning.

    Examples
    --------
    >>> shortened("human rights"), len(shortened("x" * 5000))
    ('human rights', 81)
    """
    shown = visible(text[: QUOTED + 1])
    return shown if len(shown) <= QUOTED else f"{shown[:QUOTED]}…"


def message(text: str) -> str:
    """Return a message as it can be printed: visible, and no quotation in it longer than a line.

    Parameters
    ----------
    text : str
        One or more lines of ours that quote cells.

    Returns
    -------
    str
        The same lines.

    Examples
    --------
    >>> print(message('no such forum: "' + "x" * 5000 + '"; there are'))  # doctest: +ELLIPSIS
    no such forum: "xxx...xxx…" (of 5,000 letters); there are
    """
    return re.sub(
        r'"[^"\n]*"',
        lambda found: found[0] if _short(found[0]) else quoted(found[0][1:-1]),
        visible(text, keep="\n"),
    )


def _short(quotation: str) -> bool:
    # A quotation that `quoted` has already cut is left alone: it ends with "…".
    return len(quotation) - 2 <= QUOTED or quotation.endswith('…"')
