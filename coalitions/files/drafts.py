"""Hidden files and folders that are written first: their names, and what a dead run left of them.

A run that is killed cannot tidy up after itself. So that the next one can, a draft bears the number
of its process and the mark of what it is to become, and its process holds a lock on it.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import re
import secrets
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME = re.compile(r"\.coalitions-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.(part|old|pair)")
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def draft(target: Path, kind: Literal["part", "old", "pair"]) -> Path:
    """Return a hidden name beside a target: a part, what was there before, or a list of parts.

    Examples
    --------
    >>> draft(Path("report"), "part").name == draft(Path("report"), "part").name
    False
    """
    name = f".coalitions-{os.getpid()}-{_mark(target)}-{secrets.token_hex(4)}.{kind}"
    return target.with_name(name)


def _mark(target: Path) -> str:
    return hashlib.sha256(os.fsencode(target.name)).hexdigest()[:8]


def lock(descriptor: int) -> None:
    """Lock what is open for as long as it is, where the system can."""
    with suppress(ImportError, OSError):
        import fcntl  # noqa: PLC0415 - not on every system

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one run at a time move its parts into place in a folder, where the system can."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system

        descriptor = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):  # a disk that knows no locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def list_parts(journal: Path, parts: Mapping[Path, Path]) -> None:
    """Write down which parts belong together, part → target, all in one folder.

    Where the run dies before the last part has taken its place, the next one puts in the others.
    """
    part = draft(journal, "part")
    try:
        part.write_text(json.dumps({old.name: new.name for old, new in parts.items()}))
        part.rename(journal)
    finally:
        part.unlink(missing_ok=True)


def clear_leftovers(target: Path) -> None:
    """Put right and take away what runs that died have left beside a target.

    Parts that belong together take their places, a report that was moved aside comes back, and
    other parts are removed. What belongs to a process that lives stays.

    Parameters
    ----------
    target : Path
        File or folder that is about to be written.
    """
    with suppress(OSError):  # the folder may be missing: whoever writes there says so
        with os.scandir(target.parent) as entries:
            found = [Path(e.path) for e in entries if e.name.startswith(".coalitions-")]
        dead = [(path, kind) for path in sorted(found) if (kind := _dead(path))]
        for path in (path for path, kind in dead if kind == "pair"):
            _finish(path)
        for path, kind in dead:
            if kind == "old" and path.is_dir():
                _restore(path, target)
            elif kind != "pair":  # an old file is a copy: its parts have taken their places
                _remove(path)


def _dead(path: Path) -> str:
    """Return the kind of a draft whose process has ended; "" for any other."""
    found = _NAME.fullmatch(path.name)
    if not found or os.name != "posix" or path.lstat().st_uid != os.geteuid():
        return ""
    try:
        os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return "" if _locked(path) else found[3]
    except (OSError, OverflowError):
        return ""
    return ""


def _locked(path: Path) -> bool:
    """Return whether a process holds the draft: one on another machine, or in a container."""
    import fcntl  # noqa: PLC0415 - not on every system

    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _finish(journal: Path) -> None:
    """Let the parts that belong together take their places, as the run would have done."""
    with suppress(ValueError, AttributeError):
        for part, name in json.loads(journal.read_text()).items():
            whole = journal.with_name(part)
            if _NAME.fullmatch(part) and Path(name).name == name and whole.exists():
                whole.replace(journal.with_name(name))
    _remove(journal)


def _restore(old: Path, target: Path) -> None:
    """Bring a report back that was moved aside, if it is the one that stood here."""
    found = _NAME.fullmatch(old.name)
    if not found or found[2] != _mark(target):
        return
    if target.exists():
        _remove(old)
    else:
        old.rename(target)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return whether the system could.

    Parameters
    ----------
    one, other : Path
        Folders that exist, on the same disk.

    Returns
    -------
    bool
        False where the system or the disk knows no such step: then nothing has happened.
    """
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renameat2"):
            places = _HERE, os.fsencode(one), _HERE, os.fsencode(other)
            return bool(library.renameat2(*places, _EXCHANGE) == 0)
        return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):  # no such call, or no library to look it up in
        return False
