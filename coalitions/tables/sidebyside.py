"""Names on lists side by side: who is new, again or not again, and who is on both sides."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from coalitions.corpus import choose, opposites, refuse_no_corpus, short_names
from coalitions.tables.change import compare_statements, continues, later_version
from coalitions.tables.choice import choose_statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalitions.corpus import Corpus

COLUMNS = ["statement_id", "kind", "against", "signatory", "name", "change", "both_sides"]
#: What is said of who is on the earlier list and not on the later one, in the order it is told.
GONE = ("not_again", "left", "unknown")


class Beside(NamedTuple):
    """What a list is held against: ids of other statements."""

    #: The latest earlier list of the same stance and series, or none.
    earlier: list[str]
    #: Those of the same stance that stand beside it: of one event, of one day, or undated.
    alike: list[str]
    #: Those of an opposed side.
    facing: list[str]

    @property
    def against(self) -> list[str]:
        """Those by which names are new or again."""
        return self.earlier or self.alike


def listed_names(corpus: Corpus, statements: Sequence[str] | None = None) -> pd.DataFrame:
    """Return the names on one to three lists, side by side, and what is known of each: a card.

    A list is held against the latest earlier one of the same stance and ``series`` among them; of
    one stance and one day, or undated, against the others. All of it holds in each completion of
    the partial lists.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str, optional
        One to three ids. By default all of a corpus of three or fewer; of more, the latest event of
        which lists of both sides are known at least by half.

    Returns
    -------
    DataFrame
        One row a name, list by list, each followed by those of the earlier list who are not on it:
        ``statement_id``, ``kind`` (``list``: under the statement; ``not_again``: on the earlier
        list only; ``left``: the same, where the later list is a version of the same letter;
        ``unknown``: on the earlier list, and not in the known part of this one), ``against`` (the
        earlier list, where the kind is not ``list``), ``signatory``, ``name`` (the short one),
        ``change`` (``new``, ``again``, ``unknown``; empty where there is nothing to hold the list
        against, or the kind is not ``list``), ``both_sides`` (whether the name is under lists of
        opposite stances).

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus, none or more than three of them, or nobody is named.

    Examples
    --------
    >>> from coalitions import load
    >>> germany, canada = "2020-10-unga3-xinjiang-hongkong-germany", "2022-10-unga3-xinjiang-canada"
    >>> table = listed_names(load("un-china"), [germany, canada])
    >>> table.loc[table["kind"] == "not_again", "name"].tolist()
    ['Bosnia-Herz.', 'Haiti', 'Honduras']
    """
    refuse_no_corpus(corpus)
    part = choose(corpus, choose_statements(corpus, statements).statements)
    rows = [row for key in part.statements["statement_id"] for row in _rows_of(part, str(key))]
    return pd.DataFrame(rows, columns=COLUMNS)


def held_against(part: Corpus, statement: str) -> Beside:
    """Return what a list is held against, among some statements.

    Examples
    --------
    >>> from coalitions import load
    >>> ids = load("unga75").statements["statement_id"]
    >>> held_against(load("unga75"), ids[3]).facing == list(ids[:3])
    True
    """
    about = part.statements.set_index("statement_id")
    date, stance = about["date"][statement], about["stance"][statement]
    alike = about[(about["stance"] == stance) & (about.index != statement)]
    before = [key for key in alike.index if continues(part, key, statement)]
    before.sort(key=lambda key: later_version(part, key, statement))  # the same letter stands last
    after = [key for key in alike.index if continues(part, statement, key)]
    # Statements of one event stand beside each other, whatever the hour: they are no series.
    together = (alike["event_id"] != "") & (alike["event_id"] == about["event_id"][statement])
    undated = (alike["date"] == "") | (date == "")
    beside = alike.index[(alike["date"] == date) | undated | together].difference(
        [*before, *after], sort=False
    )
    facing = about.index[about["stance"].isin(opposites(part, stance))]
    return Beside(before[-1:], [*beside], [*facing])


def reading_order(name: str) -> tuple[str, str]:
    """Return by what names are sorted: letters without accents, in any case; then as written.

    Examples
    --------
    >>> sorted(["Türkiye", "Togo", "Côte d'Ivoire", "Cuba"], key=reading_order)
    ["Côte d'Ivoire", 'Cuba', 'Togo', 'Türkiye']
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)), name


def _rows_of(part: Corpus, statement: str) -> Iterator[tuple[str, str, str, str, str, str, bool]]:
    """Give the names under a list, then those of the earlier list who are not on it."""
    short = short_names(part)

    def in_order(who: Sequence[str]) -> list[tuple[str, str]]:
        named = [(key, " ".join(short[key].split())) for key in who]
        return sorted(named, key=lambda one: (reading_order(one[1]), one[0]))

    others = held_against(part, statement)
    found = {
        other: compare_statements(part, other, statement).set_index("signatory")
        for other in dict.fromkeys([*others.earlier, *others.alike, *others.facing])
    }
    against = [found[other]["change"].to_dict() for other in others.against]
    crossed = {s for other in others.facing for s in _who(found[other], "crossed")}
    names = part.signatures.loc[part.signatures["statement_id"] == statement, "signatory"]
    for key, name in in_order(list(names)):
        change = _change([changes[key] for changes in against])
        yield statement, "list", "", key, name, change, key in crossed
    for other in others.earlier:
        missing = found[other][found[other]["named_a"] & ~found[other]["named_b"]]
        for kind in GONE:
            if kind != "unknown" or not part.unknown[statement]:  # then nobody is known to miss
                for key, name in in_order(_who(missing, kind)):
                    yield statement, kind, other, key, name, "", False


def _change(changes: Sequence[str]) -> str:
    """Return what is known of a name under a list by what it is against each of the others."""
    if not changes:
        return ""
    if {"new", "joined"}.issuperset(changes):
        return "new"
    return "again" if {"again", "stayed"}.intersection(changes) else "unknown"


def _who(table: pd.DataFrame, change: str) -> list[str]:
    return list(table.index[table["change"] == change])
