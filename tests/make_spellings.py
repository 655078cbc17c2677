"""Make ``names/reference/cldr.csv``: the names of states in every language of Unicode CLDR.

To run: ``npm pack cldr-localenames-full``, unpack it, and give its folder. The file is frozen in
the repository; this script says where each of its rows comes from.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

from coalitions.names import tables
from coalitions.names.languages import READ_LANGUAGES
from coalitions.names.spelling import normalise
from coalitions.names.suggesting import nearest

REFERENCE = Path(__file__).parents[1] / "coalitions" / "names" / "reference"
#: Up to so many letters a name without its accents may be a word: "Áo" is Austria, "ao" is not.
SHORT = 4
#: Names of Greek and Latin letters, in which accents tell words apart.
LETTERS = 0x590
#: Short names that are English words, or codes of others: who writes them means those.
WORDS = frozenset(
    {
        *("as", "cine", "day", "end", "fala", "gene", "gris", "hind", "kana", "kili", "laws"),
        *("malt", "mari", "palo", "pole", "poli", "sad", "sam", "sin", "swed", "turk"),
    }
)
#: Frequent slips in English, and a part of a state: those are refused.
SLIPS = frozenset(["guinea bisau", "phillipines", "columbia", "cubba", "papua", "de corea"])


def codes() -> dict[str, str]:
    """Return the states by their codes of two letters."""
    with (REFERENCE / "twoletters.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["code"]: row["signatory"] for row in rows if row["code"] not in ("UK", "EL")}


def names(folder: Path) -> dict[str, dict[str, dict[str, set[str]]]]:
    """Return key → state → languages and spellings, of all locales of a package."""
    states = codes()
    found: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(dict)
    for path in sorted(folder.glob("main/*/territories.json")):
        locale = path.parent.name
        held = json.loads(path.read_text(encoding="utf-8"))["main"][locale]
        for entry, name in held["localeDisplayNames"]["territories"].items():
            code = states.get(entry.split("-alt-")[0])
            if code and name != entry.split("-alt-")[0]:
                spellings = found[normalise(name)].setdefault(code, defaultdict(set))
                spellings[" ".join(name.split())].add(locale.split("-")[0])
    return found


def needs_its_accents(key: str, spellings: set[str]) -> bool:
    """Say whether a name counts only as it is written: short ones, and initials."""
    initials = all(name.replace(".", "").isupper() for name in spellings)
    return bool(key) and max(map(ord, key)) < LETTERS and (len(key) <= SHORT or initials)


def is_another_misspelt(key: str, code: str, languages: set[str]) -> bool:
    """Say whether an English reader may take a name for a slip of another state's."""
    meant = {known["name"]: code for code, known in tables().states.items()}
    near = {meant[name] for name in nearest(key)}
    return bool(near - {code}) and not languages & READ_LANGUAGES


def rows(folder: Path) -> list[tuple[str, str, str, str]]:
    """Return the rows of the table: what our own tables hold, or refuse, is left out."""
    known = tables()
    acronyms = {acronym.casefold() for acronym in known.capitals}
    ours = {*known.keys, *known.ambiguous, *known.groups, *known.elsewhere, *acronyms}
    result = []
    for key, states in names(folder).items():
        if (
            key in ours
            or key in SLIPS
            or (len(key) == 1 and key.isascii())
            or normalise(key) != key
        ):
            continue
        for code, spellings in states.items():
            every = set().union(*spellings.values())
            if len(states) == 1 and is_another_misspelt(key, code, every):
                continue
            if needs_its_accents(key, set(spellings)):
                for written, languages in spellings.items():
                    two = len(written.replace(".", "")) <= 2 and written.isupper()
                    if written.casefold() not in WORDS and not two:
                        result.append((key, code, " ".join(sorted(languages)), written))
            else:
                result.append((key, code, " ".join(sorted(every)), ""))
    return sorted(result)


def main() -> None:
    """Write the table."""
    with (REFERENCE / "cldr.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["key", "signatory", "languages", "written"])
        writer.writerows(rows(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
