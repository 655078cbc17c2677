"""Joint-statement coalition analysis: who signs with whom, exactly, and how far the lists reach.

The pipeline, in order: ``extract_statements`` from a text, or ``load`` a ``Corpus`` (``select`` a
part, ``slices``, ``in_language`` for the names of states, ``resolve_names`` on the way);
``statement_ledger`` and ``check_claims``; ``incidence_matrix``; ``pairs``,
``count_pairs`` and ``regions``;
``compare_statements`` and ``compare_corpora``;
``sides``, ``group_sides``; ``series``, ``side_moves`` and ``flows``; ``dated_lists``;
``listed_names``;
``two_mode_graph``, ``cosigning_graph``, ``statement_graph``; ``cosigning_ties``,
``tie_survival``, ``backbone_graph`` and ``find_camps``; ``find_communities``,
``community_survival``, ``node_measures``, ``rank_survival``, ``group_representation``;
``compare_slices``; ``with_ties``, ``with_communities``; ``node_looks``;
the ``draw_…`` functions, ``save_figure``, ``write_card``; ``explorer_page``, ``write_explorer``;
``write_graph``, ``read_graph``, ``write_paper_tables``; ``write_report``, ``write_document``;
``describe``, ``bibliography``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.doors import door
from coalitions.version import __version__ as __version__

if TYPE_CHECKING:
    from coalitions.corpus import Corpus, extract_statements, in_language, load, select, slices
    from coalitions.errors import CoalitionsError, CoalitionsWarning
    from coalitions.explorer import explorer_page, write_explorer
    from coalitions.export import read_graph, write_graph, write_paper_tables
    from coalitions.figures import (
        draw_backbone,
        draw_balance,
        draw_card,
        draw_communities,
        draw_cosigning,
        draw_flow,
        draw_matrix,
        draw_network,
        draw_overlap,
        draw_tilemap,
        draw_timeline,
        draw_upset,
        draw_venn,
        draw_worldmap,
        save_figure,
        write_card,
    )
    from coalitions.findings import bibliography, describe
    from coalitions.graphs import (
        backbone_graph,
        community_survival,
        compare_slices,
        cosigning_graph,
        cosigning_ties,
        find_camps,
        find_communities,
        group_representation,
        node_measures,
        rank_survival,
        statement_graph,
        tie_survival,
        two_mode_graph,
        with_communities,
        with_ties,
    )
    from coalitions.looks import node_looks
    from coalitions.names import resolve_names
    from coalitions.report import write_document, write_report
    from coalitions.tables import (
        check_claims,
        compare_corpora,
        compare_statements,
        count_pairs,
        dated_lists,
        flows,
        group_sides,
        incidence_matrix,
        listed_names,
        pairs,
        regions,
        series,
        side_moves,
        sides,
        statement_ledger,
    )

#: Public name → the room that holds it, in the order of the pipeline. Nothing is imported before
#: it is used, so that ``coalitions --help`` need not wait for pandas.
_WHERE = {
    "extract_statements": "corpus",
    "load": "corpus",
    "select": "corpus",
    "slices": "corpus",
    "Corpus": "corpus",
    "in_language": "corpus",
    "resolve_names": "names",
    "statement_ledger": "tables",
    "check_claims": "tables",
    "incidence_matrix": "tables",
    "pairs": "tables",
    "count_pairs": "tables",
    "regions": "tables",
    "compare_statements": "tables",
    "compare_corpora": "tables",
    "sides": "tables",
    "group_sides": "tables",
    "series": "tables",
    "side_moves": "tables",
    "flows": "tables",
    "dated_lists": "tables",
    "listed_names": "tables",
    "two_mode_graph": "graphs",
    "cosigning_graph": "graphs",
    "statement_graph": "graphs",
    "cosigning_ties": "graphs",
    "tie_survival": "graphs",
    "backbone_graph": "graphs",
    "find_camps": "graphs",
    "find_communities": "graphs",
    "community_survival": "graphs",
    "node_measures": "graphs",
    "rank_survival": "graphs",
    "group_representation": "graphs",
    "compare_slices": "graphs",
    "with_ties": "graphs",
    "with_communities": "graphs",
    "node_looks": "looks",
    "draw_venn": "figures",
    "draw_upset": "figures",
    "draw_matrix": "figures",
    "draw_overlap": "figures",
    "draw_network": "figures",
    "draw_cosigning": "figures",
    "draw_backbone": "figures",
    "draw_communities": "figures",
    "draw_tilemap": "figures",
    "draw_worldmap": "figures",
    "draw_card": "figures",
    "draw_balance": "figures",
    "draw_flow": "figures",
    "draw_timeline": "figures",
    "save_figure": "figures",
    "write_card": "figures",
    "explorer_page": "explorer",
    "write_explorer": "explorer",
    "write_graph": "export",
    "read_graph": "export",
    "write_paper_tables": "export",
    "write_report": "report",
    "write_document": "report",
    "describe": "findings",
    "bibliography": "findings",
    "CoalitionsError": "errors",
    "CoalitionsWarning": "errors",
}

__all__ = [
    "extract_statements",
    "load",
    "select",
    "slices",
    "Corpus",
    "in_language",
    "resolve_names",
    "statement_ledger",
    "check_claims",
    "incidence_matrix",
    "pairs",
    "count_pairs",
    "regions",
    "compare_statements",
    "compare_corpora",
    "sides",
    "group_sides",
    "series",
    "side_moves",
    "flows",
    "dated_lists",
    "listed_names",
    "two_mode_graph",
    "cosigning_graph",
    "statement_graph",
    "cosigning_ties",
    "tie_survival",
    "backbone_graph",
    "find_camps",
    "find_communities",
    "community_survival",
    "node_measures",
    "rank_survival",
    "group_representation",
    "compare_slices",
    "with_ties",
    "with_communities",
    "node_looks",
    "draw_venn",
    "draw_upset",
    "draw_matrix",
    "draw_overlap",
    "draw_network",
    "draw_cosigning",
    "draw_backbone",
    "draw_communities",
    "draw_tilemap",
    "draw_worldmap",
    "draw_card",
    "draw_balance",
    "draw_flow",
    "draw_timeline",
    "save_figure",
    "write_card",
    "explorer_page",
    "write_explorer",
    "write_graph",
    "read_graph",
    "write_paper_tables",
    "write_report",
    "write_document",
    "describe",
    "bibliography",
    "CoalitionsError",
    "CoalitionsWarning",
]

if not TYPE_CHECKING:
    __getattr__ = door(__name__, _WHERE)


def __dir__() -> list[str]:
    """Return the public names."""
    return list(__all__)
