"""Where something stands, in the words of what holds it: rows, lines, names of a list."""

from __future__ import annotations

_STATEMENT = 'statement "'
#: What is counted where there are columns.
TABULAR = ("row", "object")
#: How the names of files end that have lines, not rows.
_OF_LINES = (".txt", ".md", ".html", ".htm", ".xhtml", ".docx", ".pdf")


def place(file: str, row: int) -> str:
    """Return where something stands: a text has lines, a list in a program names, a table rows.

    Examples
    --------
    >>> place("letter.txt", 2), place("signatures.csv", 812), place("letter.txt", 0)
    ('letter.txt, line 2', 'signatures.csv, row 812', 'letter.txt')
    >>> place(statement_place("spring"), 3)
    'statement "spring", name 3'
    """
    return f"{file}, {unit(file)} {row}" if row else file


def statement_place(statement: str) -> str:
    """Return where a list stands that is in no file."""
    return f'{_STATEMENT}{statement}"'


def unit(file: str) -> str:
    """Return what is counted in a file, or in what stands for one."""
    if file.startswith(_STATEMENT):
        return "name"
    if file.lower().endswith(".json"):
        return "object"
    return "line" if file.lower().endswith(_OF_LINES) else "row"
