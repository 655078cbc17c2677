"""Make the Russian and German rows of ``names/reference/forms.csv``: names as cases write them.

The rules are those of grammars (Zaliznyak, 1977; Duden, "Die Grammatik", names of countries); the
names that they decline are our own tables' and Unicode CLDR's. To run: with the folder of an
unpacked ``cldr-localenames-full``. The file is frozen; rows of other notes stay as they are.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

from make_spellings import codes

from coalitions.names import tables
from coalitions.names.spelling import normalise

REFERENCE = Path(__file__).parents[1] / "coalitions" / "names" / "reference"

#: Nouns that the rules below would get wrong: genitive, instrumental, accusative.
NOUNS = {
    "Египет": ("Египта", "Египтом", "Египет"),
    "Израиль": ("Израиля", "Израилем", "Израиль"),
    "Беларусь": ("Беларуси", "Беларусью", "Беларусь"),
    "Польша": ("Польши", "Польшей", "Польшу"),
    "Штаты": ("Штатов", "Штатами", "Штаты"),
    "Эмираты": ("Эмиратов", "Эмиратами", "Эмираты"),
    "Острова": ("Островов", "Островами", "Острова"),
    "острова": ("островов", "островами", "острова"),
    "Нидерланды": ("Нидерландов", "Нидерландами", "Нидерланды"),
    "Филиппины": ("Филиппин", "Филиппинами", "Филиппины"),
    "Мальдивы": ("Мальдив", "Мальдивами", "Мальдивы"),
    "Багамы": ("Багам", "Багамами", "Багамы"),
    "Сейшелы": ("Сейшел", "Сейшелами", "Сейшелы"),
    "Коморы": ("Комор", "Коморами", "Коморы"),
    "Соломоны": ("Соломонов", "Соломонами", "Соломоны"),
    "Гренадины": ("Гренадин", "Гренадинами", "Гренадины"),
    "Китс": ("Китса", "Китсом", "Китс"),
    "Королевство": ("Королевства", "Королевством", "Королевство"),
    "Государство": ("Государства", "Государством", "Государство"),
    "государство": ("государства", "государством", "государство"),
    "Княжество": ("Княжества", "Княжеством", "Княжество"),
    "Герцогство": ("Герцогства", "Герцогством", "Герцогство"),
    "Союз": ("Союза", "Союзом", "Союз"),
    "союз": ("союза", "союзом", "союз"),
    "Престол": ("Престола", "Престолом", "Престол"),
    "Содружество": ("Содружества", "Содружеством", "Содружество"),
    "Орден": ("Ордена", "Орденом", "Орден"),
    "территории": ("территорий", "территориями", "территории"),
    "Территории": ("Территорий", "Территориями", "Территории"),
    "Самоа": ("Самоа", "Самоа", "Самоа"),
    "Никарагуа": ("Никарагуа", "Никарагуа", "Никарагуа"),
    "Антигуа": ("Антигуа", "Антигуа", "Антигуа"),
    "Папуа": ("Папуа", "Папуа", "Папуа"),
}
_CONSONANTS = "бвгдзклмнпрстфхц"
_ADJECTIVES = {
    "ая": ("ой", "ой", "ую"),
    "яя": ("ей", "ей", "юю"),
    "вы": ("вых", "выми", "вы"),
    "ое": ("ого", "ым", "ое"),
    "ый": ("ого", "ым", "ый"),
    "ой": ("ого", "ым", "ой"),
    "ые": ("ых", "ыми", "ые"),
}
#: Adjectives whose stem ends in к, г, х, ш take и.
_SOFT = {
    "ий": ("ого", "им", "ий"),
    "ие": ("их", "ими", "ие"),
    "ое": ("ого", "им", "ое"),
}


def adjective(word: str, case: int) -> str:
    """Return an adjective in a case, or "" for a word that is none."""
    first, _, last = word.rpartition("-")
    stem, end = last[:-2], last[-2:]
    if len(stem) < 3 or last in NOUNS:
        return ""
    if last == "бывшая":
        return ("бывшей", "бывшей", "бывшую")[case]
    if stem[-1] in "кгхш" and end in _SOFT:
        bent = stem + _SOFT[end][case]
    elif end in _ADJECTIVES and not (end == "ой" and stem[-1] == "р"):
        bent = stem + _ADJECTIVES[end][case]
    else:
        return ""
    return f"{first}-{bent}" if first else bent


def noun(word: str, case: int) -> str:
    """Return a noun in a case; itself where it is not declined."""
    if word in NOUNS:
        return NOUNS[word][case]
    if word.endswith("я"):
        return word[:-1] + ("и", "ей", "ю")[case]
    if word.endswith("а"):
        return word[:-1] + ("и" if word[-2] in "кгхшж" else "ы", "ой", "у")[case]
    if word.endswith("й"):
        return word[:-1] + ("я", "ем", "й")[case]
    if word[-1] in _CONSONANTS:
        return word + ("а", "ом", "")[case]
    return word


def _single(word: str, case: int) -> str:
    if "-" not in word:
        return noun(word, case)
    first, last = word.split("-", 1)
    if word in ("Гвинея-Бисау", "Тимор-Лешти"):
        return f"{noun(first, case)}-{last}"
    if word == "Бруней-Даруссалам":
        return f"{noun(first, case)}-{noun(last, case)}"
    if word == "Босния-Герцеговина":
        return "-".join(noun(part, case) for part in word.split("-"))
    if word.startswith("Папуа-Новая"):
        return f"Папуа-{adjective('Новая', case)}"
    return f"{first}-{noun(last, case)}"


def phrase(name: str, case: int) -> str:
    """Return a name in a case: adjectives and the noun that they are of; what follows stays."""
    if match := re.fullmatch(r"(.+?) \((.+)\)", name):
        return f"{phrase(match[1], case)} ({phrase(match[2], case)})"
    if " и " in name and not re.search(r"Республика|Королевство|Конфедерация", name):
        return " и ".join(phrase(part, case) for part in name.split(" и "))
    words = name.split()
    for at, word in enumerate(words):
        if word.startswith("Папуа-Новая") or word == "Папуа":
            words[at] = _single(word, case)
            continue
        if word in ("—", "-"):
            continue
        if at + 1 < len(words) and (bent := adjective(word, case)):
            words[at] = bent
            continue
        words[at] = _single(word, case)
        break
    return " ".join(words)


def russian() -> list[tuple[str, str, str, str]]:
    """Return the rows of Russian forms."""
    with (REFERENCE / "aliases.csv").open(encoding="utf-8", newline="") as file:
        held = [row for row in csv.DictReader(file) if row["language"] == "ru"]
    result = []
    for row in held:
        if (
            row["kind"] not in ("name", "former")
            or row["alias"].isupper()
            or re.search(r"[,/]|ССР|НДР|о-в[аы]|Кот д", row["alias"])
        ):
            continue
        for case, note in enumerate(("genitive", "instrumental", "accusative")):
            bent = phrase(row["alias"], case)
            if bent != row["alias"]:
                result.append((bent, row["signatory"], "ru", note))
    return result


#: German names with an article or an adjective: as other cases write them.
GERMAN = {
    "CHE": "Schweizerischen Eidgenossenschaft",
    "GBR": "Vereinigte Königreich|Vereinigte Königreich Großbritannien und Nordirland"
    "|Vereinigten Königreichs|Vereinigten Königreiches|Vereinigten Königreich"
    "|Vereinigten Königreichs Großbritannien und Nordirland",
    "USA": "Vereinigten Staaten|Vereinigten Staaten von Amerika",
    "ARE": "Vereinigten Arabischen Emirate|Vereinigten Arabischen Emiraten",
    "CZE": "Tschechischen Republik",
    "SVK": "Slowakischen Republik",
    "DOM": "Dominikanischen Republik",
    "CAF": "Zentralafrikanischen Republik",
    "COD": "Demokratischen Republik Kongo",
    "RUS": "Russischen Föderation",
    "EUE": "Europäischen Union",
    "VAT": "Heilige Stuhl|Heiligen Stuhls",
    "IRN": "Islamischen Republik Iran",
    "PRK": "Demokratischen Volksrepublik Korea",
    "SYR": "Arabischen Republik Syrien",
    "NLD": "Niederlanden",
}
_NO_S = re.compile(
    r"(?:[szxß]|inseln|Salomonen|Malediven|Seychellen|Komoren|Philippinen|Niederlande|Kapverden"
    r"|Republik|Union|Staaten|Emirate|küste|Grenadinen|Schweiz|Türkei|Slowakei|Mongolei|Ukraine"
    r"|[Gg]ebiete|Königreich|Vatikanstadt|Moldau|Bahamas|\)|\b[A-Z]{2,})\Z"
)


def english(code: str) -> str:
    """Return the name of a state in English."""
    return tables().states[code]["name"]


def german(folder: Path) -> list[tuple[str, str, str, str]]:
    """Return the rows of German forms."""
    states = codes()
    held = json.loads((folder / "main/de/territories.json").read_text(encoding="utf-8"))
    result = []
    for entry, name in held["main"]["de"]["localeDisplayNames"]["territories"].items():
        code = states.get(entry.split("-alt-")[0])
        if code and not _NO_S.search(name):
            result.append((f"{name}s", code, "de", "genitive"))
        # "Republik Marshallinseln": as its own name in English says, but for the two Chinas.
        if code and normalise(f"Republic of {english(code)}") in tables().keys and code != "CHN":
            result.append((f"Republik {name}", code, "de", "declined"))
        if code and normalise(f"Kingdom of {english(code)}") in tables().keys:
            result.append((f"Königreich {name}", code, "de", "declined"))
    for code, forms in GERMAN.items():
        result += [(form, code, "de", "declined") for form in forms.split("|")]
    return result


def main() -> None:
    """Write the rows, beside those that were entered by hand."""
    path = REFERENCE / "forms.csv"
    with path.open(encoding="utf-8", newline="") as file:
        held = [tuple(row) for row in list(csv.reader(file))[1:]]
    made = russian() + german(Path(sys.argv[1]))
    notes = {"genitive", "instrumental", "accusative", "declined"}
    known = tables()
    kept = {
        row
        for row in [*(row for row in held if row[3] not in notes), *made]
        if normalise(row[0]) not in known.keys
    }
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["alias", "signatory", "language", "note"])
        writer.writerows(sorted(kept, key=lambda row: (row[2], row[1], row[3], row[0])))


if __name__ == "__main__":
    main()
