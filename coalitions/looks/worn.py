"""The look in which figures are drawn just now: a theme, and the room that there is."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.colors import to_rgb

from coalitions.looks.contrast import contrast
from coalitions.looks.place import WIDTH
from coalitions.looks.theme import LIGHT, THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True)
class Look(Theme):
    """The colours of a theme, and the room that a figure has (points)."""

    #: Width of the body; height of the whole figure, 0 where it is as tall as it needs to be.
    width: float = WIDTH
    height: float = 0.0


_WHITE = Look(**vars(LIGHT))
_LOOK: ContextVar[Look] = ContextVar("look", default=_WHITE)


def look() -> Look:
    """Return the look in which figures are drawn just now; light unless ``wearing`` another."""
    return _LOOK.get()


@contextmanager
def wearing(theme: ThemeName | Theme, width: float = WIDTH, height: float = 0.0) -> Iterator[Look]:
    """Draw in a theme, and into the room that there is (points), until the block ends.

    Examples
    --------
    >>> from coalitions.looks.palette import GROUND, ON_DARK
    >>> with wearing("dark", 236):
    ...     look().ground == ON_DARK[GROUND], look().width
    (True, 236)
    """
    colours = THEMES[theme] if isinstance(theme, str) else theme
    token = _LOOK.set(Look(**vars(colours) | {"width": width, "height": height}))
    try:
        yield look()
    finally:
        _LOOK.reset(token)


def group_colours(groups: Iterable[str]) -> dict[str, str]:
    """Return a colour for each group that has one of its own; all others share that of "".

    The United Nations' groups have theirs. Of other groups the largest have one, as far as there
    are colours that a reader who sees fewer hues can tell apart.

    Parameters
    ----------
    groups : iterable of str
        The group of each signatory, "" for none.

    Examples
    --------
    >>> list(group_colours(["African", ""])), list(group_colours(["R", "D", "D", ""]))
    (['African', ''], ['D', 'R', ''])
    """
    counts = Counter(groups)
    known = {name: colour for name, colour in look().groups.items() if counts[name] and name}
    own = sorted(
        (name for name in counts if name not in look().groups), key=lambda n: (-counts[n], n)
    )
    free = [colour for colour in look().own if colour not in known.values()]
    found = known | dict(zip(own, free, strict=False))
    return found | ({"": look().groups[""]} if len(found) < len(counts) else {})


def text_on(colour: str, alpha: float = 1.0) -> str:
    """Return the text colour that stands out more from a colour laid over the ground.

    Examples
    --------
    >>> from coalitions.looks.palette import GROUND, INK, SIDE_COLOURS
    >>> text_on(SIDE_COLOURS["critical"]) == GROUND, text_on(SIDE_COLOURS["neither"]) == INK
    (True, True)
    """
    own = laid(colour, alpha)
    return max((look().ground, look().ink), key=lambda text: contrast(text, own))


def laid(colour: str, alpha: float) -> tuple[float, ...]:
    """Return what a colour that lets some of the ground through looks like.

    Examples
    --------
    >>> laid("#000000", 0.5)
    (0.5, 0.5, 0.5)
    """
    ground = np.array(to_rgb(look().ground))
    return tuple(((1 - alpha) * ground + alpha * np.array(to_rgb(colour))).tolist())
