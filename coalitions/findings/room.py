"""What is said of names and numbers that a picture leaves no room for."""

from __future__ import annotations

from coalitions.findings.sentences import ALL


def no_room_for_names(nameless: int, every: int, *, see: str = "") -> str:
    """Say that so many of all statements stand without a name, and where the names are.

    Examples
    --------
    >>> no_room_for_names(3, 9, see="coalitions overlap")
    'No room for the names of 3 of 9 statements: see coalitions overlap.'
    """
    which = f"all {nameless}" if nameless == every else f"{nameless:,} of {every:,}"
    return f"No room for the names of {which} statements{f': see {see}' if see else ''}."


def no_room_for_smaller(number: int) -> str:
    """Say of so many statements that others, which name more, are drawn instead.

    Examples
    --------
    >>> no_room_for_smaller(3_877)
    'Not drawn, no room: the 3,877 statements that name fewest.'
    """
    which = "the statement that names" if number == 1 else f"the {number:,} statements that name"
    return f"Not drawn, no room: {which} fewest."


def are_one_circle() -> str:
    """Say that circles stand for all who are named under the same statements."""
    return "Those named under the same statements are one circle, as large as they are many."


def no_room_for_fewest(number: int) -> tuple[str, ...]:
    """Say of so many signatories that those named under more statements are drawn instead.

    Examples
    --------
    >>> no_room_for_fewest(12_000)
    ('Not drawn, no room: 12,000 signatories, those named under fewest statements.',)
    """
    if not number:
        return ()
    who = "1 signatory, the one" if number == 1 else f"{number:,} signatories, those"
    return (f"Not drawn, no room: {who} named under fewest statements.",)


def too_many_to_name(who: str) -> str:
    """Say of so many that their names have no room in a row."""
    return f"{who}: too many to name here"


def no_room_for_numbers() -> str:
    """Say that cells of pairs hold no numbers."""
    return "Too many statements to print the numbers: see coalitions overlap."


def no_room_for_steps(number: int) -> str:
    """Say of how many steps of a flow nobody is named."""
    return f"{number:,} further steps: no room for their names here, see coalitions change"


def no_room_for_lists(shown: int) -> str:
    """Say how many names of each list of a card are shown."""
    return f"Of each list at most the first {shown:,} names are shown, and how many more {ALL}."


def no_shape(letters: str) -> str:
    """Say which letters of names the font of figures lacks."""
    return f"their font has no shape for {letters}"


def from_the_right(letters: str) -> str:
    """Say which letters of names go from right to left, where lines do not."""
    return f"their lines go from left to right, and {letters} from right to left"
