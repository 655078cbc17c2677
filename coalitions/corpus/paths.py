"""Paths as they come → the text of regular files, or one sentence on why there is none."""

from __future__ import annotations

import errno
import re
import stat
from os import PathLike
from pathlib import Path

from coalitions.corpus.othertypes import refuse_type
from coalitions.errors import place, quoted, warn
from coalitions.names import first_garbled, is_utf16, is_western

#: The largest file that is read unless asked for more (bytes).
MAX_SIZE = 200_000_000
#: What comes before the name of a bundled corpus where it may not be taken for a path.
BUNDLED = "bundled:"
#: Letters of a path that a message shows.
_SHOWN = 80

_WHY = {
    errno.ENAMETOOLONG: "the name is longer than that of any file",
    errno.ELOOP: "a link that leads back to itself",
    errno.EACCES: "a folder on the way to it may not be entered: ask for its permissions",
}


class UnreadableError(Exception):
    """A file that gives no table: what was expected, and where it fails."""

    def __init__(self, expected: str, row: int = 0, column: str = "", value: str = "") -> None:
        super().__init__(expected)
        self.row, self.column, self.value = row, column, value


def located(given: object, bundled: dict[str, Path]) -> Path:
    """Return the path that a user means: one that exists, or that of a bundled corpus.

    Raises
    ------
    UnreadableError
        The path is empty, or no bundled corpus has the name.
    ChoiceError
        What is given is no path.
    """
    if not isinstance(given, (str, PathLike)):
        refuse_type(given)
    name = str(given)
    if not name.strip():
        raise UnreadableError("an empty path: give a file, a folder or a bundled corpus")
    if name.startswith(BUNDLED):
        if name.removeprefix(BUNDLED) not in bundled:
            raise UnreadableError(f"no such bundled corpus; there are {', '.join(bundled)}")
        return bundled[name.removeprefix(BUNDLED)]
    path = Path(given)
    if name not in bundled:
        return path
    if not kind(path):
        return bundled[name]
    if isinstance(given, str):
        warn(
            f'"{name}": what is read is the file or folder of that name, not the bundled corpus; '
            f"{BUNDLED}{name} is the corpus, ./{name} the folder"
        )
    return path


# Halves of characters that stand for no byte of a name.
_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def shown(given: object) -> str:
    """Return the last part of a path as a message can show it, whatever its letters."""
    name = Path(str(given)).name or str(given) or "(no name)"
    name = _HALVES.sub("\ufffd", name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"


def kind(path: Path) -> str:
    """Return whether a path is a ``file``, a ``folder``, or ``other``; nothing where none is.

    Raises
    ------
    UnreadableError
        Nobody can tell: a name that no file can have, a folder that may not be entered.
    """
    try:
        path.name.encode()
        mode = path.stat().st_mode
    except UnicodeEncodeError as error:
        raise UnreadableError("the name is not UTF-8: rename it") from error
    except ValueError as error:  # a NUL character
        raise UnreadableError("no file can have such a name") from error
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        reason = _WHY.get(error.errno or 0, f"cannot be reached ({error.strerror})")
        raise UnreadableError(reason) from error
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "other"


def regular(path: Path, max_size: int = MAX_SIZE) -> None:
    """Refuse what is no regular file, or one that is too large."""
    found = kind(path)
    if not found:
        raise UnreadableError("a link to nothing" if path.is_symlink() else "no such file")
    if found != "file":
        what = "a folder" if found == "folder" else "a pipe or a device, which may never end"
        raise UnreadableError(f"{what}: expected a file; copy what it holds into one")
    refuse_large(path.stat().st_size, max_size)


def text_of(path: Path, max_size: int = MAX_SIZE) -> str:
    """Return the text of a regular file, which must hold something, and end.

    It is UTF-8, or, which is said, Windows-1252 that can be nothing else.
    """
    return _decoded(bytes_of(path, max_size), shown(path))


def bytes_of(path: Path, max_size: int = MAX_SIZE) -> bytes:
    """Return what a regular file holds, which must end."""
    regular(path, max_size)
    try:
        with path.open("rb") as stream:
            raw = stream.read(max_size + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read ({error.strerror})") from error
    refuse_large(len(raw), max_size)  # it may have grown
    return raw


def refuse_large(size: int, max_size: int) -> None:
    """Refuse what is larger than the limit (bytes)."""
    if size > max_size:
        raise UnreadableError(
            f"{in_bytes(size)}, more than the limit of {in_bytes(max_size)}: cut it into several "
            "files, or raise the limit with `max_size`"
        )


def in_bytes(size: int) -> str:
    """Return a size in words.

    Examples
    --------
    >>> in_bytes(999), in_bytes(200_000_000), in_bytes(1_500)
    ('999 bytes', '200 MB', '1.5 kB')
    """
    for unit, least in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= least:
            return f"{size / least:.3g} {unit}"
    return f"{size} bytes"


def _decoded(raw: bytes, file: str) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableError("the file is UTF-16: save it as UTF-8")
    if (b"\0" in raw[:2] and len(raw) % 2 == 0) or is_utf16(raw):
        raise UnreadableError("the file looks like UTF-16: save it as UTF-8")
    if b"\0" in raw:
        row = raw[: raw.index(b"\0")].count(b"\n") + 1
        raise UnreadableError("a NUL byte: this is not a text file in UTF-8", row=row)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _western(raw, error, file)
    if not text.strip():
        raise UnreadableError("the file is empty")
    if wrong := first_garbled(text):
        raise UnreadableError(wrong.expected, row=wrong.line, value=wrong.value)
    return text


def _western(raw: bytes, error: UnicodeDecodeError, file: str) -> str:
    """Return text of Windows-1252, and say so; of any other encoding nobody knows which."""
    row = raw[: error.start].count(b"\n") + 1
    line = raw.split(b"\n")[row - 1].strip()
    if is_western(raw):
        words = re.findall(r"\w+", line.decode("cp1252"))
        found = next((word for word in words if not word.isascii()), "")
        warn(
            f"{place(file, row)}: {quoted(found)}: the file is not UTF-8, and is read as "
            "Windows-1252 (Latin-1); if letters look wrong, save it as UTF-8"
        )
        return raw.decode("cp1252")
    start = line.decode("ascii", "replace")[:60]
    raise UnreadableError(
        "the file is not UTF-8, and its encoding cannot be told: open it in the program that wrote "
        "it, and save it as UTF-8 (Save as, encoding UTF-8)",
        row=row,
        value=start if any(c.isalpha() for c in start) else "",
    ) from error
