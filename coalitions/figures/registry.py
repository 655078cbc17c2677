"""All diagrams, a line each: the source for the command line, the report, README and the tests.

Nothing here is heavy, so that ``coalitions --help`` need not wait for matplotlib: what draws a
diagram is imported when it is first drawn.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from coalitions.errors import CoalitionsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus

#: What some diagrams take beside a corpus, a size and a theme.
Further = Literal[
    "statements", "seed", "min_shared", "region", "model", "tail", "alpha", "correction"
]


class Diagram(NamedTuple):
    """One kind of diagram: call it to draw it."""

    #: As the command line has it; ``draw_…`` and the kind is the function.
    kind: str
    #: What it is called, and how it is read.
    name: str
    caption: str
    #: Its place in a report: the order that tells the story.
    place: int
    #: File or folder of ``figures`` that draws it, where that is not the kind.
    room: str = ""
    takes: tuple[Further, ...] = ()

    @property
    def draw(self) -> Callable[..., Axes]:
        """The function that draws it."""
        module = import_module(f"coalitions.figures.{self.room or self.kind}")
        return getattr(module, f"draw_{self.kind}")  # type: ignore[no-any-return] # a test calls all

    def __call__(self, corpus: Corpus, **how: Any) -> Axes:
        """Draw a corpus; nothing of it is left to pyplot unless that is asked for."""
        return self.draw(corpus, **({"screen": False} | how))

    def tell(self, corpus: Corpus, **how: Any) -> Axes:
        """Draw a corpus for a report, which is without a figure that has nothing to tell.

        Raises
        ------
        CoalitionsError
            Why there is nothing to tell, or nothing to draw.
        """
        ax = self(corpus, **how)
        sheet: Any = ax.figure.figure
        if why := sheet.said.silent:
            raise CoalitionsError(why)
        return ax


_ALL = (
    Diagram(
        "venn",
        "Venn diagram",
        "Circles as large as the named lists; a dashed ring where more are declared than named.",
        place=3,
        takes=("statements",),
    ),
    Diagram(
        "upset",
        "UpSet diagram",
        "A row names those who signed exactly the statements marked; the line: at least these.",
        place=5,
        takes=("min_shared",),
    ),
    Diagram(
        "matrix",
        "Matrix",
        "A mark where a name stands under a statement; hatched columns are known in part.",
        place=9,
        takes=("min_shared",),
    ),
    Diagram(
        "overlap",
        "Overlap of pairs",
        "Shaded by the smallest number that the lists allow, and by the largest.",
        place=4,
        takes=("min_shared",),
    ),
    Diagram(
        "network",
        "Two-mode network",
        "Squares are statements, circles their signatories.",
        place=11,
        room="networks",
        takes=("seed", "min_shared"),
    ),
    Diagram(
        "cosigning",
        "Co-signing network",
        "Lines join those who are named together most often.",
        place=12,
        room="networks",
        takes=("seed", "min_shared"),
    ),
    Diagram(
        "backbone",
        "Backbone",
        "Lines join those who share more statements than the sizes of lists and records explain.",
        place=14,
        room="networks",
        takes=("model", "tail", "alpha", "correction"),
    ),
    Diagram(
        "communities",
        "Diagram of communities",
        "Each area is a group; a circle is filled as far as what it shares is shared within.",
        place=13,
        room="networks",
        takes=("alpha",),
    ),
    Diagram(
        "tilemap",
        "Map of equal tiles",
        "A tile for each state; hatched where it is not named and a list is known in part.",
        place=1,
        room="maps",
    ),
    Diagram(
        "worldmap",
        "World map",
        "States in their borders, the small ones as dots.",
        place=10,
        room="maps",
        takes=("region",),
    ),
    Diagram(
        "card",
        "Card",
        "Lists of names side by side: bold is new, italics may be; who is not again has a column.",
        place=2,
        takes=("statements",),
    ),
    Diagram(
        "balance",
        "Balance",
        "Every bar is a group; hatched is who may stand on a list known in part.",
        place=8,
    ),
    Diagram(
        "flow",
        "Flow of sides",
        "Each column holds all who could have signed; strong ribbons are new or not again.",
        place=6,
    ),
    Diagram(
        "timeline",
        "Timeline",
        "Each bar is a statement: solid as far as names are known, hatched as far as declared.",
        place=7,
    ),
)
#: Kind → diagram, in the order of the documentation.
FIGURES: dict[str, Diagram] = {diagram.kind: diagram for diagram in _ALL}


def in_report(diagrams: Iterable[Diagram]) -> list[Diagram]:
    """Return diagrams in the order in which a report has them.

    Examples
    --------
    >>> [diagram.kind for diagram in in_report(FIGURES.values())][:3]
    ['tilemap', 'card', 'venn']
    """
    return sorted(diagrams, key=lambda diagram: diagram.place)
