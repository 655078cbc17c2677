"""UTF-8 that was read as one of many encodings of one byte a letter, word by word."""

from __future__ import annotations

import functools
import re
import unicodedata

#: Encodings beside those of Western Europe, and what people call them.
FURTHER = {
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1256": "Windows-1256",
    "cp1257": "Windows-1257",
    "koi8_r": "KOI8-R",
    "cp866": "code page 866",
    "cp852": "code page 852",
    "cp850": "code page 850",
}
# A byte of a letter may have become a blank that is no space.
_WORD = re.compile(r"[^ \t\r\n,;:()\"|]+")
_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
# What frames were drawn with on old screens stands in no word.
_FRAME = re.compile("[\u2500-\u259f]")
_LETTERS = re.compile(r"[^\W\d_]+")
# Scripts that stand together in one word.
_EAST_ASIA = frozenset(["CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"])


def whole_words(text: str, encoding: str) -> list[tuple[int, int, str]]:
    """Return start, end and true letter of what are bytes of UTF-8 taken for letters, in words.

    A word counts if all of its letters beyond ASCII are such bytes, and what they stand for is a
    word: letters of one script, large and small ones in their places. A text counts if one word
    cannot be how people write ("TĂĽrkiye", "РџРµСЂСѓ"), and more words are such accidents than not.

    Parameters
    ----------
    text : str
        A text that may have been decoded wrongly.
    encoding : str
        One of `FURTHER`.

    Returns
    -------
    list of tuple of int, int and str

    Examples
    --------
    >>> whole_words("TĂĽrkiye", "cp1250"), whole_words("Её", "cp1251")
    ([(1, 3, 'ü')], [])
    """
    pattern, byte_of = bytes_of_utf8(encoding)
    if not pattern.search(text):
        return []
    found: list[tuple[int, int, str]] = []
    sure = balance = 0
    of_word = functools.cache(lambda word: _of_word(word, pattern, byte_of))  # words come again
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if word.isascii():
            continue
        if accidents := of_word(word):
            sure += not sure and _is_sure(word, accidents)
            balance += 1
            found += [(start + first, start + end, letter) for first, end, letter in accidents]
        elif _LETTER.search(word):
            balance -= 1
    return found if sure and balance > 0 else []


def _of_word(
    word: str, pattern: re.Pattern[str], byte_of: dict[str, int]
) -> list[tuple[int, int, str]]:
    """Return the accidents of a word that is nothing else, or nothing."""
    found: list[tuple[int, int, str]] = []
    mended = left = ""
    at = 0
    for match in pattern.finditer(word):
        try:
            letter = bytes(byte_of[c] for c in match.group()).decode("utf-8")
        except UnicodeDecodeError:
            return []
        left += word[at : match.start()]
        mended += word[at : match.start()] + letter
        at = match.end()
        found.append((*match.span(), letter))
    left += word[at:]
    return found if left.isascii() and _is_word(mended + word[at:]) else []


def _is_word(word: str) -> bool:
    """Say whether what bytes stand for may be one word, without signs."""
    signs = any(unicodedata.category(c)[0] in "CMNS" and not c.isascii() for c in word)
    return not signs and _is_even(word)


def _is_even(word: str) -> bool:
    """Say whether letters are of one script, large ones at the beginning or all."""
    parts = _LETTERS.findall(word)
    names = {unicodedata.name(c, "?").split()[0] for part in parts for c in part}
    scripts = {"EAST" if name in _EAST_ASIA else name for name in names}
    cased = all(part[1:] in (part[1:].lower(), part[1:].upper()) for part in parts)
    return len(scripts) == 1 and cased


def _is_sure(word: str, accidents: list[tuple[int, int, str]]) -> bool:
    """Say whether no one writes like that: side by side, in two scripts, with a sign inside."""
    ends = {end for _, end, _ in accidents}
    adjacent = any(start in ends for start, _, _ in accidents)
    if adjacent or _FRAME.search(word) or not _is_even(word):
        return True
    return any(
        not word[start:end].isalpha() and word[end : end + 1].isalpha()
        for start, end, _ in accidents
    )


@functools.cache
def bytes_of_utf8(encoding: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return a pattern for bytes of UTF-8 read as an encoding, and the byte of each letter.

    Examples
    --------
    >>> bytes_of_utf8("cp1250")[0].findall("TĂĽrkiye")
    ['ĂĽ']
    """
    byte_of: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(encoding, "ignore")
        # Some programs leave the bytes that Windows does not know as control characters.
        kept = encoding == "cp1252" or (encoding in FURTHER and not letter)
        for seen in {letter, chr(byte)} if kept else {letter}:
            if seen:
                byte_of.setdefault(seen, byte)

    def letters(first: int, last: int) -> str:
        return "".join(re.escape(c) for c, byte in byte_of.items() if first <= byte <= last)

    more = f"[{letters(0x80, 0xBF)}]"
    pattern = (
        f"[{letters(0xC2, 0xDF)}]{more}|[{letters(0xE0, 0xEF)}]{more}{{2}}"
        f"|[{letters(0xF0, 0xF4)}]{more}{{3}}"
    )
    return re.compile(pattern), byte_of


# Signs that Windows-1252 has, and that no one writes between two letters.
_SIGNS = "€‚ƒ„…†‡ˆ‰‹•˜™›¡¢£¤¥¦§¨©«¬®¯°±²³µ¶¸¹»¼½¾¿×÷"
_NOT_WESTERN = re.compile(
    # signs in words, letters in a row, large letters inside, and letters of Czech and Turkish words
    rf"(?<=[^\W\d_])[{_SIGNS}](?=[^\W\d_])|\b[£¥¤¼½¾](?=[^\W\d_])|[À-ÖØ-öø-ÿŠŒŽšœžŸ]{{3}}"
    "|(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŠŒŽŸ]|(?<=[^\\W\\d_])[À-ÖØ-ÞŠŒŽŸ](?=[a-zß-öø-ÿ])"
    "|\\b[ÈèÌì](?=[a-zß-öø-ÿ])|ì(?=[a-zß-öø-ÿ])"
)


def is_western(raw: bytes) -> bool:
    """Return whether bytes that are no UTF-8 make sensible words as Latin-1 (Windows-1252).

    Examples
    --------
    >>> is_western("Türkiye".encode("cp1252")), is_western("Куба".encode("cp1251"))
    (True, False)
    """
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return False
    # What is looked for has a letter beyond ASCII, and lies within a line.
    lines = {line for line in text.split("\n") if not line.isascii()}
    return not _NOT_WESTERN.search("\n".join(lines))


def is_utf16(raw: bytes) -> bool:
    r"""Return whether bytes with zeros among them are text in UTF-16 without a mark at its head.

    Examples
    --------
    >>> is_utf16("Куба\nПеру\nЧили\n".encode("utf-16-le")), is_utf16(b"Cuba\n\0\n")
    (True, False)
    """
    places = [raw[start::2].count(0) for start in (0, 1)]
    if len(raw) % 2 or sum(places) <= 1 or all(places):
        return False
    try:
        text = raw.decode("utf-16-le" if places[1] else "utf-16-be")
    except UnicodeDecodeError:
        return False
    return "".join(text.split()).isprintable()
