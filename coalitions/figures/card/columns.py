"""Where the panels of a card stand: their rows and columns, the type of their names."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from coalitions import looks
from coalitions.figures.card.folding import names_in_lines, printed, weight_of
from coalitions.figures.kit import clip, clip_apart, fold, text_width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalitions.findings import Card, Name, Panel
    from coalitions.looks import Look

#: From one column to the next, and below a panel (points).
GUTTER, BELOW = 12.0, 14.0
#: Thickness of the line above a panel, and the room below it (points).
RULE, UNDER = 2.4, 5.0
#: From one line to the next, in heights of the type.
LEADING = 1.27
#: Widest column of names, in heights of the type.
WIDEST = 12.0
#: Room for the words above a panel, where its names are shorter (points).
HEAD = 64.0
#: Tallest body before names are set smaller; in narrower ones lists may stand below each other
#: (points).
TALL, NARROW = 430.0, 300.0


class Setting(NamedTuple):
    """How names are set: their type, how wide a column is, and how many stand side by side."""

    type: float
    pitch: float
    columns: int
    #: The lines of each name, and what is left of each word over a panel too long for its column.
    written: Mapping[Name, list[str]]
    words: Mapping[str, str]
    look: Look

    @property
    def line(self) -> float:
        """From one line to the next (points)."""
        return self.type * LEADING


class LaidPanel(NamedTuple):
    """A panel with its names in lines, over a number of columns."""

    panel: Panel
    head: list[tuple[str, float, str, str]]
    names: list[tuple[Name, list[str]]]
    columns: int
    rows: int


def laid_out(card: Card, look: Look) -> tuple[list[list[LaidPanel]], Setting]:
    """Return rows of panels in the largest type in which they are not too tall."""
    for size in (looks.TEXT, looks.FOOT, looks.SMALL):
        setting = _setting(card, size, look)
        abreast = {max(1, setting.columns)} | ({1} if look.width < NARROW else set())
        rows, tall = min(
            (_stacked(card.panels, number, setting) for number in sorted(abreast, reverse=True)),
            key=lambda found: found[1],
        )
        if tall <= TALL:
            break
    return rows, setting


def _stacked(
    panels: Sequence[Panel], number: int, setting: Setting
) -> tuple[list[list[LaidPanel]], float]:
    """Return rows of so many panels each, and how high they stand (points)."""
    parts = [panels[n : n + number] for n in range(0, len(panels), number)]
    rows = [_row(part, setting) for part in parts]
    return rows, height_of_rows(rows, setting)


def _setting(card: Card, size: float, look: Look) -> Setting:
    """Return how many columns fit, each as wide as the longest name or a little less."""
    names = [name for panel in card.panels for name in panel.names]
    longest = max(text_width(printed(name), size, weight_of(name)) for name in names)
    room = look.width + GUTTER
    least = min(longest + 2, WIDEST * size) + GUTTER
    columns = max(1, int(room / least))
    pitch = room / columns
    words = {
        word
        for panel in card.panels
        for text in (panel.head, panel.label)
        for word in text.split()
        if text_width(word, looks.TEXT, "bold") > pitch - GUTTER
    }
    cut = clip_apart(sorted(words), 0.98 * (pitch - GUTTER), looks.TEXT, "bold")
    return Setting(size, pitch, columns, names_in_lines(names, pitch - GUTTER, size), cut, look)


def _told(text: str, room: float, setting: Setting) -> str:
    """Return a head with the words cut that are too long for its panel."""
    return " ".join(
        setting.words.get(word, word)
        if text_width(word, looks.TEXT, "bold") > 0.98 * room
        else word
        for word in text.split()
    )


def _row(panels: Sequence[Panel], setting: Setting) -> list[LaidPanel]:
    """Give each panel the columns that its head needs, and what is left to the tallest, one by one.

    Of those that are as tall, the narrowest has the next.
    """
    needed = ceil((HEAD + GUTTER) / setting.pitch)
    least = max(1, min(needed, setting.columns // len(panels)))
    blocks = [_block(panel, setting, least) for panel in panels]
    for _ in range(setting.columns - least * len(blocks)):
        tallest = max(range(len(blocks)), key=lambda n: (blocks[n].rows, -blocks[n].columns, -n))
        wider = _block(blocks[tallest].panel, setting, blocks[tallest].columns + 1)
        blocks[tallest] = wider
    return blocks


def _block(panel: Panel, setting: Setting, columns: int) -> LaidPanel:
    """Fold the words of a panel into its width, and its names into columns."""
    room = columns * setting.pitch - GUTTER
    look, side = setting.look, looks.side_name(panel.side) if panel.side else ""
    whole = ", ".join(part for part in (panel.head, side) if part)
    fits = text_width(whole, looks.TEXT, "bold") <= room
    words = [
        (whole if fits else panel.head, looks.TEXT, "bold", look.ink),
        ("" if fits else side, looks.FOOT, "normal", look.ink),
        (panel.label, looks.FOOT, "normal", look.ink),
        (panel.about, looks.FOOT, "normal", look.grey),
    ]
    head = [
        (clip(line, room, size), size, weight, colour)
        for text, size, weight, colour in words
        if text
        for line in fold(_told(text, room, setting), room * 0.98, size, weight).split("\n")
    ]
    names = [(name, setting.written[name]) for name in panel.names]
    return LaidPanel(
        panel, head, names, columns, _rows([len(lines) for _, lines in names], columns)
    )


def _rows(heights: list[int], columns: int) -> int:
    """Return the fewest lines a column needs so that names flow into that many columns whole."""
    rows = max([ceil(sum(heights) / columns), *heights])
    while len(flowing(heights, rows)) > columns:
        rows += 1
    return rows


def flowing(heights: list[int], rows: int) -> list[list[int]]:
    """Return which names stand in each column of so many lines, in order, none broken."""
    columns: list[list[int]] = [[]]
    used = 0
    for n, height in enumerate(heights):
        if used + height > rows:
            columns.append([])
            used = 0
        columns[-1].append(n)
        used += height
    return columns


def height_of_rows(rows: Sequence[Sequence[LaidPanel]], setting: Setting) -> float:
    """Return how high rows of panels stand, with what is between them (points)."""
    return sum(height_of_row(row, setting) + BELOW for row in rows) - BELOW


def height_of_row(row: Sequence[LaidPanel], setting: Setting) -> float:
    """Return how high a row of panels stands: heads and names (points)."""
    return height_of_heads(row) + max(block.rows for block in row) * setting.line


def height_of_heads(row: Sequence[LaidPanel]) -> float:
    """Return how far below the top of a row of panels its names begin, all at one height."""
    heads = (sum(size * LEADING for _, size, _, _ in block.head) for block in row)
    return RULE + UNDER + max(heads) + UNDER
