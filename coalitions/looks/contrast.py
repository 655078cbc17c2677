"""How far two colours stand apart in brightness, as WCAG 2 counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.colors import to_hex, to_rgb

from coalitions.looks.palette import GROUND, ON_DARK

if TYPE_CHECKING:
    from collections.abc import Iterable

    Colour = str | Iterable[float]

#: Halvings of the way to white; well below one step of 8 bits.
_STEPS = 12


def luminance(colour: Colour) -> float:
    """Return how bright a colour is, from 0 (black) to 1 (white).

    Examples
    --------
    >>> luminance("#000000"), luminance((1.0, 1.0, 1.0))
    (0.0, 1.0)
    """
    rgb = to_rgb(colour if isinstance(colour, str) else tuple(colour))  # type: ignore[arg-type] # three floats
    # IEC 61966-2-1 gives these numbers.
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)  # noqa: PLR2004 - from the standard
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it.

    Parameters
    ----------
    one, other : str or three float
        Colours as matplotlib takes them.

    Returns
    -------
    float
        From 1 (the same) to 21 (black and white).

    Examples
    --------
    >>> contrast("#000000", "#FFFFFF")
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def on_dark(colour: str) -> str:
    """Return the colour that stands for one of a white ground on a dark ground.

    Ours have theirs in the palette. One that somebody else chose is mixed with as much white as
    gives it the contrast there that it has on white; where it has it as it is, it stays.

    Examples
    --------
    >>> on_dark("#7A0B70"), on_dark("#000080"), on_dark("#FFFF00")
    ('#FFA3F0', '#F3F3F9', '#FFFF00')
    """
    if known := ON_DARK.get(colour.upper()):
        return known
    wanted, ground = contrast(colour, GROUND), ON_DARK[GROUND]
    red, green, blue = to_rgb(colour)
    if contrast(colour, ground) >= wanted:
        return colour

    def lighter(share: float) -> str:
        return to_hex(
            (red + share * (1 - red), green + share * (1 - green), blue + share * (1 - blue))
        )

    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if contrast(lighter(middle), ground) < wanted:
            low = middle
        else:
            high = middle
    return lighter(high).upper()
