"""Portuguese words around lists of states."""

from coalitions.texts.languages.language import Language

_OF = r"(?:de|do|da|dos|das)"
_DOCUMENT = r"(?:declaraç(?:ão|ões)|comunicados?|cartas?|notas?|apelos?|resolução|textos?)"
_WHO = (
    r"(?:governos|chanceleres|ministr[oa]s|presidentes|chefes|representantes|embaixador(?:e|a)s"
    r"|líderes|delegações|missões)"
)
_DONE = (
    r"(?:assinad|subscrit|apresentad|apoiad|copatrocinad|patrocinad|emitid|lid|proferid|publicad"
    r"|divulgad|endossad)[oa]s?"
)

PORTUGUESE = Language(
    conjunctions=("e", r"assim\s+como", r"bem\s+como", r"juntamente\s+com"),
    articles=("o", "a", "os", "as", "de", "do", "da", "dos", "das", "à", "ao", "aos", "às"),
    own=(r"(?:o\s+)?(?:meu|nosso)\s+(?:próprio\s+)?país", r"minha\s+delegação"),
    others=(r"outr[oa]s(?:\s+\w+)?", r"(?:mais\s+)?\d+\s+(?:outros\s+)?países[^.;:。]*"),
    memberships=(r"(?:(?:os\s+)?seus|os|\d+)\s+Estados[ -][Mm]embros[^.;:。]*",),
    offices=(
        r"(?:o\s+|a\s+)?alt[oa]\s+representante\s+(?:da|para)",
        rf"(?:[oa]s\s+)?{_WHO}(?:\s+d(?:os|as)\s+(?:negócios|relações)\s+\w+)?\s+{_OF}",
    ),
    members=(
        "países",
        r"Estados(?!\s+Unidos)(?:[ -][Mm]embros)?",
        "nações",
        "delegações",
        "governos",
        "signatários",
    ),
    qualifiers={
        "nearly": ("quase", r"perto\s+de"),
        "more than": (r"mais\s+de",),
        "at least": (r"pelo\s+menos", r"ao\s+menos", r"no\s+mínimo"),
        "at most": (r"até", r"no\s+máximo"),
        "fewer than": (r"menos\s+de",),
        "about": (r"cerca\s+de", r"uns", r"umas", "aproximadamente"),
    },
    further=(r"outr[oa]s", "mais", "adicionais"),
    total=(r"no\s+total", r"um\s+total\s+de", r"ao\s+todo"),
    before={
        "signatories": (
            r"a\s+favor\s*:",
            rf"{_DOCUMENT}(?:\s+\w+){{0,3}}\s*:\W*$",
            rf"em\s+nome\s+{_OF}",
            rf"em\s+representação\s+{_OF}",
            "signatários",
            r"(?:países|Estados)\b[^.;:]{0,60}\b(?:entre\s+(?:eles|os\s+quais)|inclu\w+)",
            r"(?:co)?patrocina\w+",
            r"(?:assina|assinam|assinaram|subscrevem|subscreveram|apoiam)",
            "coautores",
            rf"{_DONE}\s+(?:conjuntamente\s+)?(?:por|pel[oa]s?)",
            r"a\s+saber",
            "seguintes",
            (
                rf"{_WHO}(?:\s+d(?:os|as|e)\s+(?:negócios|relações|relaciones|asuntos)"
                r"\s+(?:estrangeiros|exteriores))?"
                rf"(?:\s+de\s+(?:Estado|Governo)(?:\s+e\s+de\s+Governo)?)?\s+{_OF}"
            ),
            rf"{_DOCUMENT}(?:\s+(?:conjunt[oa]|comum|aberta))*\s+(?:{_OF}|por)",
            r"nós,",
            r"além\s+d[eoa]s?",
            rf"(?:países|Estados|governos)(?:\s+(?:{_OF}|assinaram|membros|são))*\W*$",
        ),
        "joined": (
            r"(?:associ|junt|alinh|un)(?:am|aram|ou|a|iram|em)-se",
            r"se\s+(?:associ|junt|alinh|uni|une)\w+",
            r"(?:ader|subscrev)\w+",
        ),
        "opposed": (
            r"op(?:õe|ôs|useram|unham)\w*",
            r"vot\w+\s+contra",
            r"contra\s*:",
            r"rejeit\w+",
        ),
        "addressed": (
            r"(?:dirigid[oa]s?|cartas?(?:\s+abertas?)?)\s+(?:a|à|ao|aos|às)",
            (
                r"(?:exort|instam|inst(?:a|ou|aram)|apel(?:am|amos|a)|agradec|felicit|convid|conden"
                r"|critic|pedem|pedimos|pede|saúd)\w*"
            ),
        ),
        "mentioned": (
            r"situaç(?:ão|ões)",
            "direitos",
            r"(?:conflitos?|guerra|crises?|refugiad\w+|relações|fronteiras?|invasão|agressão)",
            r"tais\s+como",
            r"(?:abst|visit|preocup|atac|discut)\w+",
            r"não\s+\w+",
            r"ao\s+contrário",
        ),
    },
    behind={
        "opposed": (r"vot\w+\s+contra", r"op(?:õe|ôs|us)", r"rejeit"),
        "mentioned": (r"(?:se\s+)?abst", r"não\s+\w+", r"recus"),
        "joined": (
            r"(?:associ|junt|alinh|un)\w*-se",
            r"(?:também\s+)?se\s+(?:associ|junt|alinh|uni)",
            r"ader",
        ),
        "signatories": (
            r"(?:\w+\s+)?(?:assin|subscrev|apresent|emit|apoi|copatrocin|divulg|public)",
            rf"(?<=[:/]\s)(?:projetos?\s+de\s+(?:resolução|decisão)|{_DOCUMENT})",
        ),
    },
    behalf=(rf"em\s+nome\s+{_OF}", rf"em\s+representação\s+{_OF}", rf"{_DONE}\s+(?:por|pel[oa]s?)"),
    signed=(
        r"(?:\w+\s+)?(?:assin|subscrev|apoi|copatrocin|apresent|emit|divulg)",
        r"(?:se\s+)?(?:junt|ader|associ|uni)",
        r"(?:express|conden|exort)\w+",
    ),
    document=(_DOCUMENT, "conjunt[oa]"),
    speaks=(
        r"(?:pronunci|apresent|profer|emiti|interv|lider|encabeç)\w+",
        r"(?:leu|fez|falou|falando)",
        rf"em\s+nome\s+{_OF}",
    ),
    by=(
        (
            r"(?:assinad|subscrit|proferid|apresentad|lid|feit|liderad|encabeçad|emitid)[oa]s?"
            r"\s+(?:\S+\s+){0,3}?(?:por|pel[oa]s?)\s+(?:(?:\S+\s+){0,6}?(?:de|do|da|dos|das)\s+)?"
        ),
    ),
    about=(
        *("em", "no", "na", "nos", "nas", "entre", "contra", "sobre", "com", "para", "desde"),
        r"(?:acerca|a\s+respeito|em\s+relação|quanto|relativ[oa]s?)\s+(?:de|do|da|dos|das|a|ao|à)",
    ),
    places=(
        (
            r"(?:lago|mar|golfo|baía|rio|cidade|rua|ilha|estreito|universidade|embaixada)"
            r"(?:\s+(?:de|do|da|dos|das))?"
        ),
    ),
    beside=(
        *("o", "a", "os", "as", "de", "do", "da", "dos", "das", "e", "por", "para", "com", "em"),
        *(
            "governos",
            "governo",
            "ministros",
            "chanceleres",
            "exteriores",
            "estrangeiros",
            "países",
        ),
        *("declaração", "conjunta", "signatários", "nome", "embaixador", "representante", "além"),
    ),
    titles=(
        *("senhora?", r"sr\.", r"sra\.", "excelências?", "nós", "est[ae]s?", "isto"),
        *("posteriormente", r"além\s+disso", "hoje", "também", "finalmente"),
    ),
    regions=("áfrica", "ásia", "europa", "américas?", "oceania", "caribe", r"médio\s+oriente"),
)
