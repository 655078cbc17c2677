"""Which files stand for what was given, with their hashes: what a manifest says of its inputs."""

from __future__ import annotations

import hashlib
import warnings
from typing import TYPE_CHECKING

from coalitions.corpus.paths import UnreadableError, kind, located
from coalitions.corpus.reading import FOLDER, bundled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def input_records(given: Iterable[str]) -> list[dict[str, object]]:
    """Return each file that paths and names of bundled corpora stand for, with its SHA-256.

    Parameters
    ----------
    given : iterable of str
        As a user types them. What is not there, or cannot be read, has no record.

    Returns
    -------
    list of dict
        ``given`` as it was typed, ``file`` for one of the tables of a folder, ``bytes`` and
        ``sha256``; no path of the machine.

    Examples
    --------
    >>> records = input_records(["unga75", "nowhere.csv"])
    >>> [(each["given"], each["file"]) for each in records][:2]
    [('unga75', 'statements.csv'), ('unga75', 'signatures.csv')]
    """
    return [record for each in given for record in _records(each)]


def _records(given: str) -> Iterator[dict[str, object]]:
    for file, path in _files(given):
        try:
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            continue
        of_folder = {"file": file} if file else {}
        size = path.stat().st_size
        yield {"given": given, **of_folder, "bytes": size, "sha256": digest}


def _files(given: str) -> list[tuple[str, Path]]:
    """Return the regular files that a path stands for; those of a folder with their names."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # whoever loads it says it
            path = located(given, bundled())
        if kind(path) != "folder":
            return [("", path)] if kind(path) == "file" else []
        return [(name, path / name) for name in FOLDER.values() if kind(path / name) == "file"]
    except UnreadableError:
        return []
