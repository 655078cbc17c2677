"""Numbers of states in languages other than English: what is counted, and the number before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from coalitions.texts.languages import LANGUAGES, alternatives
from coalitions.texts.numerals import ideographs, is_about, number_words

# So far before what is counted its number is looked for (letters), and so many words are one.
_REACH = 90
_MOST_WORDS = 4
_SPACED = [code for code, words in LANGUAGES.items() if words.spaced or code == "ar"]
_COUNTED = re.compile(
    r"(?<![^\W\d_])(?:{})(?![^\W\d_])".format(
        "|".join(piece for code in _SPACED for piece in LANGUAGES[code].members)
    ),
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
# Words between a number and what it counts, besides "other".
_BETWEEN = re.compile(
    r"(?:de|d|des|do|da|dos|das|los|les|seus|sus|ses"
    r"|(?:arab|afrikan|asiat|europä|gleichgesinnt|westlich|islam|souverän|demokrat)\w*"
    r"|\w+(?:их|ых|ими|ыми)|un|vn|eu|onu)\Z",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"(?:{alternatives('further')})\Z", re.IGNORECASE)
_FURTHER_BEHIND = re.compile(rf"\s+(?:{alternatives('further')})", re.IGNORECASE)
_TOTAL = re.compile(rf"(?:{alternatives('total')})\s*\Z", re.IGNORECASE)
_QUALIFIERS = [
    (name, re.compile(rf"(?<![^\W\d_])(?:{'|'.join(pieces)})['’]?\s*\Z", re.IGNORECASE))
    for words in LANGUAGES.values()
    for name, pieces in words.qualifiers.items()
]
_IDEOGRAPHIC = re.compile(
    r"(?P<total>总共|總共|共计|共有|合計|計)?(?P<said>近|将近|超过|逾|至少|约|約|大约|少なくとも|其他|其它|另外|另|その他の?|他の|ほか|外|其余)?"
    r"(?<![\d.,/第〇一二三四五六七八九十百])(?P<number>\d{1,3}|[〇零一二两兩三四五六七八九十百]{1,6})"
    r"(?P<more>多|余|餘)?(?:个|個|[かカヵケヶ箇ヵ])?(?P<other>其他|其它|另外)?"
    r"(?:阿拉伯|非洲|亚洲|亞洲|欧洲|歐洲|西方|拉美|伊斯兰|发展中|發展中|志同道合的)?"
    r"(?:成员|成員|会员|會員|の)?(?:国家|國家|[国國])(?![集际際家会會](?![议議])|[・･]?機構)"
    r"(?P<behind>以上|近く|超|余り)?"
)
_IDEOGRAPHIC_SAID = {
    **dict.fromkeys(("近", "将近", "近く"), "nearly"),
    **dict.fromkeys(("超过", "逾", "多", "余", "餘", "超", "余り"), "more than"),
    **dict.fromkeys(("至少", "少なくとも", "以上"), "at least"),
    **dict.fromkeys(("约", "約", "大约"), "about"),
}


class Count(NamedTuple):
    """A number of states in a text.

    Attributes
    ----------
    start, end : int
        Where it stands.
    number : int
        How many.
    qualifier : str
        ``exactly``, or as in the table of claims ("nearly", "more than", "about", …).
    further : bool
        Whether they are so many besides others: "38 other countries".
    total : bool
        Whether the text calls it a total.
    """

    start: int
    end: int
    number: int
    qualifier: str
    further: bool
    total: bool


def counted(text: str) -> list[Count]:
    """Return the numbers of states in a text that are not in English.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Count
        In order.

    Examples
    --------
    >>> [(each.number, each.qualifier) for each in counted("au nom de plus de trente-neuf pays")]
    [(39, 'more than')]
    >>> [(each.number, each.further) for each in counted("代表55个国家，另外3个国家；77国集团")]
    [(55, False), (3, True)]
    """
    found = [one for match in _COUNTED.finditer(text) if (one := _before(text, match))]
    return sorted(found + [one for m in _IDEOGRAPHIC.finditer(text) if (one := _ideographic(m))])


def _before(text: str, what: re.Match[str]) -> Count | None:
    """Return the number that stands before what is counted."""
    low = max(0, what.start() - _REACH)
    before = text[low : what.start()]
    words = list(_WORD.finditer(before))
    further = bool(_FURTHER_BEHIND.match(text, what.end()))
    if not words or before[words[-1].end() :].strip(" \u00a0\n-’'"):
        return None
    while words and (_FURTHER.match(words[-1].group()) or _BETWEEN.match(words[-1].group())):
        further = bool(_FURTHER.match(words.pop().group())) or further
    number, first, word = _number(before, words)
    if not number:
        return None
    ahead = before[: words[first].start()]
    if re.search(r"[\d.,/(-]\Z", ahead):
        return None
    while first and _FURTHER.match(words[first - 1].group()):
        further, first = True, first - 1
        ahead = before[: words[first].start()]
    ahead = re.sub(
        r"(?:\b(?:une?|una?|los|las|les|os|as|die|den|der)\s+)+\Z", "", ahead, flags=re.IGNORECASE
    )
    said = next((name for name, pattern in _QUALIFIERS if pattern.search(ahead)), "exactly")
    said = "about" if said == "exactly" and is_about(word) else said
    start = low + words[first].start()
    return Count(start, what.end(), number, said, further, bool(_TOTAL.search(ahead)))


def _number(before: str, words: list[re.Match[str]]) -> tuple[int, int, str]:
    """Return the longest number that the words end in, and the first of its words."""
    known = number_words()
    for first in range(max(0, len(words) - _MOST_WORDS), len(words)):
        part = before[words[first].start() : words[-1].end()].casefold()
        key = " ".join(part.replace("-", " ").split())
        if key.isdigit() and len(key) <= len("193"):
            return int(key), first, key
        if key in known:
            return known[key], first, key
    return 0, 0, ""


def _ideographic(match: re.Match[str]) -> Count | None:
    written = match["number"]
    number = int(written) if written.isdigit() else ideographs(written)
    held = (match["said"], match["more"], match["behind"])
    said = next((_IDEOGRAPHIC_SAID[word] for word in held if word in _IDEOGRAPHIC_SAID), "exactly")
    other = bool(match["other"]) or match["said"] in (
        *("其他", "其它", "另外", "另", "その他", "その他の", "他の", "ほか", "外", "其余"),
    )
    if not number:
        return None
    return Count(match.start(), match.end(), number, said, other, bool(match["total"]))
