"""How far two colours stand apart, for all readers: where one kind of cone is missing, and in grey.

Looked at as the paper palette was: in CAM02-UCS, after the colours are seen through Machado's
matrices. Few lines, checked in the tests against ``colorspacious``, which nobody needs at run time.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from coalitions.errors import ChoiceError
from coalitions.looks.contrast import contrast, luminance, rgb_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    Triple = NDArray[np.float64]

#: Least distance of two colours that a reader is to tell apart, and of two that print in grey.
APART, APART_IN_GREY = 18.0, 12.0
#: Least contrast with the ground of a mark (WCAG 2), to one decimal.
MARK = 3.0
#: A ground that is brighter is a light one.
MIDDLE = 0.18
#: Sight → what it makes of linear sRGB: G. M. Machado et al. (2009), severity 1.
SIGHTS: dict[str, Triple] = {
    "plain sight": np.eye(3),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.01182, 0.04294, 0.968881],
        ]
    ),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.3039],
        ]
    ),
}

# IEC 61966-2-1, and its white; CIECAM02: cones of the adaptation and of the response.
_TO_XYZ = 100 * np.linalg.inv(
    [[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]]
)
_WHITE = np.array([95.047, 100.0, 108.883])
_CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
_HPE = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.1834, 0.04641], [0.0, 0.0, 1.0]])
# Average surround, a grey background, light of 64 lux: what sRGB is made for.
_LIGHT = 64 / math.pi / 5
_ADAPTED = 1 - math.exp((-_LIGHT - 42) / 92) / 3.6
_K = (1 / (5 * _LIGHT + 1)) ** 4
_LEVEL = 0.2 * _K * 5 * _LIGHT + 0.1 * (1 - _K) ** 2 * (5 * _LIGHT) ** (1 / 3)
_BACKGROUND = 0.2
_INDUCED = 0.725 * (1 / _BACKGROUND) ** 0.2


def distance(one: str, other: str, sight: str = "plain sight") -> float:
    """Return how far two colours stand apart as they are seen.

    Parameters
    ----------
    one, other : str
        Colours as matplotlib takes them.
    sight : {"plain sight", "deuteranopia", "protanopia", "tritanopia"}

    Returns
    -------
    float
        Distance in CAM02-UCS: 0 the same, 1 about what can just be seen, 100 black and white.

    References
    ----------
    M. R. Luo, G. Cui, C. Li (2006), "Uniform colour spaces based on CIECAM02 colour appearance
    model", https://doi.org/10.1002/col.20227; G. M. Machado, M. M. Oliveira, L. A. F. Fernandes
    (2009), "A physiologically-based model for simulation of color vision deficiency",
    https://doi.org/10.1109/TVCG.2009.113

    Examples
    --------
    >>> [round(distance("#1B7837", "#B2182B", sight)) for sight in ("plain sight", "deuteranopia")]
    [54, 6]
    """
    return float(np.linalg.norm(_place(one, sight) - _place(other, sight)))


def lightness(colour: str) -> float:
    """Return how light a colour prints in grey: CIE L*, from 0 (black) to 100 (white).

    Examples
    --------
    >>> round(lightness("#FFFFFF")), round(lightness("#777777"))
    (100, 50)
    """
    bright = luminance(colour)
    return 116 * bright ** (1 / 3) - 16 if bright > (6 / 29) ** 3 else bright * (29 / 3) ** 3


def _place(colour: str, sight: str) -> Triple:
    """Return where a colour lies in CAM02-UCS for somebody of that sight: J', a', b'."""
    rgb = np.array(rgb_of(colour))
    linear: Triple = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - IEC 61966-2-1
    return _appearance(np.array(_TO_XYZ @ np.clip(SIGHTS[sight] @ linear, 0, 1), dtype=np.float64))


def _response(xyz: Triple) -> Triple:
    """Return what the cones answer, once they are adapted to the white of a screen."""
    white = _CAT02 @ _WHITE
    adapted = (_ADAPTED * 100 / white + 1 - _ADAPTED) * (_CAT02 @ xyz)
    cones = _HPE @ np.linalg.inv(_CAT02) @ adapted
    raised = (_LEVEL * np.abs(cones) / 100) ** 0.42
    found: Triple = np.sign(cones) * 400 * raised / (raised + 27.13) + 0.1
    return found


def _achromatic(cones: Triple) -> float:
    return float((np.array([2, 1, 1 / 20]) @ cones - 0.305) * _INDUCED)


def _appearance(xyz: Triple) -> Triple:
    cones = _response(xyz)
    a, b = np.array([[1, -12 / 11, 1 / 11], [1 / 9, 1 / 9, -2 / 9]]) @ cones
    hue = math.atan2(b, a)
    share = max(0.0, _achromatic(cones) / _achromatic(_response(_WHITE)))
    light = 100 * share ** (0.69 * (1.48 + math.sqrt(_BACKGROUND)))
    eccentric = 12500 / 13 * _INDUCED * (math.cos(hue + 2) + 3.8)
    strength = eccentric * math.hypot(a, b) / float(np.array([1, 1, 21 / 20]) @ cones)
    chroma = strength**0.9 * math.sqrt(light / 100) * (1.64 - 0.29**_BACKGROUND) ** 0.73
    full = math.log1p(0.0228 * chroma * _LEVEL**0.25) / 0.0228
    return np.array([1.7 * light / (1 + 0.007 * light), full * math.cos(hue), full * math.sin(hue)])


def nearest(one: str, other: str) -> tuple[float, str]:
    """Return the distance of two colours to whoever sees them most alike, and that sight."""
    return min((distance(one, other, sight), sight) for sight in SIGHTS)


def stand_apart(
    given: Mapping[str, str], ours: Mapping[str, str], spare: Iterable[str], ground: str
) -> dict[str, str]:
    """Return colours that all readers can tell apart: those given, and ours, which give way.

    Parameters
    ----------
    given : mapping of str
        What a colour is for → the colour that somebody chose.
    ours : mapping of str
        The same for what nobody chose; ``neither`` keeps its colour.
    spare : iterable of str
        Colours of which the first that fits stands in for one of ours that is too like.
    ground : str

    Raises
    ------
    ChoiceError
        One of those given does not stand out from the ground, two of them are too like, or one is
        like ``neither``.

    Examples
    --------
    >>> stand_apart({"critical": "#762A83"}, {"both": "#7A0B70"}, ["#002D00"], "#FFFFFF")
    {'critical': '#762A83', 'both': '#002D00'}
    """
    fixed = {name: colour for name, colour in ours.items() if name == "neither"}
    _refuse_faint(given, ground)
    _refuse_alike(dict(given), fixed)
    kept = fixed | {
        name: colour for name, colour in ours.items() if _fits(colour, given.values(), ground)
    }
    found = dict(given) | kept
    for name in (name for name in ours if name not in kept):
        fitting = (colour for colour in spare if _fits(colour, found.values(), ground))
        if not (colour := next(fitting, "")):
            raise ChoiceError(
                f"colours: none of ours for {name} stands apart from those that are given: "
                f"choose one for {name}, too"
            )
        found[name] = colour
    return {name: found[name] for name in (*given, *ours)}


def _fits(colour: str, others: Iterable[str], ground: str) -> bool:
    """Say whether a colour stands out from the ground, and apart from others."""
    stands_out = round(contrast(colour, ground), 1) >= MARK
    return stands_out and all(nearest(colour, other)[0] >= APART for other in others)


def _refuse_faint(given: Mapping[str, str], ground: str) -> None:
    """Refuse given colours that do not stand out from the ground, all of them at once."""
    faint = [
        f"{name} {colour} has a contrast of {contrast(colour, ground):.1f}, expected {MARK} or more"
        for name, colour in given.items()
        if round(contrast(colour, ground), 1) < MARK
    ]
    if faint:
        to = "darker" if luminance(ground) > MIDDLE else "lighter"
        raise ChoiceError(
            f"colours: on the ground {ground}, {'; '.join(faint)}: choose {to} colours"
        )


def _refuse_alike(given: dict[str, str], fixed: dict[str, str]) -> None:
    """Refuse given colours that some readers cannot tell apart, all of them at once."""
    pairs = [*combinations(given.items(), 2)]
    pairs += [(one, other) for one in given.items() for other in fixed.items()]
    alike = []
    for (one, first), (other, second) in pairs:
        found, sight = nearest(first, second)
        if found < APART:
            alike.append(
                f"{one} {first} and {other} {second} look alike under {sight} "
                f"(distance {found:.0f}, expected {APART:.0f} or more)"
            )
    if alike:
        raise ChoiceError(
            f"colours: {'; '.join(alike)}: choose colours that differ in lightness, "
            "or a blue and an orange"
        )
