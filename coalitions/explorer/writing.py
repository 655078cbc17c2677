"""The page as a file: of a corpus, or of a graph and where its nodes stand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import networkx as nx

from coalitions.corpus import Corpus
from coalitions.errors import ChoiceError
from coalitions.explorer.layers import layers_and_words
from coalitions.explorer.notebook import explorer_page
from coalitions.explorer.page import explorer_html
from coalitions.explorer.saving import write_page
from coalitions.looks import node_looks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Unpack

    import pandas as pd

    from coalitions.explorer.layers import More

_ORDER = "write_explorer(corpus, path) or write_explorer(graph, path, looks=looks)"


def write_explorer(
    data: Corpus | nx.Graph[Any],
    path: Path | str,
    looks: pd.DataFrame | None = None,
    *,
    aliases: Mapping[str, Sequence[str]] | None = None,
    cosigning: pd.DataFrame | None = None,
    **more: Unpack[More],
) -> Path:
    """Write the page of a corpus, or of a graph, to a file, whole or not at all.

    The page of a corpus is that of ``explorer_page(corpus)``. That of a graph has what was
    computed on it; the map of equal tiles is there for a two-mode graph of states, if all 195
    could have signed.

    Parameters
    ----------
    data : Corpus or networkx.Graph
        A corpus; or a two-mode, co-signing or statement graph.
    path : path-like
        The file; an old one is replaced.
    looks : pandas.DataFrame, optional
        Of a graph: one row a node, as ``node_looks(graph)`` makes it, which is the default.
    aliases : mapping of str to sequence of str, optional
        Of a graph: spellings by which a signatory is found, by node key.
    cosigning : pandas.DataFrame, optional
        Of a two-mode graph: ``node_looks`` of the co-signing graph of the same corpus, where the
        signatories stand in that view. Without it the page has no such view.
    **more : More
        By name, as for ``explorer_page``: of a corpus ``ties`` and ``communities``; words of your
        own: ``title`` (instead of how many signed how many statements), ``subtitle``, ``note``,
        ``source``, ``credit``.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    GraphError
        If `looks` or `cosigning` misses a node, or gives it no finite position and size.
    ChoiceError
        If the arguments are in another order, or a corpus comes with what belongs to a graph.
    CoalitionsError
        If the file cannot be written.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from coalitions import load, node_looks, statement_graph
    >>> corpus = load("unga75")
    >>> graph = statement_graph(corpus)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     whole = write_explorer(corpus, pathlib.Path(folder, "page.html"))
    ...     part = write_explorer(
    ...         graph, pathlib.Path(folder, "statements.html"), looks=node_looks(graph)
    ...     )
    >>> whole.name, part.name
    ('page.html', 'statements.html')
    """
    _check_order(data, path)
    if isinstance(data, Corpus):
        given = {"looks": looks, "aliases": aliases, "cosigning": cosigning}
        needless = ", ".join(name for name, value in given.items() if value is not None)
        if needless:
            raise ChoiceError(
                f"{needless}: belongs to a graph, and a corpus was given: give its graph, "
                "two_mode_graph(corpus), or leave it out"
            )
        return write_page(path, explorer_page(data, **more).html)
    layers, own = layers_and_words(more)
    if layers:
        raise ChoiceError(
            f"{', '.join(layers)}: belongs to a corpus, and a graph was given: give the corpus, or "
            "with_ties(graph, ties) and with_communities(graph, communities)"
        )
    looks = node_looks(data) if looks is None else looks
    page = explorer_html(data, looks, aliases=aliases, cosigning=cosigning, **own)
    return write_page(path, page)


def _check_order(data: object, path: object) -> None:
    """Refuse what stands in another's place: looks stood before the path once."""
    if not isinstance(data, (Corpus, nx.Graph)):
        hint = " (load it first)" if isinstance(data, (str, os.PathLike)) else ""
        raise ChoiceError(
            f"data: {_kind(data)}: expected a corpus or a graph{hint}: write {_ORDER}"
        )
    if not isinstance(path, (str, os.PathLike)):
        raise ChoiceError(f"path: {_kind(path)}: expected the name of a file: write {_ORDER}")


def _kind(thing: object) -> str:
    return f"a {type(thing).__name__}"
