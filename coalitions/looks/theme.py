"""The looks that a figure may have: on white paper, on a dark ground, in print without colours."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from matplotlib.colors import to_rgb

from coalitions.looks.contrast import contrast
from coalitions.looks.palette import (
    AMOUNTS,
    BAR,
    EDGE_COLOUR,
    GREY,
    GREYS,
    GROUND,
    GROUP_COLOURS,
    HAIRLINE,
    HATCH,
    IN_GREY,
    INK,
    ON_DARK,
    OWN_COLOURS,
    OWN_GREYS,
    REGION_COLOURS,
    SIDE_COLOURS,
    STRIPE,
    UNKNOWN,
)
from coalitions.looks.place import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Theme = Literal["light", "dark", "grey"]

#: What each side is called where a reader sees it.
SIDE_NAMES = {
    "support": "supporting",
    "critical": "critical",
    "both": "both",
    "neither": "no stance recorded",
}

#: Type, in points at the width of a page.
TITLE, TEXT, SMALL, FOOT = 13.0, 9.0, 6.2, 7.5


#: Settings of matplotlib that no theme changes.
RC: Any = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT,
    "axes.linewidth": 0.6,
    "hatch.linewidth": 0.6,
    "savefig.facecolor": "auto",
    "svg.fonttype": "none",
    "svg.hashsalt": "coalitions",
    "pdf.fonttype": 42,
    "text.parse_math": False,
}


@dataclass(frozen=True)
class Look:
    """The colours of a theme, and the room that a figure has (points)."""

    sides: Mapping[str, str]
    groups: Mapping[str, str]
    own: tuple[str, ...]
    regions: Mapping[str, str]
    amounts: tuple[str, ...]
    ink: str
    grey: str
    hairline: str
    ground: str
    unknown: str
    hatch: str
    edge: str
    bar: str
    stripe: str
    #: Width of the body; height of the whole figure, 0 where it is as tall as it needs to be.
    width: float = WIDTH
    height: float = 0.0

    def rc(self) -> Any:
        """Return what matplotlib needs to draw in this look, and the same bytes each time."""
        return RC | {
            "text.color": self.ink,
            "axes.labelcolor": self.ink,
            "axes.edgecolor": self.hairline,
            "xtick.color": self.grey,
            "ytick.color": self.grey,
            "hatch.color": self.hatch,
            "figure.facecolor": self.ground,
        }


LIGHT = Look(
    sides=SIDE_COLOURS,
    groups=GROUP_COLOURS,
    own=OWN_COLOURS,
    regions=REGION_COLOURS,
    amounts=AMOUNTS,
    ink=INK,
    grey=GREY,
    hairline=HAIRLINE,
    ground=GROUND,
    unknown=UNKNOWN,
    hatch=HATCH,
    edge=EDGE_COLOUR,
    bar=BAR,
    stripe=STRIPE,
)


def _recoloured(colours: Mapping[str, str], **changed: Any) -> Look:
    """Return the light look with every colour as a table has it, and some by hand."""
    look = {
        name: value
        if isinstance(value, float)
        else colours[value]
        if isinstance(value, str)
        else tuple(colours[colour] for colour in value)
        if isinstance(value, tuple)
        else {key: colours[colour] for key, colour in value.items()}
        for name, value in vars(LIGHT).items()
    }
    return Look(**look | changed)


#: Theme → its look. In grey, the lightness of the sides tells them apart, and groups are a scale.
LOOKS: dict[Theme, Look] = {
    "light": LIGHT,
    "dark": _recoloured(ON_DARK),
    "grey": _recoloured(
        IN_GREY, groups=dict(zip(GROUP_COLOURS, GREYS, strict=True)), own=OWN_GREYS
    ),
}
_LOOK: ContextVar[Look] = ContextVar("look", default=LIGHT)


def look() -> Look:
    """Return the look in which figures are drawn just now; light unless ``wearing`` another."""
    return _LOOK.get()


@contextmanager
def wearing(theme: Theme, width: float = WIDTH, height: float = 0.0) -> Iterator[Look]:
    """Draw in a theme, and into the room that there is (points), until the block ends.

    Examples
    --------
    >>> with wearing("dark", 236):
    ...     look().ground == ON_DARK[GROUND], look().width
    (True, 236)
    """
    token = _LOOK.set(replace(LOOKS[theme], width=width, height=height))
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
