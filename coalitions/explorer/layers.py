"""Ties and communities on the page of a corpus: numbers that are computed here, and only shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, cast

from coalitions.errors import ChoiceError, refuse_no_table, refuse_other_names
from coalitions.findings import OwnWords, no_ties, own_words, tie_line
from coalitions.graphs import LEVELS
from coalitions.looks import community_colours, on_dark

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx
    import pandas as pd

    from coalitions.corpus import Corpus
    from coalitions.explorer.records import Record
    from coalitions.looks import Theme

#: Lines that a picture holds; the page draws as many at most.
MOST_TIES = 30_000


class Layers(TypedDict, total=False):
    """What a page shows beside a corpus, where somebody asks for it."""

    ties: pd.DataFrame
    communities: pd.DataFrame


class More(OwnWords, Layers, total=False):
    """What ``write_explorer`` takes by name: words of one's own, and layers of a corpus."""


def layers_and_words(more: More) -> tuple[Layers, OwnWords]:
    """Return the tables apart from the words; what is None was not given.

    Raises
    ------
    TypeError
        A name that is none of these, as Python refuses it.
    ChoiceError
        A layer that is no table.

    Examples
    --------
    >>> layers_and_words({"title": "Who signs together", "source": "A list"})
    ({}, {'title': 'Who signs together', 'source': 'A list'})
    """
    refuse_other_names(more, More.__annotations__, "a page")
    given = {name: value for name, value in more.items() if value is not None}
    layers = {name: given.pop(name) for name in ("ties", "communities") if name in given}
    for name, maker in (("ties", "cosigning_ties"), ("communities", "find_communities")):
        if name in layers:
            refuse_no_table(name, layers[name], (), maker)
    own_words(given)  # refuses what is no text
    return cast("Layers", layers), cast("OwnWords", given)


def layer_records(
    corpus: Corpus, graph: nx.Graph[str], layers: Layers, theme: Theme
) -> dict[str, Record]:
    """Return what the page knows of ties and communities, where there are tables of them.

    Parameters
    ----------
    corpus : Corpus
    graph : networkx.Graph
        Its two-mode graph, whose order numbers the signatories.
    layers : Layers
        Tables of ``cosigning_ties`` and ``find_communities``.
    theme : Theme
        Whose colours communities have.

    Returns
    -------
    dict
        ``ties``: ``alpha``; ``levels``, the largest first, each with its ``alpha``, ``number`` of
        ties, and ``line`` and ``none``, in words; ``list``, a tie a row, the smallest p-value
        first: two numbers of nodes, statements shared and expected, p-value (corrected), sign.
        ``communities``: ``colours`` (on white and on a dark ground, by number), ``rest`` (of all
        others) and ``refused`` (why there are none).

    Raises
    ------
    ChoiceError
        Tables of something else, intervals of p-values, or more ties than a picture holds.
    """
    found: dict[str, Record] = {}
    if "ties" in layers:
        found["ties"] = _ties(corpus, graph, layers["ties"])
    if "communities" in layers:
        found["communities"] = _communities(layers["communities"], theme)
    return found


def _ties(corpus: Corpus, graph: nx.Graph[str], ties: pd.DataFrame) -> Record:
    if not {"model", "tail", "alpha", "statements", "by_chance"} <= ties.attrs.keys():
        raise ChoiceError(
            "ties: the table does not say how it was made: give the one of cosigning_ties, whole"
        )
    if ties.attrs["partial"] == "bounds":
        raise ChoiceError(
            "ties: their p-values are intervals, and a line is drawn or not: take "
            '`partial="named"` or `partial="left-out"`'
        )
    number = {key: place for place, key in enumerate(graph)}
    if lost := sorted({*ties["u"], *ties["v"]} - number.keys()):
        raise ChoiceError(f'ties: "{lost[0]}" is not in the corpus: give ties of the same corpus')
    alpha = float(ties.attrs["alpha"])
    levels = [_level(corpus, ties, each) for each in _levels(ties, alpha)]
    most = max(level["number"] for level in levels)
    rows = ties.sort_values("p_adjusted", kind="stable")[:most]
    columns = [rows[name].map(number) for name in ("u", "v")]
    columns += [rows[name] for name in ("shared", "expected", "p_adjusted", "sign")]
    listed = list(zip(*(column.tolist() for column in columns), strict=True))
    return {"alpha": alpha, "levels": levels, "list": listed}


def _levels(ties: pd.DataFrame, alpha: float) -> Iterable[float]:
    """Return at which levels the reader may look, the largest first: with no more ties than fit.

    Of tables drawn at random there are as many as the table's own level takes, and no smaller
    p-value is sure.
    """
    own = int((ties["p_adjusted"] <= alpha).sum())
    if own > MOST_TIES:
        raise ChoiceError(
            f"ties: {own:,} are significant at {alpha:g}, and a picture holds {MOST_TIES:,}: make "
            "the table with a smaller `alpha`, or a `correction`"
        )
    least = alpha if ties.attrs["model"] == "fdsm" else 0
    for level in sorted({*LEVELS, alpha}, reverse=True):
        if level >= least and int((ties["p_adjusted"] <= level).sum()) <= MOST_TIES:
            yield level


def _level(corpus: Corpus, ties: pd.DataFrame, alpha: float) -> Record:
    number = int((ties["p_adjusted"] <= alpha).sum())
    none = {} if number else {"none": no_ties(ties, alpha)}
    return {"alpha": alpha, "number": number, "line": tie_line(corpus, ties, alpha), **none}


def _communities(communities: pd.DataFrame, theme: Theme) -> Record:
    if not len(communities):
        return {"refused": communities.attrs.get("refusal", "no communities")}
    colours = community_colours(communities["community"].tolist(), theme)
    both = {number: [colour, on_dark(colour)] for number, colour in colours.items()}
    rest = both.pop(0)
    return {"colours": both, "rest": rest}
