"""What is said of names and numbers that a picture leaves no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.findings.sentences import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence


def no_room_for_names(nameless: int, every: int, *, see: str = "") -> str:
    """Say that so many of all statements stand without a name, and where the names are.

    Examples
    --------
    >>> no_room_for_names(3, 9, see="coalitions overlap")
    'No room for the names of 3 of 9 statements: see coalitions overlap.'
    """
    which = f"all {nameless}" if nameless == every else f"{nameless:,} of {every:,}"
    return f"No room for the names of {which} statements{f': see {see}' if see else ''}."


def the_smaller(drawn: Sequence[int], left: Sequence[int]) -> str:
    """Return which statements are left out where others, which name more, are drawn.

    Parameters
    ----------
    drawn, left : sequence of int
        How many each statement names that is drawn, and that is not.

    Examples
    --------
    >>> the_smaller([5, 4], [3, 2, 2])
    'the 3 statements that name fewest'
    >>> the_smaller([5, 3], [3, 2, 2])
    'the 3 statements that name fewest (of those that name 3 the last)'
    >>> the_smaller([2, 2], [2, 2, 2])
    'the last 3 of 5 statements, which all name 2'
    """
    edge, number = max(left), len(left)
    if min(left) == max(drawn):
        last = "the last" if number == 1 else f"the last {number:,}"
        return f"{last} of {number + len(drawn):,} statements, which all name {edge:,}"
    which = "the statement that names" if number == 1 else f"the {number:,} statements that name"
    alike = f" (of those that name {edge:,} the last)" if edge == min(drawn) else ""
    return f"{which} fewest{alike}"


def those_drawn(drawn: Sequence[int], left: Sequence[int]) -> str:
    """Return what is said of statements that are drawn where others are not.

    Examples
    --------
    >>> those_drawn([5, 4], [3]), those_drawn([5, 4], [4])
    ('that name most', 'drawn')
    """
    return "that name most" if min(drawn) > max(left) else "drawn"


def no_room_for_smaller(drawn: Sequence[int], left: Sequence[int]) -> str:
    """Say of statements that others, which name more, are drawn instead.

    Examples
    --------
    >>> no_room_for_smaller([5, 4], [3])
    'Not drawn, no room: the statement that names fewest.'
    """
    return f"Not drawn, no room: {the_smaller(drawn, left)}."


def are_one_circle() -> str:
    """Say that circles stand for all who are named under the same statements."""
    return "Those named under the same statements are one circle, as large as they are many."


def no_room_for_fewest(number: int, drawn: int, left: Sequence[int]) -> tuple[str, ...]:
    """Say of so many signatories that those named under more statements are drawn instead.

    Parameters
    ----------
    number : int
        How many signatories are not drawn.
    drawn : int
        The fewest statements under which one is named who is.
    left : sequence of int
        Under how many those are named who are not, in any order.

    Examples
    --------
    >>> no_room_for_fewest(12_000, 3, [1, 2])
    ('Not drawn, no room: 12,000 signatories, those named under fewest statements.',)
    >>> no_room_for_fewest(12_000, 2, [1, 2])[0].partition("statements ")[2]
    '(of those under 2 the last).'
    """
    if not number:
        return ()
    who = "1 signatory, the one" if number == 1 else f"{number:,} signatories, those"
    alike = f" (of those under {drawn:,} the last)" if drawn == max(left) else ""
    return (f"Not drawn, no room: {who} named under fewest statements{alike}.",)


def too_many_to_name(who: str) -> str:
    """Say of so many that their names have no room in a row."""
    return f"{who}: too many to name here"


def too_many_lines(wanted: int, most: int, least: int, left: int) -> str:
    """Say that so many lines are not drawn, and from how many shared statements on they would be.

    Examples
    --------
    >>> too_many_lines(30_000, 20_000, 7, 18_500).partition(": ")[2]
    'take a `min_shared` of 7, which leaves 18,500'
    >>> too_many_lines(30_000, 20_000, 0, 0).partition(": ")[2]
    'leave out `min_shared`: then the strongest ties are drawn'
    """
    do = "leave out `min_shared`: then the strongest ties are drawn"
    if least:
        do = f"take a `min_shared` of {least:,}, which leaves {left:,}"
    return f"{wanted:,} lines could not be told apart, and no more than {most:,} are drawn: {do}"


def no_room_for_numbers() -> str:
    """Say that cells of pairs hold no numbers."""
    return "Too many statements to print the numbers: see coalitions overlap."


def no_room_for_steps(number: int) -> str:
    """Say of how many steps of a flow nobody is named.

    Examples
    --------
    >>> no_room_for_steps(1).partition(":")[0], no_room_for_steps(2).partition(":")[0]
    ('1 further step', '2 further steps')
    """
    steps = "1 further step" if number == 1 else f"{number:,} further steps"
    return f"{steps}: no room for their names here, see coalitions change"


def no_room_for_lists(shown: int) -> str:
    """Say how many names of each list of a card are shown."""
    return f"Of each list at most the first {shown:,} names are shown, and how many more {ALL}."


def no_shape(letters: str) -> str:
    """Say which letters of names the font of figures lacks."""
    return f"their font has no shape for {letters}"


def from_the_right(letters: str) -> str:
    """Say which letters of names go from right to left, where lines do not."""
    return f"their lines go from left to right, and {letters} from right to left"
