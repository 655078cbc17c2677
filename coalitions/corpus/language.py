"""A corpus whose states are called in another language."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from coalitions import names
from coalitions.corpus.corpus import Corpus
from coalitions.corpus.nocorpus import refuse_no_corpus
from coalitions.errors import ChoiceError
from coalitions.names import Called

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


def in_language(corpus: Corpus, language: str) -> Corpus:
    """Return the corpus with the names of its states in one of the languages of the UN.

    Tables, page, graphs and files then call them so, and statements by who led them; sentences stay
    English. A name or a label of your own (``signatories.csv``) stays as it is.

    Parameters
    ----------
    corpus : Corpus
        Its signatories are states.
    language : {"en", "fr", "es", "ar", "zh", "ru"}
        Names are those of the United Nations, labels the usual short ones (Unicode CLDR).

    Returns
    -------
    Corpus

    Raises
    ------
    ChoiceError
        Another language, or signatories that are no states.

    Examples
    --------
    >>> from coalitions import load, pairs
    >>> corpus = in_language(load({"june": ["Cuba", "Germany"]}), "fr")
    >>> dict(zip(corpus.signatories["signatory"], corpus.signatories["name"]))["DEU"]
    'Allemagne'
    """
    refuse_no_corpus(corpus)
    called = names.called_in(language)
    if corpus.members != "states":
        raise ChoiceError(
            f'`language` "{language}": the signatories are no states, and have the names that they '
            "are given: leave it out"
        )
    ours = [names.called_in(each) for each in names.LANGUAGES]
    table = corpus.signatories.copy()
    rows = zip(table["signatory"], table["name"], table["short"], strict=True)
    table[["name", "short"]] = [_called(code, Called(*own), called, ours) for code, *own in rows]
    return _with_signatories(corpus, table)


def _called(
    code: str, own: Called, called: Mapping[str, Called], ours: Sequence[Mapping[str, Called]]
) -> Called:
    """Return what a state is called: as it is, where that is none of our names for it."""
    known = [each[code] for each in ours if code in each]
    if code not in called or own.name not in {each.name for each in known}:
        return own
    label_is_ours = own.short in {each.short for each in known}
    return called[code] if label_is_ours else Called(called[code].name, own.short)


def _with_signatories(corpus: Corpus, table: pd.DataFrame) -> Corpus:
    """Return a corpus with other names of the same signatories: nothing else is looked at again."""
    other = object.__new__(Corpus)
    for name in (each.name for each in fields(Corpus)):
        value = table if name == "signatories" else getattr(corpus, name)
        object.__setattr__(other, name, value)
    return other
