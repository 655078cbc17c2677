"""Card: lists of names side by side, as newspapers print them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coalitions import looks
from coalitions.corpus import refuse_no_corpus
from coalitions.figures.card.columns import (
    BELOW,
    GUTTER,
    LEADING,
    RULE,
    UNDER,
    LaidPanel,
    Setting,
    flowing,
    height_of_heads,
    height_of_row,
    height_of_rows,
    laid_out,
)
from coalitions.figures.card.folding import INDENT, weight_of
from coalitions.figures.kit import (
    body_most,
    canvas,
    leaves_nothing_out,
    render,
)
from coalitions.findings import Name, card_lists, card_words, no_room_for_lists

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.findings import Card, Words

#: Where names do not fit, this part of them is left out each time: the eighth.
FEWER = 8
#: Of a longer list the first names are shown, on a poster, too.
MOST_NAMES = 2_000


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
    all names have room, and of a list of more than 2,000, the first are shown and how many more
    there are.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str, optional
        One to three statement ids. By default all of a corpus of three or fewer; of more, the
        latest event of which lists of opposed sides are known at least by half.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

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
    >>> ax.get_title(loc="left").replace("\n", " ").partition(": ")[2]
    'Germany (Oct 2020) to Canada (Oct 2022), criticising China'
    """
    refuse_no_corpus(corpus)
    card = card_lists(corpus, statements)
    return render(partial(_drawn, card), **how)


def _drawn(card: Card, page: Page) -> Axes:
    look = page.look
    rows, setting, said = _as_far_as_fits(card, page)
    heights = [height_of_row(row, setting) for row in rows]
    height = height_of_rows(rows, setting)
    ax = canvas(page, said, height=height, limits=(0, look.width, 0, height))
    top = height
    colours = looks.side_colours(card.corpus.sides, look)
    for row, tall in zip(rows, heights, strict=True):
        x = 0.0
        for block in row:
            colour = colours.get(block.panel.side, look.hairline)
            _draw_block(ax, block, (x, top), setting, colour)
            _draw_names(ax, block, (x, top - height_of_heads(row)), setting)
            x += block.columns * setting.pitch
        top -= tall + BELOW
    return ax


def _as_far_as_fits(card: Card, page: Page) -> tuple[list[list[LaidPanel]], Setting, Words]:
    """Return the panels with all their names, or with as many of each as there is room for."""
    longest = max(len(panel.names) for panel in card.panels)
    shown, look = min(longest, MOST_NAMES), page.look
    first = _first_of(card, shown)
    said, (rows, setting) = card_words(first), laid_out(first, look)
    words = said if shown == longest else _first_alone(said, shown)
    if leaves_nothing_out(look):
        return rows, setting, words
    while height_of_rows(rows, setting) > body_most(page, words) and shown > 1:
        shown -= max(1, shown // FEWER)
        words = _first_alone(said, shown)
        rows, setting = laid_out(_first_of(card, shown), look)
    return rows, setting, words


def _first_alone(said: Words, shown: int) -> Words:
    """Say that of each list only so many names are shown."""
    return said._replace(foot=(no_room_for_lists(shown), *said.foot))


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


def _draw_block(
    ax: Axes, block: LaidPanel, corner: tuple[float, float], setting: Setting, colour: str
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


def _draw_names(ax: Axes, block: LaidPanel, corner: tuple[float, float], setting: Setting) -> None:
    """Draw the names of a panel from their top left, in columns."""
    x, y = corner
    for n, column in enumerate(flowing([len(lines) for _, lines in block.names], block.rows)):
        at = y
        for name, lines in (block.names[m] for m in column):
            _draw_name(ax, name, lines, (x + n * setting.pitch, at), setting)
            at -= len(lines) * setting.line


def _draw_name(
    ax: Axes, name: Name, lines: list[str], at: tuple[float, float], setting: Setting
) -> None:
    look = setting.look
    colour = look.sides["both"] if name.mark else look.ink
    said: dict[str, Any] = {
        "fontsize": setting.type,
        "fontweight": weight_of(name),
        "color": colour,
    }
    said["fontstyle"] = "italic" if name.style == "italic" else "normal"
    for n, line in enumerate(lines):
        x, y = at[0] + (INDENT if n else 0), at[1] - setting.type - n * setting.line
        ax.text(x, y, line, gid=name.signatory, **said)
