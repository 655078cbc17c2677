"""The unknown items before the first known name of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.texts.cues import BEFORE
from coalitions.texts.items import MARK, NUMBER, read_item
from coalitions.texts.languages import of_role
from coalitions.texts.words import AND, ARTICLE, BESIDE, either

if TYPE_CHECKING:
    from coalitions.texts.pieces import Piece

# What is longer before a name (letters) is a sentence.
_REACH = 160
_NUMBERED = rf"(?:(?:{NUMBER}|[•·▪◦‣●○■*–—-])\s+)?"
_BEFORE_NAME = rf"\s*{_NUMBERED}(?:(?:{ARTICLE})\s+|[dl]['’])*(?:[dl]\b)?\Z"
_SEPARATED = re.compile(rf"(?:{MARK}|\n|\t|\||(?:{AND})){_BEFORE_NAME}", re.IGNORECASE)
_OPENING = (
    r"(?<!Republic\s)(?<!State\s)(?<!Kingdom\s)(?<!Union\s)\bof|\bby|:|：|代表|\bnamely,?|\b(?:de|du|des|del|do|da|dos|das|par|por|von|имени)"
    r"|\b[dl]['’]|عن|باسم"
)
_LEADING = re.compile(
    rf"(?s:.*)(?P<opening>{_OPENING}|\A|\n|(?:\A|(?<=[^\W\d]))[.!?]\s|{MARK})"
    rf"\s*(?:(?:the|{ARTICLE})\s+|[dl]['’])*"
    rf"(?P<item>[^,;:\n、，；：،]{{2,100}}?)"
    rf"\s*(?:{MARK}\s*(?:(?:{AND})\s+)?|\n\s*|(?<=\s)(?:{AND})\s+){_NUMBERED}(?:(?:{ARTICLE})\s+|[dl]['’])*\Z"
)
#: Words that would be the heading of a list, and no item of one.
HEADING = re.compile(
    rf"{either(BEFORE['signatories'])}|{of_role('before', 'signatories')}", re.IGNORECASE
)
_OTHER_HEADING = re.compile(
    r"(?:abstentions?|abstain(?:ed|ing)|absent|missing|against|oppos\w+|remaining(?:\s+\w+)?|outstanding"
    r"|non-?\w+|(?:did|have|has|do)\s+not\b.*|not\b.*)\W*",
    re.IGNORECASE,
)
_BESIDE_IT = 12
_BLANK = re.compile(r"\n[ \t]*\n")
# With which a sentence may begin: "Unfortunately, Cuba", "In Geneva, Chad".
_ADVERB = re.compile(
    r"(?:\w+(?:ly|mente|ment)|moreover|furthermore|nevertheless|nonetheless|thus|hence|indeed|instead"
    r"|still|then|here|there|yet|first|second|third|overall|enfin|hier|ensuite|ayer|ontem|gestern"
    r"|heute|вчера|сегодня)\Z",
    re.IGNORECASE,
)


def before(text: str, limit: int, start: int, *, lone: bool = False) -> list[Piece]:
    """Return the unknown items right before the first known name of a list, in order.

    Parameters
    ----------
    text : str
        The text.
    limit : int
        Where the list before ends.
    start : int
        Where the first known name begins.
    lone : bool
        Whether it is the only one: then words have to open the list.

    Examples
    --------
    >>> text = "Signatories: Ruritania, Borduria, Cuba"
    >>> [text[piece.start : piece.end] for piece in before(text, 0, text.index("Cuba"))]
    ['Ruritania', 'Borduria']
    """
    found: list[Piece] = []
    at, opened = start, 0
    while item := _item(text, limit, at):
        piece, opening, at = item
        if found and _BLANK.search(text, piece.end, found[-1].start):
            break
        found.append(piece)
        if re.fullmatch(MARK, opening):
            # What stands right behind the list before goes on with it.
            opened = len(found) if limit > 0 and at - limit <= _BESIDE_IT else opened
            continue
        opened = len(found)
        starts = opening.strip() in ("", ".", "!", "?")
        if starts and _begins_sentence(text[piece.start : piece.end]):
            found.pop()
        if opening != "\n":
            break
    return (found[:opened] if lone else found)[::-1]


def _item(text: str, limit: int, end: int) -> tuple[Piece, str, int] | None:
    """Return the item that ends before a place, what opens it, and where that begins."""
    low = max(limit, end - _REACH)
    ahead = text[low:end]
    match = _LEADING.match(ahead) if _SEPARATED.search(ahead) else None
    if not match or HEADING.search(match["item"]) or _OTHER_HEADING.fullmatch(match["item"]):
        return None
    item = read_item(text, low + match.start("item"), low + match.end("item"))
    if not item or not (item[0].code or item[0].kind == "unknown"):
        return None
    # A window that begins within a sentence opens nothing.
    opening = match["opening"] or ("\n" if low == limit else ",")
    return item[0], opening, low + match.start("item")


def _begins_sentence(words: str) -> bool:
    """Say whether words stand before the names of a sentence, and are no item of a list."""
    first, *more = words.split()
    return bool((more and first.casefold() in BESIDE) or (not more and _ADVERB.match(first)))
