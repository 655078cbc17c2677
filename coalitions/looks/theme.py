"""The looks that a figure may have: on white paper, on a dark ground, in print without colours."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from coalitions.errors import ChoiceError, told
from coalitions.looks.contrast import contrast, hex_of, luminance
from coalitions.looks.palette import (
    AMOUNTS,
    BAR,
    COMMUNITY_COLOURS,
    EDGE_COLOUR,
    FURTHER_COLOURS,
    FURTHER_GREYS,
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
from coalitions.looks.sight import MARK, MIDDLE, stand_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

ThemeName = Literal["light", "dark", "grey"]

#: Least contrast with the ground of text (WCAG 2), to one decimal.
READ = 4.5

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
class Theme:
    """The colours of a figure.

    Examples
    --------
    >>> mine = LIGHT.replace(sides={"support": "#1B7837", "critical": "#762A83"})
    >>> mine.sides["support"], mine.sides["both"]
    ('#1B7837', '#090012')
    """

    sides: Mapping[str, str]
    groups: Mapping[str, str]
    own: tuple[str, ...]
    #: Those who sign together, the largest community first.
    communities: tuple[str, ...]
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
    #: Third to sixth side, where there are more than two.
    further: tuple[str, ...]

    def replace(self, **colours: Any) -> Theme:
        """Return a theme with other colours, of which each stands out from the ground.

        Sides keep apart, too: of those that are not given, one that some readers could not tell
        from one that is takes another of our colours.

        Parameters
        ----------
        **colours : str, mapping or tuple of str
            By the names of the fields; of ``sides``, ``groups`` and ``regions`` those that are
            given are replaced, the others stay. Groups may be one's own.

        Raises
        ------
        ChoiceError
            No such field or side, no colour, or one that does not stand out from the ground:
            a mark has a contrast of 3 at least, text of 4.5. Two sides that some readers cannot
            tell apart: the distance is 18 at least in CAM02-UCS, under plain sight,
            deuteranopia, protanopia and tritanopia.

        Notes
        -----
        Whether groups, communities, regions and ``further`` can be told apart by all readers is
        not checked. Of a corpus with sides of its own, the first two have the colours of
        ``support`` and ``critical``, the others those of ``further``; ``looks.own_colours`` takes
        them by name.
        """
        names = [each.name for each in fields(Theme)]
        for name in colours:
            _known(name, names, "a theme")
        made = replace(self, **{n: self._in_place(n, given) for n, given in colours.items()})
        _refuse_faint(made)
        if "sides" not in colours:
            return made
        given = {name: made.sides[name] for name in colours["sides"]}
        ours = {name: colour for name, colour in made.sides.items() if name not in given}
        apart = stand_apart(given, ours, spare_colours(self), made.ground)
        return replace(made, sides={name: apart[name] for name in made.sides})

    def _in_place(self, name: str, given: Any) -> Any:
        """Return what is given for a field in the shape that the field has."""
        present = getattr(self, name)
        if isinstance(present, str):
            return as_hex(f"theme: {name}", given)
        if isinstance(present, tuple):
            return tuple(as_hex(f"theme: {name}", colour) for colour in given)
        if name != "groups":
            for key in given:
                _known(key, list(present), name)
        found = {
            key: as_hex(f'theme: {name}, "{key}"', colour) for key, colour in dict(given).items()
        }
        return {**present, **found}

    def rc(self) -> Any:
        """Return what matplotlib needs to draw in this theme, and the same bytes each time."""
        return RC | {
            "text.color": self.ink,
            "axes.labelcolor": self.ink,
            "axes.edgecolor": self.hairline,
            "xtick.color": self.grey,
            "ytick.color": self.grey,
            "hatch.color": self.hatch,
            "figure.facecolor": self.ground,
        }


def spare_colours(theme: Theme) -> tuple[str, ...]:
    """Return what may stand in for the colour of a side, the best for those on several first."""
    return (*theme.further[::-1], *theme.sides.values(), *theme.own)


def _refuse_faint(theme: Theme) -> None:
    """Refuse colours that do not stand out from the ground, all of them at once."""
    marks = {
        f'{name}, "{key}"': colour
        for name in ("sides", "groups", "regions")
        for key, colour in getattr(theme, name).items()
        if key != "neither"  # meant to recede
    }
    for name in ("own", "communities", "further"):
        marks |= {f"{name}, number {n}": c for n, c in enumerate(getattr(theme, name), 1)}
    wanted = [(name, colour, MARK) for name, colour in (*marks.items(), ("bar", theme.bar))]
    wanted += [("ink", theme.ink, READ), ("grey", theme.grey, READ)]
    faint = [
        f"{name}: {colour} has a contrast of {contrast(colour, theme.ground):.1f}, "
        f"expected {least} or more"
        for name, colour, least in wanted
        if round(contrast(colour, theme.ground), 1) < least
    ]
    if faint:
        to = "darker" if luminance(theme.ground) > MIDDLE else "lighter"
        raise ChoiceError(
            f"theme: on the ground {theme.ground}, {'; '.join(faint)}: choose {to} colours"
        )


def _known(name: str, names: list[str], what: str) -> None:
    """Refuse a name that is none of those there are."""
    if name not in names:
        raise ChoiceError(f'{what} has no "{name}": choose one of {", ".join(names)}')


def as_hex(where: str, colour: Any) -> str:
    """Return a colour as ``#RRGGBB``."""
    try:
        return hex_of(colour)
    except (ValueError, TypeError) as error:
        raise ChoiceError(
            f'{where}: "{colour}" is no colour: expected one such as teal or #27A2BE'
        ) from error


LIGHT = Theme(
    sides=SIDE_COLOURS,
    groups=GROUP_COLOURS,
    own=OWN_COLOURS,
    communities=COMMUNITY_COLOURS,
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
    further=FURTHER_COLOURS,
)


def _recoloured(colours: Mapping[str, str], **changed: Any) -> Theme:
    """Return the light theme with every colour as a table has it, and some by hand."""
    theme = {
        name: colours[value]
        if isinstance(value, str)
        else tuple(colours[colour] for colour in value)
        if isinstance(value, tuple)
        else {key: colours[colour] for key, colour in value.items()}
        for name, value in vars(LIGHT).items()
    }
    return Theme(**theme | changed)


def refuse_no_theme(given: object, *, named: bool = True) -> None:
    """Refuse what is no theme, and no name of one.

    Parameters
    ----------
    given : object
        What was given.
    named : bool
        Whether the name of a theme will do.

    Raises
    ------
    ChoiceError
        It says which themes there are.

    Examples
    --------
    >>> refuse_no_theme(5)
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: `theme`: 5: choose light, dark or grey, or a theme made from one
    """
    if isinstance(given, Theme):
        return
    if not named:
        raise ChoiceError(
            f"`theme`: {told(given)}: expected one for white paper, such as looks.LIGHT, or as "
            "looks.own_colours makes it"
        )
    if isinstance(given, str) and given not in THEMES:
        raise ChoiceError(f'there is no "{given}": choose one of {", ".join(THEMES)}')
    if not isinstance(given, str):
        *others, last = THEMES
        names = f"{', '.join(others)} or {last}"
        raise ChoiceError(f"`theme`: {told(given)}: choose {names}, or a theme made from one")


#: Name → theme. In grey, the lightness of the sides tells them apart, and groups are a scale.
THEMES: dict[ThemeName, Theme] = {
    "light": LIGHT,
    "dark": _recoloured(ON_DARK),
    "grey": _recoloured(
        IN_GREY,
        groups=dict(zip(GROUP_COLOURS, GREYS, strict=True)),
        own=OWN_GREYS,
        communities=OWN_GREYS,
        further=FURTHER_GREYS,
    ),
}
