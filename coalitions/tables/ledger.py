"""Declared against named, and stated numbers against what the lists allow."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coalitions.bounds import Interval
from coalitions.corpus import ledger, on_any, refuse_no_corpus, shared_by

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from coalitions.corpus import Corpus

#: What a qualifier allows, for a stated number n: the smallest and the largest value.
QUALIFIERS: dict[str, Callable[[int], tuple[float, float]]] = {
    "exactly": lambda n: (n, n),
    "nearly": lambda n: (math.ceil(n - n / 10), n - 1),
    "more than": lambda n: (n + 1, math.inf),
    "at least": lambda n: (n, math.inf),
    "at most": lambda n: (0, n),
    "fewer than": lambda n: (0, n - 1),
}


def statement_ledger(corpus: Corpus) -> pd.DataFrame:
    """Return, statement by statement, how many signatories are declared, named and unnamed.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        ``statement_id``, ``declared`` (NA where no count is declared), ``named``, ``unnamed``
        (NA where no count is declared) and ``status``: ``complete`` (all are named), ``partial``
        (some are), ``count only`` (none is), ``undeclared`` (names, and no count to compare them
        with), ``unknown`` (neither a name nor a count), ``over`` (more are named than declared).

    Examples
    --------
    >>> from coalitions import load
    >>> statement_ledger(load("unga75"))["status"].tolist()
    ['partial', 'partial', 'complete', 'complete']
    """
    refuse_no_corpus(corpus)
    return ledger(corpus.declared, corpus.named)


def check_claims(corpus: Corpus) -> pd.DataFrame:
    """Return each stated number beside what the lists allow.

    A claim is *confirmed* where every completion of the lists fits it, *contradicted* where none
    does, and *possible* otherwise. *Nearly* n is n − 10 % to n − 1; *more than* n is above n.

    Parameters
    ----------
    corpus : Corpus
        Its ``claims`` are the rows: ``quantity`` is the ``size`` of one statement, the ``union``
        of several, or the ``overlap`` of two.

    Returns
    -------
    DataFrame
        ``claim_id``, ``quantity``, ``statements``, ``qualifier``, ``count``, ``low`` and ``high``
        (the exact bounds, in signatories), ``verdict``, ``source_name``, ``notes``.

    Examples
    --------
    >>> from coalitions import load
    >>> check_claims(load("unga75")).set_index("claim_id").loc["nearly-70-states", "verdict"]
    'possible'
    """
    refuse_no_corpus(corpus)
    claims = corpus.claims
    bounds = [
        _quantity(corpus, quantity, statements.split(";"))
        for quantity, statements in zip(claims["quantity"], claims["statements"], strict=True)
    ]
    table = claims[["claim_id", "quantity", "statements", "qualifier", "count"]].assign(
        low=[b.low for b in bounds],
        high=[b.high for b in bounds],
        verdict=[
            _verdict(b, *QUALIFIERS[qualifier](int(count)))
            for b, qualifier, count in zip(
                bounds, claims["qualifier"], claims["count"], strict=True
            )
        ],
    )
    return table.join(claims[["source_name", "notes"]])


def _quantity(corpus: Corpus, quantity: str, statements: list[str]) -> Interval:
    """Return the bounds of the quantity that a claim is about."""
    unnamed = [int(corpus.unnamed[s]) for s in statements]
    most = [int(corpus.unnamed_most[s]) for s in statements]
    if quantity == "union":
        least = on_any(corpus, statements, unnamed).low
        return Interval(least, on_any(corpus, statements, most).high)
    if quantity == "size":
        named = int(corpus.named[statements[0]])
        return Interval(named + unnamed[0], named + most[0])
    a, b = statements
    return shared_by(corpus, a, b)


def _verdict(found: Interval, low: float, high: float) -> str:
    if low <= found.low and found.high <= high:
        return "confirmed"
    return "contradicted" if found.high < low or found.low > high else "possible"
