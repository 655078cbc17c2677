"""Backbone: the ties that a null model does not explain, signatories without any left out."""

from __future__ import annotations

import warnings
from functools import partial
from typing import TYPE_CHECKING

from coalitions.corpus import refuse_no_corpus
from coalitions.errors import CoalitionsError, CoalitionsWarning
from coalitions.figures.kit import nothing_drawn, render, some_names
from coalitions.figures.networks.given import Given
from coalitions.figures.networks.network import Lines
from coalitions.figures.networks.tied import draw_ties
from coalitions.findings import backbone_told, labels_drawn, told_words
from coalitions.graphs import backbone_graph, cosigning_ties

if TYPE_CHECKING:
    from typing import Literal, Unpack

    import pandas as pd
    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.figures.kit import Drawing, Page
    from coalitions.findings import Words

#: Lines drawn for each signatory, at most: more is a hairball, not a diagram.
LINES_EACH = 8
#: How a tie of fewer statements than expected is drawn: so many points on, so many off.
DASHED = (0, (3.0, 2.0))


def draw_backbone(
    corpus: Corpus,
    *,
    model: Literal["fixedfill", "fixedrow", "fixedcol", "sdsm", "fdsm"] = "sdsm",
    tail: Literal["upper", "lower", "two-sided"] = "upper",
    alpha: float = 0.05,
    correction: Literal["none", "bonferroni", "holm", "bh"] = "none",
    **how: Unpack[Drawing],
) -> Axes:
    r"""Draw which ties mean something: who shares more statements than sizes alone explain.

    Lines join pairs whose number of shared statements a null model does not explain, as
    ``cosigning_ties`` decides it; who has no such tie is left out, and the foot says how many
    these are. Lists that are known in part are left out. Where no tie can be significant, the
    figure says why, and how many statements it would take, and draws nothing.

    Parameters
    ----------
    corpus : Corpus
    model : {"fixedfill", "fixedrow", "fixedcol", "sdsm", "fdsm"}
        What the null model holds fixed.
    tail : {"upper", "lower", "two-sided"}
        Ties of more statements than the null model says, of fewer (dashed lines), or of either.
    alpha : float
        Largest p-value of a tie (between 0 and 1).
    correction : {"none", "bonferroni", "holm", "bh"}
        What is done about many tests: all pairs are tested.
    **how : Drawing
        Where and how to draw, by name: ``ax``, ``annotate``, ``size``, ``width``, ``theme``,
        ``screen``; and words of your own: ``title``, ``subtitle``, ``note``, ``source``,
        ``credit``; see ``coalitions.figures.Drawing``.

    Returns
    -------
    Axes

    Raises
    ------
    CoalitionsError
        As of ``cosigning_ties``; or no list is complete, or the complete ones name fewer than two.

    Examples
    --------
    >>> from coalitions import load
    >>> draw_backbone(load("unga75")).get_title(loc="left").replace("\n", " ")
    'No tie can be significant at 0.05'
    """
    refuse_no_corpus(corpus)
    some_names(corpus)
    if corpus.partial.all():
        raise CoalitionsError(
            "no list is complete, and ties are drawn of complete lists: there is nothing to draw"
        )
    with warnings.catch_warnings():
        # What it warns of, the foot says.
        warnings.simplefilter("ignore", CoalitionsWarning)
        ties = cosigning_ties(corpus, model=model, tail=tail, alpha=alpha, correction=correction)
    if not len(ties):
        raise CoalitionsError("a tie takes two, and the complete lists do not name two")
    if not ties["significant"].any():
        said = told_words(corpus, backbone_told(corpus, ties))
        return render(partial(nothing_drawn, said), **how)
    return render(partial(_drawn, corpus, ties), **how)


def _drawn(corpus: Corpus, ties: pd.DataFrame, page: Page) -> Axes:
    graph = backbone_graph(corpus, ties)
    every = len(graph)
    graph.remove_nodes_from([node for node, number in dict(graph.degree).items() if not number])
    found = ties[ties["significant"]]
    lines = most_telling(found, LINES_EACH * len(graph))
    told = backbone_told(corpus, ties, len(lines))

    def said(labels: int) -> Words:
        return told_words(corpus, told, labels_drawn(labels, len(graph)))

    fewer = lines["sign"] < 0
    drawn = (
        Lines(_pairs(lines[~fewer]), page.look.grey, 0.5),
        Lines(_pairs(lines[fewer]), page.look.grey, 0.5, DASHED),
    )
    return draw_ties(Given(corpus, graph, None, 0, every), page, said, drawn)


def most_telling(found: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return the ties of the smallest p-values, so many at most; of equal ones all or none.

    Examples
    --------
    >>> import pandas as pd
    >>> ties = pd.DataFrame({"p_adjusted": [0.01, 0.02, 0.02, 0.03]})
    >>> [len(most_telling(ties, most)) for most in (4, 3, 2)]
    [4, 3, 1]
    """
    p = found["p_adjusted"]
    return found[p.rank(method="max") <= most]


def _pairs(ties: pd.DataFrame) -> list[tuple[str, str]]:
    return list(ties[["u", "v"]].itertuples(index=False, name=None))
