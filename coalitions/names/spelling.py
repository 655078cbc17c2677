"""Reduce the spellings of a name to one, so that names can be compared exactly."""

from __future__ import annotations

import functools
import re
import unicodedata

_APOSTROPHES = dict.fromkeys(map(ord, "'`´ʹʻʼʽʾʿˈ‘’‚‛′‵＇"), "'")
# Letters that Unicode does not decompose, and letters that Arabic presses use for each other.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ə": "a", "Ə": "A"}
    | {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ـ": "", "ى": "ي", "ی": "ي", "ک": "ك"}
)
# Without them グ would be ク: a different syllable, not an accent.
_KANA_MARKS = frozenset("\u3099\u309a")

_QUOTES = '"“”„«»'
_TAIL = f" \t\r\n\u00a0*†‡§¶⁎∗¹²³⁰⁴⁵⁶⁷⁸⁹.,;:…。，、；：،؛'{_QUOTES}"
_HEAD = f" \t\r\n\u00a0'{_QUOTES}"
_MARK = re.compile(r"\[(?:\d{1,3}|[a-z])\]\Z")
# What a source puts behind a name, or before it, to send the reader to a footnote.
_SIGNS = "*†‡§¶⁎∗＊⁺#+^°º¹²³⁰⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠ※★☆♦"
_FOOTNOTE = re.compile(
    rf"(?:\s*(?:[{_SIGNS}]|\[(?:note\s)?[\w{_SIGNS}]{{1,3}}\]|\((?:\d{{1,3}}|[a-z]|[{_SIGNS}]+)\)"
    rf"|(?<=[^\W\d_])\s?\d{{1,2}}(?:\s*,\s*\d{{1,2}})*|(?<=\))\d{{1,2}}))+\Z"
)
# So far from the end marks are looked for (letters): a line of stars is no name.
_REACH = 60
_LEADING = re.compile(rf"^\s*(?:[{_SIGNS}]+|\[\d{{1,2}}\]|\(\d{{1,2}}\))\s*(?=\w)")
_INITIALS_APART = re.compile(r"\b(\w)\.\s+(?=\w(?:\.|$))")
_INITIAL = re.compile(r"\b(\w)\.")
_ELISION = re.compile(r"\b([dl])'\s*", re.IGNORECASE)
_ARTICLES = re.compile(
    r"\((?:the|la|le|les|l'|el|los|las)\s*\)"
    r"|(?:(?<=\()|^)\s*(?:(?:the|la|le|les|el|los|las)\s+|l'\s*)+"
    r"|\bthe\b",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(rf"[\s\-‐-―−_,()\[\]{_QUOTES}·・•،、。]+")
_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u9fff]"
_IDEOGRAPH_SPACE = re.compile(rf"(?<={_IDEOGRAPH}) (?={_IDEOGRAPH})")
_SAINT = re.compile(r"^st(e?) (?=\w)", re.IGNORECASE)


def _plain_letters(text: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text))
    bare = "".join(c for c in apart if c in _KANA_MARKS or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def _without_marks(text: str) -> str:
    text = text.strip(_HEAD).rstrip(_TAIL)
    while _MARK.search(text):
        text = _MARK.sub("", text).rstrip(_TAIL)
    return text


def footnote(name: str) -> tuple[str, str]:
    """Return a name without the marks of footnotes at its ends, and those marks.

    Parameters
    ----------
    name : str
        A name as written.

    Returns
    -------
    tuple of str
        The name and the marks; the name as it was and "" where there are none.

    Notes
    -----
    Digits directly behind a letter count as a mark; whether they are one, only a table can tell:
    "China1" is China where that is a name, and "Group of 77" is none.

    Examples
    --------
    >>> footnote("Kyrgyzstan*"), footnote("China1"), footnote("Mali [2]"), footnote("Cuba")
    (('Kyrgyzstan', '*'), ('China', '1'), ('Mali', '[2]'), ('Cuba', ''))
    """
    bare = name.strip().rstrip(".,;: ")
    ends = bare[:1] + bare[-1:]
    if ends.isascii() and ends.isalpha():
        return name, ""
    before, behind = _LEADING.search(bare), _FOOTNOTE.search(bare, max(0, len(bare) - _REACH))
    if not before and not behind:
        return name, ""
    end = behind.start() if behind else len(bare)
    marks = [match.group().strip() for match in (before, behind) if match]
    return bare[before.end() if before else 0 : end].strip(), " ".join(marks)


@functools.lru_cache(maxsize=8192)
def clean(name: str) -> str:
    """Do all that `normalise` does except for the case, which tells "US" from "us".

    Parameters
    ----------
    name : str
        A name as written, in any script.

    Returns
    -------
    str
        The key, in the case in which it was written.

    Examples
    --------
    >>> clean("the U. K.*")
    'UK'
    """
    text = "".join(c for c in name if unicodedata.category(c) != "Cf").translate(_APOSTROPHES)
    text = _plain_letters(_without_marks(text)).replace("&", " and ")
    text = _INITIAL.sub(r"\1", _INITIALS_APART.sub(r"\1.", text)).replace(".", " ")
    text = _ELISION.sub(r"\1", _ARTICLES.sub(" ", text)).replace("'", "")
    text = _IDEOGRAPH_SPACE.sub("", _SEPARATORS.sub(" ", text).strip())
    return _SAINT.sub(r"Saint\1 ", text)


def normalise(name: str) -> str:
    """Return the spelling by which names are compared.

    Parameters
    ----------
    name : str
        A name as written, in any script.

    Returns
    -------
    str
        The key; empty where nothing is left.

    Notes
    -----
    In this order:

    1. Invisible characters go (soft hyphens, zero-width spaces, direction marks), and apostrophes
       of any kind become one.
    2. At the end, footnote marks (``*``, daggers, superscript digits, ``[1]``), quotation marks
       and punctuation go; at the beginning, quotation marks.
    3. Widths and ligatures are unified (NFKC); accents, Arabic vowel signs, hamzas and lengthening
       strokes go. Kana keep their voicing marks.
    4. ``&`` becomes "and". Dots go: initials are joined ("U. K." is "UK"), words are parted
       ("Dem.Rep." is "Dem Rep").
    5. The article goes at the beginning (the, la, le, les, l', el, los, las) and at the beginning
       of brackets ("Sudan (the)"); "the" goes anywhere. Apostrophes go.
    6. White space, line breaks, dashes, commas, brackets and middle dots become one space, and
       none between ideographs.
    7. "St" and "Ste" at the beginning become "Saint" and "Sainte". Case goes.

    Plain digits at the end stay ("Cuba1"; `footnote` takes them off), and so does every other sign
    ("Cuba?").

    Examples
    --------
    >>> normalise("  The  U.S.\u00a0")
    'us'
    >>> normalise("Guinea‑Bissau*") == normalise("GUINEA BISSAU")
    True
    """
    return clean(name).casefold()
