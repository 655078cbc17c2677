"""A report made again from its manifest: what was asked for then, and what differs now."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coalitions.corpus import input_records
from coalitions.errors import CoalitionsError
from coalitions.report.kept import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Files that a sentence names, and letters of a hash that it shows, at most.
_NAMED, _OF_A_HASH = 8, 12
_Found = dict[str, Any]


class Asked(NamedTuple):
    """What a manifest says: the words behind ``coalitions report``, and the rest of it."""

    words: list[str]
    manifest: _Found


def asked_in(path: str | Path) -> Asked:
    """Return what the manifest of a report says of how it was made.

    Parameters
    ----------
    path : str or Path
        The ``manifest.json`` of a report, or the report's folder.

    Returns
    -------
    Asked

    Raises
    ------
    CoalitionsError
        It is no manifest of a report, or of one that was not made on the command line; or an input
        is not where it was.
    """
    file = Path(path) / MANIFEST if Path(path).is_dir() else Path(path)
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        listed, versions, options = found["files"], dict(found["made_with"]), dict(found["options"])
        _hashes(listed)
        command = options.get("command", "")
        words = shlex.split(command)
        inputs = [(str(each["given"]), each["sha256"]) for each in options.get("inputs", ())]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        why = error.strerror.lower() if isinstance(error, OSError) and error.strerror else ""
        raise CoalitionsError(
            f"{path}: expected the {MANIFEST} of a report, or its folder{why and f' ({why})'}"
        ) from error
    if words[:2] != ["coalitions", "report"] or "coalitions" not in versions:
        raise CoalitionsError(
            f"{path}: the report was not made on the command line, or by an earlier release: its "
            f"{MANIFEST} has no command; make it again as it was made"
        )
    _refuse_missing(file, [given for given, _ in inputs])
    return Asked(words[2:], found)


def _refuse_missing(file: Path, given: list[str]) -> None:
    there = {each["given"] for each in input_records(given)}
    missing = [each for each in dict.fromkeys(given) if each not in there]
    if not missing:
        return
    places = (place for place in file.resolve().parents if all((place / m).exists() for m in given))
    place = next(places, None)
    hint = (
        f"it is there as seen from {place}: run this there"
        if place
        else (
            "put it there, or run this where it is; what was read is kept in corpus/ of the report"
        )
    )
    raise CoalitionsError(f"{', '.join(missing)}: the input of the report is not there; {hint}")


def differences(then: _Found, now: _Found) -> list[str]:
    """Return what differs between the manifests of a report and of the same made again.

    Parameters
    ----------
    then, now : dict
        Both manifests.

    Returns
    -------
    list of str
        A sentence for each input and each program that is another one, and for the files; none
        where all bytes are the same.

    Examples
    --------
    >>> then = {"options": {}, "made_with": {"pandas": "2.3.0"}, "files": []}
    >>> differences(then, then | {"made_with": {"pandas": "3.1.1"}})
    ['made with pandas 2.3.0 then, 3.1.1 now']
    """
    return [*_inputs(then, now), *_versions(then, now), *_files(then, now)]


def _inputs(then: _Found, now: _Found) -> Iterator[str]:
    before, after = (
        {_place(each): str(each["sha256"]) for each in found["options"].get("inputs", ())}
        for found in (then, now)
    )
    for place in dict.fromkeys([*before, *after]):
        was, is_now = before.get(place), after.get(place)
        if was != is_now:
            ends = [f"{end[:_OF_A_HASH]}…" if end else "none" for end in (was, is_now)]
            yield f"the input {place} is another one: SHA-256 {ends[0]} then, {ends[1]} now"


def _place(record: _Found) -> str:
    return f"{record['given']}/{record['file']}" if record.get("file") else str(record["given"])


def _versions(then: _Found, now: _Found) -> Iterator[str]:
    before, after = then["made_with"], now["made_with"]
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield f"made with {name} {before.get(name, 'none')} then, {after.get(name, 'none')} now"


def _files(then: _Found, now: _Found) -> Iterator[str]:
    before, after = _hashes(then["files"]), _hashes(now["files"])
    groups = {
        "not the same": [name for name in before if name in after and before[name] != after[name]],
        "no longer there": [name for name in before if name not in after],
        "new": [name for name in after if name not in before],
    }
    for word, names in groups.items():
        if names:
            rest = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            verb = "is" if len(names) == 1 else "are"
            shown = ", ".join(names[:_NAMED]) + rest
            yield f"{len(names):,} of {len(before):,} files {verb} {word}: {shown}"


def _hashes(files: list[_Found]) -> dict[str, str]:
    return {str(each["path"]): str(each["sha256"]) for each in files}
