"""Standard output and standard error: what is written there, and how it ends where it cannot be."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from coalitions.errors import CoalitionsError, message, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

#: Signals that ask a program to end; not every system has all of them.
_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]

#: The signal that told this program to end, if one did.
_ENDED: list[int] = []


def write(text: str) -> None:
    """Write UTF-8 with line ends as they are, whatever the terminal's encoding.

    A reader that goes away, as ``head`` does, has what it wanted.

    Parameters
    ----------
    text : str
        Whole lines.

    Raises
    ------
    CoalitionsError
        Standard output takes no more, as on a full disk.
    """
    try:
        content = text.encode("utf-8", "surrogateescape")  # bytes of an argument that are no UTF-8
    except UnicodeEncodeError:
        content = text.encode("utf-8", "replace")  # half a character, as JSON can hold it
    _write(content)


def write_path(path: Path) -> None:
    """Say which file was written: for eyes on a terminal, byte for byte for a program.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    CoalitionsError
        Standard output takes no more.
    """
    if sys.stdout.isatty():
        write(f"{visible(str(path))}\n")
    else:
        _write(os.fsencode(path) + b"\n")


def _write(content: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard()
        sys.exit(0)
    except OSError as error:
        discard()
        reason = (error.strerror or str(error)).lower()
        raise CoalitionsError(f"cannot write to standard output: {reason}") from error


def discard() -> None:
    """Let what is still to be flushed go nowhere, so that the end of the program is quiet."""
    with suppress(OSError, ValueError):  # no file behind it, as in a notebook
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Write one of our messages to standard error, or nowhere if nothing can be written there.

    Parameters
    ----------
    text : str
        A message, made visible here.
    """
    with suppress(OSError):
        sys.stderr.write(f"coalitions: {message(text)}\n")
        sys.stderr.flush()


@contextmanager
def standing_streams() -> Iterator[None]:
    """Give the program streams where it was started without, and an end where it is told to end.

    A program that is started with a stream closed (``>&-``) has none: whatever it opens next would
    be taken for it. SIGTERM and SIGHUP become an ordinary end, so that what is half written is
    taken away; where they are ignored (``nohup``), they stay so.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - it stays open
    theirs = {}
    _ENDED.clear()
    if threading.current_thread() is threading.main_thread():
        theirs = {s: signal.getsignal(s) for s in _ENDINGS}
        theirs = {s: before for s, before in theirs.items() if before is signal.SIG_DFL}
    for each in theirs:
        signal.signal(each, _end)
    try:
        yield
        end_if_asked()
    finally:
        for each, before in theirs.items():
            signal.signal(each, before)


def end_if_asked() -> None:
    """End here if a signal asked for it while nothing could be raised, as in a finaliser.

    Whoever lets a new file take the place of an old one asks first: what was said to be as it was
    stays so.

    Raises
    ------
    SystemExit
        The program was told to end.
    """
    if _ENDED:
        sys.exit(128 + _ENDED[0])


def _end(number: int, _: FrameType | None) -> None:
    """End as on Ctrl-C; a second signal does not disturb the tidying up."""
    signal.signal(number, signal.SIG_IGN)
    _ENDED.append(number)
    say("stopped; earlier files are as they were")
    sys.exit(128 + number)
