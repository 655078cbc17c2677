"""German words around lists of states."""

from coalitions.texts.languages.language import Language

_DOCUMENT = (
    r"(?:Erklärung(?:en)?|Schreibens?|Brief(?:e|es)?|Aufruf(?:e|s)?|Kommuniqués?|Resolution"
    r"|Resolutionsentwurfs?|Stellungnahme)"
)
_WHO = (
    r"(?:Au(?:ß|ss)enminister\w*|Minister\w*|Regierung(?:en|schefs)?|Vertreter\w*|Botschafter\w*"
    r"|Präsident\w*|Staatschefs|Delegationen)"
)

GERMAN = Language(
    conjunctions=("und", "sowie", r"ebenso\s+wie", r"gemeinsam\s+mit", r"zusammen\s+mit"),
    articles=("der", "die", "das", "den", "dem", "des", "von", "vom"),
    own=(
        r"(?:mein|unser)(?:em|en|es|er)?\s+(?:eigenen?\s+)?Land(?:es)?",
        r"meine[rs]?\s+Delegation",
    ),
    others=(r"(?:weitere|andere)[nr]?(?:\s+\w+)?", r"\d+\s+(?:weitere|andere)[nr]?[^.;:。]*"),
    memberships=(r"(?:ihre[rn]?|die|der|\d+)\s+(?:EU-)?Mitglied(?:s)?staaten[^.;:。]*",),
    offices=(
        r"(?:der\s+|die\s+|des\s+)?Hohen?\s+Vertreter(?:in|s)?\s+(?:der|für)",
        rf"(?:der\s+|die\s+)?{_WHO}\s+(?:von|der|des)",
    ),
    members=(
        "Staaten",
        r"Ländern?",
        "Nationen",
        "Delegationen",
        "Regierungen",
        r"(?:UN-|VN-|EU-)?Mitglied(?:s)?staaten",
        r"Unterzeichner(?:n|staaten)?",
    ),
    qualifiers={
        "nearly": ("fast", "nahezu", "knapp", "beinahe"),
        "more than": (r"mehr\s+als", "über"),
        "at least": ("mindestens", "wenigstens"),
        "at most": (r"bis\s+zu", "höchstens"),
        "fewer than": (r"weniger\s+als",),
        "about": ("rund", "etwa", "ungefähr", "circa", r"ca\."),
    },
    further=(r"weitere[nr]?", r"andere[nr]?", r"zusätzliche[nr]?"),
    total=("insgesamt", r"zusammen"),
    before={
        "signatories": (
            r"(?:Ja-Stimmen|dafür|für)\s*:",
            rf"{_DOCUMENT}(?:\s+\w+){{0,3}}\s*:\W*$",
            r"im\s+Namen(?:\s+(?:von|der|des|einer|folgender))?",
            r"(?:Mit)?[Uu]nterzeichne(?:r|nde)\w*",
            r"(?:Mit)?[Ee]inbringer",
            r"(?:Ko|Co)-?[Ss]ponsoren",
            r"(?:mit)?unterzeichneten",
            (
                r"(?:unterzeichnet|eingebracht|getragen|unterstützt|vorgelegt|abgegeben|mitgetragen)"
                r"(?:\s+wurde)?\s+(?:von|durch)"
            ),
            "nämlich",
            r"(?:Staaten|Ländern?)\b[^.;:]{0,60}\b(?:darunter|einschließlich)",
            r"(?:folgende|nachstehende)[nr]?",
            rf"{_WHO}(?:\s+und\s+{_WHO})?(?:\s+(?:von|der|des|aus))?",
            rf"{_DOCUMENT}(?:\s+(?:von|durch|der|des))+",
            rf"{_DOCUMENT}\W*$",
            r"wir,",
            "neben",
            r"(?:Staaten|Länder)(?:\s+(?:haben|sind))?\W*$",
        ),
        "joined": (
            r"schlie(?:ß|ss)(?:en|t)\s+sich",
            r"schlossen\s+sich",
            r"(?:haben|hat)\s+sich",
            r"(?:an)?geschlossen\s+haben\s+sich",
        ),
        "opposed": (
            r"gegen\s*:",
            r"dagegen(?:\s+stimmten)?",
            "Nein-Stimmen",
            r"ablehn\w+",
            "abgelehnt",
        ),
        "addressed": (
            r"(?:fordern|forder(?:t|te|ten)|rufen|rief(?:en)?|dank(?:en|t|te|ten))",
            r"(?:appellier|begrü(?:ß|ss)|beglückwünsch|verurteil|kritisier|ermahn)\w+",
            rf"(?:gerichtet|{_DOCUMENT})\s+an",
        ),
        "mentioned": (
            r"(?:Lage|Menschenrechte|Menschenrechts\w+|Beziehungen|Angriff\w*|Einmarsch\w*)",
            r"(?:Konflikt|Krieg|Krise|Flüchtling|Grenz|Enthaltung|Besuch)\w*",
            r"wie\s+etwa",
            r"(?:enthiel|besuch|reist)\w+",
            r"im\s+Gegensatz",
            "anders",
        ),
    },
    behind={
        "opposed": (r"(?:stimmten|haben)\b[^.;:]{0,40}\b(?:dagegen|gegen)", r"lehn"),
        "mentioned": (
            r"enth(?:iel|alt)",
            r"(?:haben|hat|unterzeichneten|unterstützten)\b[^.;:,]{0,60}\bnicht\b",
        ),
        "joined": (
            r"schlie(?:ß|ss)(?:en|t)\s+sich",
            r"schlo(?:ss|ß)(?:en)?\s+sich",
            r"(?:haben|hat)\s+sich\b[^.;:]{0,60}angeschlossen",
        ),
        "signatories": (
            (
                r"(?:haben|hat)\b[^.;:]{0,80}(?:unterzeichn|abgegeben|veröffentlicht|eingebracht"
                r"|unterstütz|mitgetragen|vorgelegt)"
            ),
            r"(?:geben|gaben|unterzeichn|unterstütz|veröffentlich|legten|brachten|tragen)",
            rf"(?<=[:/]\s)(?:Resolutionsentwurf|{_DOCUMENT})",
        ),
    },
    behalf=(
        r"im\s+Namen",
        r"(?:unterzeichnet|eingebracht|getragen|unterstützt|vorgelegt)(?:\s+wurde)?\s+(?:von|durch)",
        r"(?:Erklärung|Gruppe)\s+von",
    ),
    signed=(
        (
            r"(?:haben|hatten)\b[^.;:]{0,60}(?:unterzeichn|unterstütz|angeschlossen|eingebracht"
            r"|abgegeben|mitgetragen)"
        ),
        r"(?:unterzeichn|unterstütz|schlossen|schlie(?:ß|ss)en|verurteil|fordern)",
    ),
    document=(_DOCUMENT, r"gemeinsamen?"),
    speaks=(
        r"im\s+Namen",
        r"(?:verlas|verlesen|trug|hielt|gab|abgegeben|sprach|legte|brachte|vorgetragen)",
    ),
    by=(
        r"(?:unterzeichnet|angeführt|geleitet|verlesen|initiiert|vorgetragen)\s+von\s+(?:der\s+|den\s+)?",
        r"(?:Führung|Leitung)\s+(?:von\s+|der\s+|des\s+)?",
    ),
    about=(
        *("in", "im", "zwischen", "gegen", "über", "mit", "nach", "aus", "gegenüber", "zu", "zur"),
        *("bei", "zum", "bezüglich", "hinsichtlich", "angesichts", "betreffend"),
    ),
    places=(r"(?:Golf|Stadt|Universität|Botschaft|Straße|Insel)\s+(?:von|in)",),
    beside=(
        *("der", "die", "das", "den", "des", "und", "von", "im", "namen", "regierung", "länder"),
        *("regierungen", "minister", "ministerinnen", "außenminister", "außenministerinnen"),
        *("aussenminister", "staats", "regierungschefs", "vertreter", "botschafter", "erklärung"),
        *(
            "staaten",
            "ländern",
            "unterzeichner",
            "neben",
            "schreiben",
            "außenministern",
        ),
        *("vertreterinnen", "botschafterinnen", "ständige", "land", "landes", "wir", "mitglieder"),
        *("außenministers", "außenministerin", "delegationen", "präsidenten", "unterstützung"),
    ),
    titles=(
        *("frau", "herrn?", r"exzellenz\w*", "wir", "ich", "diese[rs]?", "sehr", "später"),
        *("anschließend", "heute", "außerdem", "ferner"),
    ),
    regions=("afrika", "asien", "europa", "amerika", "ozeanien", "karibik", r"naher\s+osten"),
)
