"""What a drawn figure holds, measured with the renderer that prints it; and corpora to draw."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.collections import EllipseCollection, LineCollection, PatchCollection
from matplotlib.colors import to_rgb
from matplotlib.patches import Circle, Patch, PathPatch
from matplotlib.text import Text

from coalitions import Corpus, load, looks, select
from coalitions.corpus.parts import choose
from coalitions.names.gazetteer import states

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from matplotlib.axes import Axes
    from numpy.typing import NDArray

    Corners = NDArray[np.float64]

#: Boxes may share an edge, or overlap by no more than this (pixels at the resolution of print).
TOUCHING = 1.0
DPI = 300


# --- corpora -------------------------------------------------------------------------------------


def corpus_of(
    lists: dict[str, list[str]],
    *,
    declared: dict[str, int] | None = None,
    members: str = "states",
    **columns: object,
) -> Corpus:
    """Return a corpus of lists of names; ``columns`` describe every statement alike."""
    statements = pd.DataFrame({"statement_id": list(lists)}).assign(**columns)
    if declared:
        statements["declared_count"] = [declared.get(key) for key in lists]
    rows = [(key, name) for key, names in lists.items() for name in names]
    signatures = pd.DataFrame(rows, columns=["statement_id", "signatory"], dtype=str)
    return Corpus(statements, signatures, members=members)  # type: ignore[arg-type]


#: Labels that are harmless only where nobody takes them for markup, mathematics or a command.
ODD = {
    "mathematics": "$x^2$",
    "broken mathematics": r"$\frac{$ %d {0} \alpha",
    "element": "<img src=x onerror=alert(1)>",
    "end of script": "</script><script>alert(2)</script>",
    "long": "Independent Association of Small Island Developing Signatory",
    "one long word": "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauer",
    "right to left": "دولة فلسطين",
    "east asian": "中华人民共和国",
    "two lines": "first line\nsecond line",
    "entity": "Trinidad &amp: Tobago & \"quotes\" 'too'",
}


def _odd() -> Corpus:
    """Return five statements that bear odd names, each signed by all but one of all odd names."""
    names = list(ODD.values())
    lists = {f"{key} {n}": names[:n] + names[n + 1 :] for n, key in enumerate(names[:5])}
    return corpus_of(lists, members="any")


def _random(statements: int = 60, seed: int = 20201006) -> Corpus:
    """Return many statements with everything at once: partial, count only, undeclared, complete."""
    dice, members = random.Random(seed), _members()[::2]  # noqa: S311 - no secret
    rows, signatures = [], []
    for n in range(statements):
        names = dice.sample(members, dice.choice([0, 1, 2, 12, 25, 40]))
        kind = dice.choice(["complete", "partial", "undeclared"])
        declared = {"complete": len(names), "partial": len(names) + 20, "undeclared": None}[kind]
        date = f"20{10 + n // 12}-{n % 12 + 1:02d}-15"
        key = f"{date}-{dice.choice(['letter', 'joint-statement', 'vote'])}-{n}"
        rows.append((key, date, dice.choice(["support", "critical", ""]), declared))
        signatures += [(key, name) for name in names]
    columns = ["statement_id", "date", "stance", "declared_count"]
    return Corpus(
        pd.DataFrame(rows, columns=columns),
        pd.DataFrame(signatures, columns=["statement_id", "signatory"]),
    )


def _members() -> list[str]:
    table = states()
    return sorted(table["signatory"][table["kind"].isin(["member", "observer"])])


def _three_large() -> Corpus:
    """Return three lists of about 70 in which each of the seven regions holds 10 or more."""
    sizes = {"a": 29, "b": 25, "c": 32, "ab": 19, "ac": 12, "bc": 16, "abc": 10}
    members = iter(_members())
    lists: dict[str, list[str]] = {"a": [], "b": [], "c": []}
    for region, size in sizes.items():
        for name in (next(members) for _ in range(size)):
            for key in region:
                lists[key].append(name)
    return corpus_of(lists, declared={"a": 70, "b": 70, "c": 90})


def _without_stance(corpus: Corpus) -> Corpus:
    return Corpus(corpus.statements.assign(stance=""), corpus.signatures)


#: Name → corpus; those of one event of un-china bear the event's id.
CORPORA: dict[str, Callable[[], Corpus]] = {
    "unga75": lambda: load("unga75"),
    "un-china": lambda: load("un-china"),
    "two lists": lambda: corpus_of(
        {"north": ["Norway", "Sweden", "Denmark"], "baltic": ["Sweden", "Denmark", "Estonia"]}
    ),
    "one statement": lambda: corpus_of({"letter": ["Cuba", "Kenya", "Fiji"]}),
    "one name": lambda: corpus_of({"letter": ["Cuba"]}, declared={"letter": 2}),
    "disjoint": lambda: corpus_of(
        {"a": ["Cuba", "Fiji"], "b": ["Kenya", "Chad"], "c": ["Peru", "Chile", "Oman"]}
    ),
    "alike": lambda: corpus_of({key: ["Cuba", "Fiji"] for key in "abc"}),
    "nested": lambda: corpus_of(
        {"a": ["Cuba", "Fiji", "Chad", "Peru"], "b": ["Cuba", "Fiji"], "c": ["Cuba"]}
    ),
    "three large": _three_large,
    "everybody": lambda: corpus_of(
        {"all": _members(), "few": ["Cuba", "Fiji"]}, declared={"all": 195, "few": 4}
    ),
    "counts": lambda: corpus_of({"a": [], "b": []}, declared={"a": 12, "b": 40}),
    "nothing": lambda: corpus_of({"a": [], "b": []}),
    "random": _random,
    "without stance": lambda: _without_stance(corpus("unga75")),
    "odd labels": _odd,
}


@cache
def corpus(name: str) -> Corpus:
    """Return one of the corpora, or an event of un-china."""
    return CORPORA[name]() if name in CORPORA else select(corpus("un-china"), event=name)


EVENTS = sorted(set(corpus("un-china").statements["event_id"]))


# --- independent counts --------------------------------------------------------------------------


def lists(corpus: Corpus) -> dict[str, set[str]]:
    """Return who is named under each statement, straight from the rows of signatures."""
    found: dict[str, set[str]] = {key: set() for key in corpus.statements["statement_id"]}
    for row in corpus.signatures.itertuples():
        found[str(row.statement_id)].add(str(row.signatory))
    return found


def exclusive(corpus: Corpus) -> Counter[frozenset[str]]:
    """Return how many are named under exactly each set of statements."""
    by_signatory: dict[str, set[str]] = {}
    for key, names in lists(corpus).items():
        for name in names:
            by_signatory.setdefault(name, set()).add(key)
    return Counter(frozenset(keys) for keys in by_signatory.values())


def shared(corpus: Corpus) -> Counter[frozenset[str]]:
    """Return under how many statements each pair of signatories is named together."""
    return Counter(
        frozenset(pair) for names in lists(corpus).values() for pair in combinations(names, 2)
    )


def complete(corpus: Corpus) -> Corpus:
    """Return the statements whose every signatory is named."""
    wanted = (corpus.named > 0) & (corpus.unnamed == 0)
    return choose(corpus, corpus.named.index[wanted])


# --- what is drawn -------------------------------------------------------------------------------


class Ruler(FigureCanvasAgg):
    """What figures are measured on: its letters are those that print, but nothing is drawn.

    A page at the resolution of print takes 26 MB, and every text keeps it. Here all share one dot.
    """

    def get_renderer(self) -> RendererAgg:
        return _dot(self.figure.dpi)


@cache
def _dot(dpi: float) -> RendererAgg:
    return RendererAgg(1, 1, dpi)


class Printed(NamedTuple):
    """A text as it prints: its four corners, in pixels."""

    text: str
    corners: Corners
    artist: Text


def texts(ax: Axes, dpi: float = DPI) -> list[Printed]:
    """Return every visible text of the figure with the corners of its box (pixels)."""
    figure = ax.figure.figure
    figure.set_dpi(dpi)
    canvas = figure.canvas
    Ruler(figure)
    figure.draw_without_rendering()  # a save at another resolution leaves its places behind
    assert not ax.axison, "ticks would print too: measure them"
    ticks = {id(t) for axis in (ax.xaxis, ax.yaxis) for t in axis.findobj(Text)}
    found = {
        id(t): t
        for t in figure.findobj(Text)
        if t.get_visible() and t.get_text().strip() and id(t) not in ticks
    }
    printed = [Printed(t.get_text(), _corners(t), t) for t in found.values()]
    figure.set_canvas(canvas)  # which is saved, later
    return printed


def pixels(ax: Axes) -> NDArray[np.uint8]:
    """Return the figure as it prints: rows from the top, columns, red, green, blue, opacity."""
    canvas = FigureCanvasAgg(ax.figure.figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def _corners(text: Text) -> Corners:
    """Return the corners of a text's box, turned where it stands askew."""
    angle = text.get_rotation()
    if angle % 90:
        assert text.get_rotation_mode() == "anchor", "turned around its own box: measure that"
        text.set_rotation(0)
    box = text.get_window_extent()
    corners = np.array([(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)])
    if angle % 90:
        text.set_rotation(angle)
        anchor = text.get_transform().transform(text.get_unitless_position())
        turn = np.deg2rad(angle)
        matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        corners = (corners - anchor) @ matrix + anchor
    return corners


def depth(a: Corners, b: Corners) -> float:
    """Return how far two boxes lie within each other (pixels; 0 where they do not)."""
    least = np.inf
    for box in (a, b):
        for edge in (box[1] - box[0], box[3] - box[0]):
            length = float(np.hypot(*edge))
            normal = edge / length if length else np.zeros(2)
            one, other = a @ normal, b @ normal
            least = min(least, min(one.max(), other.max()) - max(one.min(), other.min()))
    return max(0.0, float(least))


def collisions(printed: list[Printed]) -> list[str]:
    """Return every pair of texts that print over each other."""
    return [
        f"{a.text!r} over {b.text!r} by {depth(a.corners, b.corners):.1f} px"
        for a, b in _near(printed)
        if depth(a.corners, b.corners) > TOUCHING
    ]


def _near(printed: list[Printed]) -> Iterator[tuple[Printed, Printed]]:
    """Give the pairs whose upright boxes overlap: no others can."""
    low = np.array([p.corners.min(0) for p in printed]).reshape(-1, 2)
    high = np.array([p.corners.max(0) for p in printed]).reshape(-1, 2)
    for n in range(len(printed)):
        meets = (low[n] < high[n + 1 :]).all(1) & (high[n] > low[n + 1 :]).all(1)
        yield from ((printed[n], printed[n + 1 + int(m)]) for m in np.flatnonzero(meets))


def outside(ax: Axes, printed: list[Printed]) -> list[str]:
    """Return every text that the edge of the page cuts, and by how much (pixels)."""
    width, height = ax.figure.figure.bbox.size
    found = []
    for p in printed:
        low, high = p.corners.min(0), np.array([width, height]) - p.corners.max(0)
        cut = max(0.0, *(-low), *(-high))
        if cut > TOUCHING:
            found.append(f"{p.text!r} by {cut:.1f} px")
    return found


def title(ax: Axes) -> str:
    return ax.get_title(loc="left").replace("\n", " ")


def foot(ax: Axes) -> str:
    """Return the words below the figure, in one line."""
    found = [t.get_text() for t in ax.texts if "Source: " in t.get_text()]
    assert len(found) == 1
    return re.sub(r"\s+", " ", found[0])


def circles(ax: Axes) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the centres and the diameters of the marks of signatories."""
    found = [c for c in ax.collections if isinstance(c, EllipseCollection)]
    assert len(found) == 1
    offsets = np.asarray(found[0].get_offsets(), dtype=float)
    return offsets, np.asarray(found[0].get_widths(), dtype=float)


def lines(ax: Axes) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the two ends of every line between marks."""
    # Hairlines lie below 1.
    found = [c for c in ax.collections if isinstance(c, LineCollection) and c.get_zorder() == 1]
    return [
        ((float(a[0]), float(a[1])), (float(b[0]), float(b[1])))
        for c in found
        for a, b in c.get_segments()
    ]


def marks(ax: Axes) -> list[tuple[float, float]]:
    """Return the middle of every mark of a matrix."""
    found = [c for c in ax.collections if isinstance(c, PatchCollection)]
    boxes = [path.get_extents() for c in found for path in c.get_paths()]
    return [((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2) for b in boxes]


#: Where keys to colours are drawn.
KEY_ZORDER = 5


def fields(ax: Axes) -> list[Patch]:
    """Return the regions of a Venn diagram: what is filled, whatever its shape."""
    found = [p for p in ax.patches if isinstance(p, PathPatch | Circle) and p.get_fill()]
    return [p for p in found if not in_key(p)]


def in_key(patch: Patch) -> bool:
    """Say whether a patch explains a colour and stands for nothing in the data."""
    return patch.get_zorder() == KEY_ZORDER


def hatched(patch: object) -> bool:
    return bool(getattr(patch, "get_hatch", lambda: None)())


def is_colour(patch: object, colour: str) -> bool:
    """Say whether a patch is filled with a colour of the palette."""
    face = patch.get_facecolor()  # type: ignore[attr-defined]
    wanted = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return bool(np.allclose(face[:3], wanted, atol=1e-6)) and face[3] > 0


def side_of(patch: object) -> str:
    """Return the side whose colour a patch bears, or nothing."""
    return next((s for s, c in looks.SIDE_COLOURS.items() if is_colour(patch, c)), "")


def contrast(text: Text, patch: Patch) -> float:
    """Return the contrast of a text with what it stands on, as WCAG 2 defines it (1 to 21)."""
    face = np.asarray(patch.get_facecolor())
    ground = face[3] * face[:3] + (1 - face[3]) * np.ones(3)
    bright, dark = sorted((luminance(to_rgb(text.get_color())), luminance(ground)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(rgb: Sequence[float]) -> float:
    channels = np.asarray(rgb, dtype=float)
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])
