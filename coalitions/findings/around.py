"""What stands around a figure: the finding above, source and completeness below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.corpus import completeness, dates, source
from coalitions.dates import day, from_to
from coalitions.findings.matter import matter_below
from coalitions.version import __version__

if TYPE_CHECKING:
    import networkx as nx

    from coalitions.corpus import Corpus

#: Longest source line before it is cut, with a note where the rest stands (letters).
SOURCE_LETTERS = 260


class Words(NamedTuple):
    """What a figure says: the finding, what and when, and what is known of the lists."""

    title: str
    subtitle: str
    foot: tuple[str, ...]
    #: What is drawn, in sentences, for those who cannot see it.
    data: str = ""
    #: Why a report is without the figure, where it has nothing to tell that chance does not.
    silent: str = ""

    @property
    def alt(self) -> str:
        """All that is said, and what is drawn, in one paragraph."""
        said = (self.title and f"{self.title}.", self.subtitle, self.data, *self.foot[:-2])
        return " ".join(part for part in said if part)


def words(  # noqa: PLR0913 - each is another part of what stands around a figure
    corpus: Corpus,
    title: str,
    *,
    what: str,
    notes: tuple[str, ...] = (),
    data: str = "",
    shown: Corpus | None = None,
) -> Words:
    """Return the words around a figure; the foot tells completeness, source and date.

    Parameters
    ----------
    corpus : Corpus
    title : str
        The finding.
    what : str
        What is drawn.
    notes : tuple of str
        Sentences that stand first in the foot.
    data : str
        The numbers that are drawn, in sentences: part of the alternative text.
    shown : Corpus, optional
        What is drawn of it, whose forum and dates stand below the title; by default all.
    """
    drawn = corpus if shown is None else shown
    when = from_to(*dates(drawn))
    forums = list(dict.fromkeys(f for f in drawn.statements["forum"] if f))
    last = day(dates(corpus)[1])
    where = forums[0] if len(forums) == 1 else ""
    placed = filter(None, (matter_below(drawn, title), where, when))
    subtitle = ". ".join(part for part in (what, ", ".join(placed)) if part)
    sources = source(corpus)
    if len(sources) > SOURCE_LETTERS:
        sources = sources[: sources.rfind(";", 0, SOURCE_LETTERS)] + "; and others (see the ledger)"
    made = f"Drawn by coalitions {__version__}."
    foot = (
        *notes,
        completeness(corpus),
        f"Source: {sources.rstrip('.')}.",
        f"Lists to {last}. {made}" if last else f"No list is dated. {made}",
    )
    return Words(title, subtitle + ".", foot, data)


def graph_words(
    graph: nx.Graph[str], title: str, *, what: str, notes: tuple[str, ...] = (), data: str = ""
) -> Words:
    """Return the words around a figure of a graph, from what the graph says of itself."""
    says = graph.graph
    source = f"Source: {str(says['source']).rstrip('.')}." if says.get("source") else ""
    last = f"Lists to {day(str(says['last_date']))}." if says.get("last_date") else ""
    known = str(says.get("completeness", ""))
    foot = (
        *notes,
        *((known,) if known else ()),
        source or "The graph names no source.",
        f"{last or 'The graph has no date.'} Drawn by coalitions {__version__}.",
    )
    return Words(title, f"{what}.", foot, data)
