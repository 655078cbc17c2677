"""Which ties mean something: what pairs share, against what the sizes alone would give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from coalitions.corpus import refuse_no_corpus
from coalitions.errors import ChoiceError, refuse_no_share, refuse_other, warn
from coalitions.graphs.nullmodels import MODELS, Independent, null_distribution
from coalitions.graphs.ties.chance import ties_by_chance
from coalitions.graphs.ties.completions import BOUNDED, bounds
from coalitions.graphs.ties.counting import PARTIAL, observed_records, statements_that_count
from coalitions.graphs.ties.deciding import (
    CORRECTIONS,
    SMALLEST,
    TAILS,
    Rule,
    attainable,
    in_tail,
    settled,
    settled_tails,
)
from coalitions.graphs.ties.saying import drawn, method, too_few

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.graphs.nullmodels import Distribution, Observed

    Floats = NDArray[np.float64]

#: From so near to alpha on a p-value that is not exact is worked out again (share of alpha).
_NEAR = 0.02


def cosigning_ties(  # noqa: PLR0913 - what is compared, with what, and how it is decided
    corpus: Corpus,
    *,
    model: Literal["fixedfill", "fixedrow", "fixedcol", "sdsm", "fdsm"] = "sdsm",
    tail: Literal["upper", "lower", "two-sided"] = "upper",
    alpha: float = 0.05,
    correction: Literal["none", "bonferroni", "holm", "bh"] = "none",
    partial: Literal["left-out", "named", "bounds"] = "left-out",
) -> pd.DataFrame:
    r"""Return for every pair of signatories whether it shares more statements than sizes explain.

    Of a pair that shares :math:`s`, the upper tail is :math:`P(X \ge s)` and the lower
    :math:`P(X \le s)`, where :math:`X` is what it would share under a null model:

    - ``fixedfill``: as many signatures as there are, anywhere;
    - ``fixedrow``: each signs as many as it did, any of them (hypergeometric);
    - ``fixedcol``: as many sign each statement as did, any of those who could;
    - ``sdsm``: both on average (stochastic degree sequence model);
    - ``fdsm``: both in every table (fixed degree sequence model), drawn at random by trades, from
      the same numbers every time.

    Parameters
    ----------
    corpus : Corpus
    model : {"fixedfill", "fixedrow", "fixedcol", "sdsm", "fdsm"}
        What the null model holds fixed.
    tail : {"upper", "lower", "two-sided"}
        Whether a tie shares more, fewer, or either; of the last the p-value is twice the smaller
        tail, and the tie is signed.
    alpha : float
        Largest p-value of a significant tie (between 0 and 1).
    correction : {"none", "bonferroni", "holm", "bh"}
        What is done about many tests: all pairs are tested.
    partial : {"left-out", "named", "bounds"}
        Whether statements with a list known in part are left out, counted with those named, or
        counted with all that they declare, so that p-values are intervals.

    Returns
    -------
    DataFrame
        A row for every two signatories named under the statements that count, in order: ``u``,
        ``v``, ``shared`` (statements), ``expected`` (statements, the null's mean), ``p_upper``,
        ``p_lower``, ``p_min`` (the smallest p-value that the pair could attain, sharing as many or
        as few as their records allow), ``p_adjusted`` (of the tail, corrected), ``sign`` (1 where
        more is shared than the null says, -1 where fewer, 0 else), ``significant``.
        ``attrs`` has ``model``, ``tail``, ``alpha``, ``correction`` and ``partial`` as they were
        asked for, ``drawn`` (how many tables were, "" of a model that draws none), how many
        ``statements`` count, ``power`` (why no tie can be significant; "" where one can be),
        ``by_chance`` (level → how many ties chance alone makes on average, where nothing is
        corrected) and ``method``, which says in a paragraph what was done. With
        ``partial="bounds"`` ``shared`` and ``expected`` are the smallest that completions of the
        lists allow, ``p_upper`` and ``p_lower`` the largest, ``p_min`` the smallest of the tail;
        ``shared_max``, ``expected_max``, ``p_upper_min`` and ``p_lower_min`` are the other ends,
        all of them attained; a tie is significant where it is so whoever the unnamed are.

    Raises
    ------
    CoalitionsError
        A value that is none of the choices, an ``alpha`` that is no number between 0 and 1, bounds
        of ``sdsm`` or ``fdsm`` (they hold other records fixed in every completion), no statement
        whose list is complete, or more pairs than the memory holds.

    Notes
    -----
    A statement that one of a pair could not have signed, by its date, is not in the universe of the
    pair. p-values are exact but for two: those of ``fdsm`` are shares of the tables drawn, of which
    there are as many as give a standard error of a tenth of the smallest p-value that decides, or
    as can be drawn in some ten seconds, and 1,000 at least; and with more than 500 statements those
    of ``fixedcol`` and ``sdsm`` are saddlepoint approximations where more than 30 are shared, exact
    again near ``alpha``. Where no pair could be significant, a warning says so, and how many
    statements it would take. Numbers have ten digits.

    References
    ----------
    Z. P. Neal (2014), "The backbone of bipartite projections: Inferring relationships from
    co-authorship, co-sponsorship, co-attendance and other co-behaviors",
    https://doi.org/10.1016/j.socnet.2014.06.001
    Z. P. Neal, R. Domagalski and B. Sagan (2021), "Comparing alternatives to the fixed degree
    sequence model for extracting the backbone of bipartite projections",
    https://doi.org/10.1038/s41598-021-03238-3

    Examples
    --------
    >>> from coalitions import load
    >>> letters = {f"letter {n}": ["Ann", "Bo"] for n in range(6)}
    >>> letters |= {f"note {n}": ["Cy", "Di", "Ed"][: 1 + n % 3] for n in range(6)}
    >>> table = cosigning_ties(load(letters, members="any"), model="fixedrow", correction="holm")
    >>> table.loc[table["significant"], ["u", "v", "shared", "sign"]].to_numpy().tolist()
    [['Ann', 'Bo', 6, 1]]
    """
    refuse_no_corpus(corpus)
    _refuse_none_of_these(alpha, model=model, tail=tail, correction=correction, partial=partial)
    counted = statements_that_count(corpus, partial)
    observed, who = observed_records(counted, partial)
    rule = Rule(model, tail, correction, float(alpha), len(observed.pairs[0]), partial)
    way = bounded if partial == "bounds" else decided
    table, null = way(observed, who, rule)
    said = method(corpus, counted, len(table), null, rule)
    if power := too_few(observed, null, table["p_min"].to_numpy(), rule):
        warn(power)
        said += f" {power[0].upper()}{power[1:]}."
    table.attrs |= {"model": model, "tail": tail, "alpha": rule.alpha, "correction": correction}
    table.attrs |= {"partial": partial, "statements": len(counted), "power": power}
    table.attrs |= {"drawn": drawn(null, rule).strip(), "method": said}
    table.attrs["by_chance"] = ties_by_chance(null, observed, table["p_min"].to_numpy(), rule)
    return table


def decided(
    observed: Observed, who: pd.Index[str], rule: Rule
) -> tuple[pd.DataFrame, Distribution]:
    """Return a row for every pair of what is observed, and the null model that it is held against.

    Examples
    --------
    >>> from coalitions.graphs.nullmodels import Observed
    >>> observed = Observed(np.array([[1, 0, 1, 1], [1, 0, 0, 1]], bool), np.full(4, 2))
    >>> rule = Rule("fixedrow", "upper", "none", 0.5, 1)
    >>> table, _ = decided(observed, pd.Index(["A", "B"]), rule)
    >>> table[["u", "v", "shared", "expected", "p_upper", "significant"]].to_numpy().tolist()
    [['A', 'B', 2, 1.5, 0.5, True]]
    """
    i, j = observed.pairs
    null = null_distribution(observed, rule.model, rule.strictest)
    upper, lower = _tails(null, observed, rule)
    adjusted = _adjusted(upper, lower, rule)
    columns = {
        "u": who[i],
        "v": who[j],
        "shared": observed.shared,
        "expected": settled(null.expected),
        "p_upper": upper,
        "p_lower": lower,
        "p_min": attainable(null, observed, rule.tail),
        "p_adjusted": adjusted,
        "sign": np.sign(lower - upper).astype(np.int64),
        "significant": adjusted <= rule.alpha,
    }
    return pd.DataFrame(columns), null


def bounded(
    observed: Observed, who: pd.Index[str], rule: Rule
) -> tuple[pd.DataFrame, Distribution]:
    """Return the table with what completions of partial lists allow, and the null model."""
    i, j = observed.pairs
    null = null_distribution(observed, rule.model, rule.strictest)
    found = bounds(null, observed)
    upper, lower = settled_tails(found.upper[1], found.lower[1])
    least = [settled(np.maximum(p, SMALLEST)) for p in (found.upper[0], found.lower[0])]
    adjusted = _adjusted(upper, lower, rule)
    columns = {
        "u": who[i],
        "v": who[j],
        "shared": found.shared[0],
        "expected": settled(found.expected[0]),
        "p_upper": upper,
        "p_lower": lower,
        "p_min": in_tail(least[0], least[1], rule.tail),
        "p_adjusted": adjusted,
        "sign": (upper < least[1]).astype(np.int64) - (lower < least[0]),
        "significant": adjusted <= rule.alpha,
        "shared_max": found.shared[1],
        "expected_max": settled(found.expected[1]),
        "p_upper_min": least[0],
        "p_lower_min": least[1],
    }
    return pd.DataFrame(columns), null


def adjusted_of(observed: Observed, rule: Rule) -> Floats:
    """Return the p-value of every pair that decides, and nothing else."""
    null = null_distribution(observed, rule.model, rule.strictest)
    return _adjusted(*_tails(null, observed, rule), rule)


def _adjusted(upper: Floats, lower: Floats, rule: Rule) -> Floats:
    return settled(rule.corrected(in_tail(upper, lower, rule.tail)))


def _refuse_none_of_these(alpha: float, **chosen: str) -> None:
    """Refuse a word that is none of the choices, and an alpha that is no probability."""
    choices: dict[str, Collection[str]] = {
        "model": MODELS,
        "tail": TAILS,
        "correction": CORRECTIONS,
        "partial": PARTIAL,
    }
    for what, word in chosen.items():
        refuse_other(what, word, choices[what])
    if chosen["partial"] == "bounds" and chosen["model"] not in BOUNDED:
        *others, last = BOUNDED
        raise ChoiceError(
            f'`partial="bounds"`: what completions of lists allow is exact for {", ".join(others)} '
            f"and {last}; {chosen['model']} holds other records fixed in each of them: take one of "
            'these, or `partial="named"`'
        )
    refuse_no_share("alpha", alpha)


def _tails(null: Distribution, observed: Observed, rule: Rule) -> tuple[Floats, Floats]:
    """Return both tails, exact wherever a decision could hang on it."""
    shared = observed.shared
    upper, lower = null.tails(shared)
    rough = np.zeros(len(shared), bool)
    if isinstance(null, Independent):
        rough = null.approximate(shared)
    while isinstance(null, Independent) and rough.any():
        adjusted = rule.corrected(in_tail(upper, lower, rule.tail))
        near = np.flatnonzero(rough & (np.abs(adjusted / rule.alpha - 1) < _NEAR))
        if not len(near):
            break
        upper[near], lower[near] = null.sharpened(shared, near)
        rough[near] = False
    return settled_tails(upper, lower)
