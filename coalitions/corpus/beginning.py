"""An empty corpus, and what its columns are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus.tidying import COLUMNS
from coalitions.errors import CoalitionsError
from coalitions.files import write_together

if TYPE_CHECKING:
    from pathlib import Path

#: Table → what a row of it is, and what each column holds.
MEANINGS: dict[str, tuple[str, dict[str, str]]] = {
    "statements": (
        "A row is a joint statement, a letter, or one side of a vote.",
        {
            "statement_id": "Needed: a short name of the statement, unlike any other.",
            "event_id": "What several statements have in common: a debate, a session.",
            "date": "YYYY-MM-DD, YYYY-MM or YYYY.",
            "forum": "Where it was made.",
            "topic": "What it is about; several topics with ; between.",
            "about": "Whom or what it supports or criticises; several with ; between.",
            "stance": "Which side it takes: support, critical, or a word of your own; up to six.",
            "opposed": "The stance that this one is opposed to; not needed for support, yes.",
            "lead": "Who read it out or led it: an ISO 3166-1 alpha-3 code or a name.",
            "declared_count": "How many signed, as the source says; more than are named is fine.",
            "superseded_by": "Of an earlier version of a letter: the statement_id of the later.",
            "series": "A name that statements share which continue one another.",
            "title": "Its title.",
            "label": "What figures, tables and the page call it, unlike any other; may be empty.",
            "source_name": "Where the list is from: it stands at the foot of every figure.",
            "source_url": "The address of the source.",
            "notes": "Anything else.",
        },
    ),
    "signatures": (
        "A row is one name under one statement.",
        {
            "statement_id": "Needed: a statement_id of statements.csv.",
            "signatory": "Needed: an ISO 3166-1 alpha-3 code, or a name.",
            "name_as_written": "The name as the source has it.",
            "role": "lead or signatory; empty is signatory.",
            "via": "The group that signed for it.",
            "source_url": "Where this name is from, if not where the statement is from.",
            "evidence": "The words of the source.",
        },
    ),
    "signatories": (
        (
            "A row is one who could have signed. Left empty, or away: all members and observers of "
            "the United Nations. Who is no state needs a row with the kind non-member."
        ),
        {
            "signatory": "Needed: what signatures.csv calls it.",
            "name": "Its whole name.",
            "short": "A label for figures.",
            "kind": "member, observer or non-member; or a word of your own.",
            "group": "A group whose colour it has.",
        },
    ),
}


_HEAD = """# A corpus of joint statements

One row a line, cells with commas between; a cell that holds a comma stands in double quotes. The
command *coalitions check* with this folder says what is wrong.
"""


def begin_corpus(folder: Path) -> Path:
    """Make a folder of empty tables, and a text that says what their columns are for.

    Raises
    ------
    CoalitionsError
        The folder holds something, or cannot be made.
    """
    try:
        folder.mkdir(exist_ok=True)
        taken = any(folder.iterdir())
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CoalitionsError(f"{folder}: cannot make this folder: {why}") from error
    if taken:
        raise CoalitionsError(f"{folder}: holds something already: choose another folder")
    tables = {folder / f"{name}.csv": ",".join(COLUMNS[name]) + "\n" for name in MEANINGS}
    contents = {**tables, folder / "README.md": _about()}
    write_together({path: text.encode() for path, text in contents.items()})
    return folder


def _about() -> str:
    """Return what the columns of a corpus are for, in Markdown."""
    parts = [_HEAD]
    for name, (row, columns) in MEANINGS.items():
        lines = "\n".join(f"| `{column}` | {text} |" for column, text in columns.items())
        parts.append(f"## `{name}.csv`\n\n{row}\n\n| column | holds |\n| --- | --- |\n{lines}\n")
    return "\n".join(parts)
