"""What is no graph, where one is meant: mostly a corpus, of which a graph has to be made first."""

from __future__ import annotations

from coalitions.errors.problems import GraphError


def refuse_no_graph(given: object) -> None:
    """Refuse what is no graph, and say how to get one.

    Raises
    ------
    GraphError
        It says what was found.

    Examples
    --------
    >>> import networkx as nx
    >>> refuse_no_graph(nx.Graph())
    """
    if not hasattr(given, "number_of_edges"):  # by what it has: networkx is slow to import
        raise GraphError(
            f"expected a graph, found a value of type {type(given).__name__}: make one of a corpus "
            "that is loaded, as in two_mode_graph(corpus)"
        )
