"""Which statements a card shows: as asked, or the latest that face each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.corpus import choose, opposites
from coalitions.errors import ChoiceError, CoalitionsError, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from coalitions.corpus import Corpus

#: As many lists stand side by side at most.
MOST = 3
#: By what statements are chosen: the latest event of opposed sides, the latest list of each of
#: them, the two latest lists, the two that name most.
EVENT, SIDES, LATEST, LONGEST = "event", "sides", "latest", "longest"


class Choice(NamedTuple):
    """The statements of a card in their order, and by what they were chosen ("" where asked)."""

    statements: list[str]
    why: str


def choose_statements(corpus: Corpus, statements: Sequence[str] | None = None) -> Choice:
    """Return the statements that a card shows.

    A corpus of three or fewer is shown whole. Of more, the latest event of which lists of both
    sides are known at least by half, from each side the list that names most; without such an
    event the latest list of each side; of one side, its two latest lists.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str, optional
        One to three ids.

    Returns
    -------
    Choice

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus, none or more than three of them, or nobody is named.

    Examples
    --------
    >>> from coalitions import load
    >>> choose_statements(load("unga75")).statements
    ['2020-10-unga3-xinjiang-cuba', '2020-10-unga3-xinjiang-hongkong-germany']
    """
    if statements is None:
        choice = _chosen(corpus)
    else:
        asked = list(dict.fromkeys(listed(statements, "statements")))
        if not 0 < len(asked) <= MOST:
            raise ChoiceError(
                f"a card takes one to three statements: found {len(asked)}; use matrix for more"
            )
        choice = Choice(_in_order(corpus, choose(corpus, asked).statements["statement_id"]), "")
    if not corpus.named[choice.statements].any():
        raise CoalitionsError("no list on the card names anybody: there is nothing to print")
    return choice


def _chosen(corpus: Corpus) -> Choice:
    table = corpus.statements.set_index("statement_id").assign(named=corpus.named)
    if len(table) <= MOST:
        return Choice(_in_order(corpus, table.index), "")
    half = (2 * corpus.named >= corpus.declared.fillna(0)) & (corpus.named > 0)
    known = table[half]
    facing, events = _facing(corpus, known), [p for p in _events(known) if _facing(corpus, p)]
    if events:
        latest = max(events, key=lambda part: max(part["date"]))
        sides = _facing(corpus, latest)
        ids, why = [_longest(latest[latest["stance"] == side]) for side in sides], EVENT
    elif facing and (known["date"] != "").all():
        ids, why = [_latest(known[known["stance"] == side], 1)[0] for side in facing], SIDES
    elif len(known) > 1 and (known["date"] != "").all():
        ids, why = _latest(known, 2), LATEST
    else:
        order = table["named"].sort_values(ascending=False, kind="stable")
        ids, why = list(order[order > 0].index[:2]), LONGEST
    return Choice(_in_order(corpus, [s for s in table.index if s in ids]), why)


def _in_order(corpus: Corpus, statements: Iterable[str]) -> list[str]:
    """Return statements by date, and those of one date in the order of the sides: yes before no."""
    about = corpus.statements.set_index("statement_id")
    order = {side: n for n, side in enumerate(corpus.sides)}

    def place(statement: str) -> tuple[str, int]:
        date, side = about["date"][statement], about["stance"][statement]
        return str(date), order.get(str(side), len(order))

    return sorted(statements, key=place)


def _events(table: pd.DataFrame) -> list[pd.DataFrame]:
    return [part for event, part in table.groupby("event_id", sort=True) if event]


def _facing(corpus: Corpus, table: pd.DataFrame) -> list[str]:
    """Return the first two sides of some statements that are opposed, if any.

    Where no sides of a corpus are opposed at all, those that there are stand beside each other.
    """
    there = [side for side in corpus.sides if side in set(table["stance"])]
    if not corpus.opposed and len(there) > 1:
        return there[:MOST]
    pairs = ([one, other] for one in there for other in opposites(corpus, one) if other in there)
    return next(pairs, [])


def _longest(table: pd.DataFrame) -> str:
    return str(table["named"].idxmax())


def _latest(table: pd.DataFrame, number: int) -> list[str]:
    """Return the latest lists; of one day, those that name most."""
    return [str(s) for s in table.sort_values(["date", "named"], kind="stable").index[-number:]]


#: Above this many statements, those known in part are left out: their regions would be unknown.
STATEMENTS_MOST = 6


def region_statements(corpus: Corpus) -> list[str]:
    """Return the statements whose regions an UpSet of this corpus can tell apart.

    Those that name somebody; of more than six, those whose lists are complete or as printed.

    Examples
    --------
    >>> from coalitions import load
    >>> len(load("unga75")), len(region_statements(load("unga75")))
    (4, 4)
    >>> len(load("un-china")), len(region_statements(load("un-china")))
    (30, 15)
    """
    named = corpus.named
    wanted = named > 0
    if wanted.sum() > STATEMENTS_MOST and (wanted & (corpus.unnamed == 0)).sum() > 1:
        wanted &= corpus.unnamed == 0
    return list(named.index[wanted]) if wanted.any() else list(named.index)
