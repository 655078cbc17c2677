"""Card: lists of names side by side, as newspapers print them."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from coalitions import looks
from coalitions.corpus import refuse_no_corpus
from coalitions.figures.card.folding import INDENT, names_in_lines, printed, weight_of
from coalitions.figures.kit import (
    body_most,
    canvas,
    clip,
    clip_apart,
    could_be_wider,
    fold,
    render,
    text_width,
)
from coalitions.findings import Name, card_lists, card_words, no_room_for_lists
from coalitions.looks import look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.findings import Card, Panel, Words

#: From one column to the next, and below a panel (points).
GUTTER, BELOW = 12.0, 14.0
#: Thickness of the line above a panel, and the room below it (points).
RULE, UNDER = 2.4, 5.0
#: From one line to the next, in heights of the type.
LEADING = 1.27
#: Widest column of names, in heights of the type.
WIDEST = 12.0
#: Tallest body before names are set smaller; in narrower ones lists may stand below each other
#: (points).
TALL, NARROW = 430.0, 300.0
#: Where names do not fit, this part of them is left out each time: the eighth.
FEWER = 8


class _Setting(NamedTuple):
    """How names are set: their type, how wide a column is, and how many stand side by side."""

    type: float
    pitch: float
    columns: int
    #: The lines of each name, and what is left of each word over a panel too long for its column.
    written: Mapping[Name, list[str]]
    words: Mapping[str, str]

    @property
    def line(self) -> float:
        return self.type * LEADING


class _Block(NamedTuple):
    """A panel with its names names_in_lines, over a number of columns."""

    panel: Panel
    head: list[tuple[str, float, str, str]]
    names: list[tuple[Name, list[str]]]
    columns: int
    rows: int


def draw_card(
    corpus: Corpus,
    *,
    statements: Sequence[str] | None = None,
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw one to three lists of names side by side.

    Who is new since the earlier list of the same side is bold, who is not again stands in a column
    of their own, who is on lists of opposed sides is marked. Where a list is partial, who is
    missing is *not named in the known part of the list*; who may be new is in italics. That
    somebody left is said only where the later list is another version of the same letter. Where not
    all names have room, each list shows its first ones and how many more there are.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str, optional
        One to three statement ids. By default all of a corpus of three or fewer; of more, the
        latest event of which lists of opposed sides are known at least by half.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``title``, ``size``, ``theme``,
        ``screen``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus, more than three, nobody named, or too tall for the size.

    Examples
    --------
    >>> from coalitions import load
    >>> germany = "2020-10-unga3-xinjiang-hongkong-germany"
    >>> ax = draw_card(load("un-china"), statements=[germany, "2022-10-unga3-xinjiang-canada"])
    >>> ax.get_title(loc="left").replace("\n", " ")
    '14 states are new, 36 again and 3 not again: Germany (Oct 2020) to Canada (Oct 2022)'
    """
    refuse_no_corpus(corpus)
    card = card_lists(corpus, statements)
    return render(partial(_drawn, card), **how)


def _drawn(card: Card, page: Page) -> Axes:
    said = card_words(card)
    rows, setting = _laid_out(card)
    if not could_be_wider():
        rows, setting, said = _as_far_as_fits(card, said)
    heights = [_height(row, setting) for row in rows]
    height = _tall(rows, setting)
    ax = canvas(page, said, height=height, limits=(0, look().width, 0, height))
    top = height
    colours = looks.side_colours(card.corpus.sides)
    for row, tall in zip(rows, heights, strict=True):
        x = 0.0
        for block in row:
            colour = colours.get(block.panel.side, look().hairline)
            _draw_block(ax, block, (x, top), setting, colour)
            _draw_names(ax, block, (x, top - _head_height(row)), setting)
            x += block.columns * setting.pitch
        top -= tall + BELOW
    return ax


def _as_far_as_fits(card: Card, said: Words) -> tuple[list[list[_Block]], _Setting, Words]:
    """Return the panels with all their names, or with as many of each as there is room for."""
    most = max(len(panel.names) for panel in card.panels)
    rows, setting = _laid_out(card)
    words, shown = said, most
    while _tall(rows, setting) > body_most(words) and shown > 1:
        shown -= max(1, shown // FEWER)
        words = said._replace(foot=(no_room_for_lists(shown), *said.foot))
        rows, setting = _laid_out(_first_of(card, shown))
    return rows, setting, words


def _first_of(card: Card, shown: int) -> Card:
    """Return a card with the first names of each panel, and how many more there are."""
    panels = [
        panel
        if len(panel.names) <= shown + 1
        else panel._replace(names=(*panel.names[:shown], _rest(len(panel.names) - shown)))
        for panel in card.panels
    ]
    return card._replace(panels=tuple(panels))


def _rest(many: int) -> Name:
    text = f"and {many:,} more"
    return Name("", text, text)


def _tall(rows: Sequence[Sequence[_Block]], setting: _Setting) -> float:
    """Return how high rows of panels stand, with what is between them (points)."""
    return sum(_height(row, setting) + BELOW for row in rows) - BELOW


def _laid_out(card: Card) -> tuple[list[list[_Block]], _Setting]:
    """Return rows of panels in the largest type in which they are not too tall."""
    for size in (looks.TEXT, looks.FOOT, looks.SMALL):
        setting = _setting(card, size)
        abreast = {max(1, setting.columns)} | ({1} if look().width < NARROW else set())
        rows, tall = min(
            (_stacked(card.panels, number, setting) for number in sorted(abreast, reverse=True)),
            key=lambda found: found[1],
        )
        if tall <= TALL:
            break
    return rows, setting


def _stacked(
    panels: Sequence[Panel], number: int, setting: _Setting
) -> tuple[list[list[_Block]], float]:
    """Return rows of so many panels each, and how high they stand (points)."""
    parts = [panels[n : n + number] for n in range(0, len(panels), number)]
    rows = [_row(part, setting) for part in parts]
    return rows, _tall(rows, setting)


def _setting(card: Card, size: float) -> _Setting:
    """Return how many columns fit, each as wide as the longest name or a little less."""
    names = [name for panel in card.panels for name in panel.names]
    longest = max(text_width(printed(name), size, weight_of(name)) for name in names)
    room = look().width + GUTTER
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
    return _Setting(size, pitch, columns, names_in_lines(names, pitch - GUTTER, size), cut)


def _told(text: str, room: float, setting: _Setting) -> str:
    """Return a head with the words cut that are too long for its panel."""
    return " ".join(
        setting.words.get(word, word)
        if text_width(word, looks.TEXT, "bold") > 0.98 * room
        else word
        for word in text.split()
    )


def _row(panels: Sequence[Panel], setting: _Setting) -> list[_Block]:
    """Give each panel one column, and what is left, one by one, to the tallest."""
    blocks = [_block(panel, setting, 1) for panel in panels]
    for _ in range(setting.columns - len(blocks)):
        tallest = max(range(len(blocks)), key=lambda n: (blocks[n].rows, -n))
        wider = _block(blocks[tallest].panel, setting, blocks[tallest].columns + 1)
        blocks[tallest] = wider
    return blocks


def _block(panel: Panel, setting: _Setting, columns: int) -> _Block:
    """Fold the words of a panel into its width, and its names into columns."""
    room = columns * setting.pitch - GUTTER
    side = looks.side_name(panel.side) if panel.side else ""
    whole = ", ".join(part for part in (panel.head, side) if part)
    fits = text_width(whole, looks.TEXT, "bold") <= room
    words = [
        (whole if fits else panel.head, looks.TEXT, "bold", look().ink),
        ("" if fits else side, looks.FOOT, "normal", look().ink),
        (panel.label, looks.FOOT, "normal", look().ink),
        (panel.about, looks.FOOT, "normal", look().grey),
    ]
    head = [
        (clip(line, room, size), size, weight, colour)
        for text, size, weight, colour in words
        if text
        for line in fold(_told(text, room, setting), room * 0.98, size, weight).split("\n")
    ]
    names = [(name, setting.written[name]) for name in panel.names]
    return _Block(panel, head, names, columns, _rows([len(lines) for _, lines in names], columns))


def _rows(heights: list[int], columns: int) -> int:
    """Return the fewest lines a column needs so that names flow into that many columns whole."""
    rows = max([ceil(sum(heights) / columns), *heights])
    while len(_flow(heights, rows)) > columns:
        rows += 1
    return rows


def _flow(heights: list[int], rows: int) -> list[list[int]]:
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


def _height(row: Sequence[_Block], setting: _Setting) -> float:
    return _head_height(row) + max(block.rows for block in row) * setting.line


def _head_height(row: Sequence[_Block]) -> float:
    """Return how far below the top of a row of panels its names begin, all at one height."""
    heads = (sum(size * LEADING for _, size, _, _ in block.head) for block in row)
    return RULE + UNDER + max(heads) + UNDER


def _draw_block(
    ax: Axes, block: _Block, corner: tuple[float, float], setting: _Setting, colour: str
) -> None:
    """Draw the head of a panel from its top left: line, count, what it is."""
    x, top = corner
    room = block.columns * setting.pitch - GUTTER
    ax.plot(
        [x, x + room], [top - RULE / 2] * 2, color=colour, linewidth=RULE, solid_capstyle="butt"
    )
    y = top - RULE - UNDER
    for text, size, weight, ink in block.head:
        ax.text(x, y - size, text, fontsize=size, fontweight=weight, color=ink)
        y -= size * LEADING


def _draw_names(ax: Axes, block: _Block, corner: tuple[float, float], setting: _Setting) -> None:
    """Draw the names of a panel from their top left, in columns."""
    x, y = corner
    for n, column in enumerate(_flow([len(lines) for _, lines in block.names], block.rows)):
        at = y
        for name, lines in (block.names[m] for m in column):
            _draw_name(ax, name, lines, (x + n * setting.pitch, at), setting)
            at -= len(lines) * setting.line


def _draw_name(
    ax: Axes, name: Name, lines: list[str], at: tuple[float, float], setting: _Setting
) -> None:
    colour = look().sides["both"] if name.mark else look().ink
    said: dict[str, Any] = {
        "fontsize": setting.type,
        "fontweight": weight_of(name),
        "color": colour,
    }
    said["fontstyle"] = "italic" if name.style == "italic" else "normal"
    for n, line in enumerate(lines):
        x, y = at[0] + (INDENT if n else 0), at[1] - setting.type - n * setting.line
        ax.text(x, y, line, gid=name.signatory, **said)
