"""What the page says of ties at a level of significance: what a line is, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.findings.chance import CORRECTED, correction_words
from coalitions.graphs import CORRECTIONS

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Corpus

_MORE = {
    "upper": "more statements",
    "lower": "fewer statements",
    "two-sided": "more statements (solid) or fewer (dashed)",
}


def tie_line(corpus: Corpus, ties: pd.DataFrame, alpha: float) -> str:
    """Return what a line between two signatories is, at a level.

    Parameters
    ----------
    corpus : Corpus
    ties : DataFrame
        Its ties, as `cosigning_ties` returns them.
    alpha : float
        Largest p-value of a tie that is drawn.

    Examples
    --------
    >>> from coalitions import cosigning_ties, load
    >>> corpus = load({f"letter {n}": ["Ann", "Bo"] for n in range(3)}, members="any")
    >>> tie_line(corpus, cosigning_ties(corpus, alpha=0.9999, model="fixedfill"), 0.05)[:71]
    'a line where two share more statements than chance explains: null model'
    """
    told = ties.attrs
    lists = ""
    if told["statements"] < len(corpus):
        lists = f", in the {told['statements']:,} statements with complete lists"
    elif corpus.partial.any():
        lists = ", by the names that are known"
    return (
        f"a line where two share {_MORE[told['tail']]} than chance explains{lists}: null model "
        f"{told['model']}, p-value of at most {alpha:g}, {correction_words(ties, alpha)}"
    )


def no_ties(ties: pd.DataFrame, alpha: float) -> str:
    """Return why no tie is significant at a level, where none is.

    At the level of the table that is what `cosigning_ties` warned of.

    Examples
    --------
    >>> import warnings
    >>> from coalitions import cosigning_ties, load, select
    >>> warnings.simplefilter("ignore")
    >>> ties = cosigning_ties(select(load("unga75"), stance="critical"))
    >>> no_ties(ties, 0.01)
    'no tie can be significant at 0.01: the smallest p-value that any pair could attain is 1'
    """
    told = ties.attrs
    if told["power"] and alpha == told["alpha"]:
        return str(told["power"])
    attained = ties["p_min"].to_numpy()
    corrected = float(CORRECTIONS[told["correction"]](attained).min(initial=1))
    if corrected <= alpha or not len(ties):
        return f"no tie is significant at {alpha:g}"
    by = CORRECTED.get(told["correction"])
    return (
        f"no tie can be significant at {alpha:g}: the smallest p-value that any pair could attain"
        f"{f', corrected by {by},' if by else ''} is {corrected:.2g}"
    )
