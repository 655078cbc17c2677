"""Words by which those who are listed did not sign."""

from __future__ import annotations

import re

from coalitions.texts.cues import MAKE, SIGN
from coalitions.texts.languages import alternatives

# "The statement was not yet signed by", "those opposed to signing": right before what was done.
_HELPING = (
    r"(?:(?:yet|been|being|be|have|has|had|ever|also|formally|publicly|officially|to|on|it|in|from"
    r"|about|of|against|themselves|the|was|were|is|are|été|sido|encore|aún|ainda|todavía)\s+){0,4}"
)
_UNDONE = (
    r"(?:not|never|no\s+longer|yet\s+to|neither|without|n[o']t|instead\s+of|rather\s+than"
    r"|(?:was|were|is|are|has|have|had|did|does|do)n['’]t"
    r"|(?:refus|declin|oppos|avoid|resist|reject|hesitat|consider|fail|plan|expect|invit|ask|urg"
    r"|decid|encourag|entitl|eligibl|reluct|unwilling|unable|likel)\w*"
    # In other languages what was done follows the word that denies it.
    r"|(?:n['’](?:a|ont|est|avai[et]n?t?)|ne\s+sont)\s+pas|sans|no\s+(?:ha|han|fue|fueron|está)"
    r"|não\s+(?:foi|foram|tem|está)|nicht(?:\s+von[^.;:]{0,80})?|не(?:\s+бы\w+)?|و?(?:لم|لا|لن)(?=\s+\w{0,2}\Z)"
    r"|未(?:被|获|獲)?|没有|沒有)"
)
# What ends right before the words that would make a list one of signatories.
_DENIED = re.compile(
    rf"(?<![^\W\d_]){_UNDONE}\s*{_HELPING}(?:[\u0600-\u06ff]{{0,2}})\Z|\b(?:non-?|remaining)\s*\Z|\bnone\s+of\s+(?:the\s+|its\s+|their\s+)*\Z"
    r"|\b(?:absent|missing|omitted|lacking|excluded|struck|removed|deleted)\b[^.;:,]{0,40}\Z",
    re.IGNORECASE,
)
#: What ends right before the names of those who are left out.
EXCEPTED = re.compile(
    r"\b(?:except(?:ing|\s+for)?|with\s+the\s+(?:\w+\s+)?exceptions?\s+of|excluding|apart\s+from"
    r"|aside\s+from|other\s+than|bar(?:ring)?|unlike|save(?:\s+for)?|minus|neither|without"
    r"|(?:but|and|though|if|[,–—])\s*not(?:\s+(?:by|of|from|including))?|nicht\s+(?:von|durch)|in\s+contrast\s+to"
    r"|(?:not|never|\w+n['’]t)(?:\s+(?:yet|also|include|been|be))*"
    r"|if|whether|unless|should|did|does|would|could|can|will|wenn|falls|если"
    r"|(?:false|untrue|not\s+true|den(?:y|ies|ied))\s+that"
    r"|not\s+all\s+of|in\s+the\s+absence\s+of|(?:all|every\w*|each|nobody|none)(?:\s+[\w’'-]+){0,6}\s+but"
    r"|à\s+l['’]exception\s+(?:d[eu]s?|d['’])|sauf|hormis|excepté|contrairement\s+[àa]u?x?"
    r"|(?:con|a)\s+(?:la\s+)?excepción\s+de|excepto|salvo|menos|a\s+diferencia\s+de"
    r"|(?:com|à)\s+(?:a\s+)?exce(?:p)?ção\s+d[eao]s?|exceto"
    r"|mit\s+Ausnahme\s+(?:von|der|des)|außer|ausgenommen|anders\s+als|ohne"
    r"|за\s+исключением|кроме|в\s+отличие\s+от|باستثناء|ما\s+عدا|عدا)"
    r"\W*(?:(?:the|la|el|los|las|le|les|der|die|das|o|a|os|as)\b\s*|[ld]['’])?\Z|除(?:了)?\Z",
    re.IGNORECASE,
)
#: What is done by signing, in any language, as far as words begin so.
DEED = re.compile(
    rf"(?:\bco-?)?\b(?:{SIGN}|{MAKE}|sponsor|signator|join|align|associat)\w*"
    rf"|{alternatives('signed', whole=False)}",
    re.IGNORECASE,
)
_NEAR = len(" ")
_NOT_ONLY = re.compile(r"\bnot\s+(?:only|just|merely|solely|least)\b", re.IGNORECASE)


def is_denied(lead_in: str, start: int) -> bool:
    """Say whether words before a list deny what those from a place on say of it.

    Parameters
    ----------
    lead_in : str
        The words before the list.
    start : int
        Where in them stands what makes it a list of signatories.

    Examples
    --------
    >>> is_denied("The letter was not signed by", 4), is_denied("It was signed by", 7)
    (True, False)
    >>> is_denied("It was signed by all but", 7), is_denied("Non-signatories:", 4)
    (True, True)
    """
    if _NOT_ONLY.search(lead_in):
        return False
    # "Non-signatory countries": the deed that makes them so stands right before.
    ends = [
        lead_in[: deed.start()]
        for deed in [*DEED.finditer(lead_in)][-1:]
        if start - deed.end() <= _NEAR or start == len(lead_in)
    ]
    ends.append(lead_in[:start])
    return any(_DENIED.search(before) for before in ends) or bool(EXCEPTED.search(lead_in))
