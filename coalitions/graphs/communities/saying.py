"""What was done about communities, in a paragraph; and why there are none, where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.corpus import members
from coalitions.graphs.communities.consensus import RUNS
from coalitions.graphs.nullmodels import MODELS
from coalitions.graphs.ties import which_left_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coalitions.corpus import Corpus


def method(
    corpus: Corpus, counted: Corpus, found: Mapping[str, Any], *, draws: int, seed: int
) -> str:
    """Return in a paragraph what was done: which lists, which method, which null."""
    number, many = len(counted.records), len(counted)
    lists = f"{many:,} {'statement' if many == 1 else 'statements'}"
    refused = str(found["refusal"])
    left_out, known = len(corpus) - many, int(counted.partial.sum())
    if left_out:
        lists += f" with complete lists ({left_out:,} known in part left out)"
    if known:
        lists += f" ({known:,} of them known in part, counted with the names that are known)"
    return (
        f"Communities: {number:,} {members(counted, number)} named under {lists}, tied by how many "
        f"statements two share.{which_left_out(corpus, counted)} Communities are what {RUNS} runs "
        "of Louvain's method (Blondel et al. 2008, "
        "https://doi.org/10.1088/1742-5468/2008/10/P10008; scikit-network, "
        f"resolution 1, random numbers from seed {seed}) agree on "
        "(Lancichinetti and Fortunato 2012, https://doi.org/10.1038/srep00336), by modularity; "
        f"their mean adjusted Rand index with it is {found['stability']:.2f}. Null model fdsm: "
        f"{MODELS['fdsm'].method}; {draws:,} tables were drawn, and as many runs looked at each. "
        f"{f'{refused[0].upper()}{refused[1:]}.' if refused else numbers(found)}"
    )


def numbers(found: Mapping[str, Any]) -> str:
    """Return the modularity beside that of the null model, in a sentence."""
    return (
        f"The modularity is {found['modularity']:.3g}; of the tables drawn it is "
        f"{found['null_mean']:.3g} on average and {found['null_max']:.3g} at most (p = "
        f"{found['p']:.2g})."
    )


def refusal(found: Mapping[str, Any], draws: int) -> str:
    """Return why there are no communities to speak of, with the numbers.

    Examples
    --------
    >>> numbers = {"modularity": 0.0391, "null_mean": 0.0381, "null_max": 0.0465, "p": 0.388}
    >>> refusal(numbers, 200)[:72]
    'no communities: their modularity, 0.0391, is no higher than chance makes'
    """
    return (
        f"no communities: their modularity, {found['modularity']:.3g}, is no higher than chance "
        f"makes it: of {draws:,} tables with the same sizes it is {found['null_mean']:.3g} on "
        f"average and {found['null_max']:.3g} at most (p = {found['p']:.2g})"
    )


def by_name(counted: Corpus) -> str:
    """Return that lists known in part are counted by the names that are known; "" where none is.

    Examples
    --------
    >>> from coalitions import load
    >>> by_name(load("unga75"))[:79]
    '2 of 4 statements have a list that is known in part, and count with the names t'
    """
    number, of = int(counted.partial.sum()), len(counted)
    if not number:
        return ""
    which = f"{number:,} of {of:,} statements " if of > 1 else "the one statement "
    has, counts = ("has", "counts") if number == 1 else ("have", "count")
    return (
        f"{which}{has} a list that is known in part, and {counts} with the names that are known: "
        '`partial="left-out"` leaves '
        f"{'it' if number == 1 else 'them'} out"
    )
