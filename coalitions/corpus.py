"""The corpus: checked tables of statements, signatures and signatories."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import pandas as pd

from coalitions.canonical import COLUMNS, all_signatories, as_text, in_order, typed
from coalitions.errors import CoalitionsError, CorpusError, Problem
from coalitions.incidence import incidence_table
from coalitions.tables import FILE, ROW, read_tables
from coalitions.validation import (
    cell_problems,
    key_problems,
    resolved,
    size_problems,
)
from coalitions.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


#: What signatories may be, and which versions of a letter are kept.
MEMBERS = ("states", "any")
VERSIONS = ("latest", "all")
#: Largest universe: what a whole number of the tables holds.
LARGEST = 2**63 - 1


@dataclass(frozen=True, eq=False)
class Corpus:
    """Joint statements, who is named under them, and who could have signed; valid if it exists.

    Parameters
    ----------
    statements : DataFrame
        One row a joint statement; needs ``statement_id``, may have the other columns of
        ``COLUMNS["statements"]``.
    signatures : DataFrame
        One row a name under a statement; needs ``statement_id`` and ``signatory``, an
        ISO 3166-1 alpha-3 code or a name that resolves exactly.
    signatories : DataFrame, optional
        One row a possible signatory. For states it defaults to the 193 members and 2 observers of
        the United Nations, and whoever else is named.
    claims : DataFrame, optional
        Numbers that somebody stated about statements.
    universe : int, optional
        How many could have signed; 0 takes the number of rows of ``signatories``.
    members : {"states", "any"}
        Whether signatories are states, or identifiers taken as they are. For the latter, where
        neither ``universe`` nor ``signatories`` is given, all unnamed ones may be newcomers.

    Raises
    ------
    CorpusError
        Every problem of every table, with file, row, column, value and expectation.

    Examples
    --------
    >>> import pandas as pd
    >>> corpus = Corpus(
    ...     pd.DataFrame({"statement_id": ["a"], "declared_count": [3]}),
    ...     pd.DataFrame({"statement_id": ["a", "a"], "signatory": ["CUB", "Viet Nam"]}),
    ... )
    >>> corpus.signatures["signatory"].tolist(), corpus.unnamed.tolist(), corpus.universe
    (['CUB', 'VNM'], [1], 195)
    """

    statements: pd.DataFrame
    signatures: pd.DataFrame
    signatories: pd.DataFrame = field(default_factory=pd.DataFrame)
    claims: pd.DataFrame = field(default_factory=pd.DataFrame)
    universe: int = 0
    members: Literal["states", "any"] = "states"

    def __post_init__(self) -> None:
        """Check the tables, and put them into their canonical form."""
        if not 0 <= self.universe <= LARGEST:
            raise CoalitionsError(
                f"universe {self.universe}: expected a whole number from 0 to {LARGEST:,} (2⁶³ − 1)"
            )
        given = not self.signatories.empty
        tables = {name: as_text(name, getattr(self, name)) for name in COLUMNS}
        problems = list(cell_problems(tables))
        if self.members == "states":
            for name, column in (
                ("statements", "lead"),
                ("signatures", "signatory"),
                ("signatories", "signatory"),
            ):
                codes, unresolved = resolved(tables[name], column)
                tables[name] = tables[name].assign(**{column: codes})
                problems += unresolved
        problems += key_problems(tables)
        if problems:
            raise CorpusError(problems)

        statements = typed(tables["statements"], "declared_count")
        named = tables["signatures"].groupby("statement_id").size()
        named = named.reindex(statements["statement_id"], fill_value=0).reset_index(drop=True)
        signatories = all_signatories(tables, self.members)
        universe = self.universe or len(signatories)
        if self.members == "any" and not given and not self.universe:
            universe += int((statements["declared_count"] - named).clip(lower=0).fillna(0).sum())
        problems = size_problems(tables["statements"], named, universe)
        if universe < tables["signatures"]["signatory"].nunique():
            problems.append(Problem("universe", 0, "", str(universe), "fewer than are named"))
        if problems:
            raise CorpusError(problems)

        order = {key: n for n, key in enumerate(in_order(statements)["statement_id"])}
        signatures = tables["signatures"].sort_values(
            ["statement_id", "signatory"],
            key=lambda c: c.map(order) if c.name != "signatory" else c,
        )
        for name, frame in (
            ("statements", in_order(statements)),
            ("signatures", signatures),
            ("signatories", signatories),
            ("claims", typed(tables["claims"], "count")),
        ):
            kept = frame.drop(columns=[FILE, ROW], errors="ignore").reset_index(drop=True)
            object.__setattr__(self, name, kept)
        object.__setattr__(self, "universe", universe)

    @cached_property
    def incidence(self) -> pd.DataFrame:
        """Who is named under what: statements × named signatories, True where named."""
        return incidence_table(self.statements["statement_id"], self.signatures)

    @cached_property
    def named(self) -> pd.Series[int]:
        """How many signatories each statement names, by statement id."""
        return self.incidence.sum(axis=1).astype("int64")

    @cached_property
    def declared(self) -> pd.Series[int]:
        """How many signatories each statement declares, by statement id; NA where it does not."""
        return self.statements.set_index("statement_id")["declared_count"]

    @cached_property
    def unnamed(self) -> pd.Series[int]:
        """How many signatories each statement declares and does not name, by statement id.

        A list without a declared count is taken as it is printed: nobody is unnamed.
        """
        return (self.declared - self.named).clip(lower=0).fillna(0).astype("int64")


def load(
    *paths: str | Path,
    signatories: Literal["states", "any"] = "states",
    universe: int = 0,
    versions: Literal["latest", "all"] = "latest",
) -> Corpus:
    """Read a corpus.

    Parameters
    ----------
    *paths : str or Path
        Bundled corpora by name (``unga75``, the default, or ``un-china``), folders with
        ``statements.csv`` and ``signatures.csv``, CSV files with ``statement_id,signatory``, or
        text files with a list of names, whose stem is the statement.
    signatories : {"states", "any"}
        Whether signatories are states, or identifiers taken as they are.
    universe : int
        How many could have signed; 0 takes the 193 members and 2 observers of the United Nations.
    versions : {"latest", "all"}
        Whether earlier versions of a letter (those with ``superseded_by``) are left out.

    Returns
    -------
    Corpus

    Raises
    ------
    CorpusError
        Every problem of every file at once.

    Examples
    --------
    >>> load("unga75").named.tolist()
    [1, 25, 45, 39]
    """
    for given, choices in ((signatories, MEMBERS), (versions, VERSIONS)):
        if given not in choices:
            raise CoalitionsError(f'"{given}": expected {" or ".join(choices)}')
    tables = read_tables(paths or ("unga75",), signatories=signatories)
    corpus = Corpus(**tables, universe=universe, members=signatories)
    if versions == "all":
        return corpus
    return _keep(corpus, corpus.statements["superseded_by"] == "")


def select(  # noqa: PLR0913 - each says another part of what is wanted
    corpus: Corpus,
    *,
    event: str | None = None,
    since: str | None = None,
    until: str | None = None,
    topic: str | None = None,
    stance: str | None = None,
) -> Corpus:
    """Return the part of a corpus that fits; the universe stays as it is.

    Parameters
    ----------
    corpus : Corpus
    event : str, optional
        An ``event_id``.
    since, until : str, optional
        First and last date, both included: YYYY-MM-DD, or only YYYY or YYYY-MM.
    topic : str, optional
        One of the topics of a statement, case ignored (several are separated by ``;``).
    stance : str, optional
        ``support`` or ``critical``.

    Returns
    -------
    Corpus

    Raises
    ------
    CoalitionsError
        No statement fits; the message says what there is.

    Examples
    --------
    >>> select(load("un-china"), event="unga3-2020", stance="critical").named.tolist()
    [39]
    """
    table = corpus.statements
    fits = pd.Series(data=True, index=table.index)
    if event is not None:
        fits &= table["event_id"] == event
    for limit in (since, until):
        if limit is not None and not re.fullmatch(r"\d{4}(-\d\d){0,2}", limit):
            raise CoalitionsError(f'"{limit}": expected a date as YYYY-MM-DD, YYYY-MM or YYYY')
    if since is not None:
        fits &= table["date"] >= since
    if until is not None:
        earlier = (table["date"] <= until) | table["date"].str.startswith(until)
        fits &= earlier & (table["date"] != "")
    if topic is not None:
        fits &= table["topic"].map(lambda cell: topic.casefold() in _topics(cell))
    if stance is not None:
        fits &= table["stance"] == stance
    if not fits.any():
        asked = {"event": event, "since": since, "until": until, "topic": topic, "stance": stance}
        raise CoalitionsError(_nothing_fits(table, {k: v for k, v in asked.items() if v}))
    return _keep(corpus, fits)


def choose(corpus: Corpus, statements: Iterable[str]) -> Corpus:
    """Return the corpus of some statements, by id; the universe stays as it is.

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus.

    Examples
    --------
    >>> choose(load("unga75"), ["2020-10-unga3-xinjiang-cuba"]).named.tolist()
    [45]
    """
    wanted, known = list(statements), list(corpus.statements["statement_id"])
    unknown = [s for s in wanted if s not in known]
    if unknown:
        there = "\n  ".join(map(shortened, known))
        wish = ", ".join(map(shortened, unknown))
        raise CoalitionsError(f"no such statement: {wish}; there are\n  {there}")
    return _keep(corpus, corpus.statements["statement_id"].isin(wanted))


def _topics(cell: str) -> list[str]:
    return [part.strip().casefold() for part in cell.split(";")]


def _nothing_fits(table: pd.DataFrame, asked: dict[str, str]) -> str:
    """Say that no statement fits, and what would."""
    days = sorted(set(table["date"]) - {""})
    wish = ", ".join(f"{key} {shortened(value)}" for key, value in asked.items())
    there = {
        "events": _listed(set(table["event_id"])),
        "topics": _listed({x.strip() for c in table["topic"] for x in c.split(";")}),
        "dates": " to ".join(dict.fromkeys([*days[:1], *days[-1:]])),
        "stances": ", ".join(sorted(set(table["stance"]) - {""})),
    }
    known = "".join(f"\n  {key}: {value}" for key, value in there.items() if value)
    return f"no statement fits ({wish}); the corpus has{known or ' no such information'}"


def _listed(cells: set[str]) -> str:
    return ", ".join(map(shortened, sorted(cells - {""})))


def _keep(corpus: Corpus, rows: pd.Series[bool]) -> Corpus:
    """Return the corpus with some of its statements, their signatures, and claims about them."""
    statements = corpus.statements[rows]
    ids = set(statements["statement_id"])
    about = corpus.claims["statements"].map(lambda cell: set(cell.split(";")) <= ids)
    later = statements["superseded_by"]
    kept = {
        "statements": statements.assign(superseded_by=later.where(later.isin(ids), "")),
        "signatures": corpus.signatures[corpus.signatures["statement_id"].isin(ids)],
        "claims": corpus.claims[about.astype(bool)],
    }
    # A part of a valid corpus is valid, and in its order: nothing is checked again.
    part = object.__new__(Corpus)
    for name in (each.name for each in fields(Corpus)):
        table = kept.get(name)
        value = getattr(corpus, name) if table is None else table.reset_index(drop=True)
        object.__setattr__(part, name, value)
    return part
