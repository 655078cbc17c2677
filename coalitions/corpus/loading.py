"""Whatever lists come as → a corpus."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, ParamSpec

import pandas as pd

from coalitions.corpus.asgiven import LAYOUTS, GivenColumns, How
from coalitions.corpus.corpus import MEMBERS, Corpus
from coalitions.corpus.deciding import decided, without_doubles
from coalitions.corpus.expanding import GROUPS, with_members
from coalitions.corpus.handed import lists_of, table_of
from coalitions.corpus.openspellings import open_spellings
from coalitions.corpus.othertypes import refuse_rows
from coalitions.corpus.parts import latest_and_earlier
from coalitions.corpus.paths import BUNDLED, MAX_SIZE
from coalitions.corpus.reading import files_of, tables_of
from coalitions.corpus.tidying import COLUMNS
from coalitions.errors import FORMER, ChoiceError, CorpusError, refuse_other, told, warn
from coalitions.names import decisions_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from coalitions.corpus.reading import Reader
    from coalitions.names import Decisions

    Source = str | Path | pd.DataFrame | Mapping[str, Iterable[str]]

#: Which versions of a letter are kept.
VERSIONS = ("latest", "all")

#: What becomes of who stands twice under a statement.
DOUBLES = ("refused", "merged")

_CHOICES = {
    "members": MEMBERS,
    "versions": VERSIONS,
    "layout": LAYOUTS,
    "doubles": DOUBLES,
    "groups": GROUPS,
}
_Given = ParamSpec("_Given")


def _with_former_name(function: Callable[_Given, Corpus]) -> Callable[_Given, Corpus]:
    """Take ``signatories`` for ``members``, with a note; for one release."""

    @functools.wraps(function)
    def called(*given: _Given.args, **named: _Given.kwargs) -> Corpus:
        words: dict[str, Any] = dict(named)
        if "signatories" in words:
            warn(FORMER.format("signatories=", "members="))
            former = words.pop("signatories")
            words.setdefault("members", former)
        return function(*given, **words)

    return called


@_with_former_name
def load(  # noqa: PLR0913 - five say how what others made is read: one thing to know
    *sources: Source | Iterable[Source],
    members: Literal["states", "any"] = "states",
    universe: int = 0,
    versions: Literal["latest", "all"] = "latest",
    max_size: int = MAX_SIZE,
    layout: Literal["long", "wide", "votes"] = "long",
    columns: Mapping[str, str] | None = None,
    names: str | Path | Mapping[str, str] | pd.DataFrame | None = None,
    doubles: Literal["refused", "merged"] = "refused",
    groups: Literal["refused", "expanded"] = "refused",
    noun: str = "",
    opposed: Sequence[tuple[str, str]] = (),
) -> Corpus:
    """Read a corpus.

    Parameters
    ----------
    *sources : str, Path, DataFrame, mapping of str to names, or a list of these
        Bundled corpora by name (``unga75``, the default, or ``un-china``), folders with
        ``statements.csv`` and ``signatures.csv``, tables with ``statement_id,signatory`` (.csv with
        commas or semicolons, .tsv, .xlsx, .parquet, .json, .jsonl), text files with a list of
        names, whose stem is the statement, or documents (.html, .md, .docx, .pdf, .eml) in which
        `extract_statements` finds one list and every name is sure. A table without ``signatory``
        beside others describes their statements. A path that exists comes before a bundled corpus
        of its name, which is ``bundled:unga75`` then.
        A DataFrame is read as a CSV file with its cells would be: ``statement_id``,
        ``signatory``, and what is known of the statements, the same in each row; messages count
        its header as row 1. A mapping has the names by statement. All that is given is one corpus.
    members : {"states", "any"}
        Whether signatories are states, or identifiers taken as they are.
    universe : int
        How many could have signed; 0 takes the 193 members and 2 observers of the United Nations.
        Who is named and is neither (the European Union) is counted apart.
    versions : {"latest", "all"}
        Whether earlier versions of a letter (those with ``superseded_by``) are left out.
    max_size : int
        The largest file that is read (bytes).
    layout : {"long", "wide", "votes"}
        How tables are laid out (folders have one layout): a row a signature; marks (x, 1, yes, ✓)
        of who signed what, states × statements or the other way; a row a vote, of which each event
        makes a statement of each stance: yes, no, abstain.
    columns : mapping of str to str, optional
        What our columns are called in tables of others:
        ``{"statement": "un_document_symbol", "signatory": "author", "date": "year"}``. A column
        given for ``signatories`` holds several names a cell. What is no date in a column given for
        one is said once, and taken as not known.
    names : str, Path, mapping or DataFrame, optional
        What was decided about spellings of states that do not resolve, as `resolve_names` takes it.
    doubles : {"refused", "merged"}
        Whether who stands twice under a statement, in whatever spelling, is a problem, or merged
        into one; each that is merged is said.
    groups : {"refused", "expanded"}
        Whether a group of states ("the 27 EU Member States") is a problem, or its members on the
        day of the statement stand for it, each with the name of the group in ``via``. Known are
        the members and candidates of the European Union, the G7 and G8, the Nordic, Baltic and
        Benelux countries, the Gulf Cooperation Council, ASEAN and Mercosur.
    noun : str
        What one signatory is called ("senator"), or one and many ("person/people").
    opposed : sequence of pairs of str, optional
        Which stances are opposed to each other, where they are others than ``support`` and
        ``critical``, or ``yes`` and ``no``; the column ``opposed`` of statements says it, too.

    Returns
    -------
    Corpus

    Raises
    ------
    CorpusError
        Every problem of every file at once.
    CoalitionsError
        Something that is no source, or none of the choices.

    Examples
    --------
    >>> load("unga75").named.tolist()
    [1, 25, 45, 39]
    >>> corpus = load({"spring": ["Cuba", "Viet Nam"], "autumn": ["CUB"]})
    >>> corpus.signatures["signatory"].tolist()
    ['CUB', 'VNM', 'CUB']
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"statement_id": "bill", "signatory": ["Ana", "Bo"]})
    >>> load(rows, members="any", noun="senator").named.to_dict()
    {'bill': 2}
    """
    words = {"members": members, "versions": versions, "layout": layout, "doubles": doubles}
    _refuse_unknown(**words, groups=groups)
    tables = _tables(sources, How(members, max_size, layout), columns)
    if names is not None:
        tables = decided(tables, _decisions(names, members))
    if groups == "expanded" and members == "states":
        tables = with_members(tables)
    if doubles == "merged":
        tables = without_doubles(tables, members)
    corpus = Corpus(**tables, universe=universe, members=members, noun=noun, opposed=opposed)
    if versions == "all":
        return corpus
    return latest_and_earlier(corpus)


def names_from(
    *sources: Source | Iterable[Source],
    layout: Literal["long", "wide", "votes"] = "long",
    columns: Mapping[str, str] | None = None,
    names: str | Path | Mapping[str, str] | pd.DataFrame | None = None,
    max_size: int = MAX_SIZE,
) -> pd.DataFrame:
    """Return the spellings of what `load` would read that are no state, each once.

    Parameters
    ----------
    *sources, layout, columns, names, max_size
        As `load` takes them.

    Returns
    -------
    DataFrame
        ``spelling``, ``decision`` (empty), ``count``, ``first`` (file and row), ``around`` (the
        names around it), ``candidate_1`` to ``candidate_3`` (code and name).

    Examples
    --------
    >>> found = names_from({"spring": ["Cuba", "Cote dIvore"]})
    >>> found[["spelling", "count", "around", "candidate_1"]].to_numpy().tolist()
    [['Cote dIvore', 1, 'Cuba; [Cote dIvore]', "CIV Côte d'Ivoire"]]
    """
    _refuse_unknown(layout=layout)
    tables = _tables(sources, How("states", max_size, layout), columns)
    if names is not None:
        tables = decided(tables, _decisions(names, "states"))
    return open_spellings(tables)


def _refuse_unknown(**words: object) -> None:
    for what, given in words.items():
        refuse_other(what, given, _CHOICES[what])


def _decisions(given: object, members: str) -> Decisions:
    if members != "states":
        raise ChoiceError(
            'names: decisions are about names of states; signatories of members="any" are taken '
            "as they are"
        )
    found = decisions_in(given)
    assert found is not None  # noqa: S101 - None is what is given where there are none
    return found


def _tables(
    sources: tuple[object, ...], how: How, columns: Mapping[str, str] | None
) -> dict[str, pd.DataFrame]:
    """Read the sources into raw tables."""
    if not isinstance(how.max_size, int) or not 1 <= how.max_size < sys.maxsize:
        raise ChoiceError(f"max_size {told(how.max_size)}: expected a number of bytes, 1 or more")
    given = list(_one_by_one(sources)) or [f"{BUNDLED}unga75"]
    called = GivenColumns(
        {} if columns is None else columns, (*COLUMNS["statements"], *COLUMNS["signatures"])
    )
    whole = replace(how, columns=called, several=len(given) > 1)
    try:
        tables = tables_of(_readers(given, whole))
    except CorpusError:
        called.refuse_unmet()  # a column that is not there explains what a header lacks
        raise
    called.refuse_unmet()
    if (columns or how.layout != "long") and not called.any_read:
        raise ChoiceError(
            "`layout` and `columns` are for tables of others, and none is given: corpus folders, "
            "texts and names by statement have a layout of their own"
        )
    return tables


def _readers(each: list[object], how: How) -> Iterator[tuple[str, Reader]]:
    """Yield how each file and each list of the sources is read."""
    frames = sum(isinstance(source, pd.DataFrame) for source in each)
    refuse_rows([dict(source) for source in each if isinstance(source, Mapping)])
    number = 0
    for source in each:
        if isinstance(source, pd.DataFrame):
            number += 1
            yield from table_of(source, f"DataFrame {number}" if frames > 1 else "DataFrame", how)
        elif isinstance(source, Mapping):
            yield from lists_of(source)
        else:
            yield from files_of(source, how)


def _one_by_one(sources: tuple[object, ...]) -> Iterator[object]:
    """Yield the sources, those of a list one after the other."""
    for source in sources:
        if not isinstance(source, (list, tuple, Iterator)) or hasattr(source, "readline"):
            yield source
            continue
        several = list(source)
        if not several:
            raise ChoiceError("an empty list: give a path, a DataFrame, or names by statement")
        yield from several
