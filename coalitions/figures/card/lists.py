"""What stands in each column of a card, before it is drawn or written."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

import pandas as pd

from coalitions.corpus import (
    choose,
    members,
    more_than_one,
    opposites,
    size,
    statement_labels,
)
from coalitions.figures.card.choice import choose_statements
from coalitions.findings import UNKNOWN_LIST, card_finding
from coalitions.tables import compare_statements, continues, later_version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from coalitions.corpus import Corpus

#: Stands behind the name of who is on lists of both sides.
BOTH = "↔"


Style = Literal["plain", "bold", "italic"]


class Name(NamedTuple):
    """One name as it is printed: short, in full, and how it is set."""

    signatory: str
    short: str
    full: str
    #: Bold is new, italic is who may be new: a partial list may hold the name.
    style: Style = "plain"
    mark: str = ""


class Panel(NamedTuple):
    """One column: a list, or those of an earlier list who are not on a later one."""

    kind: Literal["list", "not_again", "left", "unknown"]
    statement: str
    side: str
    head: str
    label: str
    about: str
    names: tuple[Name, ...]

    def set_in(self, style: str) -> list[Name]:
        """Return the names that are set in a style."""
        return [name for name in self.names if name.style == style]


class Card(NamedTuple):
    """A card: its finding, its columns, what its marks mean, and what is to be said at its foot."""

    corpus: Corpus
    title: str
    panels: tuple[Panel, ...]
    key: tuple[str, ...]
    notes: tuple[str, ...]


def card_lists(corpus: Corpus, statements: Sequence[str] | None = None) -> Card:
    """Return what a card shows: figure, page and text are all made of this.

    A list is held against the latest earlier one of the same stance and ``series`` on the card: who
    is new is bold, who is not again stands in a column of their own (who left, where the later is a
    version of the same letter). Where the lists are of one stance and of one day, or undated, bold
    is who is on that list only. Who is on lists of both sides is marked. All of it holds in each
    completion of the partial lists; who may be new, or not, is set in italics.

    Parameters
    ----------
    corpus : Corpus
    statements : sequence of str, optional
        One to three ids; by default those of `choose_statements`.

    Returns
    -------
    Card
        Panels in the order of the statements, each followed by those not again; names by name.

    Raises
    ------
    CoalitionsError
        As `choose_statements`.

    Examples
    --------
    >>> from coalitions import load
    >>> germany = "2020-10-unga3-xinjiang-hongkong-germany"
    >>> card = card_lists(load("un-china"), [germany, "2022-10-unga3-xinjiang-canada"])
    >>> [(panel.head, len(panel.names)) for panel in card.panels]
    [('39 states', 39), ('50 states', 50), ('3 not again', 3)]
    """
    choice = choose_statements(corpus, statements)
    part = choose(corpus, choice.statements)
    panels: list[Panel] = []
    for statement in choice.statements:
        panels += _panels(part, statement)
    number = len(corpus.statements) - len(choice.statements)
    others = f"{number} other statement{'' if number == 1 else 's'} not shown"
    notes = [f"Shown: {choice.why}; {others}."] if choice.why else []
    return Card(part, card_finding(part), tuple(panels), _key(part, panels), tuple(notes))


def reading_order(name: str) -> tuple[str, str]:
    """Return by what names are sorted: letters without accents, in any case; then as written.

    Examples
    --------
    >>> sorted(["Türkiye", "Togo", "Côte d'Ivoire", "Cuba"], key=reading_order)
    ["Côte d'Ivoire", 'Cuba', 'Togo', 'Türkiye']
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)), name


def _panels(part: Corpus, statement: str) -> list[Panel]:
    """Return the column of a list, and of those of the one it is held against who are not on it."""
    about = part.statements.set_index("statement_id")
    earlier, beside, facing = _others(part, statement)
    found = {other: _changes(part, other, statement) for other in (*earlier, *beside, *facing)}
    against = [found[other] for other in earlier or beside]
    names = part.signatures.loc[part.signatures["statement_id"] == statement, "signatory"]
    crossed = {s for other in facing for s in _who(found[other], "crossed")}
    again = {s for table in against for s in _who(table, "again", "stayed")}
    new = {s for s in names if all(table["change"][s] in {"new", "joined"} for table in against)}
    if not against:
        new, again = set(), set(names)
    open_ = set(names) - new - again
    known = [_known(part, statement)]
    if open_:
        other = "the other list" if len(against) == 1 else "another list"
        known.append(f"{len(open_)} in italics may be on {other}, too")
    panel = Panel(
        "list",
        statement,
        about["stance"][statement],
        _head(part, statement),
        statement_labels(part)[statement],
        "; ".join(known),
        _names(part, {s: _style(s, new, again) for s in names}, crossed),
    )
    gone = [column for other in earlier for column in _gone(part, found[other], other, statement)]
    return [panel, *gone]


def _style(name: str, new: AbstractSet[str], again: AbstractSet[str]) -> Style:
    return "bold" if name in new else "plain" if name in again else "italic"


def _others(part: Corpus, statement: str) -> tuple[list[str], list[str], list[str]]:
    """Return the latest earlier list of the same stance, those beside it, and the other side's."""
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
    facing = about["stance"].isin(opposites(part, stance))
    return before[-1:], [*beside], [*about.index[facing]]


def _changes(part: Corpus, a: str, b: str) -> pd.DataFrame:
    return compare_statements(part, a, b).set_index("signatory")


def _who(table: pd.DataFrame, *changes: str) -> list[str]:
    return list(table.index[table["change"].isin(changes)])


def _gone(part: Corpus, table: pd.DataFrame, earlier: str, statement: str) -> list[Panel]:
    """Return who is on the earlier list and not on the later one, or not in its known part."""
    labels = statement_labels(part)
    missing = table["named_a"] & ~table["named_b"]
    panels = []
    kinds: tuple[tuple[Literal["not_again", "left"], str, str], ...] = (
        ("not_again", "not again", "of those under"),
        ("left", "left", "since the version of"),
    )
    for kind, word, since in kinds:
        if gone := list(table.index[missing & (table["change"] == kind)]):
            names = _names(part, dict.fromkeys(gone, "plain"))
            head, label = f"{len(gone)} {word}", f"{since} {labels[earlier]}"
            panels.append(Panel(kind, statement, "", head, label, "", names))
    if part.unknown[statement]:  # nobody of the earlier list is known to be missing
        return panels
    if hidden := list(table.index[missing & (table["change"] == "unknown")]):
        head = f"{len(hidden)} not named"
        label = f"in the known part of the list, of those under {labels[earlier]}"
        names = _names(part, dict.fromkeys(hidden, "plain"))
        panels.append(Panel("unknown", statement, "", head, label, "", names))
    return panels


def _names(
    part: Corpus, styles: dict[str, Style], both: AbstractSet[str] = frozenset()
) -> tuple[Name, ...]:
    """Return names by name, each in its style, those on lists of both sides marked."""
    about = part.signatories.set_index("signatory")
    names = [
        Name(s, _line(about["short"][s]), _line(about["name"][s]), style, BOTH if s in both else "")
        for s, style in styles.items()
    ]
    return tuple(sorted(names, key=lambda n: (reading_order(n.short), n.signatory)))


def _line(text: str) -> str:
    return " ".join(text.split())


def _head(part: Corpus, statement: str) -> str:
    if part.unknown[statement]:
        return "Not known"
    if part.named[statement] <= part.declared.fillna(part.named)[statement]:
        return size(part, statement, brief=True)
    declared = int(part.declared[statement])
    return f"{declared:,} {members(part, declared)}"


def _known(part: Corpus, statement: str) -> str:
    """Say how much of a list is known."""
    declared, named = part.declared[statement], int(part.named[statement])
    if part.unknown[statement]:
        return UNKNOWN_LIST
    if pd.isna(declared):
        return f"{named:,} named; no count declared"
    unnamed = int(declared) - named
    if unnamed > 0:
        return f"{named:,} of {declared:,} named; {unnamed:,} not named in the source"
    return f"all {named:,} named" if unnamed == 0 else f"{declared:,} declared, {named:,} named"


def _key(part: Corpus, panels: list[Panel]) -> tuple[str, ...]:
    """Return what bold and the marks mean, as far as there are any."""
    names = [name for panel in panels for name in panel.names]
    about = part.statements.set_index("statement_id")
    found = [_others(part, s) for s in about.index]
    meanings = [
        text
        for text, there in (
            ("new since the earlier list", any(earlier for earlier, _, _ in found)),
            *_alone_on(
                about, [s for s, (_, beside, _) in zip(about.index, found, strict=True) if beside]
            ),
        )
        if there
    ]
    keys = []
    if any(panel.set_in("bold") for panel in panels):
        keys.append(f"Bold: {', or '.join(meanings)}")
    if any(name.mark for name in names):
        where = "both" if more_than_one(part) == "both" else "opposed"
        keys.append(f"{BOTH} on lists of {where} sides")
    return tuple(keys)


def _alone_on(about: pd.DataFrame, beside: list[str]) -> list[tuple[str, bool]]:
    """Return what it means to be on one list only, where there are sides and where there are none.

    ``beside`` are the lists that stand beside others of their stance.
    """
    sided = [bool(about["stance"][s]) for s in beside]
    return [
        ("on no other list of that side", any(sided)),
        ("on no other list without a side" if any(sided) else "on no other list", not all(sided)),
    ]
