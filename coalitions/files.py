"""Writing files so that a failure leaves what was there before."""

from __future__ import annotations

import secrets
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from coalitions.cleaning import encodable, legible
from coalitions.errors import CoalitionsError

if TYPE_CHECKING:
    from collections.abc import Iterator


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
        with _stream(target.resolve()) as stream:
            yield stream
    except OSError as error:
        reason = error.strerror or str(error)
        raise CoalitionsError(
            f"cannot write {target.name} in {target.parent}: {reason.lower()}; "
            "choose another folder with -o"
        ) from error


@contextmanager
def _stream(target: Path) -> Iterator[IO[bytes]]:
    if target.exists() and not target.is_file() and not target.is_dir():
        # Renaming over a device or pipe would destroy it.
        with target.open("wb") as stream:
            yield stream
        return
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    part = target.with_name(f".coalitions-{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


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
