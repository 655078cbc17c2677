"""Words around a list that say what it is for, each role with its patterns."""

from __future__ import annotations

import re

from coalitions.texts.items import SUPPORTED
from coalitions.texts.languages import alternatives, of_role, with_vowels
from coalitions.texts.words import ARTICLE, either

#: What is done to a document by those who stand behind it.
SIGN = (
    r"(?:co-?sign|sign(?!ific)|co-?sponsor|sponsor|support|endors|submit|co-?author|issu|deliver"
    r"|present|subscrib|back|ma[dk]e|read|releas)"
)
# What is done to many things, and to a document.
_SENT = (
    r"(?:sent|wrote|launched|addressed)\s+(?:an?|the|this|their)\s+(?:\w+\s+){0,2}"
    r"(?:letter|appeal|message|communication|note|declaration|statement|initiative|call)"
)
#: What is done to it before.
MAKE = r"(?:co-?)?(?:penn?|author|draft|tabl|propos|introduc|initiat|circulat|spearhead)"
DOCUMENT = r"(?:statement|letter|resolution|declaration|communiqu|draft|joint|document|appeal|text)"
#: A word for what is signed, in any language.
WORD_FOR_IT = re.compile(rf"\b{DOCUMENT}|{alternatives('document', whole=False)}", re.IGNORECASE)
_WHO = (
    r"(?:ministers?|leaders|governments?|representatives|heads\s+of\s+\w+|ministries|ambassadors"
    r"|missions|embassies|presidents|delegations|spokes\w+|envoys)"
)
# What may stand between "countries" and their names.
_OPENING = (
    r"of|the|that|who|which|are|were|is|have|has|include|including|from|namely|following|joined"
    r"|signed|signing|(?:co-?)?sponsored|(?:co-?)?sponsoring|supported|supporting|endorsed|this|a|as"
    r"|letter|statement|resolution|declaration|draft|it|\d+|coalition|alliance|initiative|group"
)
_AMONG = r"(?:including|among\s+(?:them|which))"
# "Those that have so far signed on to the letter are", "states supporting this statement were".
_SO_FAR = r"(?:(?:also|already|so|far|thus|since|now|formally|jointly|to|date)\s+){0,3}"
_WERE = r"(?:\b(?:were|are|was|is|include[sd]?|being|follow)|:)(?:\s+as\s+follows)?\W*$"
_SIGNERS = (
    r"(?:(?:co-?)?(?:signator(?:y|ies)|signers|signees|sponsors|authors|initiators)|endorsers"
    r"|subscribers|adherents|backers|supporters)"
)
_MEMBERS = r"(?:countries|states|nations|delegations|governments|partners|member)"

#: Role → what stands before a list. Of several that match, the nearest to the list decides.
BEFORE: dict[str, tuple[str, ...]] = {
    "opposed": (
        r"\boppos\w+(?:\s+(?:by|the\s+text|it|were|are))*",
        r"\bvot(?:ed|ing)\s+(?:against|no)\b",
        r"\b(?:dissociat\w+|reject\w*)",
        r"^\W*against\W*$",
        r"\bagainst\s*:",
    ),
    "addressed": (
        r"\b(?:address\w*|letter)\s+to\b",
        r"\bcall(?:s|ed|ing)?\s+(?:up)?on\b",
        r"\b(?:contact(?:s|ed|ing)?|met|phoned|spoke\s+(?:to|with))\b",
        r"\b(?:urg(?:e|es|ed|ing)|demand\w*|thank(?:s|ed)?|welcom\w+|congratulat\w+|invit\w+)\b",
        r"\b(?:criticiz\w+|criticis\w+|condemn\w*|accus\w+|sanction\w*|visit\w*|neighbou?r\w*)\b",
    ),
    "joined": (
        r"\bjoined\s+by\b",
        r"\balign\w*\b",
        r"\b(?:subsequently|later|also|since)\s+(?:join|support|(?:co-?)?sponsor|sign|endors)(?:ed|ing)\b",
        r"\badditional\s+(?:co-?)?sponsors\b",
        r"\bassociat\w+\s+(?:them|it)sel\w+\b",
        r"\bjoin(?:s|ed|ing)?\s+(?:this|the|our|in)\b",
        r"\bjoined\s*:",
        rf"\bjoining\s+[^.;:]{{2,80}}\b{DOCUMENT}\w*[^.;:]{{0,40}}{_WERE}",
    ),
    "mentioned": (
        r"\b(?:situations?|rights|conflicts?|wars?|crisis|crises|elections|refugees|people)\b",
        r"\b(?:protests|relations|trade|talks|meeting|summit|events|developments|embass\w+)\b",
        r"\b(?:abstain\w*|abstention\w*|absent|such\s+as|victims|persecut\w+|imports?|exports?)\b",
        r"\b(?:borders?|flights?|tour|travel\w*|held|conven\w+|unlike|without|refus\w+)\b",
        r"\b(?:discuss|rais|mention|cit|concern|regard|attack|invad|occup|bomb)\w*",
        r"\bnot\s+(?:sign|join|support)\w*",
        r"^\W*(?:missing|remaining(?:\s+\w+)?|outstanding)\W*$",
        r"\b(?:pending|awaiting|tbc|observers?|unconfirmed|unsure)\b[^.;:]{0,40}:\W*$",
        r"\b(?:did|does|do)\s+not\b",
        r"\b(?:declin|withdr)\w+",
    ),
    "signatories": (
        r"\b(?:supporters|endorse(?:rs|ments?)|(?:co-?)?sign(?:ers|ees)|on\s+behalf)\s*(?:\([^()]*\)\s*)?:",
        r"\b(?:on\s+behalf\s+of|in\s+the\s+name\s+of|namely|viz|i\.e)\b",
        rf"\b(?:{_MEMBERS}|members|group|signatories|sponsors)\b[^.;:]{{0,80}}\b{_AMONG}\b",
        r"\b(?:signator(?:y|ies)|undersigned|(?:co-?)?sponsor(?:s|ed|ing)?)\b",
        r"\b(?:co-?chairs?|core\s+group)\b",
        rf"\b(?:following|these|listed)\s+(?:\d+\s+)?(?:\w+\s+){{0,2}}{_MEMBERS}",
        rf"\b(?:{_MEMBERS}|members|participants)\b(?:\W+(?:{_OPENING}))*\W*$",
        r"\bsigned\s+(?:\w+\s+){1,4}\W*$",
        r"^\W*(?:list|names)\b[^.]{0,40}$",
        rf"\b(?:{SIGN}|{MAKE})\w*(?:\s+\w+){{0,3}}\s+by\b",
        r"\bled\s+by\b",
        rf"\b{_MEMBERS}\s+(?:(?:that|who)\s+)?{SIGN}\w*\b[^.;:]{{0,40}}:\W*$",
        rf"\bin\s+(?:a|an|their|the|this)\s+(?:joint|common|open)\s+{DOCUMENT}\w*\W*$",
        r"\b(?:speaking|spoke|speaks)\s+(?:also\s+)?for\b[^.;:]{0,40}$",
        rf"\b(?:those|who|that|which)\s+(?:ha(?:ve|s|d)\s+)?{SIGN}\w*\W+(?:it\W+)?(?:were|are)\W*$",
        rf"\b(?:{SIGN}|adher)ing\b[^.;:]{{0,60}}\b{DOCUMENT}\w*[^.;:]{{0,40}}{_WERE}",
        rf"\b(?:those|who|that|which|ha(?:ve|s|d))\s+{_SO_FAR}{SIGN}\w*\b[^.;:]{{0,60}}{_WERE}",
        rf"\b(?:{SIGN})(?:ing|ed)\s+{_MEMBERS}\b[^.;:]{{0,60}}:\W*$",
        r"\b(?:states?|countries)\s+part(?:y|ies)\s+to\b[^.;:]{0,60}:\W*$",
        rf"\b{_SIGNERS}\s+(?:of|to|for)\b[^.;:]{{0,80}}{_WERE}",
        rf"\b(?:endorsers|(?:co-?)(?:signers|signees))\s*{_WERE}",
        rf"\balphabetical\s+order\W+the\s+{_SIGNERS}\s*{_WERE}",
        rf"\bbehind\s+(?:the|this)\s+(?:\w+\s+){{0,2}}{DOCUMENT}\w*\s*{_WERE}",
        rf"\b{DOCUMENT}\w*(?:\s+(?:of|by|from|delivered|on\s+\w+)){{1,3}}\b",
        rf"\b{DOCUMENT}\w*\b[^.;:]{{0,60}}\bby(?:\s+the)?$",
        rf"\b{_WHO}\s+(?:of|for|from)\b",
        r"\bwe,",
        r"\bdraft\s+(?:resolution|decision)\b[^/]{0,60}/\s*(?:the\s*)?$",
        r"^\W*(?:support|critical|signed|yes|in\s+favou?r)\W*$",
        r"\bin\s+(?:addition\s+to|favou?r)\b",
        r"(?:\bthose|^\W*)\s*for\s*:\W*$",
    ),
}

#: What stands directly before states that are only spoken of.
PREPOSITION = re.compile(
    r"\b(in|between|against|about|towards?|with|over|to|from|than|like|on|at|near|into|across"
    r"|within|via|visited|through|throughout)\s+(?:(?:the|both)\s+)?\Z"
    rf"|(?:{alternatives('about')})(?:\s+(?:{ARTICLE}))*\s*\Z",
    re.IGNORECASE,
)
#: The same words behind others, where who follows did sign.
ALLOWED = re.compile(
    r"\b(?:together|along|addressed|representatives?|ministers?|countries|leaders|states"
    r"|statement|officials|diplomats|ambassadors|colleagues?|counterparts?|in\s+addition|signatures|support|letter)"
    r"\s+(?:with|to|from)\s+(?:the\s+)?\Z"
    r"|\b(?:вместе\s+с|наряду\s+с|(?:zusammen|gemeinsam)\s+mit|junto\s+con|juntamente\s+com"
    rf"|(?:conjointement|ensemble)\s+avec)\s+(?:(?:{ARTICLE})\s+)?\Z"
    + with_vowels(r"|(?:نيابة|بالأصالة|صادرة?|إضافة|بالإضافة)\s+(?:عن|إلى)\s+(?:كلا?\s+من\s+)?\Z"),
    re.IGNORECASE,
)

_HELPING = r"(?:(?:have|has|had|today|jointly|also|all|then|that|who|which|are|were|will)\s+){0,4}"
# "Chile and Peru – the two – signed", "Chile and Peru, meeting in Lima, signed".
_ASIDE = r"\W*(?:\([^()]{1,40}\)\W*|[–—]\s[^–—.;:]{1,60}\s[–—]\W*)?(?:(?<=,\s)[^,.;:]{1,60},\s)?"
_BEEN = (
    r"criti[cz]|condemn|nam|mention|accus|singl|cit|list|target|blam|denounc|slam|prais|thank|invit"
    r"|urg|call|ask|warn|sanction|commend|welcom|exclud|omitt|remov|shown|told|attack|rebuk|under"
    r"|expos|report|address|discuss|missing|left|pressure|notabl"
)
_NAMED = rf"(?:also\s+)?(?:{_BEEN})\w*(?<=ed)\s+(?:in|by|for|as|out)\b"
# "Chile and Peru were criticised in a joint statement", "will not take part in one".
_SPOKEN_OF = (
    r"(?:(?:that|which|who|\w+)\s+)?(?:(?:have|has|had)\s+)?(?:(?:was|were|are|is|been|being|came|come|face[sd]?|drew|stand|stood)\s+)"
    r"(?:(?:also|all|both|again|sharply|strongly|openly|publicly)\s+)?"
    rf"(?:{_BEEN})"
    r"|(?:\w+\s+){0,2}(?:not|never)\s+(?!only|just|merely)|\w+n['’]t\b"
)
# "Chile and Peru were among those endorsing the statement", "are its first signatories".
_ARE_AMONG = (
    r"(?:were|are|was|is)\s+(?:(?:also|all|both|the|its|among|some|part|of|other|first|original"
    r"|initial|main|lead|only|co|current|those|states|countries|governments|delegations|nations"
    r"|members|parties|that|who|which|have|had|\d+)\s+){0,7}"
    rf"(?:{SIGN}(?:ing|ed|e|d)?\b|{_SIGNERS}\b|join(?:ing|ed)\s+(?:in\s+)?(?:the|this|that)\b)"
)
_ABSTAIN = (
    r"(?:\w+\s+){0,2}(?:abstain|did\s+not|were\s+absent|ha(?:ve|s)\s+not|refus|declin|withdr)"
)
#: What those who are listed did, and no other: "signed", but not "signed by".
SIGNED_BEHIND = re.compile(
    rf"{_ASIDE}{_HELPING}(?:{SIGN}\w*(?!\w*\s+(?:\w+\s+)?by\b)|{_SENT})"
    rf"|{_ASIDE}(?:{of_role('behind', 'signatories')})",
    re.IGNORECASE,
)
#: What is done to those who are so many, or not done by them.
NOT_DONE_BY = re.compile(
    rf"\s+(?:{_ABSTAIN}|{_SPOKEN_OF}|(?:\w+\s+){{0,2}}(?:vot\w+\s+against|oppose[sd]?\b|reject(?:s|ed)?\b"
    r"|dissociat))",
    re.IGNORECASE,
)
#: "One of 27 countries criticised in a statement".
NAMED_IN = re.compile(rf"\s+{_NAMED}", re.IGNORECASE)
#: What those who are listed left undone, behind a list in brackets.
ABSTAIN = re.compile(rf"\)\s*{_ABSTAIN}", re.IGNORECASE)
#: Role and what stands directly behind a list; the first that matches decides.
BEHIND = [
    (
        role,
        re.compile(rf"{_ASIDE}(?:{pattern}|{of_role('behind', role)})", re.IGNORECASE),
    )
    for role, pattern in (
        ("opposed", r"(?:\w+\s+){0,3}(?:vot\w+\s+against|oppos|dissociat|reject)"),
        ("mentioned", rf"{_ABSTAIN}|{_SPOKEN_OF}"),
        (
            "joined",
            r"(?:(?:ha(?:ve|s|d)|also|later|subsequently|since|then)\s+)*(?:align|join|assoc)",
        ),
        (
            "signatories",
            (
                r"\(?hereinafter\b[^.;:]{0,50}\b(?:signator|participa|part(?:y\b|ies)|sponsors)|"
                rf"{_HELPING}(?:{SIGN}|{_SENT})|{_ARE_AMONG}|[^.;:]{{0,60}}\bin\s+(?:a|an|their)\s+(?:(?:joint|common|open)\s+)?{DOCUMENT}"
            ),
        ),
    )
]
#: A document that a list stands before: "Albania, Chad: draft resolution".
TITLE = re.compile(
    rf"\W*(?:(?:revised\s+)?draft\s+(?:resolution|decision)|{DOCUMENT}\w*\b)", re.IGNORECASE
)
#: What a draft is about, before who submits it: "Declaration by Cuba: draft resolution / Peru".
ABOUT = re.compile(
    r"[^\n/]{0,300}:\s*(?:\w+\s+)?draft\s+(?:resolution|decision)\b[^\n/]{0,40}\s/", re.IGNORECASE
)
#: Where one name alone is meant to stand.
ONE = re.compile(
    r"(?:draft\s+(?:resolution|decision)\b[^/]{0,60}/(?:\s*the\b)?"
    rf"|\b(?:sponsors?|signator(?:y|ies))\s*:|\b{SUPPORTED}"
    r"|\bjoined\s+by\s+(?:\S+\s+){0,6}(?:from|of|for)(?:\s+the)?)\s*\Z",
    re.IGNORECASE,
)

#: Role and the pattern of all that stands before its lists.
CUES = [
    (role, re.compile(f"{either(words)}|{of_role('before', role)}", re.IGNORECASE))
    for role, words in BEFORE.items()
]
