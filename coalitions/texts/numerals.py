"""Number words below 200 in the languages of lists, each with what it means."""

from __future__ import annotations

import functools

_FRENCH_WORDS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_FRENCH = _FRENCH_WORDS.split()
_FRENCH_TENS_WORDS = "vingt trente quarante cinquante soixante"
_FRENCH_TENS = _FRENCH_TENS_WORDS.split()
_FRENCH_ABOUT = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "decena": 10,
    "docena": 12,
    "quincena": 15,
    "veintena": 20,
    "treintena": 30,
    "cincuentena": 50,
    "centenar": 100,
    "dezena": 10,
    "dúzia": 12,
    "centena": 100,
    "dutzend": 12,
}
_SPANISH_WORDS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_SPANISH = _SPANISH_WORDS.split()
_SPANISH_TENS_WORDS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_SPANISH_TENS = _SPANISH_TENS_WORDS.split()
_PORTUGUESE_WORDS = (
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze "
    "dezesseis dezessete dezoito dezenove"
)
_PORTUGUESE = _PORTUGUESE_WORDS.split()
_PORTUGUESE_TENS_WORDS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"
_PORTUGUESE_TENS = _PORTUGUESE_TENS_WORDS.split()
_GERMAN_WORDS = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
)
_GERMAN = _GERMAN_WORDS.split()
_GERMAN_TENS_WORDS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_GERMAN_TENS = _GERMAN_TENS_WORDS.split()
_RUSSIAN = (
    (
        (
            "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
            "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
        ),
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто",
    ),
    (
        (
            "нуля одной двух трех четырех пяти шести семи восьми девяти десяти одиннадцати "
            "двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати "
            "девятнадцати"
        ),
        "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста ста",
    ),
    (
        (
            "ноль одна две три четыре пятью шестью семью восемью девятью десятью одиннадцатью "
            "двенадцатью тринадцатью четырнадцатью пятнадцатью шестнадцатью семнадцатью "
            "восемнадцатью девятнадцатью"
        ),
        (
            "двадцатью тридцатью сорока пятьюдесятью шестьюдесятью семьюдесятью восемьюдесятью "
            "девяноста ста"
        ),
    ),
)
_ARABIC_UNITS = {
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني",
    3: "ثلاث ثلاثة ثلاثا",
    4: "أربع أربعة أربعا",
    5: "خمس خمسة خمسا",
    6: "ست ستة ستا",
    7: "سبع سبعة سبعا",
    8: "ثماني ثمانية ثمان ثمانيا",
    9: "تسع تسعة تسعا",
}
_ARABIC_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
    100: "مئة مائة",
}
_IDEOGRAPHS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5}
_IDEOGRAPHS |= {"六": 6, "七": 7, "八": 8, "九": 9}


def _french() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_FRENCH)}
    for number, tens in enumerate(_FRENCH_TENS, 2):
        found[tens] = 10 * number
        for unit in range(1, 10):
            joined = " et " if unit == 1 else "-"
            found[f"{tens}{joined}{_FRENCH[unit]}"] = 10 * number + unit
    for unit in range(10, 20):
        found[f"soixante{' et ' if _FRENCH[unit] == 'onze' else '-'}{_FRENCH[unit]}"] = 60 + unit
        found[f"quatre-vingt-{_FRENCH[unit]}"] = 80 + unit
    found |= {f"quatre-vingt-{_FRENCH[unit]}": 80 + unit for unit in range(1, 10)}
    return found | {"quatre-vingts": 80, "cent": 100}


def _spanish() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_SPANISH)} | {"cien": 100, "veintiún": 21}
    for number, tens in enumerate(_SPANISH_TENS, 3):
        found[tens] = 10 * number
        found |= {f"{tens} y {_SPANISH[unit]}": 10 * number + unit for unit in range(1, 10)}
        found[f"{tens} y un"] = 10 * number + 1
    return found


def _portuguese() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_PORTUGUESE)}
    found |= {
        "duas": 2,
        "quatorze": 14,
        "dezasseis": 16,
        "dezassete": 17,
        "dezanove": 19,
        "cem": 100,
    }
    for number, tens in enumerate(_PORTUGUESE_TENS, 2):
        found[tens] = 10 * number
        found |= {f"{tens} e {_PORTUGUESE[unit]}": 10 * number + unit for unit in range(1, 10)}
    return found


def _german() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_GERMAN) if number != 1}
    for number, tens in enumerate(_GERMAN_TENS, 2):
        found[tens] = 10 * number
        found |= {f"{_GERMAN[unit]}und{tens}": 10 * number + unit for unit in range(1, 10)}
    found |= {word.replace("ß", "ss"): number for word, number in found.items()}
    return found | {"hundert": 100, "einhundert": 100}


def _russian() -> dict[str, int]:
    found: dict[str, int] = {}
    for units, tens in _RUSSIAN:
        small = units.split()
        found |= {word: number for number, word in enumerate(small)}
        for number, word in enumerate(tens.split(), 2):
            found[word] = 10 * number
            found |= {f"{word} {small[unit]}": 10 * number + unit for unit in range(1, 10)}
    return found | {"трёх": 3, "четырёх": 4}


def _arabic() -> dict[str, int]:
    found = {"عشر": 10, "عشرة": 10}
    for tens, words in _ARABIC_TENS.items():
        found |= dict.fromkeys(words.split(), tens)
    for unit, words in _ARABIC_UNITS.items():
        for word in words.split():
            found[word] = unit
            found[f"{word} عشرة"] = found[f"{word} عشر"] = 10 + unit
            for tens, others in _ARABIC_TENS.items():
                found |= {f"{word} و{other}": tens + unit for other in others.split()}
    return found


@functools.cache
def number_words() -> dict[str, int]:
    """Return number words, hyphens as spaces, with what they mean.

    Examples
    --------
    >>> known = number_words()
    >>> known["trente neuf"], known["cincuenta y cinco"], known["neununddreißig"]
    (39, 55, 39)
    """
    every = [_french(), _spanish(), _portuguese(), _german(), _russian(), _arabic(), _FRENCH_ABOUT]
    return {word.replace("-", " "): number for each in every for word, number in each.items()}


def is_about(word: str) -> bool:
    """Say whether a number word is a round one: "une quarantaine".

    Examples
    --------
    >>> is_about("quarantaine"), is_about("quarante")
    (True, False)
    """
    return word in _FRENCH_ABOUT


def ideographs(text: str) -> int:
    """Return what a number in ideographs means; 0 for none that is below 1,000.

    Examples
    --------
    >>> ideographs("五十五"), ideographs("十"), ideographs("一百二十"), ideographs("国")
    (55, 10, 120, 0)
    """
    hundreds, found, rest = text.rpartition("百")
    total = 100 * _IDEOGRAPHS.get(hundreds or "一", 0) if found else 0
    tens, found, units = rest.lstrip("零〇").rpartition("十")
    total += 10 * _IDEOGRAPHS.get(tens or "一", 0) if found else 0
    return total + _IDEOGRAPHS.get(units, 0)
