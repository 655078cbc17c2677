"""A look: the colours of a theme and the room that there is, given to whatever is drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from coalitions.looks.contrast import contrast, rgb_of
from coalitions.looks.rooms import WIDTH
from coalitions.looks.theme import LIGHT, THEMES, Theme, ThemeName, refuse_no_theme

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Look(Theme):
    """The colours of a theme, and the room that a figure has (points)."""

    #: Width of the body; height of the whole figure, 0 where it is as tall as it needs to be.
    width: float = WIDTH
    height: float = 0.0
    #: Whether all must be drawn, whatever room it takes.
    whole: bool = False

    def text_on(self, colour: str, alpha: float = 1.0) -> str:
        """Return the text colour that stands out more from a colour laid over the ground.

        Examples
        --------
        >>> PAPER.text_on(PAPER.sides["critical"]) == PAPER.ground
        True
        >>> PAPER.text_on(PAPER.sides["neither"]) == PAPER.ink
        True
        """
        own = self.laid(colour, alpha)
        return max((self.ground, self.ink), key=lambda text: contrast(text, own))

    def laid(self, colour: str, alpha: float) -> tuple[float, ...]:
        """Return what a colour that lets some of the ground through looks like.

        Examples
        --------
        >>> PAPER.laid("#000000", 0.5)
        (0.5, 0.5, 0.5)
        """
        ground = np.array(rgb_of(self.ground))
        return tuple(((1 - alpha) * ground + alpha * np.array(rgb_of(colour))).tolist())


def look_in(theme: ThemeName | Theme, width: float = WIDTH, height: float = 0.0) -> Look:
    """Return the look of a theme, with the room that there is (points).

    Examples
    --------
    >>> from coalitions.looks.palette import GROUND, ON_DARK
    >>> look = look_in("dark", 236)
    >>> look.ground == ON_DARK[GROUND], look.width
    (True, 236)
    """
    refuse_no_theme(theme)
    colours = THEMES[theme] if isinstance(theme, str) else theme
    return Look(**vars(colours) | {"width": width, "height": height})


#: On white, at the width of a page.
PAPER = look_in(LIGHT)


def group_colours(groups: Iterable[str], theme: Theme) -> dict[str, str]:
    """Return a colour for each group that has one of its own; all others share that of "".

    The United Nations' groups have theirs. Of other groups the largest have one, as far as there
    are colours that a reader who sees fewer hues can tell apart.

    Parameters
    ----------
    groups : iterable of str
        The group of each signatory, "" for none.
    theme : Theme

    Examples
    --------
    >>> list(group_colours(["African", ""], LIGHT)), list(group_colours(["R", "D", "D", ""], LIGHT))
    (['African', ''], ['D', 'R', ''])
    """
    counts = Counter(groups)
    known = {name: colour for name, colour in theme.groups.items() if counts[name] and name}
    own = sorted(
        (name for name in counts if name not in theme.groups), key=lambda n: (-counts[n], n)
    )
    free = [colour for colour in theme.own if colour not in known.values()]
    found = known | dict(zip(own, free, strict=False))
    return found | ({"": theme.groups[""]} if len(found) < len(counts) else {})


def community_colours(communities: Iterable[int], theme: Theme) -> dict[int, str]:
    """Return a colour for each community that has one of its own; 0 has that of all others.

    The largest have one, as far as there are colours that a reader who sees fewer hues can tell
    apart. Who is alone in a community signs with nobody more than with others, and has none.

    Parameters
    ----------
    communities : iterable of int
        The community of each signatory, as ``find_communities`` numbers them: 1 is the largest.
    theme : Theme

    Examples
    --------
    >>> list(community_colours([1, 1, 1, 2, 2, 3], LIGHT))
    [1, 2, 0]
    >>> community_colours([1, 1], LIGHT)[1] == LIGHT.communities[0]
    True
    """
    counts = Counter(communities)
    several = sorted(number for number, size in counts.items() if number and size > 1)
    own = dict(zip(several, theme.communities, strict=False))
    return own | {0: theme.groups[""]}
