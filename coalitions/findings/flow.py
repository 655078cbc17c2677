"""What a flow says: who crossed over, or how many were new and not again, and what is left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coalitions import looks
from coalitions.corpus import choose, members, sides_here, spoken_names
from coalitions.dates import SHORT_MONTHS, day, month
from coalitions.findings.around import Words, words
from coalitions.findings.matter import Matter, side_about, sides_matter
from coalitions.findings.sentences import listing, opening
from coalitions.findings.sidewords import list_of_side, of_side, on_opposed_sides, stand_word
from coalitions.tables import NO_ROOM, crossing, event_dates, events, omitted_events

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus
    from coalitions.tables import Flow

#: So many crossers are named at their ribbon and in the title.
CROSSERS_NAMED = 3
#: How a change of a side is told.
MOVES_TOLD = {"new": "new", "not_again": "not again", "crossed": "crossed over"}


def flow_finding(corpus: Corpus, found: Flow) -> str:
    """Say who crossed over, or how many were new and not again.

    Examples
    --------
    >>> from coalitions import load, select
    >>> from coalitions.tables import flow_of
    >>> corpus = select(load("un-china"), stance="critical")
    >>> flow_finding(corpus, flow_of(corpus)).partition(", ")[2]
    '44 states were new on a list critical of China, 54 not again on a later one'
    """
    first, last = (_month(corpus, found.series[n]) for n in (0, -1))
    number = len(found.across)
    if 0 < number <= CROSSERS_NAMED:
        return _crossed(corpus, found)
    if number:
        who = f"{number:,} {members(corpus, number)}"
        return f"{who} signed {on_opposed_sides(corpus)} from {first} to {last}"
    return _counted(corpus, found, f"{first} to {last}")


def flow_words(corpus: Corpus, found: Flow, *, tone: str) -> Words:
    """Return the words around a flow; ``tone``: what crossers are ("dark"), "" not to say so."""
    what = (
        f"Which side {members(corpus, 2)} took, event by event; strong ribbons are new on a side "
        "or not again on it, pale ones again or unknown"
    )
    if found.across and tone:
        what += f"; {tone}: {_across(corpus, found)}"
    if found.carried.any(axis=None):
        gap = "series" if corpus.statements["series"].any() else "side"
        what += f"; hatched in its colour: a {gap} without a list there, carried on from its last"
    notes = []
    if (found.sides == looks.UNKNOWN_SIDE).any(axis=None):
        notes.append("Unknown: a list of that event is partial and may hold the name.")
    notes += _not_drawn(corpus, found)
    rows = [n for event in found.series for n in events(corpus)[event]]
    shown = choose(corpus, corpus.statements["statement_id"].iloc[rows])
    return words(
        corpus,
        flow_finding(corpus, found),
        what=what,
        notes=tuple(notes),
        data=_counts(corpus, found),
        shown=shown,
    )


def _counts(corpus: Corpus, found: Flow) -> str:
    """Return how many stand on each side, event by event, as sentences."""
    counts = found.sides.apply(lambda column: column.value_counts()).fillna(0).astype(int)
    counts = counts.reindex([side for side in found.order if side in counts.index])
    return " ".join(
        f"{_month(corpus, event)}: "
        + ", ".join(
            f"{n:,} {stand_word(corpus, str(side))}" for side, n in counts[event].items() if n
        )
        + _carried(found, event)
        + "."
        for event in found.series
    )


def when_each(corpus: Corpus, series: Sequence[str]) -> list[str]:
    """Return month and year of each event, and the day where two would be alike.

    Examples
    --------
    >>> from coalitions import load
    >>> when_each(load("unga75"), ["unga3-2020"])
    ['Oct 2020']
    """
    dates = event_dates(corpus)
    months = [month(dates[event], SHORT_MONTHS) for event in series]
    events_in = Counter(months)
    return [
        day(dates[event], SHORT_MONTHS) if events_in[text] > 1 else text
        for event, text in zip(series, months, strict=True)
    ]


def _month(corpus: Corpus, event: str) -> str:
    """Return month and year of an event, and the day where another one is in the same month."""
    dates = event_dates(corpus)
    months = list(map(month, dates.values()))
    alone = months.count(month(dates[event])) == 1
    return month(dates[event]) if alone else day(dates[event])


def _carried(found: Flow, event: str) -> str:
    """Say how many of a column are carried on from an earlier list."""
    number = int(found.carried[event].sum())
    return f" ({number:,} of them by an earlier list)" if number else ""


def _not_drawn(corpus: Corpus, found: Flow) -> list[str]:
    """Return sentences on the events that are not drawn, with their dates: one for each reason."""
    series = list(events(corpus))
    dates = dict(zip(series, when_each(corpus, series), strict=True))
    notes = []
    for why, keys in omitted_events(corpus, found).items():
        when = listing([dates[key] for key in keys])
        if why == NO_ROOM and len(keys) > 1:
            when = f"{len(keys):,} earlier events, {dates[keys[0]]} to {dates[keys[-1]]}"
        notes.append(f"Not drawn, {why}: {when}.")
    return notes


def _crossed(corpus: Corpus, found: Flow) -> str:
    """Say who crossed over; of one alone from where to where, and when."""
    if len(found.across) > 1:
        at_once = [name for name in found.across if _signed_at_once(found, name)]
        over = [name for name in found.across if name not in at_once]
        if not (over and at_once):
            did = "crossed over" if over else f"signed {on_opposed_sides(corpus)}"
            return f"{opening(corpus, found.across)} {did}"
        others = listing(spoken_names(corpus, at_once))
        return f"{opening(corpus, over)} crossed over; {others} signed {on_opposed_sides(corpus)}"
    who = opening(corpus, found.across)
    (first, one), (second, other) = crossing(found, found.across[0])
    when = [_month(corpus, found.series[n]) for n in (first, second)]
    if first == second:
        return f"{who} signed {on_opposed_sides(corpus)} in {when[0]}"
    matter = sides_matter(corpus)
    one, other = (of_side(side, Matter(matter[side].about)) for side in (one, other))
    return f"{who} crossed over, from {one} ({when[0]}) to {other} ({when[1]})"


def _across(corpus: Corpus, found: Flow) -> str:
    """Say what those did who have a ribbon of their own: who signed both at once crossed none."""
    at_once = {_signed_at_once(found, name) for name in found.across}
    ways = {False: MOVES_TOLD["crossed"], True: on_opposed_sides(corpus)}
    return " or ".join(ways[way] for way in sorted(at_once))


def _signed_at_once(found: Flow, name: str) -> bool:
    """Say whether somebody signed on opposed sides at one event, before crossing over."""
    (first, _), (second, _) = crossing(found, name)
    return first == second


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
        drawn = " drawn" if omitted_events(corpus, found) else ""
        return f"No move from one event{drawn} to the next is certain, {when}"
    return f"From {when}, {'; '.join(parts)}"


def _new_and_gone(corpus: Corpus, side: str, many: tuple[int, int], *, partial: bool) -> str:
    """Say how many were new on a side and not again; of partial lists only what is certain."""
    least, about = "at least " if partial else "", side_about(corpus, side)
    new, gone = many
    if partial and not new:
        return (
            f"{least}{gone} {members(corpus, gone)} {_were(gone)} not again on a later "
            f"{list_of_side(side, about)}"
        )
    who = f"{least}{new} {members(corpus, new)}" if new else f"no {members(corpus, 1)}"
    text = f"{who} {_were(new)} new on a {list_of_side(side, about)}"
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
