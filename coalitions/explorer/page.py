"""The page: the template of this folder, filled with nodes and edges for vis-network."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from coalitions import names
from coalitions.explorer import inline
from coalitions.explorer.records import (
    Record,
    dark_colours,
    edge_records,
    names_under,
    node_records,
    tile_records,
    without_usual,
)
from coalitions.explorer.wholegraph import apart_number, are_states, graph_record, is_two_mode
from coalitions.files import page_from
from coalitions.findings import (
    OwnWords,
    own_words,
    page_subtitle,
    page_title,
    sentence_of,
    with_own_source,
)
from coalitions.maps import state_tiles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    import networkx as nx
    import pandas as pd


@dataclass(frozen=True)
class _Page:
    """What the template asks for by name."""

    title: str
    data: Markup
    style: Markup
    engine: Markup
    program: Markup

    @property
    def policy(self) -> str:
        return inline.policy(self.style, self.engine, self.program)


def explorer_html(  # noqa: PLR0913 - the graph, and each thing that a page may show of it
    graph: nx.Graph[Any],
    looks: pd.DataFrame,
    *,
    aliases: Mapping[str, Sequence[str]] | None = None,
    cosigning: pd.DataFrame | None = None,
    tiles: pd.DataFrame | None = None,
    layers: Mapping[str, Record] | None = None,
    **own: Unpack[OwnWords],
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
    cosigning : pandas.DataFrame, optional
        ``node_looks`` of the co-signing graph of the same corpus, for a page of the two-mode
        graph: where the signatories stand in that view. Without it the page has no such view.
    tiles : pandas.DataFrame, optional
        Columns ``label``, ``column`` and ``row``, by signatory: all that could have signed, on a
        map of equal tiles. By default those of ``state_tiles``, for a two-mode graph of states
        whose universe they are; for any other, the page has no map.
    layers : mapping, optional
        Ties and communities, as ``layer_records`` makes them. By default the page has none.
    **own : OwnWords
        Words of your own, by name: ``title`` (instead of how many signed how many statements),
        ``subtitle``, ``note``, ``source``, ``credit``; see ``coalitions.findings.OwnWords``.

    Returns
    -------
    str
        The page.

    Raises
    ------
    GraphError
        If `looks` or `cosigning` misses a node, or gives it no finite position and size.

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
    nodes = node_records(graph, looks, aliases or {}, cosigning)
    about = graph_record(graph)
    about["apart"] = apart_number(graph)
    about["dark"] = dark_colours(nodes)
    about |= layers or {}
    about["subtitle"] = page_subtitle(nodes, about)
    words = own_words(own)
    about |= _in_own_words(about, words)
    tiles = _tiles_of(graph) if tiles is None else tiles
    if tiles is not None and len(tiles):
        about["tiles"] = tile_records(tiles)
    if is_two_mode(graph):
        about["signed"] = names_under(graph)
    edges = edge_records(graph, usual="signed" not in about)
    title = words.get("title") or page_title(nodes, about)
    page = _Page(
        title.encode("utf-8", "replace").decode("utf-8"),
        _data(about, nodes, edges),
        inline.style(),
        inline.engine(),
        inline.program(),
    )
    return page_from("coalitions.explorer", "web/template.html", page=page) + "\n"


def _data(about: Record, nodes: list[Record], edges: list[Record]) -> Markup:
    """Return what the page's script reads: the graph, its nodes and edges, and how it is drawn."""
    told = [without_usual(node) for node in nodes]
    opening = inline.json_text({"graph": about, "nodes": told, "edges": edges})[:-1]
    return opening + Markup(f',"options":{json.dumps(_OPTIONS)}}}')  # noqa: S704 - ours


def _in_own_words(about: Record, own: Mapping[str, str]) -> Record:
    """Return what the page says around its picture, where a user's own words change it."""
    found: Record = {}
    if "subtitle" in own:  # ours says what there is: it moves to the foot
        ours = about["subtitle"]
        found = {"subtitle": own["subtitle"], "what": ours and sentence_of(ours)}
    if source := own.get("source"):
        found["source"] = with_own_source(source, about["source"])
    for name in ("note", "credit"):
        if text := own.get(name):
            found[name] = sentence_of(text)
    return found


def _tiles_of(graph: nx.Graph[Any]) -> pd.DataFrame | None:
    """Return the tiles of all states, if the graph says that these are who could have signed."""
    tiles = labelled_tiles()
    nodes = graph.nodes(data=True)
    members = {str(key): node for key, node in nodes if node.get("kind") != "statement"}
    if not are_states(graph) or len(members) == len(graph):  # a map is asked of statements
        return None
    # Who is named beside states has no tile, and the map says so.
    named = {key for key, node in members.items() if node.get("status", "") != "non-member"}
    could_sign = graph.graph.get("universe", 0) - apart_number(graph)
    everybody = could_sign == len(tiles) and not graph.graph.get("dated")
    if not everybody or not named <= set(tiles.index):
        return None
    return tiles


def labelled_tiles() -> pd.DataFrame:
    """Return the places of all states that could have signed, with their names."""
    labels = names.states().set_index("signatory")["short"].rename("label")
    return state_tiles().join(labels, how="inner")


#: For vis-network: positions are given, nothing moves by itself, and what is lit is drawn by us.
_OPTIONS: Record = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"chosen": False},
    "interaction": {"hover": True, "multiselect": False, "tooltipDelay": 0},
}
