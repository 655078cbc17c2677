"""What stands in each column of a card, before it is drawn or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import pandas as pd

from coalitions import looks
from coalitions.corpus import choose, members, more_than_one, size, statement_labels
from coalitions.findings.around import Words, words
from coalitions.findings.card import card_finding
from coalitions.findings.matter import statements_matter, unsaid
from coalitions.findings.sentences import UNKNOWN_LIST
from coalitions.tables import choose_statements, held_against, listed_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus

#: Stands behind the name of who is on lists of both sides.
BOTH = "↔"
#: What stands around the lists, in figure and text alike.
WHAT = "Names by list, in alphabetical order"

#: By what the statements of a card are chosen, where nobody asked for any.
WHY = {
    "event": "the latest event where lists of {} are known at least by half",
    "sides": "from {} the latest list that is known at least by half",
    "latest": "the two latest lists that are known at least by half",
    "longest": "the two lists that name most",
}

Style = Literal["plain", "bold", "italic"]
#: How a name is set: bold is new, italic is who may be new.
STYLES: dict[str, Style] = {"new": "bold", "unknown": "italic"}
Kind = Literal["list", "not_again", "left", "unknown"]


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

    kind: Kind
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

    The names are those of `listed_names`: who is new is bold, who is not again stands in a column
    of their own (who left, where the later is a version of the same letter), who is on lists of
    both sides is marked; who may be new, or not, is set in italics.

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
    table = listed_names(corpus, choice.statements)
    panels: list[Panel] = []
    for statement in choice.statements:
        rows = table[table["statement_id"] == statement]
        panels.append(_list(part, statement, rows[rows["kind"] == "list"]))
        panels += [
            _gone(part, statement, str(kind), gone)
            for kind, gone in rows[rows["kind"] != "list"].groupby("kind", sort=False)
        ]
    number = len(corpus.statements) - len(choice.statements)
    others = f"{number:,} other statement{'' if number == 1 else 's'} not shown"
    notes = [f"Shown: {_why(corpus, choice.why)}; {others}."] if choice.why else []
    return Card(part, card_finding(part), tuple(panels), _key(part, panels), tuple(notes))


def _why(corpus: Corpus, why: str) -> str:
    """Say by what the statements were chosen, of the sides that there are."""
    both = {"event": "both sides", "sides": "each side"}
    if more_than_one(corpus) != looks.BOTH:
        opposed = "two opposed sides" if corpus.opposed else "several sides"
        both = {"event": opposed, "sides": f"each of {opposed}"}
    return WHY[why].format(both.get(why, ""))


def card_words(card: Card) -> Words:
    """Return the words around a card: what bold and marks mean stands below its title."""
    what = ". ".join([WHAT, *card.key])
    data = " ".join(map(_spelt, card.panels))
    return words(card.corpus, card.title, what=what, notes=card.notes, data=data)


def _spelt(panel: Panel) -> str:
    """Return a column in words: all its names, then those that are bold or in italics."""
    about = f" ({panel.about})" if panel.about else ""
    found = [f"{panel.head}, {panel.label}{about}: {_listed(panel.names)}"]
    for style, called in (("bold", "Bold"), ("italic", "In italics")):
        if names := panel.set_in(style):
            found.append(f"{called}: {_listed(names)}")
    return " ".join(f"{text}." for text in found)


def _listed(names: Sequence[Name]) -> str:
    return ", ".join(f"{name.short} {name.mark}".rstrip() for name in names) or "nobody named"


def _list(part: Corpus, statement: str, rows: pd.DataFrame) -> Panel:
    """Return the column of a list."""
    known = [_known(part, statement)]
    if open_ := int((rows["change"] == "unknown").sum()):
        alone = len(held_against(part, statement).against) == 1
        other = "the other list" if alone else "another list"
        known.append(f"{open_:,} in italics may be on {other}, too")
    side = part.statements.set_index("statement_id")["stance"][statement]
    label = statement_labels(part)[statement]
    about = "; ".join(filter(None, [unsaid(statements_matter(part, [statement]), label), *known]))
    return Panel("list", statement, side, _head(part, statement), label, about, _names(part, rows))


#: Kind of column → what is said of how many, and of whom.
_GONE: dict[str, tuple[Kind, str, str]] = {
    "not_again": ("not_again", "not again", "of those under"),
    "left": ("left", "left", "since the version of"),
    "unknown": ("unknown", "not named", "in the known part of the list, of those under"),
}


def _gone(part: Corpus, statement: str, kind: str, rows: pd.DataFrame) -> Panel:
    """Return who is on the earlier list and not on the later one, or not in its known part."""
    column, word, of_whom = _GONE[kind]
    label = f"{of_whom} {statement_labels(part)[rows['against'].iloc[0]]}"
    return Panel(column, statement, "", f"{len(rows):,} {word}", label, "", _names(part, rows))


def _names(part: Corpus, rows: pd.DataFrame) -> tuple[Name, ...]:
    """Return names, each in its style, those on lists of both sides marked."""
    full = dict(zip(part.signatories["signatory"], part.signatories["name"], strict=True))
    columns = (rows[what] for what in ("signatory", "name", "change", "both_sides"))
    return tuple(
        Name(
            key,
            short,
            " ".join(full[key].split()),
            STYLES.get(change, "plain"),
            BOTH if both else "",
        )
        for key, short, change, both in zip(*columns, strict=True)
    )


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
    found = [held_against(part, s) for s in about.index]
    meanings = [
        text
        for text, there in (
            ("new since the earlier list", any(others.earlier for others in found)),
            *_alone_on(
                about, [s for s, others in zip(about.index, found, strict=True) if others.alike]
            ),
        )
        if there
    ]
    keys = []
    if any(panel.set_in("bold") for panel in panels):
        keys.append(f"Bold: {', or '.join(meanings)}")
    if any(name.mark for name in names):
        keys.append(f"{BOTH} on lists of {_facing(part)}")
    return tuple(keys)


def _facing(part: Corpus) -> str:
    """Return of what sides those lists are that face each other."""
    return "both sides" if more_than_one(part) == looks.BOTH else "opposed sides"


def _alone_on(about: pd.DataFrame, beside: list[str]) -> list[tuple[str, bool]]:
    """Return what it means to be on one list only, where there are sides and where there are none.

    ``beside`` are the lists that stand beside others of their stance.
    """
    sided = [bool(about["stance"][s]) for s in beside]
    return [
        ("on no other list of that side", any(sided)),
        ("on no other list without a side" if any(sided) else "on no other list", not all(sided)),
    ]
