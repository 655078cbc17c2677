"""Lists of some: "several states, including", of whom other words say what they are for."""

from __future__ import annotations

import re

from coalitions.texts.cues import (
    ALLOWED,
    BEHIND,
    CUES,
    PREPOSITION,
    SIGNED_BEHIND,
    WORD_FOR_IT,
)
from coalitions.texts.denials import DEED, is_denied
from coalitions.texts.languages import alternatives
from coalitions.texts.others import JOINS

# What stands between those who did and those of them who are named.
_SOME = (
    r"(?:including|among\s+(?:them|which|whom|others|those)|inter\s+alia|such\s+as|e\.\s?g\.?"
    r"|for\s+(?:example|instance)|(?:most\s+)?notably"
    r"|(?:y\s+)?compris|dont|notamment|parmi\s+(?:eux|lesquels|elles)"
    r"|entre\s+(?:ellos|ellas|los\s+que|los\s+cuales|eles|elas|os\s+quais)|incluid[oa]s|incluyendo"
    r"|incluindo|darunter|unter\s+ihnen|unter\s+anderem|einschließlich|в\s+том\s+числе|включая"
    r"|среди\s+которых|(?:من\s+)?بينها|منها|بما\s+(?:فيها|في\s+ذلك))"
)
# The end of words before a list that is only a part.
_IN_PART = re.compile(
    rf"(?<![^\W\d_]){_SOME}\W*(?:(?:the|la|el|los|las|le|les|der|die|o|a|os|as|those\s+of)\b\s*|[ld]['’])?\Z"
    r"|(?:包括|其中有|其中包括|を含む)\Z"
    r"|\b(?:include[sd]?)\s*(?:the\b\s*)?\Z",
    re.IGNORECASE,
)
# "Among the signatories are", "parmi les signataires figurent".
_AMONG_WHOM = re.compile(
    r"^\W*(?:among\s+(?:the|its|their|those)\b[^.;:]{0,80}\b(?:is|are|was|were)"
    r"|parmi\s+les\b[^.;:]{0,60}\b(?:figur\w+|sont|se\s+trouvent|on\s+compte)"
    r"|entre\s+l[oa]s\b[^.;:]{0,60}\b(?:figuran|están|se\s+encuentran|se\s+cuentan)"
    r"|entre\s+[oa]s\b[^.;:]{0,60}\b(?:figuram|estão|encontram-se|contam-se)"
    r"|zu\s+den\b[^.;:]{0,60}\bgehör(?:t|en|ten)|среди\b[^.;:]{0,60})"
    r"\W*(?:(?:the|l[aoe]s?|el)\b\s*|l['’])?\Z",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(
    r"\s*(?:\.{3}|…|\(?\+\s?\d)|\W*(?:were|are|was|is)\s+(?:also\s+)?(?:among|some|part)\b",
    re.IGNORECASE,
)
# Of whom some are named.
_WHOLE = re.compile(
    r"(?:(?<![^\W\d_])(?:countries|states|nations|delegations|governments|partners|members?|group)"
    rf"(?![^\W\d_])|{alternatives('members')})",
    re.IGNORECASE,
)
_CORE = re.compile(r"\b(?:core\s+group|co-?chairs?)\b", re.IGNORECASE)
# So far before the names they stand (letters).
_REACH = 90
# "In several Asian states": small words between, and what is so called after a place.
_ADJECTIVES = r"(?:(?-i:[a-zà-ÿа-я][\w'’-]*|[A-Z]\w+(?:an|ese|ish|ern)|\d{1,3})\s+){0,4}"
_IN = re.compile(
    r"\b(?:in(?!\s+the\s+name)|between|against|about|towards?|over|on(?!\s+behalf)|at|into|across|within|throughout|regarding"
    rf"|concerning|from|to|than)\s+{_ADJECTIVES}\Z",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|par|[ai]d[oa]s?\s+(?:por|pel[oa]s?)|von|durch)\s+(?:[^\s,]+\s+){0,4}\Z", re.IGNORECASE
)
_JOINED = re.compile(rf"{JOINS}[^.;:]{{0,40}}\Z", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:led\s+by|angeführt\s+von|menés?\s+par|(?:lidera|encabeza)d[oa]s?\s+por)\b", re.IGNORECASE
)
_SAY = re.compile(
    r"\W*(?:(?:have|has|had|today|jointly|also|all)\s+){0,3}(?:said|say|express|call|urge|condemn"
    r"|critici|voice|announce|welcom|launch|demand|ask|appeal|pledge|commit|agree|warn|declar)",
    re.IGNORECASE,
)


def is_part(lead_in: str, behind: str) -> bool:
    """Say whether words before a list, or behind it, call it some of those who signed.

    Examples
    --------
    >>> is_part("signed by several states, including", "."), is_part("signed by", "")
    (True, False)
    >>> is_part("", " were among those who signed")
    True
    """
    some = _IN_PART.search(lead_in) or _AMONG_WHOM.search(lead_in) or _AMONG_THEM.match(behind)
    return bool(some)


def role_of_some(lead_in: str, behind: str) -> str | None:
    """Return what a list of some is for, "" where nobody says; None for any other list.

    Parameters
    ----------
    lead_in : str
        The words before the list.
    behind : str
        The words behind it, in its sentence.

    Examples
    --------
    >>> role_of_some("Concern about several states, including", ".")
    'mentioned'
    >>> role_of_some("The letter was signed by 20 states, among them", ".")
    'signatories'
    >>> role_of_some("Joint statement by", ".") is None
    True
    """
    found = _whole(lead_in)
    if found is None:
        return None
    outer, between = found
    done = DEED.search(between) if WORD_FOR_IT.search(between) else None
    if done and not is_denied(between, done.start()):
        return "signatories"
    said = next((role for role, pattern in BEHIND if pattern.match(behind)), "")
    if SIGNED_BEHIND.match(behind) or said == "opposed":
        return said or "signatories"
    if role := _role_of_all(outer):
        return role
    agent = _BY.search(outer) or _LED.search(outer) or _JOINED.search(outer) or _SAY.match(behind)
    if agent and WORD_FOR_IT.search(lead_in + behind):
        return "signatories"
    return said or "mentioned"


def _whole(lead_in: str) -> tuple[str, str] | None:
    """Return the words before those of whom some are named, and between the two."""
    mark = _IN_PART.search(lead_in)
    if not mark:
        return None
    low = max(0, mark.start() - _REACH)
    wholes = list(_WHOLE.finditer(lead_in, low, mark.start()))
    if not wholes or _CORE.search(lead_in, low):
        return None
    between = lead_in[wholes[-1].end() : mark.start()]
    return None if re.search(r"[.;:]", between) else (lead_in[: wholes[-1].start()], between)


def _role_of_all(outer: str) -> str:
    """Return what words before "several states" say of all of them, "" where they say nothing."""
    cues = [(m.end(), role, m.start()) for role, each in CUES for m in each.finditer(outer)]
    _, role, start = max(cues, default=(-1, "", -1))
    if role in ("addressed", "opposed"):
        return role
    within = _IN.search(outer)
    if within and not WORD_FOR_IT.search(within.group()) and not _allowed(outer):
        return "mentioned"
    if PREPOSITION.search(outer) and not ALLOWED.search(outer):
        return "mentioned"
    if role in ("signatories", "joined"):
        return "mentioned" if is_denied(outer, start) else role
    return ""


def _allowed(outer: str) -> bool:
    """Say whether who follows did sign: "together with several states"."""
    bare = re.sub(rf"\s+{_ADJECTIVES}\Z", " ", outer)
    return bool(ALLOWED.search(bare))
