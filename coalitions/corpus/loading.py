"""Whatever lists come as → a corpus."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, ParamSpec

import pandas as pd

from coalitions.corpus.corpus import MEMBERS, Corpus, latest_and_earlier
from coalitions.corpus.handed import lists_of, table_of
from coalitions.corpus.paths import BUNDLED, MAX_SIZE
from coalitions.corpus.reading import files_of, tables_of
from coalitions.errors import FORMER, ChoiceError, warn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from coalitions.corpus.reading import Reader

    Source = str | Path | pd.DataFrame | Mapping[str, Iterable[str]]

#: Which versions of a letter are kept.
VERSIONS = ("latest", "all")

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
def load(
    *sources: Source | Iterable[Source],
    members: Literal["states", "any"] = "states",
    universe: int = 0,
    versions: Literal["latest", "all"] = "latest",
    max_size: int = MAX_SIZE,
    noun: str = "",
) -> Corpus:
    """Read a corpus.

    Parameters
    ----------
    *sources : str, Path, DataFrame, mapping of str to names, or a list of these
        Bundled corpora by name (``unga75``, the default, or ``un-china``), folders with
        ``statements.csv`` and ``signatures.csv``, CSV files with ``statement_id,signatory``, or
        text files with a list of names, whose stem is the statement; documents (``.html``,
        ``.md``, ``.docx``, ``.pdf``), where `extract_statements` finds one list in them, of which
        every name is sure. A path that exists comes before a bundled corpus of its
        name, which is ``bundled:unga75`` then.
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
    noun : str
        What one signatory is called ("senator"), or one and many ("person/people").

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
    ['CUB', 'CUB', 'VNM']
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"statement_id": "bill", "signatory": ["Ana", "Bo"]})
    >>> load(rows, members="any", noun="senator").named.to_dict()
    {'bill': 2}
    """
    for given, choices in ((members, MEMBERS), (versions, VERSIONS)):
        if given not in choices:
            raise ChoiceError(f'"{given}": expected {" or ".join(choices)}')
    if not isinstance(max_size, int) or max_size < 1:
        raise ChoiceError(f"max_size {max_size!r}: expected a number of bytes, 1 or more")
    tables = tables_of(_readers(sources or (f"{BUNDLED}unga75",), members, max_size))
    corpus = Corpus(**tables, universe=universe, members=members, noun=noun)
    if versions == "all":
        return corpus
    return latest_and_earlier(corpus)


def _readers(
    sources: tuple[object, ...], members: str, max_size: int
) -> Iterator[tuple[str, Reader]]:
    """Yield how each file and each list of the sources is read."""
    each = list(_one_by_one(sources))
    frames = sum(isinstance(source, pd.DataFrame) for source in each)
    number = 0
    for source in each:
        if isinstance(source, pd.DataFrame):
            number += 1
            yield from table_of(source, f"DataFrame {number}" if frames > 1 else "DataFrame")
        elif isinstance(source, Mapping):
            yield from lists_of(source)
        else:
            yield from files_of(source, members, max_size)


def _one_by_one(sources: tuple[object, ...]) -> Iterator[object]:
    """Yield the sources, those of a list one after the other."""
    for source in sources:
        if not isinstance(source, (list, tuple, Iterator)):
            yield source
            continue
        several = list(source)
        if not several:
            raise ChoiceError("an empty list: give a path, a DataFrame, or names by statement")
        yield from several
