"""One statement of a text: who signed it, by name or by decision, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coalitions.errors import CoalitionsError, quoted
from coalitions.names import DECISION, NEW, NOBODY, SPELLING, spelling_key

if TYPE_CHECKING:
    from collections.abc import Hashable

    from coalitions.corpus.extracting import Extraction
    from coalitions.names import Decisions

Row = dict[str, str]


class PickedOut(NamedTuple):
    """A statement of a text: its cells, who signed, what was decided, who is no state."""

    statement: Row
    signatures: list[Row]
    decided: list[Row]
    new: list[str]
    given: frozenset[str]


def picked_out(found: Extraction, about: Row, which: int | None, made: Decisions) -> PickedOut:
    """Return the statement of a text that is meant, or say why there is none.

    Parameters
    ----------
    found : Extraction
        What the text says.
    about : dict of str to str
        ``statement_id`` and other columns of the statement.
    which : int or None
        Which of several statements, from 1.
    made : Decisions
        What was decided about spellings.
    """
    row = _one(found, which)
    part = found.signatures[found.signatures["statement_id"] == row["statement_id"]]
    open_ = found.unresolved[found.unresolved["statement_id"] == row["statement_id"]]
    columns = ["signatory", "name_as_written", "role", "via", "evidence"]
    signed: list[dict[Hashable, Any]] = part[columns].to_dict("records")
    decided, undecided, new = list[Row](), list[str](), dict[str, None]()
    for text, line, why in zip(open_["text"], open_["line"], open_["why"], strict=True):
        decision = made.of(text)
        if decision is None:
            undecided.append(f"  line {line}: {quoted(text)} {why or 'is no known state'}")
            continue
        codes = decision.signatories
        signed += [
            {"signatory": code, "name_as_written": text, "role": "signatory"} for code in codes
        ]
        new |= dict.fromkeys(codes if decision.is_new else ())
        said = f"{NEW}{codes[0]}" if decision.is_new else ";".join(codes) or NOBODY
        decided.append({SPELLING: spelling_key(text), DECISION: said})
    if undecided:
        told = "\n".join(undecided)
        raise CoalitionsError(f"in the list, and not decided: decide with `names`\n{told}")
    once = {row["signatory"]: row for row in reversed(signed)}
    signatures = [
        {"statement_id": about["statement_id"]}
        | {str(column): _plain(str(cell)) for column, cell in each.items()}
        for each in reversed(once.values())
    ]
    is_open = row["check"] == "unsure" and open_.empty
    statement = _cells(row, about, len(signatures), is_open=is_open)
    given = frozenset(column for column, cell in about.items() if cell)
    return PickedOut(statement, signatures, decided, list(new), given)


def _plain(text: str) -> str:
    """Return a text in one line that no spreadsheet takes for a formula."""
    return " ".join(text.split()).lstrip("=+-@ ")


def _one(found: Extraction, which: int | None) -> dict[str, object]:
    rows = found.statements.to_dict("records")
    if not rows:
        raise CoalitionsError(found.doubts[0])
    if which is None and len(rows) == 1:
        return {str(column): cell for column, cell in rows[0].items()}
    if which is not None and 1 <= which <= len(rows):
        return {str(column): cell for column, cell in rows[which - 1].items()}
    lines = [
        f"  {n}  lead {row['lead'] or '–'}, {len(row['signatories'])} named: {row['quote']:.60}"
        for n, row in enumerate(rows, 1)
    ]
    many = f"it speaks of {len(rows)} statement{'s' if len(rows) > 1 else ''}"
    asked = "" if which is None else f"there is no statement {which}; "
    told = f"{asked}{many}: say with `which` which of them is meant"
    raise CoalitionsError("\n".join([told, *lines]))


def _cells(row: dict[str, object], about: Row, named: int, *, is_open: bool) -> Row:
    """Return the cells of a statement: as given, or as the text has them."""
    cells = {column: str(row[column] or "") for column in ("lead", "topic", "stance")}
    number = row["declared_count"]
    if row["qualifier"] == "exactly" and row["check"] != "speaker counted apart":
        cells["declared_count"] = str(number)
    cells |= {column: cell for column, cell in about.items() if cell}
    if row["date"] and not cells.get("date"):
        cells["date"] = str(row["date"])
    declared = cells.get("declared_count", "")
    if declared.isdecimal() and int(declared) < named:
        raise CoalitionsError(
            f"the text names {named}, and {declared} are declared: one of the two is wrong; give "
            "the right number with `declared`"
        )
    if is_open and not declared:
        raise CoalitionsError(
            'only some are named ("and others", "including"), and no number says how many: give it '
            "with `declared`"
        )
    return {column: _plain(cell) for column, cell in cells.items() if cell}
