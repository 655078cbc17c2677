"""Words in a row: how a sentence lists them, and how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def listing(items: Sequence[str], most: int = 6) -> str:
    """Return "a, b and c"; of more than ``most``, the first and how many others."""
    if len(items) > most:
        items = [*items[: most - 1], f"{len(items) - most + 1:,} others"]
    between = "; " if any("," in item for item in items[:-1]) and len(items) > 2 else ", "  # noqa: PLR2004 - three or more
    return " and ".join([between.join(items[:-1]), items[-1]] if len(items) > 1 else items)


def sentence(text: str) -> str:
    """Begin with a capital, whatever stands there."""
    return text[:1].upper() + text[1:]


def parts_of(cell: str) -> list[str]:
    """Return what a cell of several holds, as topics.

    Examples
    --------
    >>> parts_of("Xinjiang; Hong Kong;")
    ['Xinjiang', 'Hong Kong']
    """
    return [part.strip() for part in cell.split(";") if part.strip()]
