"""Values of options as people write them: words to choose from, sizes, columns, pairs of sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from coalitions.errors import FORMER, ChoiceError, warn
from coalitions.report import PARTS, chosen_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def one_of(
    name: str, words: Sequence[str], default: str, what: str, *, into: str | None = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add an option that is one of some words, into a parameter of its name or of another one."""
    return click.option(
        *filter(None, (name, into)),
        type=click.Choice(words),
        default=default,
        show_default=True,
        help=what,
    )


def size_in_bytes(_: click.Context, __: click.Parameter, written: str) -> int:
    """Return a number of bytes that people write as 500, 64kB, 200MB or 2GB."""
    parts = re.fullmatch(r"(\d{1,15})\s*([kmg]?)b?", written.strip().lower())
    size = int(parts[1]) * 1000 ** " kmg".index(parts[2] or " ") if parts else 0
    if not size:
        raise click.BadParameter(f'"{written}": expected a size such as 500kB, 200MB or 2GB')
    return size


def columns_called(
    _: click.Context, __: click.Parameter, written: tuple[str, ...]
) -> dict[str, str]:
    """Return our columns and a user's, from ``statement=symbol,signatory=author``."""
    found = dict[str, str]()
    for part in (part for each in written for part in re.split(r",(?=\s*\w+=)", each)):
        ours, equals, yours = part.partition("=")
        if not equals or not ours.strip() or not yours.strip():
            raise click.BadParameter(f'"{part}": expected OURS=YOURS, as in statement=symbol')
        if ours.strip() in found:
            raise click.BadParameter(f'"{part}": {ours.strip()} is given twice')
        found[ours.strip()] = yours.strip()
    return found


def pairs_of_sides(
    _: click.Context, __: click.Parameter, written: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Return pairs of sides, from ``for,against``."""
    found = []
    for each in written:
        one, comma, other = (part.strip() for part in each.partition(","))
        if not (one and comma and other) or "," in other:
            raise click.BadParameter(f'"{each}": expected two sides, as in for,against')
        found.append((one, other))
    return found


def share(_: click.Context, __: click.Parameter, number: float | None) -> float | None:
    """Return a number between 0 and 1, both left out; what is no number is not between them."""
    if number is not None and not 0 < number < 1:
        raise click.BadParameter(f"{number}: expected a number between 0 and 1, such as 0.05")
    return number


def colours_of_sides(
    _: click.Context, __: click.Parameter, written: tuple[str, ...]
) -> dict[str, str]:
    """Return the colour of each side, from ``support=#1B7837,critical=#762A83``."""
    found = dict[str, str]()
    for part in (part for each in written for part in each.split(",")):
        side, equals, colour = (piece.strip() for piece in part.rpartition("="))
        if not (side and equals and colour):
            raise click.BadParameter(f'"{part}": expected SIDE=COLOUR, as in support=#1B7837')
        if side in found:
            raise click.BadParameter(f'"{part}": {side} is given twice')
        found[side] = colour
    return found


def asked_parts(only: str, form: str) -> list[str]:
    """Return the parts of a report that ``--only`` names; none where it names none."""
    parts = [part.strip() for part in only.split(",") if part.strip()]
    try:
        chosen_parts(parts, PARTS[form])
    except ChoiceError as error:
        raise click.UsageError(f"--only {error}") from error
    return parts


def former_members(context: click.Context, _: click.Parameter, members: str | None) -> None:
    """Take the former name of ``--members``, with a note; for one release."""
    if members is not None:
        warn(FORMER.format("--signatories", "--members"))
        context.default_map = {**(context.default_map or {}), "members": members}
