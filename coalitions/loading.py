"""Whatever lists come as → a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coalitions.corpus import MEMBERS, Corpus, part_of
from coalitions.errors import ChoiceError
from coalitions.reading import BUNDLED, MAX_SIZE
from coalitions.tables import read_tables

if TYPE_CHECKING:
    from pathlib import Path

#: Which versions of a letter are kept.
VERSIONS = ("latest", "all")


def load(
    *paths: str | Path,
    signatories: Literal["states", "any"] = "states",
    universe: int = 0,
    versions: Literal["latest", "all"] = "latest",
    max_size: int = MAX_SIZE,
    noun: str = "",
) -> Corpus:
    """Read a corpus.

    Parameters
    ----------
    *paths : str or Path
        Bundled corpora by name (``unga75``, the default, or ``un-china``), folders with
        ``statements.csv`` and ``signatures.csv``, CSV files with ``statement_id,signatory``, or
        text files with a list of names, whose stem is the statement. A path that exists comes
        before a bundled corpus of its name, which is ``bundled:unga75`` then.
    signatories : {"states", "any"}
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

    Examples
    --------
    >>> load("unga75").named.tolist()
    [1, 25, 45, 39]
    """
    for given, choices in ((signatories, MEMBERS), (versions, VERSIONS)):
        if given not in choices:
            raise ChoiceError(f'"{given}": expected {" or ".join(choices)}')
    if not isinstance(max_size, int) or max_size < 1:
        raise ChoiceError(f"max_size {max_size!r}: expected a number of bytes, 1 or more")
    tables = read_tables(paths or (f"{BUNDLED}unga75",), signatories=signatories, max_size=max_size)
    corpus = Corpus(**tables, universe=universe, members=signatories, noun=noun)
    if versions == "all":
        return corpus
    return part_of(corpus, corpus.statements["superseded_by"] == "")
