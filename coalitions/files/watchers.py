"""How far something long is: told to who watches, which is nobody unless somebody asked."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    #: Takes what is done, how much of it is, and how much there is (0 where nobody knows).
    Watcher = Callable[[str, int, int], None]

T = TypeVar("T")
_watchers: ContextVar[Watcher | None] = ContextVar("watchers", default=None)
#: After so many items it is told how far it is.
_EVERY = 2**14


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Tell somebody how far everything long is that is done within.

    Examples
    --------
    >>> with watching(lambda *told: print(*told)):
    ...     tell("x.csv", 3, 7)
    x.csv 3 7
    """
    before = _watchers.set(watcher)
    try:
        yield
    finally:
        _watchers.reset(before)


def tell(what: str, done: int, total: int) -> None:
    """Say how much of something is done, to who watches."""
    if watcher := _watchers.get():
        watcher(what, done, total)


def told(items: Iterable[T], what: str, total: int) -> Iterable[T]:
    """Return items, of which it is told how many are done.

    Examples
    --------
    >>> with watching(lambda *told: print(*told)):
    ...     list(told("ab", "letters", 2))
    letters 0 2
    letters 2 2
    ['a', 'b']
    """
    return _telling(items, what, total) if _watchers.get() else items


def _telling(items: Iterable[T], what: str, total: int) -> Iterator[T]:
    for done, item in enumerate(items):
        if done % _EVERY == 0:
            tell(what, done, total)
        yield item
    tell(what, total, total)
