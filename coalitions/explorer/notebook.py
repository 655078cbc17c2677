"""The page of a whole corpus, as an object: to look at in a notebook, or to save."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coalitions import names
from coalitions.corpus import refuse_no_corpus, short_names
from coalitions.explorer.colouring import are_two_of_one_side, coloured
from coalitions.explorer.layers import layer_records, layers_and_words
from coalitions.explorer.page import explorer_html, labelled_tiles
from coalitions.explorer.saving import write_page
from coalitions.findings import map_finding
from coalitions.graphs import cosigning_graph, has_few_ties, two_mode_graph, with_communities
from coalitions.looks import LIGHT, look_in, looks_on, refuse_no_theme

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    import pandas as pd

    from coalitions.corpus import Corpus
    from coalitions.explorer.layers import More
    from coalitions.looks import Theme

_ROOT = '<html lang="en">'
#: Pairs of names, over all statements, from which the co-signing network is laid out unasked.
_MOST_SHARED = 500_000
_HEIGHT = 780  # pixels; room for the network with all its names
#: An origin of its own: the page can neither read the notebook nor be read by it.
SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True)
class ExplorerPage:
    """A page to explore; the last expression of a notebook's cell shows it there.

    Parameters
    ----------
    html : str
        The page: one file that makes no request.

    Examples
    --------
    >>> ExplorerPage("<!doctype html>")
    ExplorerPage(15 characters)
    """

    html: str

    def save(self, path: Path | str) -> Path:
        """Write the page to a file, whole or not at all.

        Parameters
        ----------
        path : path-like
            The file; an old one is replaced.

        Returns
        -------
        pathlib.Path
            The file.

        Raises
        ------
        CoalitionsError
            If the file cannot be written.
        """
        return write_page(path, self.html)

    def embedded(self) -> ExplorerPage:
        r"""Return the same page for the frame of another: picture first, a link to all of it.

        In its frame it says how high it would like to be, each time that this changes:
        ``window.addEventListener("message", ({ data }) => …)`` gets ``data.type``,
        ``"coalitions-height"``, and ``data.height``, in pixels. It asks and tells nothing else.

        Returns
        -------
        ExplorerPage

        Examples
        --------
        >>> ExplorerPage('<!doctype html>\n<html lang="en">').embedded().html
        '<!doctype html>\n<html lang="en" class="embedded">'
        """
        return replace(self, html=self.html.replace(_ROOT, f'{_ROOT[:-1]} class="embedded">', 1))

    def __repr__(self) -> str:
        """Return how long the page is; the page itself would fill the screen."""
        return f"ExplorerPage({len(self.html)} characters)"

    def _repr_html_(self) -> str:
        """Return the same page within a frame, for Jupyter."""
        return (
            f'<iframe srcdoc="{html.escape(self.html)}" sandbox="{SANDBOX}" '
            f'title="Page to explore the coalitions" width="100%" height="{_HEIGHT}" '
            'style="border: 0"></iframe>'
        )


def explorer_page(
    corpus: Corpus, *, seed: int = 0, theme: Theme = LIGHT, **more: Unpack[More]
) -> ExplorerPage:
    """Return the page of a corpus: its networks, matrix, map and questions.

    Parameters
    ----------
    corpus : Corpus
    seed : int
        Where springs begin, on graphs too large for stress.
    theme : Theme, optional
        What colours sides on white; on a dark ground each has the contrast that it has there.
    **more : More
        By name: ``ties``, a table of ``cosigning_ties``, for lines where a tie is significant, at
        the level of the table or another; ``communities``, a table of ``find_communities``, for
        their colours; and words of your own: ``title`` (instead of how many signed how many
        statements), ``subtitle``, ``note``, ``source``, ``credit``; see
        ``coalitions.findings.OwnWords``.

    Returns
    -------
    ExplorerPage
        Shows itself in a notebook; ``save(path)`` writes the file, ``html`` is its text.

    Raises
    ------
    ChoiceError
        Tables of something else, ties whose p-values are intervals, or more than 30,000 of them.

    Examples
    --------
    >>> from coalitions import load
    >>> explorer_page(load("unga75")).html.splitlines()[0]
    '<!doctype html>'
    """
    refuse_no_corpus(corpus)
    refuse_no_theme(theme, named=False)
    layers, own = layers_and_words(more)
    graph = two_mode_graph(corpus)
    if "communities" in layers:
        graph = with_communities(graph, layers["communities"])
    if "ties" in layers:
        graph.graph["method"] += f" {layers['ties'].attrs.get('method', '')}"
    looks = looks_on(graph, look_in(theme), seed=seed)
    # Where ties are too many, signatories stand in that view where they do in the two-mode network;
    # the page counts the ties itself.
    named = corpus.named
    small = int((named * (named - 1) // 2).sum()) <= _MOST_SHARED and has_few_ties(corpus.records)
    cosigning = looks_on(cosigning_graph(corpus), look_in(theme), seed=seed) if small else looks
    if not own.get("title") and are_two_of_one_side(corpus):
        own["title"] = map_finding(corpus)
    return ExplorerPage(
        explorer_html(
            graph,
            coloured(corpus, graph, looks, theme),
            aliases=names.aliases() if corpus.members == "states" else None,
            cosigning=cosigning,
            tiles=_tiles(corpus),
            layers=layer_records(corpus, graph, layers, theme),
            **own,
        )
    )


def _tiles(corpus: Corpus) -> pd.DataFrame | None:
    """Return the tiles of the states that could have signed, where they are the same for all.

    Of statements of different times no map is drawn: it would hatch who could sign none that is
    open.
    """
    if corpus.members != "states":
        return None
    tiles = labelled_tiles()
    called = short_names(corpus)
    tiles = tiles.assign(label=[called.get(str(k), v) for k, v in tiles["label"].items()])
    if not corpus.dated:
        return tiles
    return tiles[tiles.index.isin(corpus.signatories["signatory"]) & (corpus.universes is None)]
