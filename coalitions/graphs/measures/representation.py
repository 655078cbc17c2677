"""Which groups of signatories a list has more of than chance would make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from coalitions.corpus import could_sign, refuse_no_corpus, statement_labels
from coalitions.errors import ChoiceError, refuse_no_share, refuse_other, warn
from coalitions.graphs.nullmodels import FixedRows
from coalitions.graphs.ties import CORRECTIONS, settled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

    Integers = NDArray[np.int64]


def group_representation(
    corpus: Corpus,
    *,
    column: str = "group",
    alpha: float = 0.05,
    correction: Literal["none", "bonferroni", "holm", "bh"] = "holm",
) -> pd.DataFrame:
    r"""Return for each statement and group whether more of it signed than chance would make.

    Of :math:`N` who could have signed, :math:`n` did, any of them: how many of the :math:`K` of a
    group are among them is hypergeometric.

    Parameters
    ----------
    corpus : Corpus
    column : str
        The column of ``corpus.signatories`` that says of which group each is.
    alpha : float
        Largest p-value of a group that a statement has more of (between 0 and 1).
    correction : {"none", "bonferroni", "holm", "bh"}
        What is done about many tests: all statements and groups.

    Returns
    -------
    DataFrame
        A row for each statement and each group of which somebody could have signed it, in order:
        ``statement_id``, ``label``, ``group``, ``size`` (how many of it could have signed),
        ``could_sign`` (how many in all), ``signatories`` (how many signed), ``signed`` and
        ``signed_max`` (how many of the group did, both ends of what a list known in part allows),
        ``expected`` (by chance), ``p_upper`` (the chance of so many or more; where the list is
        partial, the largest that a completion gives), ``p_upper_min`` (the smallest),
        ``p_adjusted`` (the largest, corrected), ``significant``. ``attrs["method"]`` says in a
        paragraph what was done.

    Raises
    ------
    CoalitionsError
        A column that is not there or says nothing, a value that is none of the choices, or an
        ``alpha`` that is no number between 0 and 1.

    Notes
    -----
    Statements of which neither a name nor a count is known are left out, and a warning says so. Who
    is no state is in no group of states, and not counted. Where nobody said who could have signed,
    these are all who are named or unnamed somewhere. Numbers have ten digits.

    Examples
    --------
    >>> from coalitions import load
    >>> table = group_representation(load("unga75"))
    >>> row = table[table["significant"]].iloc[0]
    >>> row["label"], row["group"], int(row["signed"]), float(round(row["expected"], 1))
    ('Cuba', 'African', 21, 12.5)
    """
    refuse_no_corpus(corpus)
    _refuse(corpus, column, alpha, correction)
    known = ~corpus.unknown.to_numpy(bool)
    if lost := int((~known).sum()):
        these = "1 statement is" if lost == 1 else f"{lost:,} statements are"
        warn(f"{these} left out, of which neither a name nor a count is known")
    table = _counted(corpus, column)
    table = table[table["statement_id"].isin(corpus.named.index[known])]
    numbers = {key: table[key].to_numpy(np.int64) for key in table.columns[3:]}
    chance = FixedRows(numbers["could_sign"], numbers["signatories"], numbers["size"])
    largest, smallest = (settled(chance.tails(numbers[end])[0]) for end in ("signed", "signed_max"))
    adjusted = settled(CORRECTIONS[correction](largest))
    found: pd.DataFrame = table.assign(
        expected=settled(chance.expected),
        p_upper=largest,
        p_upper_min=smallest,
        p_adjusted=adjusted,
        significant=adjusted <= alpha,
    )
    found = found.reset_index(drop=True)
    found.attrs["method"] = (
        f"Groups: {len(found):,} pairs of a statement and a group. Chance: of those who could have "
        "signed, any sign, as many as did (hypergeometric, exact). A statement has more of a group "
        f"where as many sign by chance with a p-value of at most {alpha:g}; correction: "
        f"{correction}, over all pairs. Where a list is known in part, the largest p-value of its "
        "completions decides."
    )
    return found


def _counted(corpus: Corpus, column: str) -> pd.DataFrame:
    """Return how many of each group could have signed each statement, and how many did."""
    inside = ~corpus.signatories["signatory"].isin(list(corpus.apart)).to_numpy()
    about = corpus.signatories[inside]
    who, group = pd.Index(about["signatory"]), about[column].to_numpy(object)
    groups = sorted({each for each in group.tolist() if each})
    of = np.array([group == each for each in groups]).T.astype(np.int64)
    could = could_sign(corpus)[list(who)].to_numpy(bool)
    named = np.zeros_like(could)
    named[:, who.get_indexer(corpus.lists.columns[corpus.lists.columns.isin(who)])] = (
        corpus.lists.filled()[:, corpus.lists.columns.isin(who)]
    )
    size, signed = could.astype(np.int64) @ of, named.astype(np.int64) @ of
    every = (corpus.could - len(corpus.apart)).to_numpy(np.int64)[:, None]
    unnamed = np.minimum(corpus.unnamed.to_numpy(np.int64)[:, None], every - named.sum(1)[:, None])
    # Those of the group, and of others, who are not named.
    ours = size - signed
    others = every - named.sum(axis=1)[:, None] - ours
    labels = statement_labels(corpus)
    statement, which = np.nonzero(size)
    ids = corpus.statements["statement_id"].to_numpy(object)[statement]
    whole = np.broadcast_to(named.sum(axis=1)[:, None] + unnamed, size.shape)
    numbers = {
        "size": size,
        "could_sign": np.broadcast_to(every, size.shape),
        "signatories": whole,
        "signed": signed + np.maximum(0, unnamed - others),
        "signed_max": signed + np.minimum(unnamed, ours),
    }
    return pd.DataFrame(
        {
            "statement_id": ids,
            "label": [labels[key] for key in ids],
            "group": np.array(groups, object)[which],
            **{key: each[statement, which].astype(np.int64) for key, each in numbers.items()},
        }
    )


def _refuse(corpus: Corpus, column: str, alpha: float, correction: str) -> None:
    """Refuse a column that is not there or says nothing, and what is none of the choices."""
    there = [
        name for name in map(str, corpus.signatories) if name not in {"signatory", "name", "short"}
    ]
    if not isinstance(column, str) or column not in there:
        raise ChoiceError(f'column "{column}": expected one of the signatories: {", ".join(there)}')
    if not (corpus.signatories[column].astype(object) != "").any():
        raise ChoiceError(f'column "{column}": it says of no signatory of which group it is')
    refuse_other("correction", correction, CORRECTIONS)
    refuse_no_share("alpha", alpha)
