"""The page: pyvis fills the template of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coalitions.explorer import inline
from coalitions.explorer.records import Record, edge_records, graph_record, node_records
from coalitions.explorer.wording import page_subtitle, page_title
from coalitions.files import write_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import networkx as nx
    import pandas as pd

_MANY_EDGES = 4000  # beyond this, edges are left out while the picture is being dragged


@dataclass(frozen=True)
class _Page:
    """What the template asks for by name, beside the nodes and edges that pyvis hands over."""

    title: str
    about: Record
    style: Markup
    engine: Markup
    program: Markup

    @property
    def policy(self) -> str:
        return inline.policy(self.style, self.engine, self.program)

    def data(self, nodes: list[Record], edges: list[Record], options: str) -> Markup:
        # pyvis hands its options over as JSON already.
        opening = inline.json_text({"graph": self.about, "nodes": nodes, "edges": edges})[:-1]
        return opening + Markup(',"options":') + Markup(options) + Markup("}")  # noqa: S704 - ours


def explorer_html(
    graph: nx.Graph[Any],
    looks: pd.DataFrame,
    *,
    aliases: Mapping[str, Sequence[str]] | None = None,
    title: str = "",
) -> str:
    """Return one HTML page that shows the graph and lets a reader question it.

    The page holds all that it needs and makes no request; its Content-Security-Policy allows none.
    What comes from the graph stands in it as JSON and is shown as text, never as markup.

    Parameters
    ----------
    graph : networkx.Graph
        Two-mode, co-signing or statement graph.
    looks : pandas.DataFrame
        One row a node, as ``node_looks(graph)`` makes it: columns ``x``, ``y``, ``colour``,
        ``size``, ``label``.
    aliases : mapping of str to sequence of str, optional
        Spellings by which a signatory is found, by node key.
    title : str, optional
        The finding, as a sentence. By default the number of signatories and statements.

    Returns
    -------
    str
        The page.

    Raises
    ------
    GraphError
        If `looks` misses a node, or gives it no finite position and size.

    Examples
    --------
    >>> import networkx as nx, pandas as pd
    >>> graph = nx.Graph(kind="two-mode", universe=195)
    >>> graph.add_node("CUB", kind="signatory", label="Cuba", side="support", count=1)
    >>> row = {"x": 0.0, "y": 0.0, "colour": "#27A2BE", "size": 6.0, "label": "Cuba"}
    >>> page = explorer_html(graph, pd.DataFrame([row], index=["CUB"]))
    >>> page.startswith("<!doctype html>")
    True
    """
    from pyvis.network import Network  # noqa: PLC0415 - slow to import, and needed only here

    nodes = node_records(graph, looks, aliases or {})
    about = graph_record(graph)
    about["subtitle"] = page_subtitle(nodes, about)
    network = Network()
    folder = resources.files("coalitions.explorer")
    network.set_template_dir(str(folder), "template.html")
    # pyvis leaves this off; its own drawing fields are filled directly, for `add_edge` scans
    # every edge and `from_nx` writes into the graph it is given.
    network.templateEnv.autoescape = True
    network.templateEnv.globals["page"] = _Page(
        (title or page_title(nodes, about)).encode("utf-8", "replace").decode("utf-8"),
        about,
        inline.style(),
        inline.engine(),
        inline.program(),
    )
    network.nodes, network.edges = nodes, edge_records(graph)
    network.options = _options(len(network.edges))
    return str(network.generate_html()) + "\n"


def write_explorer(
    graph: nx.Graph[Any],
    looks: pd.DataFrame,
    path: Path | str,
    *,
    aliases: Mapping[str, Sequence[str]] | None = None,
    title: str = "",
) -> Path:
    """Write the page of `explorer_html` to a file, whole or not at all.

    Parameters
    ----------
    graph : networkx.Graph
        Two-mode, co-signing or statement graph.
    looks : pandas.DataFrame
        One row a node, as ``node_looks(graph)`` makes it.
    path : path-like
        The file; an old one is replaced.
    aliases : mapping of str to sequence of str, optional
        Spellings by which a signatory is found, by node key.
    title : str, optional
        The finding, as a sentence. By default the number of signatories and statements.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    GraphError
        If `looks` misses a node, or gives it no finite position and size.
    CoalitionsError
        If the file cannot be written.

    Examples
    --------
    >>> import networkx as nx, pandas as pd, tempfile, pathlib
    >>> graph = nx.Graph(kind="two-mode", universe=195)
    >>> graph.add_node("CUB", kind="signatory", label="Cuba", side="support", count=1)
    >>> row = {"x": 0.0, "y": 0.0, "colour": "#27A2BE", "size": 6.0, "label": "Cuba"}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = pd.DataFrame([row], index=["CUB"])
    ...     write_explorer(graph, page, pathlib.Path(folder) / "page.html").name
    'page.html'
    """
    return write_text(path, explorer_html(graph, looks, aliases=aliases, title=title))


def _options(edges: int) -> Record:
    """Return vis-network's options: positions are given, and nothing moves by itself."""
    many = edges > _MANY_EDGES
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {"chosen": False},
        "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
        "interaction": {
            "hover": True,
            "hoverConnectedEdges": False,
            "selectConnectedEdges": False,
            "multiselect": False,
            "tooltipDelay": 0,
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
        },
    }
