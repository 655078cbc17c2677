"""What a list of names is for: who signed, who joined, who is against, spoken to or spoken of."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from coalitions.texts.cues import ABOUT, ABSTAIN, ALLOWED, BEHIND, CUES, PREPOSITION, TITLE
from coalitions.texts.denials import is_denied
from coalitions.texts.offices import without_titles
from coalitions.texts.partly import role_of_some
from coalitions.texts.sentences import ENDS
from coalitions.texts.words import REGION

if TYPE_CHECKING:
    from coalitions.texts.pieces import Listed

#: How far before and behind a list its words are read (letters).
_REACH = 240
# What begins a line and ends in a colon is all that is said of a list (letters).
_HEADING = 60
# "urge the following countries": between the two stands nothing but small words.
_SMALL = re.compile(
    r"\s*(?:(?:upon|on|the|all|to|a|al|los|las|à|aux|les|os|as|die|alle|an)\s+)*", re.IGNORECASE
)
_THANKS = re.compile(
    r"\W*(?:thank|welcom|congratulat|remerci|félicit|agradec|felicit|dank|begrü|благодар|感谢|感謝"
    r"|نشكر|تشكر|letter|address|adress|dirigid|gerichtet|lettre|carta)",
    re.IGNORECASE,
)
# "and more than twenty other like-minded countries signed": so far others go on (letters).
_OTHERS = 60
# "JOINT STATEMENT", with nothing but names below it.
_TITLE_ABOVE = re.compile(
    r"(?:\A|\n)[ \t*#]*(?:joint|open|common|cross-regional)\s+(?:\w+\s+)?(?:statement|letter"
    r"|declaration|appeal|communiqu[eé])\b[^\n.]{0,80}\n\s*\W*\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r";|\b(?:while|whereas|but|though|although|mientras|pero|tandis\s+que|mais|während|aber|enquanto|mas"
    r"|но|тогда\s+как)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(?!(?:the|that|que|l[aoe]s?|el|die|der)\b)\b\w+", re.IGNORECASE)
_NO_SIGNING = ("opposed", "mentioned")
_FIRST_NUMBER = re.compile(r"(?<=[:：])\s*\(?(?:1|a|i)[.)]\s*\Z")
_REGIONS = re.compile(rf"(?<=\n)[ \t]*(?:{REGION.pattern})[ \t]*:[ \t]*\Z", re.IGNORECASE)
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[\w-]+")
_ENDS_THERE = re.compile(r"[\"”’»)\]]*\s*(?:[.。](?!\w)|\Z)")
_NEXT_HEADING = re.compile(r"\n[^\n:]{1,60}:(?=\s)")
_ALIGNED = re.compile(r"\n|\t|\||\s{3}")


class Use(NamedTuple):
    """What a list is for, and how that is known.

    Attributes
    ----------
    role : str
        ``signatories``, ``joined``, ``opposed``, ``addressed`` or ``mentioned``.
    lead_in : str
        The words before it.
    block : bool
        Whether its names stand one a line, or in cells.
    cued : bool
        Whether words say so.
    lone : bool
        Whether one name is a list, as in "Portugal joined 22 other countries".
    """

    role: str
    lead_in: str
    block: bool
    cued: bool
    lone: bool = False


def use(text: str, listed: Listed) -> Use:
    """Return what a list is for.

    Parameters
    ----------
    text : str
        The text that it stands in.
    listed : Listed
        The list.

    Returns
    -------
    Use

    Examples
    --------
    >>> from coalitions.texts.lists import lists
    >>> text = "Concern about human rights in China and Iran"
    >>> use(text, lists(text)[0]).role
    'mentioned'
    >>> text = "Joint statement on behalf of Cuba and Peru"
    >>> use(text, lists(text)[0]).role
    'signatories'
    """
    block = is_block(text, listed)
    if ABOUT.match(text, listed.end):
        return Use("mentioned", _lead_in(text, listed, block=block), block, cued=True)
    lead_in = _lead_in(text, listed, block=block)
    behind = text[listed.end : listed.end + _REACH]
    stop = ENDS.search(behind) or _NEXT_HEADING.search(behind)
    behind = behind[: stop.start()] if stop else behind
    others = behind[:_OTHERS] if listed.open else ""
    starts = [0, *(word.start() for word in _WORD.finditer(others))]
    some = role_of_some(lead_in, behind)
    role = _role(lead_in, behind, starts) if some is None else some
    if role in ("", "mentioned") and some is None:
        # "The Ministers of Foreign Affairs, Trade and Development of": nobody trades with them.
        bare = without_titles(f"{lead_in} X", {len(lead_in) + 1})[: len(lead_in)].rstrip()
        role = _role(bare, behind, starts) if bare and bare != lead_in else role
    if not role and stop and not re.search(r"\w", lead_in + behind):
        # Names alone, above or below "Joint statement".
        title = TITLE.match(text, listed.end + stop.end()) or _TITLE_ABOVE.search(
            text, max(0, listed.start - _REACH), listed.start
        )
        role = "signatories" if title else ""
    if role:
        return Use(role, lead_in, block, cued=True)
    default = "signatories" if block and len(listed.pieces) > 1 else "mentioned"
    return Use(default, lead_in, block, cued=False)


def _role(lead_in: str, behind: str, starts: list[int]) -> str:
    plain = lead_in.rstrip(' \t\n-–—•*·"“(')
    if PREPOSITION.search(f"{plain} ") and not ALLOWED.search(f"{plain} "):
        return "mentioned"
    cues = [(m.end(), role, m.start()) for role, pattern in CUES for m in pattern.finditer(lead_in)]
    nearest = max(cues, default=(-1, "", -1))
    starts_of = [start for end, role, start in cues if (end, role) == nearest[:2]]
    if any(is_denied(lead_in, start) for start in starts_of or [len(lead_in)]):
        return "mentioned"
    if nearest[1] and nearest[1] != "mentioned":
        return _of_cue(lead_in, behind, cues, starts)
    after = _said(behind, starts) or nearest[1]
    if after:
        return after
    return "signatories" if TITLE.match(behind) else ""


def _of_cue(lead_in: str, behind: str, cues: list[tuple[int, str, int]], starts: list[int]) -> str:
    """Return the role that the nearest words before a list give it, unless others deny it."""
    end, role, start = max(cues)
    # "Signed by Chile and Peru; Cuba and Fiji abstained": two clauses.
    clauses = list(_CLAUSE.finditer(lead_in))
    if clauses and end <= clauses[-1].start():
        said = _said(behind, starts)
        if said in _NO_SIGNING:
            return said
        # "Japan joined it, but Cuba and Fiji stayed away": whatever they did.
        if clauses[-1][0] != ";" and not _WORDS.search(lead_in, clauses[-1].end()):
            return said or "mentioned"
    if lead_in.endswith("(") and behind.startswith(")") and ABSTAIN.match(behind):
        return "mentioned"
    return "addressed" if _is_called_on(lead_in, cues, start) else role


def _said(behind: str, starts: list[int]) -> str:
    """Return what the words behind a list say of it."""
    found = (role for role, pattern in BEHIND if any(pattern.match(behind, at) for at in starts))
    return next(found, "")


def _is_called_on(lead_in: str, cues: list[tuple[int, str, int]], last: int) -> bool:
    """Say whether the last cue is only what those are called who are called upon."""
    return any(
        role == "addressed"
        and end <= last
        and not _THANKS.match(lead_in, start)
        and _SMALL.fullmatch(lead_in, end, last)
        for end, role, start in cues
    )


def is_block(text: str, listed: Listed) -> bool:
    """Say whether the names of a list stand one a line, or in cells."""
    pieces = listed.pieces
    line = text.rfind("\n", 0, listed.start) + 1
    if re.search(r"[^\W\d_]{3,}", text[line : listed.start]):
        return False
    if len(pieces) == 1:
        end = text.find("\n", listed.end)
        rest = text[listed.end : end if end >= 0 else len(text)]
        return not re.search(r"\w", rest)
    gaps = [text[a.end : b.start] for a, b in pairwise(pieces)]
    apart = sum(bool(_ALIGNED.search(gap)) for gap in gaps)
    commas = sum(gap.strip().startswith(",") and "\n" not in gap for gap in gaps)
    return apart * 2 >= len(gaps) and commas * 3 <= len(gaps)


def _lead_in(text: str, listed: Listed, *, block: bool) -> str:
    """Return the words before a list: of its sentence, or of what stands above a block."""
    start = listed.start
    low = max(0, start - _REACH)
    # Its first number, and the region of its first line, are none.
    before = _REGIONS.sub("", _FIRST_NUMBER.sub("", text[low:start]))
    heading = before.rsplit("\n", 1)[-1].strip()
    if heading.endswith(":") and len(heading) <= _HEADING:
        return heading
    if block:
        line = before.rfind("\n")
        above = before[: line + 1].rstrip() if line >= 0 else ""
        below = before[line + 1 :]
        while above and REGION.fullmatch(above.rsplit("\n", 1)[-1].strip(" :")):
            above = above[: max(0, above.rfind("\n"))].rstrip()
        cut = max(above.rfind("\n"), *(m.end() - 1 for m in ENDS.finditer(above)), -1)
        if above.endswith(":") or cut < 0:
            last = [m.end() for m in ENDS.finditer(above[:-1])]
            cut = (last[-1] if last else 0) - 1
        return " ".join(f"{above[cut + 1 :]} {below}".split())
    # With the list's first letter, which tells whether a sentence ended before it.
    ends = [0, *(match.end() - low for match in ENDS.finditer(text, low, start + 1))]
    inside = before[ends[-1] :]
    # "Signatories:" stands above a bullet, too; a sentence of names goes on with the one before.
    goes_on = before[: ends[-1]].rstrip()[-1:] == ":" or _ENDS_THERE.match(text, listed.end)
    if len(ends) > 1 and not re.search(r"\w", inside) and goes_on:
        inside = before[ends[-2] :]
    return " ".join(inside.split())
