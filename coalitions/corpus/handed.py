"""Lists that a program hands over, as a DataFrame or as names by statement → raw tables."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus.columns import refuse_no_table
from coalitions.corpus.delimited import FILE, ROW, refuse_lacking
from coalitions.corpus.paths import UnreadableError
from coalitions.corpus.reading import REQUIRED, describes, in_layout
from coalitions.corpus.tidying import cell_text, texts
from coalitions.errors import shortened, statement_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalitions.corpus.asgiven import How
    from coalitions.corpus.reading import Reader


def table_of(frame: pd.DataFrame, name: str, how: How) -> Iterator[tuple[str, Reader]]:
    """Yield how a DataFrame is read: as a CSV file with the same cells would be.

    Parameters
    ----------
    frame : DataFrame
        ``statement_id``, ``signatory``, and what else a table of signatures or of statements has.
        The index is not read.
    name : str
        What messages call it.
    how : How
        What its columns are, and how it is laid out.
    """
    refuse_no_table(name, frame)
    yield name, partial(_read_table, frame, name, how)


def _read_table(frame: pd.DataFrame, name: str, how: How) -> dict[str, pd.DataFrame]:
    header = how.columns.renamed([str(column).strip() for column in frame.columns])
    required = REQUIRED["signatures"] if how.layout == "long" else ()
    if "signatories" in header or describes(pd.DataFrame(columns=header), how):
        required = ("statement_id",)
    inside = [str(level) for level in frame.index.names if level in required]
    hint = f" ({' and '.join(inside)} is in the index: call reset_index() first)" if inside else ""
    refuse_lacking(header, required, 0, hint)
    if frame.empty:
        raise UnreadableError("no rows in it")
    text = texts(frame.set_axis(header, axis=1).reset_index(drop=True))
    # Rows are counted as everywhere: the header of a table is row 1.
    text[FILE], text[ROW] = name, range(2, len(text) + 2)
    return in_layout(text, how)


def lists_of(lists: Mapping[object, object]) -> Iterator[tuple[str, Reader]]:
    """Yield how the names of each statement are read.

    Parameters
    ----------
    lists : mapping of str to iterable of str
        Statement id → names, as they are written.
    """
    if not lists:
        yield "a mapping", partial(_refuse, "no statement in it: write {statement: names}")
    for statement, names in lists.items():
        where = statement_place(shortened(str(statement)))
        yield where, partial(_read_names, statement, names, where)


def _refuse(expected: str) -> dict[str, pd.DataFrame]:
    raise UnreadableError(expected)


def _read_names(statement: object, names: object, where: str) -> dict[str, pd.DataFrame]:
    if not _is_plain(statement) or not str(statement).strip():
        raise UnreadableError("expected the id of a statement, as a text")
    key = str(statement).strip()
    written = [_name(name, number) for number, name in enumerate(_names(names), 1)]
    if not written:
        raise UnreadableError("no names in it: expected one or more")
    signatures = {"statement_id": key, "signatory": written, "name_as_written": written}
    return {
        "statements": pd.DataFrame({"statement_id": [key], FILE: where, ROW: 0}),
        "signatures": pd.DataFrame({**signatures, FILE: where, ROW: range(1, len(written) + 1)}),
    }


def _names(given: object) -> Iterable[object]:
    """Return names in an order that is the same each time."""
    if isinstance(given, str):
        raise UnreadableError(
            'expected a list of names, not one text: write ["Cuba", "Peru"]', value=given
        )
    if isinstance(given, (pd.DataFrame, Mapping)) or not isinstance(given, Iterable):
        raise UnreadableError(
            f"expected a list of names, found a value of type {type(given).__name__}; load takes a "
            "DataFrame alone, with the columns statement_id and signatory; Corpus takes tables"
        )
    return sorted(given, key=str) if isinstance(given, (set, frozenset)) else given


def _name(name: object, number: int) -> str:
    """Return a name as text, "" for a gap; what is neither text nor number is none."""
    if _is_plain(name):
        return cell_text(name)
    gap = name is None or name is pd.NA or name is pd.NaT
    if gap or (isinstance(name, float) and math.isnan(name)):
        return ""
    raise UnreadableError("expected a name, as a text", row=number, value=str(name))


def _is_plain(value: object) -> bool:
    return isinstance(value, str) or (
        pd.api.types.is_integer(value) and not isinstance(value, bool)
    )
