"""What was done about ties, in a paragraph; and why none can be significant, where none can."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coalitions.corpus import members, statement_labels
from coalitions.graphs.nullmodels import MODELS, Drawn
from coalitions.graphs.ties.deciding import times_needed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from coalitions.corpus import Corpus
    from coalitions.graphs.nullmodels import Distribution, Observed
    from coalitions.graphs.ties.deciding import Rule

_TAIL = {
    "upper": "share more than the null (upper tail)",
    "lower": "share fewer than the null (lower tail)",
    "two-sided": "share more or fewer than the null (two-sided: twice the smaller tail)",
}
_CORRECTED = {
    "none": "p-values are not corrected for the number of tests",
    "bonferroni": "p-values are corrected by Bonferroni (Dunn 1961, "
    "https://doi.org/10.1080/01621459.1961.10482090), over all pairs",
    "holm": "p-values are corrected by Holm (1979, https://www.jstor.org/stable/4615733), over all "
    "pairs",
    "bh": "p-values are corrected by Benjamini and Hochberg (1995, "
    "https://doi.org/10.1111/j.2517-6161.1995.tb02031.x), over all pairs",
}
#: As many statements that are left out are named; of more the ledger says which they are.
_NAMED = 4
_BOUNDS = (
    " p-values are the smallest and the largest that any completion of the lists allows; the "
    "largest decides."
)


def method(corpus: Corpus, counted: Corpus, pairs: int, null: Distribution, rule: Rule) -> str:
    """Return in a paragraph what was done: which lists, which null, which decision."""
    bounded = rule.partial == "bounds"
    left_out = len(corpus) - len(counted)
    lists = f"{len(counted):,} {'statement' if len(counted) == 1 else 'statements'}"
    known = int(counted.partial.sum())
    if left_out and not bounded:
        lists += f" with complete lists ({left_out:,} known in part left out)"
    elif left_out:
        lists += f" ({left_out:,} of which nothing is known left out)"
    if known:
        how = "all that they declare" if bounded else "the names that are known"
        lists += f" ({known:,} of them known in part, counted with {how})"
    number = len(counted.records)
    who = f"{number:,} {members(counted, number)}"
    universe = ""
    if not corpus.assumed:
        universe = f", of {_universe(counted)} that could have signed"
    return (
        f"Ties: {pairs:,} {'pair' if pairs == 1 else 'pairs'} of {who} named under {lists}"
        f"{universe}.{which_left_out(corpus, counted)} Null model {rule.model}: "
        f"{MODELS[rule.model].method}.{drawn(null, rule)} A tie is significant where two "
        f"{_TAIL[rule.tail]} with a p-value of at most {rule.alpha:g}; "
        f"{_CORRECTED[rule.correction]}.{_BOUNDS * bounded}"
    )


def which_left_out(corpus: Corpus, counted: Corpus) -> str:
    """Return which statements do not count, in a sentence, if they are few; "" else.

    Examples
    --------
    >>> from coalitions import load, select
    >>> corpus = load("unga75")
    >>> which_left_out(corpus, select(corpus, stance="support"))
    ' Left out: Germany.'
    """
    ids = corpus.statements["statement_id"]
    left_out = statement_labels(corpus)[ids[~ids.isin(counted.statements["statement_id"])]]
    if not 0 < len(left_out) <= _NAMED:
        return ""
    return f" Left out: {'; '.join(left_out)}."


def _universe(counted: Corpus) -> str:
    """Return how many could have signed, or from how few to how many where dates decide."""
    could = sorted({int(number) for number in counted.could})
    many = f"{could[0]:,}"
    if len(could) > 1 or counted.universes is not None:
        many = f"{many} to {could[-1]:,}" if len(could) > 1 else many
        return f"the {many}, by the dates of the statements,"
    return many


def drawn(null: Distribution, rule: Rule) -> str:
    """Say how many tables were drawn, and how exact the p-values are that decide; "" of none."""
    if not isinstance(null, Drawn):
        return ""
    deciding = rule.strictest
    error = math.sqrt(deciding * (1 - deciding) / null.number)
    return (
        f" {null.number:,} tables were drawn; the standard error of a p-value of {deciding:.2g} is "
        f"{error:.2g}."
    )


def too_few(
    observed: Observed, null: Distribution, smallest: NDArray[np.float64], rule: Rule
) -> str:
    """Return why no tie can be significant, and what it would take; "" where one can be."""
    corrected = float(rule.corrected(smallest).min(initial=1))
    if corrected <= rule.alpha or not len(smallest):
        return ""
    number = observed.signed.shape[1]
    statements = "1 statement" if number == 1 else f"{number:,} statements"
    attained = f"{float(smallest.min()):.2g}"
    if rule.correction != "none" and len(smallest) > 1:
        attained += f", or {corrected:.2g} corrected for {len(smallest):,} pairs"
    said = (
        f"no tie can be significant at {rule.alpha:g}: with {statements} the smallest p-value that "
        f"any pair could attain is {attained}"
    )
    if isinstance(null, Drawn) and null.least * len(smallest) > rule.alpha:
        return (
            f"{said}; p-values of fdsm are shares of {null.number:,} tables drawn, and none is "
            f"below {null.least:.2g}: sdsm draws none"
        )
    if rule.partial == "bounds":
        return said
    times, enough = times_needed(null, observed, rule)
    if not enough:
        return f"{said}; even {times * number:,} of their kind would not be enough"
    would = f"{times * number:,} of their kind, each of these {times:,} times over"
    return f"{said}; it would take {would}"
