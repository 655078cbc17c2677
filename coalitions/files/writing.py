"""Writing files so that a failure leaves what was there before."""

from __future__ import annotations

import errno
import shutil
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from coalitions.errors import CoalitionsError
from coalitions.files.cleaning import encodable, legible
from coalitions.files.drafts import clear_leftovers, draft, list_parts, lock, one_at_a_time
from coalitions.files.streams import end_if_asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def replacing(path: str | Path) -> Iterator[IO[bytes]]:
    """Open a stream whose content takes the place of a file once the block ends well.

    The bytes go to a file of another name in the same folder, which is renamed at the end: readers
    see the old file or the new one, whole, and a block that raises changes nothing.

    Parameters
    ----------
    path : str or Path
        File to write; its folder must exist. A link is followed. Something that is no regular file,
        such as ``/dev/stdout``, is written to directly.

    Yields
    ------
    IO[bytes]
        Stream to write to.

    Raises
    ------
    CoalitionsError
        The folder is missing or cannot be written, the path is a folder, or the disk is full.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with replacing(folder / "a.txt") as stream:
    ...     _ = stream.write(b"whole")
    >>> [each.name for each in folder.iterdir()]
    ['a.txt']
    """
    target = Path(path)
    try:
        with _stream(followed(target)) as stream:
            yield stream
    except OSError as error:
        raise _refusal(target, error) from error


def followed(path: Path) -> Path:
    """Return where a path leads, links followed.

    Raises
    ------
    OSError
        It is a link that leads back to itself.
    """
    try:
        return path.resolve()
    except RuntimeError as error:  # what Python says of a circle before its version 3.13
        raise OSError(errno.ELOOP, "a link that leads back to itself") from error


def _followed_or_refused(path: Path) -> Path:
    try:
        return followed(path)
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(target: Path, error: OSError) -> CoalitionsError:
    """Return the sentence that names the file that was asked for, not the draft of it."""
    reason = error.strerror or str(error)
    return CoalitionsError(
        f"cannot write {target.name} in {target.parent}: {reason.lower()}; choose another `path`"
    )


@contextmanager
def _stream(target: Path) -> Iterator[IO[bytes]]:
    if target.exists() and not target.is_file() and not target.is_dir():
        # Renaming over a device or pipe would destroy it.
        with target.open("wb") as stream:
            yield stream
        return
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    clear_leftovers(target)
    part = draft(target, "part")
    try:
        with part.open("xb") as stream:
            lock(stream.fileno())
            yield stream
        if target.exists():
            shutil.copymode(target, part)
        end_if_asked()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def write_together(contents: Mapping[Path, bytes]) -> None:
    r"""Write files of one folder that belong together: all of them, or none.

    Every file is whole before the first takes its place; a failure puts back those that have. No
    system renames two files in one step: a run that is killed (SIGKILL, a power cut) between the
    two leaves a list beside them, ``.coalitions-….pair``, by which the next one that writes into
    the folder puts in the others. While that list is there and no run is, the files are mixed.

    Parameters
    ----------
    contents : mapping of Path to bytes
        Files to write, all in one folder.

    Raises
    ------
    CoalitionsError
        A file cannot be written; all are as they were.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_together({folder / "a.csv": b"1", folder / "b.csv": b"2"})
    >>> sorted(each.name for each in folder.iterdir())
    ['a.csv', 'b.csv']
    """
    targets = {path: _followed_or_refused(path) for path in contents}
    parts = {path: draft(target, "part") for path, target in targets.items()}
    path = next(iter(contents))
    try:
        for target in targets.values():
            clear_leftovers(target)
        with ExitStack() as opened:
            for path, content in contents.items():
                if targets[path].is_dir():
                    raise IsADirectoryError(None, "it is a folder")
                stream = opened.enter_context(parts[path].open("xb"))
                lock(stream.fileno())
                stream.write(content)
                stream.flush()  # a full disk is met here, while it is known for which file
        with one_at_a_time(targets[path].parent):
            _take_places({parts[each]: target for each, target in targets.items()})
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _take_places(parts: Mapping[Path, Path]) -> None:
    """Let every part take the place of its target, or none of them."""
    before: dict[Path, Path | None] = {}
    journal = draft(next(iter(parts.values())), "pair")
    try:
        for part, target in parts.items():
            before[target] = draft(target, "old") if target.exists() else None
            if old := before[target]:
                shutil.copy2(target, old)
                shutil.copymode(target, part)
        end_if_asked()
        list_parts(journal, parts)
        for part, target in parts.items():  # nothing else between the first and the last
            part.replace(target)
    except BaseException:
        for part, target in parts.items():
            old = before.get(target)
            if not part.exists() and old:
                old.replace(target)
            elif not part.exists():
                target.unlink(missing_ok=True)
        raise
    finally:
        journal.unlink(missing_ok=True)
        for old in filter(None, before.values()):
            old.unlink(missing_ok=True)


#: Text that people read: control characters have no place in it.
READ = (".html", ".svg", ".xml", ".md")


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write bytes in place of a file, whole or not at all.

    Parameters
    ----------
    path : str or Path
        File to write; its folder must exist.
    content : bytes
        What the file is to hold.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    CoalitionsError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> write_bytes(Path(tempfile.mkdtemp()) / "a.bin", b"ab").read_bytes()
    b'ab'
    """
    with replacing(path) as stream:
        stream.write(content)
    return Path(path)


def write_text(path: str | Path, text: str) -> Path:
    r"""Write text in place of a file, in UTF-8, line ends as given, whole or not at all.

    Letters that the file cannot hold (half a surrogate pair; in pages, control characters) become
    U+FFFD.

    Parameters
    ----------
    path : str or Path
        File to write; its folder must exist.
    text : str
        What the file is to hold.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    CoalitionsError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> write_text(Path(tempfile.mkdtemp()) / "a.txt", "Türkiye\n").read_bytes()
    b'T\xc3\xbcrkiye\n'
    """
    cleaned = legible(text) if Path(path).suffix.lower() in READ else encodable(text)
    return write_bytes(path, cleaned.encode())
