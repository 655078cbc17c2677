"""Words that stand beside a name, written out and as maps and the press shorten them."""

from __future__ import annotations

from coalitions.names.spelling import normalise

#: What maps and the press shorten, and to what; a rule reads them wherever they stand.
SHORT: dict[str, tuple[str, ...]] = {
    "n": ("north", "northern", "new"),
    "s": ("south", "southern", "saint", "san", "sao"),
    "e": ("east", "eastern"),
    "w": ("west", "western"),
    "no": ("north", "northern"),
    "nth": ("north", "northern"),
    "so": ("south", "southern"),
    "sth": ("south", "southern"),
    "utd": ("united",),
    "isds": ("islands",),
    "r": ("republic",),
    "em": ("emirates",),
    "ua": ("united arab",),
    "fs": ("federated states",),
    "herz": ("herzegovina",),
    "herzeg": ("herzegovina",),
    "barb": ("barbuda",),
    "gren": ("grenadines",),
    "princ": ("principe",),
    "nev": ("nevis",),
    "st": ("saint", "state", "states"),
    "sts": ("states",),
    "is": ("islands", "island"),
    "isl": ("islands", "island"),
    "isls": ("islands",),
    "i": ("islands", "island"),
    "rep": ("republic",),
    "repub": ("republic",),
    "dem": ("democratic",),
    "eq": ("equatorial",),
    "equ": ("equatorial",),
    "fed": ("federal", "federated", "federation", "federative"),
    "terr": ("territory", "territories"),
    "c": ("central",),
    "cent": ("central",),
    "cen": ("central",),
    "afr": ("africa", "african"),
    "isr": ("islamic",),
    "islam": ("islamic",),
    "soc": ("socialist",),
    "prov": ("province",),
    "u": ("united",),
    "ur": ("united republic",),
    "us": ("united states",),
    "uk": ("united kingdom",),
    "gb": ("great britain",),
    "arab": ("arab", "arabia", "arabian"),
    "ar": ("arab republic", "arab", "arabia"),
    "pr": ("peoples republic",),
    "dr": ("democratic republic",),
    "pdr": ("peoples democratic republic",),
    "dpr": ("democratic peoples republic",),
    "fr": ("federal republic", "french"),
    "sr": ("socialist republic",),
    "ir": ("islamic republic",),
    "rb": ("bolivarian republic",),
    "br": ("british", "bolivarian republic"),
    "bol": ("bolivarian",),
    "plur": ("plurinational",),
    "ng": ("new guinea",),
    "kgdm": ("kingdom",),
    "ppls": ("peoples",),
    "bos": ("bosnia",),
    "tob": ("tobago",),
    "vin": ("vincent",),
}
# Words that stand beside a name and are none: "Korea, Republic of", "Sudan, South".
_BESIDE_WORDS = (
    "of the and republic democratic peoples people s kingdom state states federal federated "
    "federative federation islamic arab socialist united union commonwealth principality "
    "plurinational bolivarian cooperative co operative islands island equatorial north south east "
    "west northern southern eastern western new grand duchy sultanate independent former yugoslav "
    "popular province hashemite"
)
_BESIDE = frozenset(_BESIDE_WORDS.split())
_LINKS = frozenset(["of", "the", "and"])
_SHORT_BESIDE = frozenset(
    word for word, full in SHORT.items() if any(set(f.split()) <= _BESIDE for f in full)
)


def qualifies(part: str) -> bool:
    """Return whether a part holds nothing but words that stand beside a name.

    Examples
    --------
    >>> qualifies("Democratic Republic of"), qualifies("Rep."), qualifies("Republic of Korea")
    (True, True, False)
    """
    words = normalise(part).split()
    return not _LINKS.issuperset(words) and all(
        word in _BESIDE or word in _SHORT_BESIDE for word in words
    )
