"""A JSON file → the header and the rows of the table that it holds."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from coalitions.corpus.paths import UnreadableError
from coalitions.corpus.workbooks import Held
from coalitions.errors import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Letters of a line or an object that a message shows.
_SHOWN = 60


def json_lines(text: str) -> Held:
    r"""Return the table of a text with an object a line.

    Examples
    --------
    >>> json_lines('{"a": 1}\n{"b": 2}').header
    ['a', 'b']
    """
    objects = list(_objects(text))
    header = list(dict.fromkeys(key for _, found in objects for key in found))
    return Held(header, [(n, [found.get(key) for key in header]) for n, found in objects])


def json_array(text: str) -> Held:
    """Return the table of a list of objects, alone or the one in an object; or names by statement.

    Examples
    --------
    >>> json_array('[{"statement_id": "may", "signatory": "Cuba"}]').rows
    [(1, ['may', 'Cuba'])]
    >>> json_array('{"may": ["Cuba", "Peru"], "june": ["Peru"]}').rows
    [(1, ['may', 'Cuba']), (2, ['may', 'Peru']), (3, ['june', 'Peru'])]
    """
    try:
        found = _parsed(text)
    except (ValueError, RecursionError) as error:
        if "\n{" in text.strip():
            return json_lines(text)
        raise UnreadableError(f"no JSON ({_why(error)}): expected a list of objects") from error
    if isinstance(found, dict):
        found = _by_statement(found) or _records_in(found)
    if not isinstance(found, list) or not found:
        raise UnreadableError(
            'expected a list of objects: [{"statement_id": …, "signatory": …}, …]'
        )
    for number, record in enumerate(found, 1):
        if not isinstance(record, dict):
            shown = json.dumps(record, ensure_ascii=False)[:_SHOWN]
            raise UnreadableError("expected an object in the list", number, "", shown)
    header = list(dict.fromkeys(key for record in found for key in record))
    return Held(header, [(n, [r.get(key) for key in header]) for n, r in enumerate(found, 1)])


def _by_statement(found: dict[str, Any]) -> list[dict[str, str]]:
    """Return a row a name where an object has the names of each statement; else none."""
    lists = [isinstance(each, list) and bool(each) for each in found.values()]
    if not all(lists) or any(not isinstance(name, str) for each in found.values() for name in each):
        return []
    return [
        {"statement_id": key, "signatory": name} for key, each in found.items() for name in each
    ]


def _records_in(found: dict[str, Any]) -> list[Any]:
    held = [each for each in found.values() if isinstance(each, list)]
    return held[0] if len(held) == 1 else [found]


def _objects(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of JSON lines, with their lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = _parsed(line)
        except UnreadableError as error:
            raise UnreadableError(str(error), number, "", line[:_SHOWN]) from error
        except (ValueError, RecursionError) as error:
            raise UnreadableError(
                "no JSON: expected an object a line", number, "", line[:_SHOWN]
            ) from error
        if not isinstance(found, dict):
            raise UnreadableError("expected an object a line", number, "", line[:_SHOWN])
        yield number, found


def _parsed(text: str) -> Any:
    """Return what a JSON text holds; refuse what would lose a cell without a word."""
    return json.loads(text, object_pairs_hook=_once, parse_constant=_constant, parse_float=_finite)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise UnreadableError(f"{quoted(twice)} stands twice in one object: keep one of them")
    return found


def _constant(word: str) -> None:
    # Python writes a gap so, which no JSON has.
    if word != "NaN":
        raise UnreadableError(f"{word} is no number of a table: write it out, or leave it empty")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise UnreadableError(f"{quoted(digits)} is too large for a number: write it as text")
    return number


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return str(error)
    deep = isinstance(error, RecursionError)
    return "nested too deep" if deep else "a number of thousands of digits: write it as text"
