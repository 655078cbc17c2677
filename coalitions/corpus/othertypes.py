"""A value that is no source of lists: what it is, and how it becomes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from coalitions.errors import ChoiceError

if TYPE_CHECKING:
    from collections.abc import Sequence

_KNOWN = (
    "give paths, a DataFrame of pandas with the columns statement_id and signatory, or names by "
    'statement, as in {"spring": ["Cuba", "Peru"]}'
)
# What a value can do → what to do with it; the first that fits.
_METHODS = {
    "sink_parquet": "call .collect().to_pandas() first",
    "to_pandas": "call .to_pandas() first",
    "toPandas": "call .toPandas() first",
    "fetchdf": "call .df() first",
    "to_frame": "call .to_dict() first, where it holds a list of names for each statement",
    "tolist": "make a DataFrame of it first, with columns: pandas.DataFrame(…, columns=[…])",
    "readline": "give its path",
    "signatures": "it is loaded, and goes where a corpus is asked for",
}


def refuse_type(given: object) -> NoReturn:
    """Refuse a value that nothing can be loaded from.

    Raises
    ------
    ChoiceError
        It says of which type it is, and what to do with it.

    Examples
    --------
    >>> refuse_type(5)
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: nothing can be loaded from a value of type int: give paths, a DataFrame of pandas with the columns statement_id and signatory, or names by statement, as in {"spring": ["Cuba", "Peru"]}
    """  # noqa: E501 - the message is one line
    kind = type(given)
    library = kind.__module__.partition(".")[0]
    of = "" if library in ("builtins", "_io") else f" ({library})"
    do = next((do for name, do in _METHODS.items() if hasattr(given, name)), _KNOWN)
    raise ChoiceError(f"nothing can be loaded from a value of type {kind.__name__}{of}: {do}")


def refuse_rows(mappings: Sequence[dict[object, object]]) -> None:
    """Refuse mappings that are the rows, or the columns, of a table: none has names by statement.

    Raises
    ------
    ChoiceError
        It says how a table is given.

    Examples
    --------
    >>> refuse_rows([{"statement_id": "spring", "signatory": "Cuba"}])
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: rows or columns of a table, where names by statement were expected: load(pandas.DataFrame(…)) takes them
    """  # noqa: E501 - the message is one line
    said = any(
        "statement_id" in each and {"signatory", "signatories"} & set(each) for each in mappings
    )
    rows = len(mappings) > 1 and all(
        len(each) > 1 and all(_is_cell(cell) for cell in each.values()) for each in mappings
    )
    if said or rows:
        raise ChoiceError(
            "rows or columns of a table, where names by statement were expected: "
            "load(pandas.DataFrame(…)) takes them"
        )


def _is_cell(value: object) -> bool:
    return value is None or isinstance(value, (str, int, float))
