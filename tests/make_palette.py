"""Derive what stands for each colour on a dark ground and in grey: the tables of the palette.

Colours are chosen once, for white paper. On a dark ground each keeps its hue and the contrast
that it has with white, so that what stands out on paper stands out on the screen.
"""

from __future__ import annotations

import math

from coalitions.looks import palette
from coalitions.looks.contrast import contrast

DARK_GROUND = "#15181B"
_WHITE = "#FFFFFF"
_ROUNDING = 1e-9
_STEPS = 40  # halvings of the lightness and of the chroma; well below one step of 8 bits

# Björn Ottosson's OKLab (2020): linear sRGB -> cone responses -> lightness and two opponents.
_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)

Triple = tuple[float, float, float]


def dark_variant(colour: str) -> str:
    """Return the colour of the same hue with the contrast on the dark ground that it has on white.

    Parameters
    ----------
    colour : str
        A colour for a white ground, as ``#RRGGBB``.

    Returns
    -------
    str
        A colour for `DARK_GROUND`, as ``#RRGGBB``.

    References
    ----------
    Ottosson, B. (2020). A perceptual color space for image processing.
    https://bottosson.github.io/posts/oklab/

    Examples
    --------
    >>> dark_variant("#7A0B70")
    '#FFA3F0'
    """
    wanted = contrast(colour, _WHITE)
    _, first, second = _lab(_linear(colour))
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        tried = _luminance(_in_gamut(middle, first, second))
        if (tried + 0.05) / (_luminance(_linear(DARK_GROUND)) + 0.05) < wanted:
            low = middle
        else:
            high = middle
    return _hex(_in_gamut(high, first, second))


def grey_variant(colour: str) -> str:
    """Return the grey that is as bright as a colour: what a printer without colours makes of it.

    Parameters
    ----------
    colour : str
        As ``#RRGGBB``.

    Returns
    -------
    str
        As ``#RRGGBB``, all three alike.

    Examples
    --------
    >>> grey_variant("#7A0B70")
    '#434343'
    """
    bright = _luminance(_linear(colour))
    return _hex((bright, bright, bright))


def _in_gamut(lightness: float, first: float, second: float) -> Triple:
    """Return linear sRGB, with as much of the chroma as a screen can show at that lightness."""
    full = _rgb((lightness, first, second))
    if _shown(full):
        return full
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _shown(_rgb((lightness, middle * first, middle * second))):
            low = middle
        else:
            high = middle
    return _rgb((lightness, low * first, low * second))


def _shown(rgb: Triple) -> bool:
    return min(rgb) >= -_ROUNDING and max(rgb) <= 1 + _ROUNDING


def _luminance(rgb: Triple) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def _linear(colour: str) -> Triple:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (_decode(red), _decode(green), _decode(blue))


def _decode(channel: float) -> float:
    # IEC 61966-2-1 gives these numbers, here and below.
    straight = channel <= 0.04045
    return float(channel / 12.92 if straight else ((channel + 0.055) / 1.055) ** 2.4)


def _encode(channel: float) -> float:
    channel = min(max(channel, 0.0), 1.0)
    straight = channel <= 0.0031308
    return float(12.92 * channel if straight else 1.055 * channel ** (1 / 2.4) - 0.055)


def _hex(rgb: Triple) -> str:
    return "#" + "".join(f"{round(255 * _encode(channel)):02X}" for channel in rgb)


def _lab(rgb: Triple) -> Triple:
    long, medium, short = _times(_TO_CONES, rgb)
    return _times(_TO_LAB, (math.cbrt(long), math.cbrt(medium), math.cbrt(short)))


def _rgb(lab: Triple) -> Triple:
    long, medium, short = _times(_FROM_LAB, lab)
    return _times(_FROM_CONES, (long**3, medium**3, short**3))


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (
        sum(cell * value for cell, value in zip(row, vector, strict=True)) for row in matrix
    )
    return (first, second, third)


def colours() -> list[str]:
    """Return every colour of the light palette, each once, in the order of the tables."""
    return list(palette.ON_DARK)


def tables() -> dict[str, dict[str, str]]:
    """Return both tables as they are derived; the ground is chosen, not derived."""
    dark = {colour: dark_variant(colour) for colour in colours()}
    grey = {colour: grey_variant(colour) for colour in colours()}
    return {"ON_DARK": dark | {palette.GROUND: DARK_GROUND}, "IN_GREY": grey}


def main() -> None:
    """Print the tables as they stand in ``coalitions/looks/palette.py``."""
    for name, table in tables().items():
        rows = "".join(f'    "{colour}": "{other}",\n' for colour, other in table.items())
        print(f"{name} = {{\n{rows}}}")  # noqa: T201 - its output is the point


if __name__ == "__main__":
    main()
