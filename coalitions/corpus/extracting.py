"""What a text says about joint statements, as tables; and as a corpus where it is sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pandas as pd

from coalitions.corpus.asked import day_of
from coalitions.corpus.corpus import Corpus
from coalitions.corpus.expanding import GROUPS
from coalitions.corpus.heads import head_of
from coalitions.dates import day as day_in_words
from coalitions.dates import is_date_or_part
from coalitions.errors import ChoiceError, CoalitionsError, quoted, refuse_other, warn

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

#: Columns of each table of an extraction, in order.
EXTRACTED = {
    "statements": (
        "statement_id",
        "lead",
        "declared_count",
        "qualifier",
        "topic",
        "stance",
        "quote",
        "signatories",
        "check",
        "date",
    ),
    "signatures": (
        "statement_id",
        "signatory",
        "name_as_written",
        "role",
        "line",
        "evidence",
        "via",
    ),
    "lists": ("role", "lead_in", "line", "signatories"),
    "claims": ("count", "qualifier", "quote"),
    "unresolved": ("text", "line", "column", "context", "suggestions", "why", "statement_id"),
}


@dataclass(frozen=True, eq=False)
class Extraction:
    """What a text says about joint statements.

    Attributes
    ----------
    statements : DataFrame
        One row a statement: ``statement_id``, ``lead`` (code or None), ``declared_count``,
        ``qualifier``, ``topic``, ``stance``, ``quote`` (where the text says so), ``signatories``
        (tuple of codes), ``check``: *equal*, *speaker counted apart*, *differs*, *no number*,
        *no list* or *unsure*, names against number; ``date``, as given or as its sentence says
        without doubt ("On 6 October 2020, Cuba …"), else "".
    signatures : DataFrame
        One row a name: ``statement_id``, ``signatory``, ``name_as_written``, ``role``, ``line``,
        ``evidence`` (the words before the list), ``via`` (the group whose member it is, where a
        group is written out).
    lists : DataFrame
        One row a list, whatever it is for: ``role``, ``lead_in``, ``line``, ``signatories``.
    claims : DataFrame
        Numbers of states that are of no one statement: ``count``, ``qualifier``, ``quote``.
    unresolved : DataFrame
        What stands in a list and is no known state: ``text``, ``line``, ``column``, ``context``,
        ``suggestions``, ``why`` (of a group, how many it is on that day, or why nobody can say),
        ``statement_id``.
    """

    statements: pd.DataFrame
    signatures: pd.DataFrame
    lists: pd.DataFrame
    claims: pd.DataFrame
    unresolved: pd.DataFrame

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is unsure, a sentence each; empty where nothing is."""
        doubts = []
        if self.statements.empty:
            doubts.append(
                "no joint statement was found: neither a list nor a number of signatories"
            )
        grouped = self.unresolved["why"] != ""
        for row in self.unresolved[grouped].drop_duplicates(["text", "why"]).itertuples():
            place = f"(line {row.line}, column {row.column})"
            doubts.append(f"{quoted(str(row.text))} {place} {row.why}")
        others = self.unresolved[~grouped]
        if number := len(others):
            first = others.iloc[0]
            one = f'"{first["text"]}" (line {first["line"]}, column {first["column"]})'
            rest = f", and {number - 1:,} more" if number > 1 else ""
            doubts.append(f"in a list, and no known state: {one}{rest}")
        unsure = self.statements.loc[self.statements["check"] == "unsure", "statement_id"]
        if self.unresolved.empty and len(unsure):
            doubts.append(f"a list that may be longer: {', '.join(unsure)}")
        return tuple(doubts)

    def corpus(self) -> Corpus:
        """Return the statements as a corpus, where all of it is sure.

        Returns
        -------
        Corpus

        Raises
        ------
        CoalitionsError
            Something is unresolved or unsure.

        Examples
        --------
        >>> extract_statements("Joint statement by Cuba, Chad and Peru").corpus().named.to_dict()
        {'statement-1': 3}
        """
        if self.doubts:
            raise CoalitionsError(f"not sure enough for a corpus: {'; '.join(self.doubts)}")
        signed = self.signatures.groupby("statement_id").size()
        named = signed.reindex(self.statements["statement_id"], fill_value=0).to_numpy()
        # Who speaks may be counted apart: then more are named than the number says.
        declared = self.statements["declared_count"]
        counted = self.statements["qualifier"].eq("exactly") & declared.ge(named).fillna(
            value=False
        )
        dated = ["date"] if self.statements["date"].any() else []
        described = self.statements[["statement_id", "lead", *dated]].assign(
            lead=self.statements["lead"].fillna(""), declared_count=declared.where(counted)
        )
        signatures = self.signatures.drop(columns=["line", "evidence"])
        return Corpus(described, signatures)


def extract_statements(
    text: str,
    *,
    date: str | int | dt.date = "",
    groups: Literal["refused", "expanded"] = "refused",
) -> Extraction:
    """Return what a text says about joint statements: who signed, who led, how many.

    Parameters
    ----------
    text : str
        A statement, an article, a page; with line breaks where its lists have them. It may have a
        head, as a list in a text file may.
    date : str, int or date, optional
        When its statements were made; by default what its head says, or the sentence that speaks of
        one. Where that names several days, none is taken, and a warning says so.
    groups : {"refused", "expanded"}
        Whether a group of states ("the 27 EU Member States") is unresolved, or its members of that
        day stand for it, with the name of the group in ``via``.

    Returns
    -------
    Extraction
        Tables ``statements``, ``signatures``, ``lists``, ``claims``, ``unresolved``.

    Raises
    ------
    ChoiceError
        Something that is no text.

    Notes
    -----
    Nothing is guessed: a name counts where it is in a list whose words say that it signed. What
    stands in such a list and is no known state is in ``unresolved``, with its place; lists of
    states that are spoken of are in ``lists``, and sign nothing. A group is written out only where
    its members are entered for the day of the statement and are as many as the text says.

    Examples
    --------
    >>> found = extract_statements("Cuba spoke on behalf of 3 states: Chad, Cuba and Peru.")
    >>> found.statements[["lead", "declared_count", "check"]].to_numpy().tolist()
    [['CUB', 3, 'equal']]
    >>> text = "Joint statement by the Benelux countries and Chad"
    >>> extract_statements(text, date="2024", groups="expanded").signatures["signatory"].tolist()
    ['BEL', 'LUX', 'NLD', 'TCD']
    """
    if not isinstance(text, str):
        raise ChoiceError(f"expected a text, found a value of type {type(text).__name__}")
    refuse_other("groups", groups, GROUPS)
    from coalitions.texts import rows  # noqa: PLC0415 - slow to import, and few extract

    found = rows(text, _day(text, date), expand=groups == "expanded")
    warn_of_days(found.statements)
    return Extraction(
        *(_table(part, EXTRACTED[name]) for name, part in zip(EXTRACTED, found, strict=True))
    )


def warn_of_days(statements: Sequence[dict[str, object]], of: str = "") -> None:
    """Warn of statements whose sentences name several days.

    Parameters
    ----------
    statements : sequence of dict
        The rows of ``coalitions.texts.rows``.
    of : str
        What the warning begins with.
    """
    for each in statements:
        days = each["days"]
        if isinstance(days, tuple) and len(days) > 1:
            named = " and ".join(map(day_in_words, days))
            warn(
                f"{of}{each['statement_id']}: its sentence names {named}: no date is taken; give it"
            )


def _day(text: str, date: object) -> str:
    """Return when the statements of a text were made, as given or as its head says, or ""."""
    given = (
        day_of(date, "date")
        if date is not None and not (isinstance(date, str) and not date)
        else ""
    )
    if not is_date_or_part(given):
        raise ChoiceError(f'date: "{given}": expected a date as YYYY-MM-DD, YYYY-MM or YYYY')
    said = head_of(text, "text")[0].get("date", "")
    return given or (said if is_date_or_part(said) else "")


def _table(found: Sequence[dict[str, object]], columns: Sequence[str]) -> pd.DataFrame:
    frame = pd.DataFrame(found, columns=list(columns), dtype=object)
    for column in ("declared_count", "count", "line", "column"):
        if column in frame:
            frame[column] = frame[column].astype("Int64")
    return frame
