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

    from coalitions.report.drawing import Order
    from coalitions.report.page import Picture

#: Fewer figures are drawn before another process has begun.
_FEWEST = 4
#: Of more signatures two processes would take more memory than a report may.
_MOST_SIGNATURES = 100_000
_PROGRAM = "from coalitions.report.besides import serve; serve()"
#: What ends the talk with a process: it is gone, or says what nobody understands.
_GONE = (OSError, EOFError, pickle.PickleError)


def draw_all(order: Order, kinds: Sequence[str], step: Callable[[str], None]) -> list[Picture]:
    """Draw figures of these kinds, and return them in that order, with their warnings.

    Parameters
    ----------
    order : Order
    kinds : sequence of str
        Names of diagrams.
    step : callable
        Is told of each.
    """
    waiting, done = deque(kinds), dict[str, Outcome | Exception]()
    with _another(order, waiting, done) if _pays(order, kinds) else _nobody() as finish:
        _draw_waiting(order, waiting, done, step)
        finish()
        _draw_waiting(order, waiting, done, step)  # what another did not deliver
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


def _pays(order: Order, kinds: Sequence[str]) -> bool:
    is_python = bool(sys.executable) and not getattr(sys, "frozen", False)
    is_small = int(order.corpus.named.sum()) <= _MOST_SIGNATURES
    return is_python and is_small and len(kinds) >= _FEWEST and cores() > 1


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


@contextmanager
def _nobody() -> Iterator[Callable[[], None]]:
    yield lambda: None


@contextmanager
def _another(
    order: Order, waiting: deque[str], done: dict[str, Outcome | Exception]
) -> Iterator[Callable[[], None]]:
    """Have another process draw the last figure that waits, until none does."""
    places = [str(Path(coalitions.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    try:
        child = subprocess.Popen(  # noqa: S603 - our own program, and no shell
            [sys.executable, "-P", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))},
        )
    except OSError:  # a machine that starts no more
        with _nobody() as finish:
            yield finish
        return
    assert child.stdin is not None  # noqa: S101 - for types: both are pipes
    assert child.stdout is not None  # noqa: S101 - the same
    talk = Thread(target=_hand_over, args=(child.stdin, child.stdout, order, waiting, done))
    talk.start()
    try:
        yield talk.join
    finally:
        child.kill()
        talk.join()
        child.stdout.close()
        with suppress(OSError):
            child.stdin.close()
        child.wait()


def _hand_over(
    there: IO[bytes],
    back: IO[bytes],
    order: Order,
    waiting: deque[str],
    done: dict[str, Outcome | Exception],
) -> None:
    """Give a process figure after figure; one that it does not deliver waits again."""
    kind = ""
    try:
        _send(there, order)
        while waiting:
            kind = waiting.pop()
            _send(there, kind)
            done[kind] = pickle.load(back)  # noqa: S301 - from a process that we have started
            kind = ""
    except IndexError:
        pass  # somebody else took the last one meanwhile
    except Exception:  # noqa: BLE001 - it is gone, or does not understand: it is drawn here
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
