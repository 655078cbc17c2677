"""French words around lists of states."""

from coalitions.texts.languages.language import Language

_OF = r"(?:de|du|des|d)"
_DOCUMENT = r"(?:déclarations?|lettres?|communiqués?|appels?|résolutions?|textes?|messages?)"
_WHO = (
    r"(?:ministres|gouvernements|chefs|représentant(?:e)?s|ambassad(?:eur|rice)(?:e)?s|présidents"
    r"|dirigeants|ministères|délégations|missions)"
)
_DONE = (
    r"(?:sign|cosign|présent|prononc|publi|adopt|parrain|coparrain|appuy|endoss|initi|lanc)ée?s?"
    r"|(?:soutenu|lu|rendu|rejoint|soumis|fait|émis)e?s?"
)

FRENCH = Language(
    conjunctions=("et", r"ainsi\s+qu[e'’]", r"de\s+même\s+que"),
    articles=("le", "la", "les", "l['’]", "de", "d['’]", "du", "des", "à", "au", "aux", "en"),
    own=(r"mon\s+(?:propre\s+)?pays", r"notre\s+(?:propre\s+)?pays", r"ma\s+délégation"),
    others=(r"(?:d['’])?autres(?:\s+\w+)?", r"\d+\s+autres[^.;:。]*"),
    memberships=(r"(?:ses|les|leurs|\d+)\s+États[ -]membres[^.;:。]*",),
    offices=(
        r"(?:le\s+|la\s+)?haute?\s+représentante?\s+(?:de|pour)",
        rf"(?:les?\s+|la\s+)?{_WHO}(?:\s+des\s+affaires\s+étrangères)?\s+{_OF}",
    ),
    members=(
        "pays",
        r"États(?:[ -]membres)?",
        "nations",
        "délégations",
        "gouvernements",
        "signataires",
    ),
    qualifiers={
        "nearly": (r"près\s+(?:de|d)", "presque"),
        "more than": (r"plus\s+(?:de|d)",),
        "at least": (r"au\s+moins",),
        "at most": (r"au\s+plus", r"jusqu['’]à"),
        "fewer than": (r"moins\s+(?:de|d)",),
        "about": ("environ", "quelque"),
    },
    further=("autres", "supplémentaires"),
    total=(r"au\s+total", r"un\s+total\s+(?:de|d)", r"en\s+tout"),
    before={
        "signatories": (
            r"(?:pour|favorables?|en\s+faveur)\s*:",
            rf"{_DOCUMENT}(?:\s+\w+){{0,3}}\s*:\W*$",
            rf"au\s+nom\s+{_OF}",
            "signataires?",
            r"(?:pays|États)\b[^.;:]{0,60}\b(?:dont|y\s+compris|parmi\s+lesquels|notamment)",
            r"co-?signataires?",
            r"(?:ont|a)\s+(?:(?:également|aussi)\s+)?(?:co-?)?(?:signé|souscrit|approuvé|endossé)",
            r"(?:co-?)?signent",
            r"co-?auteurs?",
            rf"(?:{_DONE})\s+(?:conjointement\s+)?par",
            r"à\s+savoir",
            r"suivante?s",
            r"(?:co)?parrain\w+(?:\s+\w+){0,5}\s*:",
            rf"{_WHO}(?:\s+des\s+affaires\s+étrangères)?(?:\s+d['’]État)?\s+{_OF}",
            (
                rf"{_DOCUMENT}(?:\s+(?:conjointe?|commune?|ouverte|transrégionale|politique))*"
                rf"(?:\s+(?:{_OF}|par|faite))+"
            ),
            r"nous,",
            r"outre",
            r"en\s+plus\s+de",
            rf"(?:pays|États|gouvernements)(?:\s+(?:{_OF}|ont|signé|membres|sont))*\W*$",
        ),
        "joined": (
            r"s['’](?:associ|align|uni)\w*(?:\s+(?:également|aussi))?",
            r"se\s+(?:joign|ralli)\w+",
            r"se\s+sont\s+(?:\w+\s+)?(?:joints?|ralliés?|associés?)",
            r"rejointe?s?\s+(?:\w+\s+)?par",
        ),
        "opposed": (r"s['’]oppos\w+", r"vot\w+\s+contre", r"contre\s*:", r"rejett?e\w*"),
        "addressed": (
            r"(?:adress\w+|lettres?(?:\s+ouvertes?)?)\s+(?:à|aux?)",
            r"appel(?:le|lent|ons|ant)",
            r"(?:exhort|remerci|félicit|invit|condamn|critiqu)\w+",
            r"salu(?:e|ons|ent)",
            r"demand(?:e|ons|ent|ant)",
        ),
        "mentioned": (
            r"situations?",
            r"droits",
            r"(?:conflits?|guerres?|crises?|réfugiée?s?|relations|frontières?|agression|invasion)",
            r"tel(?:le)?s?\s+qu[e'’]",
            r"(?:abst|abstenu|visit|préoccup|discut|évoqu|attaqu)\w*",
            r"n['’](?:ont|a)\s+pas",
            r"contrairement",
        ),
    },
    behind={
        "opposed": (
            r"(?:ont|a)\s+voté\s+contre",
            r"s['’]oppos",
            r"se\s+sont\s+(?:opposé|dissocié)",
        ),
        "mentioned": (r"se\s+sont\s+abstenu", r"n['’](?:ont|a)\s+pas", r"(?:ont|a)\s+refusé"),
        "joined": (
            r"s['’](?:associ|align|uni)",
            r"se\s+(?:joi(?:gn|nt)|ralli|sont\s+(?:\w+\s+)?(?:joint|ralli|associ))",
            r"s['’]est\s+(?:\w+\s+)?(?:joint|ralli|associ)",
        ),
        "signatories": (
            (
                r"(?:ont|a|avons)\s+(?:\w+\s+)?(?:sign|cosign|publi|présent|souten|fait|prononc|adopt"
                r"|parrain|appuy|diffus|rendu|émis)"
            ),
            r"(?:sign|soutiennent|appuient|publient|présentent)",
            rf"(?<=[:/]\s)(?:projets?\s+de\s+(?:résolution|décision)|{_DOCUMENT})",
        ),
    },
    behalf=(rf"au\s+nom\s+{_OF}", rf"(?:{_DONE})\s+par", r"représentant"),
    signed=(
        r"(?:ont|avaient)\s+(?:\w+\s+)?(?:sign|cosign|souten|appuy|publi|présent|fait|rejoint)",
        r"se\s+(?:sont|joign|ralli)",
        r"s['’](?:associ|align)",
        r"(?:sign|soutiennent|appuient|expriment|condamn|appell)",
    ),
    document=(_DOCUMENT, "conjointe?"),
    speaks=(
        r"(?:prononc|présent|déclar|publi)\w+",
        r"(?:a|ont)\s+(?:lu|fait)",
        rf"au\s+nom\s+{_OF}",
        r"(?:s['’]exprim|interven|dirig|condui|coordonn)\w+",
    ),
    by=(
        (
            r"(?:prononcée?|signée?|cosignée?|faite?|lue?|présentée?|publiée?|menée?|dirigée?|conduite?|coordonnée?)"
            r"\s+(?:\S+\s+){0,3}?par\s+(?:le\s+|la\s+|les\s+|l['’])?"
            r"(?:(?:\S+\s+){0,6}?(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|d['’]|de\s+))?"
        ),
    ),
    about=(
        r"au\s+sujet\s+(?:de|du|des|d)",
        r"(?:relative?s?|à\s+propos|à\s+l['’]égard|face)\s+(?:à|aux?|de|du|des|d)",
        r"visant",
        "en",
        "dans",
        "sur",
        "entre",
        "contre",
        "envers",
        "avec",
        "vers",
        "depuis",
        "concernant",
    ),
    places=(
        (
            r"(?:lac|mer|golfe|baie|fleuve|rivière|ville|rue|île|détroit|université|ambassade)"
            r"(?:\s+(?:de|du|des|d))?(?:\s+la|\s+l)?"
        ),
    ),
    beside=(
        *("le", "la", "les", "de", "du", "des", "et", "pour", "par", "avec", "aux", "au", "à"),
        *("déclaration", "conjointe", "ministres", "étrangères", "pays", "états", "gouvernements"),
        *("signataires", "nom", "outre", "notre", "mon", "nous", "ambassadeur", "ambassadrice"),
        *("représentant", "membres"),
    ),
    titles=(
        *("ensuite", "également", r"par\s+la\s+suite", r"aujourd['’]hui", "enfin"),
        *("madame", "monsieur", r"m\.", "mme", "mesdames", "nous", "je", "cette", "ces", "ce"),
    ),
    regions=("afrique", "asie", "europe", "amériques?", "océanie", "caraïbes", r"moyen-orient"),
)
