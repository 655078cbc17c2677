"""Words that stand behind a person's name or make the name of a body: offices, trades, topics."""

from __future__ import annotations

import re

# Beginnings of words, as far as they tell: "minist" is a ministry, a minister and un ministère.
_OFFICES = (
    "minist dept department départ depart institu facult fakult school scuola escuela école office "
    "oficina center centre centro zentrum commission comisi comité comitat bureau agenc agence "
    "associa asocia vereinigung verein verband society sociedad société gesellschaft federa föder "
    "union unión network réseau netzwerk foundation fundaci fondation fondazione stiftung fund "
    "fonds campaign campagne campaña coalition coalici alliance alianza allianz movement mouvement "
    "movimiento academ akadem college collège kolleg universi univers board committee council "
    "consejo conseil conselho secretar chair trust forum foro group gruppe grupo groupe "
    "division hospital clinic klinik library museum church église iglesia parish diocese synod "
    "parliament congress senate assembl collective colectivo collectif party parti "
    "partido initiative initiativ iniciativa project projekt proyecto service club league liga "
    "ligue chamber observator laborator lab programme program organi[sz] confedera konföder "
    "press magazine company corporation consortium charity circle mission partnership"
)
_TRADES = (
    "prof lecturer teacher lehrer enseignant maestr docent author autor auteur autrice writer "
    "écrivain escritor schriftsteller poet poète journalis reporter editor éditeur publisher "
    "novelis playwright translator artist künstler artiste actor actress actriz acteur film "
    "director direct regisseur produc photograph musician musik musicien composer singer dancer "
    "designer architect curator lawyer attorney avocat abogad rechtsanw barrister solicitor "
    "jurist juez physician doctor médecin arzt ärzt médic nurse psycholog psychiat therapist "
    "engineer ingeni ingeneu scientis wissenschaft scholar research forsch chercheu investiga "
    "historian histori econom ökonom sociolog philosoph anthropolog biolog geograph politi "
    "mathemati student étudiant estudiant fellow retired emerit former ex-president founder "
    "cofound co-found gründer president präsident presidente député deputy diput senator sénateur "
    "mitglied membre miembro maire alcald councillor councilor bürgermeister "
    "ambassador diplomat reverend rabbi imam priest pastor pfarrer nobel laureate farmer "
    "entrepreneur consultant blogger campaigner organi[sz]er advocate "
    "coordinat manager gestor pensioner worker unionis trabajador "
    "leader leiter vorsitzend speaker sprech spokes executive officer chief minister "
    "candidate veteran survivor volunteer visiting independent activis aktivis "
    "specialist expert analyst owner adviser advisor strateg trustee"
)
# What would begin a family name is a word alone.
_WORDS = (
    "rat red ong ngo court order mp mps mep mla mdb msp ceo cto cfo dean head judge mayor bishop "
    "partner member members parent mother father citizen citizens critic lead"
)
# "Peace, Justice and Reconciliation Commission": nouns of topics are no signatories.
_TOPICS = (
    "peace justice women woman children child girls youth men family families human rights right "
    "freedom liberty equality equity democracy development trade industry energy commerce labour "
    "labor employment work workers health care medicine nutrition food water sanitation hygiene "
    "agriculture forestry fisheries fishing livestock environment climate nature conservation "
    "biodiversity wildlife land housing transport infrastructure communications communication "
    "information media technology technologies innovation science sciences engineering mathematics "
    "physics chemistry biology medicine law laws politics political policy government governance "
    "international foreign affairs relations security defence defense disarmament arms diplomacy "
    "economics economy economic finance business management administration planning social society "
    "culture cultural arts art history philosophy religion theology literature languages language "
    "linguistics music theatre film sport sports tourism heritage education learning teaching "
    "training research studies study knowledge psychology sociology anthropology geography "
    "statistics reconciliation reparations memory truth dignity solidarity hope love faith unity "
    "cooperation dialogue understanding action resistance change inclusion diversity gender sexual "
    "sexuality race racial ethnic migration migrants refugees asylum displacement disability aging "
    "ageing welfare community communities civil public private rural urban regional local national "
    "global world mining oil gas petroleum resources natural data privacy computing internet "
    "digital bread roses land books space earth sky sea oceans ocean design architecture planet "
    "conflict violence war genocide holocaust slavery poverty hunger aid relief recovery "
    "rehabilitation protection prevention safety crime prisons police immigration taxation budget"
)
_BEGINNINGS = "|".join([*_OFFICES.split(), *_TRADES.split()])
_ROLE = re.compile(rf"\b(?:(?:{_BEGINNINGS})\w*|(?:{'|'.join(_WORDS.split())})\b)", re.IGNORECASE)
_OFFICE_OF = re.compile(
    rf"\b(?:{'|'.join([*_OFFICES.split(), 'prof', 'dean', 'head', 'director', 'lecturer'])})\w*"
    r"\.?\s(?:[^,]*\s)?(?:of|for|on|in|to|de|des|du|del|für|pour|para|der|di)\b",
    re.IGNORECASE,
)
_TOPIC = frozenset(_TOPICS.split())
_FIRM = re.compile(
    r"(?:co|company|partners?|sons?|associates?|others|family|daughters?|brothers|sisters|friends"
    r"|colleagues|allies|supporters)\b\.?",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?:jr|sr|jnr|snr|ii|iii|iv|esq|inc|ltd|llc|llp|plc|gmbh|ag|e\.? ?v|s\.?a|s\.?l|b\.?v|ph\.? ?d"
    r"|m\.?d|m\.?a|b\.?a|m\.?sc|b\.?sc|m\.?phil|ll\.?[bm]|j\.?d|r\.?n|m\.?p|m\.?ed|d\.?phil|dr|dipl|obe"
    r"|mbe|cbe|kc|qc|frs|fba|osb|o\.?p|s\.?j|ofm|sdb)\.?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?)+")


def is_role(part: str) -> bool:
    """Return whether a part tells what somebody is or is part of, or names a body.

    Examples
    --------
    >>> is_role("Writer"), is_role("University of Oslo"), is_role("mother of two"), is_role("Oxfam")
    (True, True, True, False)
    """
    return part[:1].islower() or bool(_ROLE.search(part))


def is_office_of(part: str) -> bool:
    """Return whether a part holds an office or a body and what it is of.

    Examples
    --------
    >>> is_office_of("Ministry of Trade"), is_office_of("Trade Union")
    (True, False)
    """
    return bool(_OFFICE_OF.search(part))


def is_topic(part: str) -> bool:
    """Return whether a part holds nothing but words for topics, which sign nothing.

    Examples
    --------
    >>> is_topic("Human Rights"), is_topic("Rights Watch")
    (True, False)
    """
    words = part.casefold().replace("-", " ").split()
    return bool(words) and all(word in _TOPIC for word in words)


def is_firm(part: str) -> bool:
    """Return whether a part ends the name of a firm or a family: "Smith, Jones and Partners".

    Examples
    --------
    >>> is_firm("Partners"), is_firm("Partnoy")
    (True, False)
    """
    return bool(_FIRM.match(part))


def is_suffix(part: str) -> bool:
    """Return whether a part is a degree, an honour or a form of company behind a name.

    Examples
    --------
    >>> is_suffix("Jr."), is_suffix("Ph.D."), is_suffix("Oslo")
    (True, True, False)
    """
    return bool(_SUFFIX.fullmatch(part))


def is_initials(part: str) -> bool:
    """Return whether a part is what a first name is shortened to.

    Examples
    --------
    >>> is_initials("J. R."), is_initials("Jane")
    (True, False)
    """
    return bool(_INITIALS.fullmatch(part))
