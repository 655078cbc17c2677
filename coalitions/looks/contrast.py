"""How far two colours stand apart in brightness, as WCAG 2 counts it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.looks.palette import GROUND, ON_DARK

if TYPE_CHECKING:
    from collections.abc import Iterable

    Colour = str | Iterable[float]

# How all colours of ours are written, and most of others.
_HEX = re.compile("#[0-9A-Fa-f]{6}")
#: Halvings of the way to white; well below one step of 8 bits.
_STEPS = 12


def rgb_of(colour: Colour) -> tuple[float, ...]:
    """Return how much red, green and blue a colour has, from 0 to 1.

    Parameters
    ----------
    colour : str or three float
        A colour as matplotlib takes it.

    Raises
    ------
    ValueError
        It is no colour.

    Examples
    --------
    >>> rgb_of("#FF0000"), rgb_of("white")
    ((1.0, 0.0, 0.0), (1.0, 1.0, 1.0))
    """
    if isinstance(colour, str) and _HEX.fullmatch(colour):
        return tuple(part / 255 for part in bytes.fromhex(colour[1:]))
    from matplotlib.colors import to_rgb  # noqa: PLC0415 - heavy, and needed for names of colours

    return to_rgb(colour if isinstance(colour, str) else tuple(colour))  # type: ignore[arg-type] # three floats


def hex_of(colour: Colour) -> str:
    """Return a colour as ``#RRGGBB``.

    Examples
    --------
    >>> hex_of((1.0, 0.5, 0.0)), hex_of("teal")
    ('#FF8000', '#008080')
    """
    return "#" + "".join(f"{round(part * 255):02X}" for part in rgb_of(colour))


def luminance(colour: Colour) -> float:
    """Return how bright a colour is, from 0 (black) to 1 (white).

    Examples
    --------
    >>> luminance("#000000"), luminance((1.0, 1.0, 1.0))
    (0.0, 1.0)
    """
    # IEC 61966-2-1 gives these numbers.
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - from the standard
        for c in rgb_of(colour)
    )
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
    red, green, blue = rgb_of(colour)
    if contrast(colour, ground) >= wanted:
        return colour

    def lighter(share: float) -> str:
        return hex_of(
            (red + share * (1 - red), green + share * (1 - green), blue + share * (1 - blue))
        )

    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if contrast(lighter(middle), ground) < wanted:
            low = middle
        else:
            high = middle
    return lighter(high)
