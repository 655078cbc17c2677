"""How often a tie survives: a statement left out, the unnamed of partial lists drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from coalitions.corpus import refuse_no_corpus
from coalitions.graphs.nullmodels import Observed
from coalitions.graphs.ties.counting import (
    observed_records,
    quietly_counted,
    who_could_sign,
)
from coalitions.graphs.ties.deciding import Rule
from coalitions.graphs.ties.table import adjusted_of, cosigning_ties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

    Floats = NDArray[np.float64]
    Truths = NDArray[np.bool_]

#: How many completions are drawn, and where the draws begin.
COMPLETIONS, SEED = 100, 0


def tie_survival(
    corpus: Corpus,
    *,
    model: Literal["fixedfill", "fixedrow", "fixedcol", "sdsm", "fdsm"] = "sdsm",
    tail: Literal["upper", "lower", "two-sided"] = "upper",
    alpha: float = 0.05,
    correction: Literal["none", "bonferroni", "holm", "bh"] = "none",
) -> pd.DataFrame:
    """Return how often each significant tie is significant, still, with other statements or names.

    Each statement is left out in turn, and all pairs are tested again. Where lists are partial,
    which `cosigning_ties` leaves out, 100 completions are drawn too: of each list, as many as it
    declares and does not name, any of those who could have signed.

    Parameters
    ----------
    corpus : Corpus
    model, tail, alpha, correction : str, str, float, str
        As for `cosigning_ties`.

    Returns
    -------
    DataFrame
        A row for each significant tie of `cosigning_ties`, in order: ``u``, ``v``, ``shared``,
        ``p_adjusted``, ``sign``; ``kept`` (how many statements can be left out, one alone, with the
        tie significant), ``statements`` (of how many), ``p_largest`` (the largest corrected p-value
        then), ``hangs_on`` (the statement without which it is so large), ``completed`` (share of
        completions in which the tie is significant; NaN where no list is partial).

    Raises
    ------
    CoalitionsError
        As for `cosigning_ties`.

    Notes
    -----
    A tie that hangs on one statement is one of that statement. A share of completions is no
    probability: the unnamed of a list are not drawn at random by those who sign.

    Examples
    --------
    >>> from coalitions import load
    >>> letters = {f"letter {n}": ["Ann", "Bo"] for n in range(4)}
    >>> letters |= {f"note {n}": ["Cy", "Di", "Ed"][: 1 + n % 3] for n in range(4)}
    >>> table = tie_survival(load(letters, members="any"), model="fixedrow")
    >>> table[["u", "v", "kept", "statements", "p_largest"]].round(4).to_numpy().tolist()
    [['Ann', 'Bo', 8, 8, 0.0286]]
    """
    refuse_no_corpus(corpus)
    ties = cosigning_ties(corpus, model=model, tail=tail, alpha=alpha, correction=correction)
    found = ties["significant"].to_numpy(bool)
    at = np.flatnonzero(found)
    counted = quietly_counted(corpus)
    observed, who = observed_records(counted)
    rule = Rule(model, tail, correction, float(alpha), len(found))
    rest = one_left_out(observed) if len(at) else ()
    without = np.zeros((0, len(at)))
    for each in rest:
        without = np.vstack([without, adjusted_of(each, rule)[at]])
    table = ties.loc[found, ["u", "v", "shared", "p_adjusted", "sign"]].reset_index(drop=True)
    worst = without.argmax(axis=0) if len(at) else at
    return table.assign(
        kept=(without <= rule.alpha).sum(axis=0).astype(np.int64),
        statements=len(counted),
        p_largest=without.max(axis=0, initial=0),
        hangs_on=counted.statements["statement_id"].to_numpy()[worst],
        completed=_completed(corpus, who, (observed.pairs[0][at], observed.pairs[1][at]), rule),
    )


def one_left_out(observed: Observed) -> Iterator[Observed]:
    """Yield what is observed without each statement in turn."""
    for n in range(observed.signed.shape[1]):
        kept = np.arange(observed.signed.shape[1]) != n
        could = None if observed.could is None else observed.could[:, kept]
        yield replace(
            observed, signed=observed.signed[:, kept], universe=observed.universe[kept], could=could
        )


def _completed(
    corpus: Corpus, who: pd.Index[str], pairs: tuple[NDArray[np.int64], ...], rule: Rule
) -> Floats:
    """Return in which share of completions some pairs are significant."""
    if not (corpus.unnamed > 0).any() or not len(pairs[0]):
        return np.full(len(pairs[0]), np.nan)
    named = _who_may_sign(corpus)
    rows = np.sort(np.stack([named.get_indexer(who[each]) for each in pairs]), axis=0)
    # Pairs are in the order of their rows: (0, 1), …, (0, n − 1), (1, 2), ….
    at = rows[0] * (2 * len(named) - rows[0] - 1) // 2 + rows[1] - rows[0] - 1
    rule = replace(rule, tests=len(named) * (len(named) - 1) // 2)
    kept = np.zeros(len(at))
    for completed, _ in drawn_completions(corpus):
        kept += adjusted_of(completed, rule)[at] <= rule.alpha
    return kept / COMPLETIONS


def _who_may_sign(corpus: Corpus) -> pd.Index[str]:
    """Return who may be on a list, in order."""
    who: pd.Index[str] = pd.Index(sorted({*corpus.signatories["signatory"], *corpus.records.rows}))
    return who


def drawn_completions(corpus: Corpus) -> Iterator[tuple[Observed, pd.Index[str]]]:
    """Yield completions of all lists of known size, drawn at random, and who the rows are.

    Of each list as many are drawn as it declares and does not name, any of those who could have
    signed; the completions are the same every time.

    Examples
    --------
    >>> from coalitions import load
    >>> completed, who = next(drawn_completions(load("unga75")))
    >>> completed.signed.shape, len(who), completed.signed.sum(axis=0).tolist()
    ((195, 4), 195, [3, 55, 45, 39])
    """
    named = _who_may_sign(corpus)
    of_known_size = ~corpus.unknown.to_numpy(bool)
    signed = np.zeros((len(named), len(corpus)), bool)
    signed[named.get_indexer(corpus.records.rows)] = corpus.records.filled()
    unnamed = np.asarray(corpus.unnamed, np.int64)[of_known_size]
    could, universe = who_could_sign(corpus, named)
    known = Observed(
        signed[:, of_known_size],
        universe[of_known_size],
        None if could is None else could[:, of_known_size],
    )
    random = np.random.default_rng(SEED)
    for _ in range(COMPLETIONS):
        yield replace(known, signed=_completion(known, unnamed, random)), named


def _completion(known: Observed, unnamed: NDArray[np.int64], random: np.random.Generator) -> Truths:
    """Return who signed, with as many more as are unnamed; some of them are known to nobody."""
    signed = known.signed.copy()
    for n in np.flatnonzero(unnamed).tolist():
        absent = np.flatnonzero(known.permitted[:, n] & ~signed[:, n])
        room = int(known.universe[n]) - int(signed[:, n].sum())
        drawn = random.choice(room, int(unnamed[n]), replace=False)
        signed[absent[drawn[drawn < len(absent)]], n] = True
    return signed
