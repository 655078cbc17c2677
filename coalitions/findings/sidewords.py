"""What is said of sides: our two in words of ours, all others as they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import more_than_one
from coalitions.findings.matter import Matter
from coalitions.looks import BOTH, NEITHER, side_name

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: Where nothing is said of what a side supports or criticises.
NOTHING = Matter()
#: How somebody signed: "55 states signed in support".
_HOW = {"support": "in support", "critical": "in criticism"}


def side_taken(side: str, *, again: bool = False) -> str:
    """Return how somebody signed; ``again`` where a sentence has spoken of a side before.

    Examples
    --------
    >>> side_taken("support"), side_taken("yes"), side_taken("no", again=True)
    ('in support', 'on the side “yes”', 'on “no”')
    """
    return _HOW.get(side) or (f"on “{side}”" if again else f"on the side “{side}”")


def of_side(side: str, matter: Matter = NOTHING) -> str:
    """Return what stands behind those of a side: "80 states supporting".

    Examples
    --------
    >>> of_side("support"), of_side("yes")
    ('supporting', 'on “yes”')
    >>> [of_side(side, Matter("China", "Xinjiang")) for side in ("support", "critical")]
    ['supporting China on Xinjiang', 'critical of China on Xinjiang']
    """
    if side not in _HOW:
        return side_taken(side, again=True)
    if side == "support" and matter.about:
        return f"{side_name(side)} {matter.about}{matter.on}"
    return f"{side_name(side)}{matter.of}"


def list_of_side(side: str, about: str = "") -> str:
    """Return what a list of a side is called.

    Examples
    --------
    >>> list_of_side("critical"), list_of_side("critical", "China"), list_of_side("yes")
    ('critical list', 'list critical of China', 'list of “yes”')
    """
    if side in _HOW and about:
        return f"list {of_side(side, Matter(about))}"
    return f"{side_name(side)} list" if side in _HOW else f"list of “{side}”"


def stand_word(corpus: Corpus, stand: str) -> str:
    """Return the word for a side, or for where those stand who are on more than one, or on none.

    Examples
    --------
    >>> from coalitions import load
    >>> stand_word(load("unga75"), "neither"), stand_word(load("unga75"), "support")
    ('neither', 'support')
    """
    none = "neither" if more_than_one(corpus) == BOTH else "none"
    return {NEITHER: none}.get(stand, stand)


def on_opposed_sides(corpus: Corpus) -> str:
    """Return where somebody is who is on two sides that are opposed to each other.

    Examples
    --------
    >>> from coalitions import load
    >>> on_opposed_sides(load("unga75"))
    'on both sides'
    """
    return "on both sides" if more_than_one(corpus) == BOTH else "on opposed sides"


def on_sides(corpus: Corpus) -> str:
    """Return where somebody is who is on more than one side.

    Examples
    --------
    >>> from coalitions import load
    >>> on_sides(load("unga75"))
    'on both sides'
    """
    return "on both sides" if more_than_one(corpus) == BOTH else "on more than one side"
