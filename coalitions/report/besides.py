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
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING

import coalitions
from coalitions.report.drawing import Outcome, draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coalitions.corpus import Corpus
    from coalitions.report.drawing import Order
    from coalitions.report.page import Picture

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
#: What ends the talk with a process: it is gone, or says what nobody understands.
_GONE = (OSError, EOFError, pickle.PickleError)


@contextmanager
def another(corpus: Corpus, *, draws: bool) -> Iterator[Other | None]:
    """Begin a process that can draw figures, if any are drawn and it pays; end it with the block.

    It takes a second until it can draw: tables are made meanwhile.
    """
    child = _begun() if draws and _pays(corpus) else None
    if child is None:
        yield None
        return
    try:
        yield child
    finally:
        child.kill()
        for pipe in filter(None, (child.stdin, child.stdout)):
            with suppress(OSError):
                pipe.close()
        child.wait()


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
        A process that draws as well, from ``another``.
    """
    waiting, done = deque(kinds), dict[str, Outcome | Exception]()
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


def _pays(corpus: Corpus) -> bool:
    is_python = bool(sys.executable) and not getattr(sys, "frozen", False)
    return is_python and int(corpus.named.sum()) <= _MOST_SIGNATURES and cores() > 1


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
    with suppress(*_GONE):
        order = pickle.load(asked)  # noqa: S301 - from the process that started this one
        while True:
            kind = pickle.load(asked)  # noqa: S301 - the same
            try:
                drawn: Outcome | Exception = draw(order, kind)
            except Exception as error:  # noqa: BLE001 - who asked raises it
                drawn = error
            _send(answers, drawn)
