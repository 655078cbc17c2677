"""Tell one signatory with commas in it from a line that holds several."""

from __future__ import annotations

import functools
import re
from typing import Literal

from coalitions.names.readings import exact
from coalitions.names.roles import is_firm, is_initials, is_office_of, is_role, is_suffix, is_topic

#: What a line holds: surely one name, surely several, or perhaps.
Holds = Literal["one", "perhaps", "several"]

_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]")
# "Jane Doe | University of Oslo" is one: what stands between the signs decides.
_APART = re.compile(r"[;；、؛]\s*|\s[•▪◦‣●○■·|]\s")
_COMMA = re.compile(r"\s*[,，،]\s*")
# An "&" stays within one name.
_AND = re.compile(
    r"\s+(?:and|et|und|y|e|og|och|en|και|и|та|i|ve|ja|és)\s+|\s+as\s+well\s+as\s+(?=\S)"
)
_LEADING_AND = re.compile(r"^(?:and|et|und|y|e|og|och|en|και|и|та|i|ve|ja|és)\s+(?=\S)")
# Without any of these there is nothing to weigh.
_HINT = re.compile(rf"[,，،;；、؛]|\s[•▪◦‣●○■·|/]\s|[ \u00a0]{{3}}|{_AND.pattern}")
_SLASH = re.compile(r"\s+/\s+")
_GAP = re.compile(r"\S[ \u00a0]{3,}\S")
# A name with an affiliation has a few commas; a list has many.
_COMMAS = 8
# So many names, and nothing that tells of one of them, are a list.
_MANY = 6
_SURE = 3
_LONGEST = 6
_TWO = 2
# Parts of states, which have an "and" or look like a name.
_PLACES = re.compile(
    r"(?:newfoundland and labrador|tyne and wear|brighton and hove|castill?[ae] (?:y|and) le[oó]n"
    r"|england and wales|jammu and kashmir|dumfries and galloway|perth and kinross"
    r"|hammersmith and fulham|kensington and chelsea|yorkshire and the humber"
    r"|turks and caicos(?: islands)?|wallis (?:and|et) futuna|(?:saint|st\.?) pierre and miquelon"
    r"|svalbard and jan mayen|south georgia.*|bath and north east somerset|devon and cornwall"
    r"|england|scotland|wales|northern ireland|catalonia|hong kong|macao|macau|puerto rico"
    r"|greenland|quebec|québec|ontario|california|texas|florida|new south wales|[A-Z]\.C\.)",
    re.IGNORECASE,
)
_STATE_CODES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK "
    "NSW VIC QLD ACT TAS NZ EU UK US USA UAE D.C Wash Calif"
)
_CODES = frozenset(_STATE_CODES.split())


@functools.lru_cache(maxsize=1024)
def holds(name: str) -> Holds:
    """Return whether a line holds one signatory, or several, or perhaps several.

    A name, and behind commas what somebody is, where, and of what body, is one; three names and
    more that end in "and" are several. Where the words do not tell, it is perhaps.

    Parameters
    ----------
    name : str
        A line or a cell.

    Returns
    -------
    {"one", "perhaps", "several"}

    Examples
    --------
    >>> holds("John Smith, Trinidad and Tobago"), holds("Jane Doe, Writer and Activist")
    ('one', 'one')
    >>> holds("Amnesty International, Human Rights Watch and Oxfam"), holds("Amnesty, Oxfam, Attac")
    ('several', 'perhaps')
    """
    bare = _capitals(_BRACKETS.sub("", name).strip(" ,;."))
    if not _HINT.search(bare):
        return "one"
    apart = [part.strip() for part in _APART.split(bare) if part.strip()]
    if len(apart) > 1:
        return _set_apart(apart)
    if bare.count(",") >= _COMMAS:
        return "several"
    if _GAP.search(name) or len(_SLASH.split(bare)) > _TWO:
        return "perhaps"
    return _between_commas([part for part in _COMMA.split(bare) if part])


def _capitals(text: str) -> str:
    """Return a line of names in small letters as if they were not: "evelyn and ruth"."""
    if not text[:1].islower():
        return text
    words = (
        word if _LEADING_AND.match(f"{word} x") else word[:1].upper() + word[1:]
        for word in text.split(" ")
    )
    return " ".join(words)


def _set_apart(parts: list[str]) -> Holds:
    """Say of what stands between semicolons and signs whether it is one, with what he is."""
    told = [_tells(part) for part in parts[1:]]
    if not any(told):
        return "several"
    return "one" if all(told) or told[0] else "perhaps"


def _between_commas(parts: list[str]) -> Holds:
    if sum(is_initials(piece) for part in parts for piece in _AND.split(part)) > 1:
        return "several"  # "Smith, J., Jones, K."
    parts = [part for part in parts if not (is_initials(part) or is_suffix(part))]
    if not parts:
        return "one"
    *before, last = parts
    items, joined = _last(last, first=not before)
    if any(_two_persons(part) for part in before):
        return "perhaps"
    if not before:
        return "perhaps" if joined and _two_persons(last) else "one"
    return _joined([*before, *items]) if joined else _listed([*before, *items])


def _last(part: str, *, first: bool) -> tuple[list[str], bool]:
    """Return the last part cut at its "and", and whether that joins it to those before it."""
    bare = _LEADING_AND.sub("", part)
    if bare != part:
        return [bare], not first
    pieces = _AND.split(part)
    if len(pieces) == 1 or _is_place(part):
        return [part], False
    *_, one, other = pieces
    # "Writer and Activist", "Department of History and Art" are what somebody is.
    what = is_role(one) and is_role(other)
    office = is_office_of(one) and (is_topic(other) or is_role(other))
    if what or office:
        return [part], False
    return [_AND.split(part, maxsplit=1)[0], *pieces[1:]] if len(pieces) > _TWO else pieces, True


def _joined(items: list[str]) -> Holds:
    """Say of a list that ends in "and" whether it is one of names."""
    *before, last = items
    topics = [is_topic(item) for item in before]
    if is_firm(last) or (all(topics) and (is_role(last) or is_topic(last))):
        return "one"
    if is_office_of(items[0]) and all(map(is_topic, items[1:])):
        return "one"
    behind = [_tells(item) or is_topic(item) for item in items[1:]]
    if all(map(_is_state, reversed(items))) and len(items) >= _SURE:
        return "several"
    names = sum(not told for told in behind) + (not _describes(items[0]))
    if not any(behind) and not _describes(items[0]):
        return "several"
    if all(behind) and not _is_state(items[0]):
        return "one"
    return "several" if names > _SURE else "perhaps"


def _listed(items: list[str]) -> Holds:
    """Say of parts between commas, without an "and", whether they are one of names."""
    if all(map(_is_state, reversed(items))):
        return "perhaps"
    if len(items) <= _TWO or _tells(items[1]) or _tells(items[-1]):
        return "one"
    told = any(map(_tells, items[1:])) or any(map(is_topic, items))
    if not told and len(items) >= _MANY:
        return "several"
    return "one" if told and len(items) <= _SURE else "perhaps"


def _two_persons(part: str) -> bool:
    """Say whether a part may name two: "Jane Doe and John Roe"."""
    pieces = _AND.split(part)
    if len(pieces) != _TWO or _is_place(part):
        return False
    return all(
        len(piece.split()) >= _TWO
        and all(word[:1].isupper() for word in piece.split())
        and not is_role(piece)
        for piece in pieces
    ) and not any(map(is_topic, pieces))


def _tells(part: str) -> bool:
    """Say whether a part tells of a name before it: what somebody is, a place, a number."""
    return is_role(part) or _is_place(part) or _describes(part) or is_firm(part)


def _describes(part: str) -> bool:
    """Say whether a part is no name: too many words, or a number."""
    return len(part.split()) > _LONGEST or not any(c.isalpha() for c in part)


def _is_place(part: str) -> bool:
    return part in _CODES or bool(_PLACES.fullmatch(part)) or _is_state(part)


def _is_state(part: str) -> bool:
    # "GMB" is a trade union as well as the code of the Gambia.
    code = len(part) == _SURE and part.isupper()
    return not code and exact(part).kind != "unknown"
