"""The corpus: checked tables of statements, signatures and signatories."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from coalitions.corpus.checkedtables import checked
from coalitions.corpus.checking import size_problems
from coalitions.corpus.columns import refuse_no_table
from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.incidence import Incidence, named_under
from coalitions.corpus.noun import SIGNATORY, noun_of, one_and_many, words_for
from coalitions.corpus.overview import as_html, in_four_lines, ledger, named_of
from coalitions.corpus.stances import opposed_pairs, sides_of_corpus
from coalitions.corpus.tidying import (
    COLUMNS,
    all_signatories,
    apart_from_states,
    given_states,
    in_order,
    typed,
)
from coalitions.corpus.universes import at_any, dates_of, say_outside, universes_of
from coalitions.errors import LARGEST, ChoiceError, CorpusError, Problem, refuse_other, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus.universes import Universes


#: What signatories may be.
MEMBERS = ("states", "any")


def _no_statements() -> pd.DataFrame:
    return pd.DataFrame(columns=COLUMNS["statements"], dtype=str)


def _by_statement(signatures: pd.DataFrame, statements: pd.Series[str]) -> pd.DataFrame:
    """Return signatures in the order of the statements, then of the signatories."""
    order = pd.Index(statements).get_indexer(pd.Index(signatures["statement_id"]))
    codes, _ = pd.factorize(signatures["signatory"], sort=True)
    return signatures.iloc[np.lexsort((codes, order))]


@dataclass(frozen=True, eq=False, repr=False)
class Corpus:
    """Joint statements, who is named under them, and who could have signed; valid if it exists.

    ``print`` says in four lines what it holds, ``len`` how many statements; a notebook shows its
    ledger.

    Parameters
    ----------
    statements : DataFrame
        One row a joint statement; needs ``statement_id``, may have the other columns of
        ``COLUMNS["statements"]``.
    signatures : DataFrame
        One row a name under a statement; needs ``statement_id`` and ``signatory``, an
        ISO 3166-1 alpha-3 code or a name that resolves exactly.
    signatories : DataFrame, optional
        One row a possible signatory. For states it defaults to the members and observers of the
        United Nations at the dates of the statements (today 193 and 2, also where there is no
        date; see `could_sign`), and whoever else is named.
    claims : DataFrame, optional
        Numbers that somebody stated about statements.
    universe : int, optional
        How many could have signed; 0 takes the number of rows of ``signatories``. Of states it
        counts members and observers of the United Nations: who else is named is apart from it.
    members : {"states", "any"}
        Whether signatories are states, or identifiers taken as they are. For the latter, where
        neither ``universe`` nor ``signatories`` is given, all unnamed ones may be newcomers.
    noun : str, optional
        What one of them is called ("senator"), or one and many ("person/people"). By default what
        the column ``noun`` of ``signatories`` says; else "state" or "signatory".
    opposed : sequence of pairs of str, optional
        Which stances are opposed to each other, beside ``support`` and ``critical``, ``yes`` and
        ``no``, and those that the column ``opposed`` of ``statements`` says.

    Raises
    ------
    CorpusError
        Every problem of every table, with file, row, column, value and expectation.
    CoalitionsError
        Something that is no table, no number of signatories, no pair of stances, or none of the
        choices.

    Examples
    --------
    >>> import pandas as pd
    >>> corpus = Corpus(
    ...     pd.DataFrame({"statement_id": ["a"], "declared_count": [3]}),
    ...     pd.DataFrame({"statement_id": ["a", "a"], "signatory": ["CUB", "Viet Nam"]}),
    ... )
    >>> corpus.signatures["signatory"].tolist(), corpus.unnamed.tolist(), corpus.universe
    (['CUB', 'VNM'], [1], 195)
    >>> corpus
    statements    1
    signatories   2 states named, of 195 that could have signed
    dates         none known
    completeness  1 known in part
    """

    statements: pd.DataFrame
    signatures: pd.DataFrame
    signatories: pd.DataFrame = field(default_factory=pd.DataFrame)
    claims: pd.DataFrame = field(default_factory=pd.DataFrame)
    universe: int = 0
    members: Literal["states", "any"] = "states"
    noun: str = ""
    opposed: Sequence[tuple[str, str]] = ()
    #: The sides that its statements take, in order: the opposed ones first. A part keeps them all.
    sides: tuple[str, ...] = field(init=False, default=())
    #: Whether the universe is only who is named, as nobody said who could have signed; and how many
    #: unnamed ones it holds, who may all be newcomers.
    assumed: bool = field(init=False, default=False)
    newcomers: int = field(init=False, default=0)
    #: Whether who could have signed follows from the dates of the statements.
    dated: bool = field(init=False, default=False)
    #: Earlier versions of letters that were left out and would fit, a row a statement;
    #: ``superseded_by`` is the latest version.
    earlier: pd.DataFrame = field(init=False, default_factory=_no_statements)

    def __post_init__(self) -> None:
        """Check the tables, and put them into their canonical form."""
        self._check_given()
        given = not self.signatories.empty
        tables = checked({name: getattr(self, name) for name in COLUMNS}, self.members)
        said = self.universe or given_states(tables["signatories"])
        object.__setattr__(self, "dated", self.members == "states" and not said)
        statements = in_order(typed(tables["statements"], "declared_count"))
        signatures = _by_statement(tables["signatures"], statements["statement_id"])
        canonical = {
            "statements": statements,
            "signatures": signatures,
            "signatories": all_signatories(tables, self.members, at_any(statements["date"])),
            "claims": typed(tables["claims"], "count"),
        }
        for name, frame in canonical.items():
            kept = frame.drop(columns=[FILE, ROW], errors="ignore").reset_index(drop=True)
            object.__setattr__(self, name, kept)
        object.__setattr__(self, "noun", self.noun or noun_of(tables["signatories"]))
        self._reckon_universe(given=given, statements=tables["statements"])
        opposed = opposed_pairs(self.statements, self.opposed)
        object.__setattr__(self, "opposed", opposed)
        object.__setattr__(self, "sides", sides_of_corpus(self.statements, opposed))
        if self.dated:
            say_outside(self.signatures, dates_of(self.statements))

    def _reckon_universe(self, *, given: bool, statements: pd.DataFrame) -> None:
        """Say how many could have signed, and refuse lists of more.

        ``statements`` is the table as it was read, ``given`` whether somebody said who could sign.
        """
        # Counted in the table as it was read: the lists are those of a corpus that is valid.
        ids = statements["statement_id"]
        named = self.signatures.groupby("statement_id").size().reindex(ids, fill_value=0)
        unnamed = int((self.declared[ids] - named).clip(lower=0).fillna(0).sum())
        assumed = self.members == "any" and not given and not self.universe
        newcomers = unnamed if assumed else 0
        universe = (self.universe or len(self.signatories) - len(self.apart)) + newcomers
        object.__setattr__(self, "universe", universe)
        possible = self.could[ids].reset_index(drop=True)
        problems = size_problems(statements, named.reset_index(drop=True), possible)
        if universe < len(set(self.signatures["signatory"].unique()) - self.apart):
            problems.append(Problem("universe", 0, "", str(universe), "fewer than are named"))
        if problems:
            raise CorpusError(problems)
        found = {"assumed": assumed, "newcomers": newcomers}
        for name, value in found.items():
            object.__setattr__(self, name, value)

    def _check_given(self) -> None:
        """Refuse what is no table, no number, no noun or none of the choices."""
        if self.noun is not None and (not isinstance(self.noun, str) or self.noun):
            one_and_many(self.noun)
        for name in COLUMNS:
            refuse_no_table(name, getattr(self, name))
        refuse_other("members", self.members, MEMBERS)
        whole = isinstance(self.universe, (int, np.integer)) and not isinstance(self.universe, bool)
        if not whole or not 0 <= self.universe <= LARGEST:
            raise ChoiceError(
                f"universe {told(self.universe)}: expected a whole number from 0 to {LARGEST:,} "
                "(2⁶³ − 1)"
            )

    def __len__(self) -> int:
        """Return the number of statements."""
        return len(self.statements)

    def __repr__(self) -> str:
        """Return four lines: statements, signatories, dates, completeness."""
        words = SIGNATORY if self.mixed else words_for(self.noun, self.members)
        possible = self.possible if self.mixed else self.universe
        who = named_of(
            self.signatures["signatory"].nunique(), words, None if self.assumed else possible
        )
        return in_four_lines(ledger(self.declared, self.named), self.statements["date"], who)

    def _repr_html_(self) -> str:
        """Return the four lines and the ledger, for a notebook."""
        return as_html(ledger(self.declared, self.named), repr(self))

    @cached_property
    def lists(self) -> Incidence:
        """Who is named under each statement: what counts, asks this."""
        return named_under(self.statements["statement_id"], self.signatures)

    @property
    def records(self) -> Incidence:
        """Under which statements each named signatory is."""
        return self.lists.other_way

    @property
    def incidence(self) -> pd.DataFrame:
        """Who is named under what, to look at: statements × named signatories, True where named."""
        return pd.DataFrame(self.lists.filled(), self.lists.rows, self.lists.columns)

    @cached_property
    def apart(self) -> frozenset[str]:
        """Who is named among states and is no member or observer of the United Nations."""
        return apart_from_states(self.signatories, self.members)

    @cached_property
    def mixed(self) -> bool:
        """Whether a list names, or where it is partial may hold, somebody who stands apart."""
        if not self.apart:
            return False
        return bool(self.partial.any()) or not self.apart.isdisjoint(self.records.rows)

    @property
    def possible(self) -> int:
        """How many could have signed one of the statements: the universe, and who stands apart.

        How many could have signed each of them is ``could``.
        """
        return self.universe + len(self.apart)

    @cached_property
    def universes(self) -> Universes | None:
        """Who could have signed each statement; None where everybody could sign all of them."""
        if not self.dated or self.statements.empty:
            return None
        dates = self.statements["date"].tolist()
        return universes_of(dates, self.signatories["signatory"], self.apart, self.lists)

    @cached_property
    def could(self) -> pd.Series[int]:
        """How many could have signed each statement, by statement id."""
        found = self.universes
        sizes = self.possible if found is None else found.sizes
        return pd.Series(sizes, pd.Index(self.statements["statement_id"]), dtype="int64")

    @cached_property
    def named(self) -> pd.Series[int]:
        """How many signatories each statement names, by statement id."""
        return pd.Series(self.lists.sizes, self.lists.rows)

    @cached_property
    def declared(self) -> pd.Series[int]:
        """How many signatories each statement declares, by statement id; NA where it does not."""
        return self.statements.set_index("statement_id")["declared_count"]

    @cached_property
    def unnamed(self) -> pd.Series[int]:
        """How many signatories each statement declares and does not name, by statement id.

        A list without a declared count is taken as it is printed: nobody is unnamed. Of one that
        is ``unknown`` this is the least; the most is ``unnamed_most``.
        """
        return (self.declared - self.named).clip(lower=0).fillna(0).astype("int64")

    @cached_property
    def unknown(self) -> pd.Series[bool]:
        """Of which statements neither a name nor a count is known, by statement id.

        Such a list is no list of nobody: anybody may be on it. One that declares 0 is empty.
        """
        return self.declared.isna() & (self.named == 0)

    @cached_property
    def unnamed_most(self) -> pd.Series[int]:
        """How many signatories each statement may have at most that it does not name, by id."""
        return self.unnamed.mask(self.unknown, self.could)

    @cached_property
    def partial(self) -> pd.Series[bool]:
        """Whether each statement may have signatories that it does not name, by statement id."""
        return (self.unnamed > 0) | self.unknown
