"""Make ``names/reference/translations.csv``: what states are called in languages of the UN.

To run, give it ``country-codes.csv`` of github.com/datasets/country-codes (public domain) and the
folder of the unpacked npm package ``cldr-localenames-full``. The file is frozen in the repository;
this script says where each of its rows comes from.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

from coalitions.names.spelling import normalise

REFERENCE = Path(__file__).parents[1] / "coalitions" / "names" / "reference"
#: Language → how its official names are headed in the table of country codes.
OFFICIAL = {lang: f"official_name_{lang}" for lang in ("ar", "es", "fr", "ru")} | {
    "zh": "official_name_cn"
}
#: Labels of states whose short name is in neither source.
LABELS = {
    ("COD", "ar"): "الكونغو الديمقراطية",
    ("COD", "es"): "RD del Congo",
    ("COD", "fr"): "RD Congo",
    ("COD", "ru"): "ДР Конго",
    ("COG", "zh"): "刚果（布）",
}
#: States that are no more, and who is none: names (and labels) among the spellings of the tables.
OTHERS = {
    "CSK": "تشيكوسلوفاكيا Checoslovaquia Tchécoslovaquie Чехословакия 捷克斯洛伐克",
    "DDR": "ألمانيا_الشرقية RDA RDA ГДР 东德",
    "EAT": "تنجانيقا Tanganica Tanganyika Танганьика 坦噶尼喀",
    "EAZ": "زنجبار Zanzíbar Zanzibar Занзибар 桑给巴尔",
    "SCG": "صربيا_والجبل_الأسود Serbia_y_Montenegro Serbie-et-Monténégro Сербия_и_Черногория "
    "塞尔维亚和黑山",
    "SUN": "الاتحاد_السوفياتي URSS URSS СССР 苏联",
    "UAR": "الجمهورية_العربية_المتحدة República_Árabe_Unida République_arabe_unie ОАР "
    "阿拉伯联合共和国",
    "XOM": "منظمة_فرسان_مالطة Orden_de_Malta Ordre_de_Malte Мальтийский_орден 马耳他骑士团",
    "YMD": "اليمن_الديمقراطية Yemen_Democrático Yémen_démocratique Демократический_Йемен 民主也门",
    "YUG": "يوغوسلافيا Yugoslavia Yougoslavie Югославия 南斯拉夫",
}


def rows(codes: Path, cldr: Path) -> list[dict[str, str]]:
    """Return a row a state and language: its official name, and a label."""
    official = {row["ISO3166-1-Alpha-3"]: row for row in read(codes)}
    two = {row["signatory"]: row["code"] for row in reversed(read(REFERENCE / "twoletters.csv"))}
    known = spellings()
    others = {
        (code, language): name.replace("_", " ")
        for code, names in OTHERS.items()
        for language, name in zip(sorted(OFFICIAL), names.split(), strict=True)
        if (code, normalise(name.replace("_", " "))) in known
    }
    found = []
    for state in read(REFERENCE / "states.csv"):
        code = state["signatory"]
        for language, column in sorted(OFFICIAL.items()):
            path = cldr / "main" / language / "territories.json"
            held = json.loads(path.read_text(encoding="utf-8"))["main"][language]
            names = held["localeDisplayNames"]["territories"]
            common = names.get(two.get(code, ""), "")
            if code == "PSE":
                common = names["PS-alt-short"]
            name = official.get(code, {}).get(column, "") or common
            name = common if "_" in name else name  # "(Kingdom of _)": half a name
            name = others.get((code, language), name)
            if not name:
                continue
            formal = state["name"] != state["short"]
            short = min(name, common or name, key=len) if formal else name
            short = LABELS.get((code, language), short)
            found.append({"signatory": code, "language": language, "name": name, "short": short})
    return found


def spellings() -> set[tuple[str, str]]:
    """Return each state with the spellings that the tables have of it, normalised."""
    files = ("aliases.csv", "formerly.csv", "forms.csv")
    rows_ = (row for file in files for row in read(REFERENCE / file))
    return {(row["signatory"], normalise(row["alias"])) for row in rows_}


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    made = rows(Path(sys.argv[1]), Path(sys.argv[2]))
    with (REFERENCE / "translations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(made[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)
