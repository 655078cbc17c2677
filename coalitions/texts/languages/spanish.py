"""Spanish words around lists of states."""

from coalitions.texts.languages.language import Language

_OF = r"(?:de|del)"
_DOCUMENT = (
    r"(?:declaraci(?:ón|ones)|comunicados?|cartas?|pronunciamientos?|llamamientos?|resolución"
    r"|textos?)"
)
_WHO = (
    r"(?:gobiernos|cancilleres|ministr[oa]s|presidentes|jefes|representantes|embajador(?:e|a)s"
    r"|mandatarios|líderes|delegaciones|misiones)"
)
_DONE = (
    r"(?:firmad|suscrit|presentad|respaldad|apoyad|copatrocinad|patrocinad|emitid|formulad|leíd"
    r"|pronunciad|publicad|impulsad)[oa]s?"
)

SPANISH = Language(
    conjunctions=("y", "e", r"así\s+como", r"junto\s+con"),
    articles=("el", "la", "los", "las", "de", "del", "a", "al"),
    own=(r"mi\s+(?:propio\s+)?pa[ií]s", r"nuestro\s+(?:propio\s+)?pa[ií]s", r"mi\s+delegación"),
    others=(
        r"otr[oa]s(?:\s+\w+)?",
        r"\d+\s+(?:países\s+)?más[^.;:。]*",
        r"otr[oa]s\s+\d+[^.;:。]*",
    ),
    memberships=(r"(?:sus|los|\d+)\s+Estados\s+miembros[^.;:。]*",),
    offices=(
        r"(?:el\s+|la\s+)?alt[oa]\s+representante\s+(?:de|para)",
        rf"(?:l[oa]s\s+)?{_WHO}(?:\s+de\s+(?:relaciones|asuntos)\s+exteriores)?\s+{_OF}",
    ),
    members=(
        "países",
        r"Estados(?!\s+Unidos)(?:\s+miembros)?",
        "naciones",
        "delegaciones",
        "gobiernos",
        "firmantes",
    ),
    qualifiers={
        "nearly": ("casi", r"cerca\s+de"),
        "more than": (r"más\s+de",),
        "at least": (r"al\s+menos", r"por\s+lo\s+menos"),
        "at most": (r"hasta", r"como\s+máximo"),
        "fewer than": (r"menos\s+de",),
        "about": (r"un[oa]s", r"alrededor\s+de", "aproximadamente"),
    },
    further=(r"otr[oa]s", "más", "adicionales"),
    total=(r"en\s+total", r"un\s+total\s+de"),
    before={
        "signatories": (
            r"a\s+favor\s*:",
            rf"{_DOCUMENT}(?:\s+\w+){{0,3}}\s*:\W*$",
            rf"(?:en|a)\s+nombre\s+(?:propio\s+y\s+)?{_OF}",
            rf"en\s+representación\s+{_OF}",
            "firmantes",
            r"(?:países|Estados)\b[^.;:]{0,60}\b(?:entre\s+(?:ellos|los\s+que)|inclu\w+)",
            "signatarios",
            r"(?:co)?(?:patrocina|auspicia)\w+",
            r"(?:firma|firmaron|firman|suscriben|suscribieron|respaldan|respaldaron|apoyan)",
            "coautores",
            rf"{_DONE}\s+(?:conjuntamente\s+)?por",
            r"a\s+saber",
            "siguientes",
            (
                rf"{_WHO}(?:\s+de\s+(?:relaciones|asuntos)\s+exteriores)?"
                rf"(?:\s+de\s+(?:Estado|Gobierno)(?:\s+y\s+de\s+Gobierno)?)?\s+{_OF}"
            ),
            (
                rf"{_DOCUMENT}(?:\s+(?:conjunt[oa]|común|abierta|interregional|transregional))*"
                rf"\s+(?:{_OF}|por)"
            ),
            "nosotros",
            r"además\s+de",
            rf"(?:países|Estados|gobiernos)(?:\s+(?:{_OF}|han|firmado|miembros|son))*\W*$",
        ),
        "joined": (
            r"adhieren",
            r"se\s+(?:han?\s+)?(?:\w+\s+)?(?:asoci|sum|adhi|un(?:en|ier|ido)|aline)\w*",
        ),
        "opposed": (
            r"se\s+op\w+",
            r"vot\w+\s+en\s+contra",
            r"en\s+contra\s*:",
            r"rechaz\w+",
        ),
        "addressed": (
            r"(?:dirigid[oa]s?|cartas?(?:\s+abiertas?)?)\s+al?",
            r"(?:inst(?:amos|an|a|aron|ó)|ped(?:imos|ir)|pid(?:en|e|ió|ieron)|urg(?:en|imos|ió))",
            r"llam(?:amos|an|a|ó|aron)\s+al?",
            r"(?:exhort|agradec|felicit|invit|conden|critic)\w+",
            r"salud(?:amos|an|a)",
        ),
        "mentioned": (
            r"situaci(?:ón|ones)",
            "derechos",
            r"(?:conflictos?|guerra|crisis|refugiad\w+|relaciones|fronteras?|invasión|agresión)",
            r"tales\s+como",
            r"(?:abst|visit|preocup|atac|analiz)\w+",
            r"no\s+(?:firm|apoy|suscrib|se)\w*",
            r"a\s+diferencia",
        ),
    },
    behind={
        "opposed": (r"(?:han\s+)?vot\w+\s+en\s+contra", r"se\s+op", r"rechaz"),
        "mentioned": (r"se\s+abst", r"no\s+(?:han?\s+)?\w+", r"(?:declin|rehus)"),
        "joined": (r"(?:también\s+)?se\s+(?:han?\s+)?(?:\w+\s+)?(?:asoci|sum|adhi|un|aline)",),
        "signatories": (
            (
                r"(?:(?:han?|hemos)\s+)?(?:\w+\s+)?(?:firm|suscrib|suscrit|present|emit|respald|apoy"
                r"|copatrocin|patrocin|public|pronunci)"
            ),
            rf"(?<=[:/]\s)(?:proyectos?\s+de\s+(?:resolución|decisión)|{_DOCUMENT})",
        ),
    },
    behalf=(
        rf"(?:en|a)\s+nombre\s+(?:propio\s+y\s+)?{_OF}",
        rf"en\s+representación\s+{_OF}",
        rf"{_DONE}\s+por",
    ),
    signed=(
        r"(?:han\s+)?(?:\w+\s+)?(?:firm|suscrib|suscrit|respald|apoy|copatrocin|present|emit)",
        r"se\s+(?:han\s+)?(?:sum|adhi|asoci|un)",
        r"(?:expres|conden|inst)\w+",
    ),
    document=(_DOCUMENT, "conjunt[oa]"),
    speaks=(
        r"(?:pronunci|present|formul|emiti|intervin|encabez|lider|ley[óe])\w*",
        r"(?:hizo|habl[óa]\w*|dio\s+lectura)",
        rf"(?:en|a)\s+nombre\s+(?:propio\s+y\s+)?{_OF}",
    ),
    by=(
        (
            r"(?:firmad|suscrit|pronunciad|presentad|leíd|formulad|encabezad|liderad|emitid|impulsad|hech)[oa]s?"
            r"\s+(?:\S+\s+){0,3}?por\s+(?:el\s+|la\s+|los\s+|las\s+)?"
            r"(?:(?:\S+\s+){0,6}?(?:del|de|de\s+la|de\s+los)\s+)?"
        ),
    ),
    about=(
        *("en", "sobre", "entre", "contra", "hacia", "con", "desde", "ante", "para"),
        r"(?:acerca|respecto|a\s+propósito)\s+(?:de|del|a|al)",
        r"en\s+relación\s+con",
        r"relativ[oa]s?\s+al?",
    ),
    places=(
        (
            r"(?:lago|mar|golfo|bahía|río|ciudad|calle|isla|estrecho|universidad|embajada|canal)"
            r"(?:\s+(?:de|del))?(?:\s+(?:la|los|las|el))?"
        ),
    ),
    beside=(
        *("el", "la", "los", "las", "de", "del", "y", "e", "por", "para", "con", "en", "gobiernos"),
        *(
            "gobierno",
            "ministros",
            "cancilleres",
            "exteriores",
            "países",
            "declaración",
            "conjunta",
        ),
        *("firmantes", "nombre", "embajador", "embajadora", "representante", "miembros", "además"),
    ),
    titles=(
        *("señor", "señora", r"sr\.", r"sra\.", "excelencias?", "nosotros", "est[ae]s?", "esto"),
        *("posteriormente", "asimismo", "además", "también", "hoy", "finalmente"),
    ),
    regions=("áfrica", "asia", "europa", "américas?", "oceanía", "caribe", r"oriente\s+medio"),
)
