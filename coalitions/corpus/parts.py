"""Parts of a corpus: some of its statements, the latest versions of its letters."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from coalitions.corpus.asked import no_such_statements
from coalitions.corpus.corpus import Corpus
from coalitions.corpus.universes import at_any
from coalitions.errors import ChoiceError, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def choose(corpus: Corpus, statements: Iterable[str]) -> Corpus:
    """Return the corpus of some statements, by id; the universe stays as it is.

    Where that follows from dates, it is that of the dates of these statements.

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus.

    Examples
    --------
    >>> from coalitions import load
    >>> choose(load("unga75"), ["2020-10-unga3-xinjiang-cuba"]).named.tolist()
    [45]
    """
    wanted, known = listed(statements, "statements"), list(corpus.statements["statement_id"])
    there = set(known)
    unknown = [s for s in wanted if s not in there]
    if unknown:
        raise ChoiceError(no_such_statements(unknown, known, corpus.earlier))
    of_these = corpus.earlier["superseded_by"].isin(wanted)
    rows = corpus.statements["statement_id"].isin(wanted)
    return part_of(corpus, rows, earlier=corpus.earlier[of_these])


def part_of(corpus: Corpus, rows: pd.Series[bool], *, earlier: pd.DataFrame) -> Corpus:
    """Return the corpus with some of its statements, their signatures, and claims about them."""
    statements = corpus.statements[rows]
    ids = set(statements["statement_id"])
    about = corpus.claims["statements"].map(lambda cell: set(cell.split(";")) <= ids)
    kept = {
        "statements": statements.assign(superseded_by=_later_kept(corpus, statements)),
        "signatures": corpus.signatures[corpus.signatures["statement_id"].isin(ids)],
        "claims": corpus.claims[about.astype(bool)],
        "earlier": earlier,
    }
    # A part of a valid corpus is valid, and in its order: nothing is checked again.
    part = object.__new__(Corpus)
    for name in (each.name for each in fields(Corpus)):
        table = kept.get(name)
        value = getattr(corpus, name) if table is None else table.reset_index(drop=True)
        object.__setattr__(part, name, value)
    if part.dated and len(statements):
        _leave_out_who_could_not(part)
    return part


def _leave_out_who_could_not(part: Corpus) -> None:
    """Keep in the universe of some statements who could have signed one of them."""
    table = part.signatories
    could = (
        at_any(part.statements["date"]) | set(part.signatures["signatory"].unique()) | part.apart
    )
    kept = table[table["signatory"].isin(could)].reset_index(drop=True)
    object.__setattr__(part, "signatories", kept)
    object.__setattr__(part, "universe", len(kept) - len(part.apart))


def latest_and_earlier(corpus: Corpus) -> Corpus:
    """Return the corpus of the latest version of each letter, with those that it replaces apart."""
    table = corpus.statements
    latest = table["superseded_by"] == ""
    if latest.all():
        return corpus
    kept = part_of(corpus, latest, earlier=table[~latest])
    following = dict(zip(table["statement_id"], table["superseded_by"], strict=True))
    last = []
    for key in kept.earlier["superseded_by"]:
        end = key
        while following[end]:
            end = following[end]
        last.append(end)
    object.__setattr__(kept, "earlier", kept.earlier.assign(superseded_by=last))
    return kept


def _later_kept(corpus: Corpus, statements: pd.DataFrame) -> list[str]:
    """Return the next version of each letter that is kept; one in between may be gone."""
    table = corpus.statements
    later = dict(zip(table["statement_id"], table["superseded_by"], strict=True))
    kept, found = set(statements["statement_id"]), []
    for key in statements["statement_id"]:
        following = later[key]
        while following and following not in kept:
            following = later[following]
        found.append(following)
    return found
