"""Figures drawn by two processes side by side, where the machine has two cores: the same files.

Whatever the other process does not deliver is drawn here: it can be missing, or die, without harm.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import warnings
from collections import deque
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING

import coalitions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coalitions.corpus import Corpus
    from coalitions.report.drawing import Order, Outcome, Picture

    Other = subprocess.Popen[bytes]

#: What takes longest is begun first, lest all wait for it in the end.
LONGEST = ("communities",)
#: Of more signatures two processes would take more memory than a report may.
_MOST_SIGNATURES = 100_000
# What is drawn is kept to the end: nothing need be looked for that could go.
_PROGRAM = (
    "import gc; gc.set_threshold(100_000, 20, 20);"
    "from coalitions.report.besides import serve; serve()"
)
#: The process that was begun for what is written next.
_HELPER: ContextVar[Other | None] = ContextVar("_HELPER", default=None)
#: What ends the talk with a process: it is gone, or says what nobody understands.
_GONE = (OSError, EOFError, pickle.PickleError)


@contextmanager
def beside(*, draws: bool = True) -> Iterator[Other | None]:
    """Begin a process that draws figures of the reports that are written in the block.

    There is one where the machine has two cores. It takes a second until it can draw: begun early,
    it is ready when lists have been read. A report for which none was begun begins its own.

    Parameters
    ----------
    draws : bool
        Whether there will be any figures; no process is begun for none.

    Yields
    ------
    Popen or None
        The process, which ends with the block.

    Examples
    --------
    >>> with beside(draws=False) as other:
    ...     other is None
    True
    """
    child = _begun() if draws and _can_begin() else None
    held = _HELPER.set(child)
    try:
        yield child
    finally:
        _HELPER.reset(held)
        if child:
            _end(child)


@contextmanager
def helper_for(corpus: Corpus, *, draws: bool) -> Iterator[Other | None]:
    """Give the process that was begun, or begin one; none for a corpus that is too large for two.

    Parameters
    ----------
    corpus : Corpus
        What is drawn.
    draws : bool
        Whether there are any figures.
    """
    begun = _HELPER.get()
    if int(corpus.named.sum()) > _MOST_SIGNATURES:
        if begun:
            begun.kill()  # its libraries alone take a hundred megabytes
        yield None
    elif begun:
        yield begun
    else:
        with beside(draws=draws) as other:
            yield other


def draw(order: Order, kind: str) -> Outcome:
    """Draw one figure into its files: ``drawing.draw``, imported at its first use."""
    from coalitions.report import drawing  # noqa: PLC0415 - heavy

    return drawing.draw(order, kind)


def draw_all(
    order: Order, kinds: Sequence[str], step: Callable[[str], None], other: Other | None
) -> list[Picture]:
    """Draw figures of these kinds, and return them in that order, with their warnings.

    Parameters
    ----------
    order : Order
    kinds : sequence of str
        Names of diagrams.
    step : callable
        Is told of those that are drawn here.
    other : Popen or None
        A process that draws as well, from ``helper_for``.
    """
    waiting = deque(kinds)
    done: dict[str, Outcome | Exception] = {}
    if other:
        waiting = deque(sorted(kinds, key=LONGEST.__contains__, reverse=True))
        talk = Thread(target=_hand_over, args=(other, order, waiting, done))
        talk.start()
        _draw_waiting(order, waiting, done, step)
        talk.join()
    _draw_waiting(order, waiting, done, step)  # what the other one did not deliver
    pictures = []
    for kind in kinds:
        drawn = done[kind]
        if isinstance(drawn, Exception):
            raise drawn
        for each in drawn.warned:
            warnings.warn(each, stacklevel=2)
        pictures.append(drawn.picture)
    return pictures


def cores() -> int:
    """Return how many processors this process may use."""
    has = getattr(os, "sched_getaffinity", None)
    return len(has(0)) if has else os.cpu_count() or 1


def _can_begin() -> bool:
    is_python = bool(sys.executable) and not getattr(sys, "frozen", False)
    return is_python and cores() > 1


def _begun() -> Other | None:
    """Return a process that waits for orders; None on a machine that starts no more."""
    places = [str(Path(coalitions.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, and no shell
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))},
        )
    except OSError:
        return None


def _end(child: Other) -> None:
    child.kill()
    for pipe in filter(None, (child.stdin, child.stdout)):
        with suppress(OSError):
            pipe.close()
    child.wait()


def _draw_waiting(
    order: Order,
    waiting: deque[str],
    done: dict[str, Outcome | Exception],
    step: Callable[[str], None],
) -> None:
    """Draw the first figure that waits, until none does."""
    while waiting:
        try:
            kind = waiting.popleft()
        except IndexError:  # another took the last one meanwhile
            return
        step(f"figure {kind}")
        done[kind] = draw(order, kind)


def _hand_over(
    other: Other, order: Order, waiting: deque[str], done: dict[str, Outcome | Exception]
) -> None:
    """Have the other process draw the last that waits; what it does not deliver waits again."""
    kind = ""
    assert other.stdin is not None  # noqa: S101 - for types: both are pipes
    assert other.stdout is not None  # noqa: S101 - the same
    try:
        _send(other.stdin, order)
        while waiting:
            kind = waiting.pop()
            _send(other.stdin, kind)
            done[kind] = pickle.load(other.stdout)  # noqa: S301 - from our own process
            kind = ""
    except Exception:  # noqa: BLE001 - the last was drawn here, or what is there does not answer
        if kind:
            waiting.append(kind)


def _send(there: IO[bytes], what: object) -> None:
    there.write(pickle.dumps(what))
    there.flush()


def serve(asked: IO[bytes] | None = None, answers: IO[bytes] | None = None) -> None:
    """Draw what is asked for, as long as somebody asks: the program of the other process.

    Parameters
    ----------
    asked, answers : binary file, optional
        By default standard input and output.
    """
    asked, answers = asked or sys.stdin.buffer, answers or sys.stdout.buffer
    import_module("coalitions.report.drawing")  # while nobody asks for a figure yet
    with suppress(*_GONE):
        while True:
            wanted = pickle.load(asked)  # noqa: S301 - from the process that started this one
            if not isinstance(wanted, str):
                order = wanted
                continue
            try:
                drawn: Outcome | Exception = draw(order, wanted)
            except Exception as error:  # noqa: BLE001 - who asked raises it
                drawn = error
            _send(answers, drawn)
