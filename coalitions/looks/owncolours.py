"""Colours of one's own for the sides of a corpus, by what it calls them."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from coalitions.errors import ChoiceError, warn
from coalitions.looks.sidelooks import BOTH, MOST_SIDES, NEITHER
from coalitions.looks.sight import APART_IN_GREY, lightness, stand_apart
from coalitions.looks.theme import THEMES, Theme, ThemeName, as_hex, refuse_no_theme, spare_colours

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: What the two lists of a map are called where their statements take one side, or none.
LISTS = ("first", "second")


def own_colours(
    colours: Mapping[str, str], sides: Sequence[str], theme: ThemeName | Theme = "light"
) -> Theme:
    """Return a theme in which sides have colours of one's own.

    Parameters
    ----------
    colours : mapping of str
        Side → colour. Beside the sides, ``both`` is who is on several; ``first`` and ``second``
        are the lists of a map of two statements of one side.
    sides : sequence of str
        Those of the corpus, in order: ``corpus.sides``.
    theme : {"light", "dark"} or Theme
        What has all other colours. Of the sides that are not given, one that some readers could
        not tell from one that is takes another of our colours.

    Returns
    -------
    Theme

    Raises
    ------
    ChoiceError
        No such side, no colour, one that does not stand out from the ground (a contrast of 3), or
        two that some readers cannot tell apart (a distance of 18 in CAM02-UCS, under plain sight,
        deuteranopia, protanopia and tritanopia); the theme for print without colours.

    Warns
    -----
    CoalitionsWarning
        Two of the colours print as nearly the same grey.

    Examples
    --------
    >>> mine = own_colours({"no": "#D55E00"}, ["yes", "no", "abstain"])
    >>> mine.sides["critical"]
    '#D55E00'
    """
    refuse_no_theme(theme)
    if isinstance(theme, str) and theme == "grey":
        raise ChoiceError(
            "colours are for the themes light and dark: in grey, lightness tells sides apart; "
            "leave out `colours`, or choose another `theme`"
        )
    base = THEMES[theme] if isinstance(theme, str) else theme
    own, of_lists = _of_sides(base, sides), {name: base.regions[name] for name in (*LISTS, BOTH)}
    there = list(dict.fromkeys([*own, *of_lists]))
    there.remove(NEITHER)
    if unknown := [name for name in colours if name not in there]:
        raise ChoiceError(
            f'colours: there is no side "{unknown[0]}": choose one of {", ".join(there)}'
        )
    chosen = {name: as_hex(f"colours: {name}", colour) for name, colour in colours.items()}
    if not chosen.keys().isdisjoint(own):
        base = _with_sides(base, sides, _apart(base, own, chosen))
    if not chosen.keys().isdisjoint(LISTS):
        found = _apart(base, of_lists | {NEITHER: own[NEITHER]}, chosen)
        base = replace(base, regions={name: found[name] for name in of_lists})
    _warn_of_greys(chosen)
    return base


def _of_sides(theme: Theme, sides: Sequence[str]) -> dict[str, str]:
    """Return the colours of sides in a theme, of those on several, and of those on none."""
    slots = (theme.sides["support"], theme.sides["critical"], *theme.further)
    found = dict(zip(sides[:MOST_SIDES], slots, strict=False))
    return found | {name: theme.sides[name] for name in (BOTH, NEITHER)}


def _apart(theme: Theme, now: Mapping[str, str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the colours that are chosen, and those of ours that go with them."""
    given = {name: colour for name, colour in chosen.items() if name in now}
    ours = {name: colour for name, colour in now.items() if name not in given}
    return stand_apart(given, ours, spare_colours(theme), theme.ground)


def _with_sides(theme: Theme, sides: Sequence[str], found: Mapping[str, str]) -> Theme:
    """Return a theme in which the slots of sides have other colours."""
    slots = ["support", "critical"]
    first = {slot: found[side] for slot, side in zip(slots, sides, strict=False)}
    further = [found[side] for side in sides[len(slots) : MOST_SIDES]]
    return replace(
        theme,
        sides={**theme.sides, **first, BOTH: found[BOTH]},
        further=(*further, *theme.further[len(further) :]),
    )


def _warn_of_greys(chosen: Mapping[str, str]) -> None:
    """Warn of colours that a printer without colours makes nearly the same of."""
    for (one, first), (other, second) in combinations(chosen.items(), 2):
        greys = round(lightness(first)), round(lightness(second))
        if abs(greys[0] - greys[1]) < APART_IN_GREY:
            warn(
                f"colours: {one} {first} and {other} {second} print as nearly the same grey "
                f"(lightness {greys[0]} and {greys[1]}): for print without colours use `theme` grey"
            )
