"""Who moved in a flow, in words: names step by step below the columns, the finding above."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.patches import Rectangle

from coalitions import looks
from coalitions.corpus import choose, members, sides_here
from coalitions.dates import SHORT_MONTHS, day, month
from coalitions.figures.flow.strands import NO_ROOM, crossing, left_out
from coalitions.figures.kit import Words, fold, text_width, words
from coalitions.findings import list_of_side, listing, on_opposed_sides, opening, stand_word
from coalitions.looks import look
from coalitions.tables import event_dates, events

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.flow.strands import Flow

#: A line of the list of movers; lines that one entry may take.
LINE, LINES_MOST = 8.6, 3
#: Lines of the list, and in a column, where all around it is taller; later steps have no names.
MOST, MOST_NARROW = 46, 24
#: Room above the list, room for the name of a step, for the mark of a side, between two steps
#: (points).
ABOVE, STEP, MARK, APART = 12.0, 92.0, 9.0, 2.5
#: Narrower bodies have the name of a step above its movers (points).
NARROW = 300.0
#: So many crossers are named at their ribbon and in the title.
NAMED_MOST = 3
#: How a change of a side is told.
TOLD = {"new": "new", "not_again": "not again", "crossed": "crossed over"}
#: The same below a gap between two columns, where there is little room.
SHORT = {"new": "new", "not_again": "not again", "crossed": "crossed"}


class Entry(NamedTuple):
    """One printed line of the list: where it stands (points), its words, the side it is about."""

    x: float
    y: float
    text: str
    side: str = ""


def movers_listed(corpus: Corpus, found: Flow) -> list[Entry]:
    """Return who moved at each step, by side and change, as far as the names fit."""
    short = corpus.signatories.set_index("signatory")["short"]
    steps = []
    series = list(events(corpus))
    dates = dict(zip(series, _dates(corpus, series), strict=True))
    for (before, after), moves in found.moves.groupby(["before", "after"], sort=False):
        entries = []
        for (side, change), who in moves.groupby(["side", "change"], sort=False)["signatory"]:
            names = sorted(short.get(name, name) for name in who)
            begin = f"{looks.side_name(str(side))}, {len(names)} {TOLD[str(change)]}: "
            entries.append((str(side), _fitting(names, begin)))
        steps.append((f"{dates[str(before)]} to {dates[str(after)]}", entries))
    return _placed(steps)


def movers_counted(found: Flow, gaps: Sequence[float]) -> list[Entry]:
    """Return how many moved at each step, by side and change, below the gaps between columns.

    ``gaps`` are the middles of the gaps (points).
    """
    lines = []
    for x, after in zip(gaps, found.series[1:], strict=True):
        moves = found.moves[found.moves["after"] == after]
        ways = Counter(zip(moves["side"], moves["change"], strict=True))
        told = [(f"{n} {SHORT[str(change)]}", side) for (side, change), n in ways.items()]
        wide = max((text_width(text, looks.SMALL) for text, _ in told), default=0.0)
        left = x - (wide - MARK) / 2
        lines += [Entry(left, -ABOVE - n * LINE, text, side) for n, (text, side) in enumerate(told)]
    return lines


def _indent() -> float:
    """Return the room beside the list for the name of a step; none where the body is narrow."""
    return STEP if look().width >= NARROW else 0.0


def _fitting(names: list[str], begin: str) -> list[str]:
    """Return the names in at most so many lines, the rest counted."""
    room = look().width - _indent() - MARK
    lines = [""]
    for most in [*range(len(names), 1, -1), len(names)]:
        lines = fold(begin + listing(names, most), room, looks.SMALL).split("\n")
        if len(lines) <= LINES_MOST:
            break
    return lines


def _placed(steps: list[tuple[str, list[tuple[str, list[str]]]]]) -> list[Entry]:
    """Return the lines in their places."""
    indent, every = _indent(), len(steps)
    tall = [sum(len(text) for _, text in entries) + (not indent) for _, entries in steps]
    most = MOST if indent else MOST_NARROW
    while sum(tall) > most and len(tall) > 1:
        tall.pop()
    lines, y = [], -ABOVE
    for step, entries in steps[: len(tall)]:
        lines.append(Entry(0, y, step))
        y -= 0 if indent else LINE
        for side, text in entries:
            for n, part in enumerate(text):
                lines.append(Entry(indent + MARK, y, part, "" if n else side))
                y -= LINE
        y -= APART
    if len(tall) < every:
        rest = f"{every - len(tall)} further steps: no room for their names here"
        lines.append(Entry(0, y, rest))
    return lines


def movers_height(lines: list[Entry]) -> float:
    """Return how much room the list takes (points)."""
    return max([ABOVE, *(LINE - line.y for line in lines)])


def draw_movers(ax: Axes, lines: list[Entry], colours: Mapping[str, str]) -> None:
    """Write who moved, step by step, below the columns."""
    for line in lines:
        colour = look().ink if line.x else look().grey
        ax.text(line.x, line.y, line.text, fontsize=looks.SMALL, va="top", color=colour)
        if line.side:
            mark = Rectangle((line.x - MARK, line.y - 6.1), 5, 5, linewidth=0)
            mark.set_facecolor(colours[line.side])
            ax.add_artist(mark)


def heads(corpus: Corpus, found: Flow, pitch: float) -> list[str]:
    """Return the date of each event as it stands above its column, and the forum if it fits."""
    texts = [fold(head, pitch - 3, looks.SMALL) for head in _dates(corpus, found.series)]
    forums = _forums(corpus, found)
    folded = [fold(forum, pitch - 4, looks.SMALL) for forum in forums]
    lines = [line for text in folded for line in text.split("\n")]
    fits = all(text_width(line, looks.SMALL) <= pitch - 4 for line in lines)
    if len(set(forums)) > 1 and fits:
        texts = [f"{forum}\n{head}" for forum, head in zip(folded, texts, strict=True)]
    return texts


def _forums(corpus: Corpus, found: Flow) -> list[str]:
    rows = events(corpus)
    forum = corpus.statements["forum"]
    return [next((forum[n] for n in rows[event] if forum[n]), "") for event in found.series]


def _month(corpus: Corpus, event: str) -> str:
    """Return month and year of an event, and the day where another one is in the same month."""
    dates = event_dates(corpus)
    months = list(map(month, dates.values()))
    alone = months.count(month(dates[event])) == 1
    return month(dates[event]) if alone else day(dates[event])


def _dates(corpus: Corpus, series: Sequence[str]) -> list[str]:
    """Return month and year of each event, and the day where two would be alike."""
    dates = [event_dates(corpus)[event] for event in series]
    months = [month(date, SHORT_MONTHS) for date in dates]
    return [
        day(date, SHORT_MONTHS) if months.count(text) > 1 else text
        for date, text in zip(dates, months, strict=True)
    ]


def flow_words(corpus: Corpus, found: Flow) -> Words:
    """Return the finding: who crossed over, or how many were new and not again."""
    what = (
        f"Which side {members(corpus, 2)} took, event by event; strong ribbons are new on a side "
        "or not again on it, pale ones again or unknown"
    )
    if found.across and look().width >= NARROW:
        what += "; dark: crossed over"
    if found.carried.any(axis=None):
        gap = "series" if corpus.statements["series"].any() else "side"
        what += f"; hatched in its colour: a {gap} without a list there, carried on from its last"
    first, last = (_month(corpus, found.series[n]) for n in (0, -1))
    number = len(found.across)
    if 0 < number <= NAMED_MOST:
        title = _crossed(corpus, found)
    elif number:
        signed = f"{number} {members(corpus, number)} signed {on_opposed_sides(corpus)}"
        title = f"{signed} from {first} to {last}"
    else:
        title = _counted(corpus, found, f"{first} to {last}")
    notes = []
    if (found.sides == looks.UNKNOWN_SIDE).any(axis=None):
        notes.append("Unknown: a list of that event is partial and may hold the name.")
    notes += _not_drawn(corpus, found)
    counts = found.sides.apply(lambda column: column.value_counts()).fillna(0).astype(int)
    counts = counts.reindex([side for side in found.order if side in counts.index])
    data = " ".join(
        f"{_month(corpus, event)}: "
        + ", ".join(f"{n} {stand_word(corpus, side)}" for side, n in counts[event].items() if n)
        + _carried(found, event)
        + "."
        for event in found.series
    )
    rows = [n for event in found.series for n in events(corpus)[event]]
    shown = choose(corpus, corpus.statements["statement_id"].iloc[rows])
    return words(corpus, title, what=what, notes=tuple(notes), data=data, shown=shown)


def _carried(found: Flow, event: str) -> str:
    """Say how many of a column are carried on from an earlier list."""
    number = int(found.carried[event].sum())
    return f" ({number} of them by an earlier list)" if number else ""


def _not_drawn(corpus: Corpus, found: Flow) -> list[str]:
    """Return sentences on the events that are not drawn, with their dates: one for each reason."""
    series = list(events(corpus))
    dates = dict(zip(series, _dates(corpus, series), strict=True))
    notes = []
    for why, keys in left_out(corpus, found).items():
        when = listing([dates[key] for key in keys])
        if why == NO_ROOM and len(keys) > 1:
            when = f"{len(keys)} earlier events, {dates[keys[0]]} to {dates[keys[-1]]}"
        notes.append(f"Not drawn, {why}: {when}.")
    return notes


def _crossed(corpus: Corpus, found: Flow) -> str:
    """Say who crossed over; of one alone from where to where, and when."""
    who = opening(corpus, found.across)
    if len(found.across) > 1:
        return f"{who} crossed over"
    (first, one), (second, other) = crossing(found, found.across[0])
    when = [_month(corpus, found.series[n]) for n in (first, second)]
    if first == second:
        return f"{who} signed {on_opposed_sides(corpus)} in {when[0]}"
    one, other = (looks.side_name(side) for side in (one, other))
    return f"{who} crossed over, from {one} ({when[0]}) to {other} ({when[1]})"


def _counted(corpus: Corpus, found: Flow, when: str) -> str:
    """Say how many were new and not again on each side; at least, where a list is partial."""
    many = found.moves.groupby(["side", "change"])["signatory"].nunique()
    parts = []
    for side in sides_here(corpus):
        new, gone = (int(many.get((side, change), 0)) for change in ("new", "not_again"))
        if new or gone:
            partial = _partial(corpus, found, side)
            parts.append(_new_and_gone(corpus, side, (new, gone), partial=partial))
    if not parts:
        drawn = " drawn" if left_out(corpus, found) else ""
        return f"No move from one event{drawn} to the next is certain, {when}"
    return f"From {when}, {'; '.join(parts)}"


def _new_and_gone(corpus: Corpus, side: str, many: tuple[int, int], *, partial: bool) -> str:
    """Say how many were new on a side and not again; of partial lists only what is certain."""
    least = "at least " if partial else ""
    new, gone = many
    if partial and not new:
        return (
            f"{least}{gone} {members(corpus, gone)} {_were(gone)} not again on a later "
            f"{list_of_side(side)}"
        )
    who = f"{least}{new} {members(corpus, new)}" if new else f"no {members(corpus, 1)}"
    text = f"{who} {_were(new)} new on a {list_of_side(side)}"
    if partial and not gone:
        return text
    return f"{text}, {least + str(gone) if gone else 'none'} not again on a later one"


def _were(number: int) -> str:
    return "were" if number > 1 else "was"


def _partial(corpus: Corpus, found: Flow, side: str) -> bool:
    """Say whether a list of a side is partial at an event that is drawn."""
    rows, stance = events(corpus), corpus.statements["stance"]
    lacking = corpus.partial.to_numpy(bool)
    return any(lacking[n] and stance[n] == side for event in found.series for n in rows[event])
