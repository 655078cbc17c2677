"""What the campaign tries: tables, lists as text, options and addresses, from plain to hostile."""

from __future__ import annotations

from hypothesis import strategies as st

#: Cells that a table may hold, the right ones more often than the others.
_STATES = ("CUB", "China", "Türkiye", "Côte d'Ivoire", "Viet Nam", "Korea", "S. Sudan", "AND", "NA")
_HOSTILE = (
    "",
    " ",
    "\x1b[2J",
    "\u202eabuC",
    "=1+1",
    "</script><script>",
    '"',
    "'",
    "a;b",
    "\ufeff",
    "\ud800",
    "🇨🇺",
    "e\u0301",
    "x" * 5000,
    "-1",
    "9" * 30,
    "1e400",
    "nan",
    "2021-02-30",
    "../../etc/passwd",
    "Amnesty International, Oxfam and others",
    "TÃ¼rkiye",
    "&eacute;",
)
CELLS = st.one_of(st.sampled_from(_STATES), st.sampled_from(_HOSTILE), st.text(max_size=12))
_COLUMNS = (
    "statement_id",
    "signatory",
    "declared_count",
    "date",
    "stance",
    "role",
    "lead",
    "superseded_by",
    "name_as_written",
    "via",
    "declared_cont",
    "vote",
)
_CODES = ("CUB", "CHN", "Viet Nam", "FRA", "Türkiye", "KEN", "PAK")
#: Column of a statement → cells that are right.
_RIGHT = {
    "date": st.sampled_from(["", "2020-10-06", "2021-06-22"]),
    "declared_count": st.integers(7, 195).map(str),
    "stance": st.sampled_from(["", "support", "critical"]),
    "topic": st.sampled_from(["", "sea", "sea; land"]),
    "title": CELLS,
    "event_id": st.sampled_from(["", "e1", "e2"]),
}
_HEADERS = st.one_of(
    st.just(["statement_id", "signatory"]),
    st.lists(st.sampled_from(_COLUMNS[2:]), unique=True, max_size=4).map(
        lambda more: ["statement_id", "signatory", *more]
    ),
    st.lists(CELLS, min_size=1, max_size=4),
)
_ENCODINGS = st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"])


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Draw the bytes of a table: most are CSV, some are broken, some are no text at all."""
    if draw(st.booleans()):
        rows = draw(_nearly_right())
    else:
        header = draw(_HEADERS)
        row = st.lists(CELLS, min_size=len(header), max_size=len(header))
        rows = [header, *draw(st.lists(st.one_of(row, st.lists(CELLS, max_size=6)), max_size=8))]
    comma = draw(st.sampled_from([",", ",", ",", ";", "\t"]))
    end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    lines = end.join(comma.join(map(_cell, each)) for each in rows)
    return _broken(draw, lines.encode(draw(_ENCODINGS), "replace"))


@st.composite
def _nearly_right(draw: st.DrawFn) -> list[list[str]]:
    """Draw a table in which at most one cell is not what it should be."""
    columns = draw(st.lists(st.sampled_from(sorted(_RIGHT)), unique=True, max_size=4))
    about = {key: [draw(_RIGHT[column]) for column in columns] for key in "abc"}
    keys = draw(
        st.lists(
            st.tuples(st.sampled_from("abc"), st.sampled_from(_CODES)), unique=True, min_size=1
        )
    )
    rows = [["statement_id", "signatory", *columns], *([*key, *about[key[0]]] for key in keys)]
    if draw(st.booleans()):
        row = draw(st.sampled_from(rows))
        row[draw(st.integers(0, len(row) - 1))] = draw(CELLS)
    return rows


def _cell(text: str) -> str:
    quoted = '"' + text.replace('"', '""') + '"'
    return quoted if set(text) & set(',;\t\r\n"') and len(text) % 3 else text


def _broken(draw: st.DrawFn, content: bytes) -> bytes:
    """Return the bytes, one time in four with some of them cut out or put in."""
    if draw(st.integers(0, 3)):
        return content
    at = draw(st.integers(0, len(content)))
    return content[:at] + draw(st.binary(max_size=4)) + content[at + draw(st.integers(0, 9)) :]


@st.composite
def lists(draw: st.DrawFn) -> bytes:
    """Draw a list as text: one name a line, or prose."""
    names = draw(st.lists(CELLS, max_size=10))
    between = draw(st.sampled_from(["\n", "\n", ", ", "; ", " and ", ", and the ", "\r\n"]))
    return _broken(draw, between.join(names).encode(draw(_ENCODINGS), "replace"))


_NUMBERS = st.one_of(st.integers().map(str), st.integers(-3, 300).map(str), CELLS)
_OPTIONS = st.one_of(
    st.tuples(st.sampled_from(["--universe", "--top", "--min-shared", "--seed"]), _NUMBERS),
    st.tuples(
        st.sampled_from(["--event", "--since", "--until", "--topic", "--forum", "--statement"]),
        st.one_of(CELLS, st.sampled_from(["2020", "2021-13", "2020-10-06", "Xinjiang"])),
    ),
    st.tuples(st.sampled_from(["--stance", "--versions", "--members", "--format"]), CELLS),
    st.sampled_from(
        [
            ("--stance", "support"),
            ("--versions", "all"),
            ("--members", "any"),
            ("--format", "json"),
            ("--format", "csv"),
            ("--regions",),
            ("--no-members",),
            ("--help",),
            ("--",),
        ]
    ),
    st.tuples(CELLS),
)
#: Arguments of the command line: a verb that writes nothing, data of the bundled corpora or none.
arguments = st.builds(
    lambda verb, data, options: [verb, *data, *(part for option in options for part in option)],
    st.sampled_from(["overlap", "check", "change", "names", "nonsense"]),
    st.sampled_from([(), ("unga75",), ("nowhere",), ("unga75", "unga75")]),
    st.lists(_OPTIONS, max_size=4),
).filter(lambda given: not any("\0" in part for part in given))

_PARAMETERS = ("view", "select", "ask", "shared", "year", "topic", "forum", "stance", "q", "with")
#: What stands behind the ``#`` of the page's address.
addresses = st.lists(
    st.tuples(st.one_of(st.sampled_from(_PARAMETERS), CELLS), CELLS), max_size=5
).map(lambda pairs: "#" + "&".join(f"{key}={value}" for key, value in pairs))
