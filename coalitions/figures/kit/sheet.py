"""A figure of our own: what it says in words, how it is shown, how much larger it prints."""

from __future__ import annotations

import io
import sys
import threading
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib._pylab_helpers import Gcf
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from coalitions import looks
from coalitions.figures.kit.around import LEADING, leading
from coalitions.figures.kit.lettering import balanced, in_pieces
from coalitions.figures.kit.settings import from_defaults
from coalitions.figures.kit.shapes import said_once
from coalitions.findings import Words

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from matplotlib.text import Text

#: Attribute of axes that somebody has made: what is said of the body on them.
SAID = "_coalitions_said"
#: Resolution in a notebook (dots an inch).
SCREEN_DPI = 100
#: How the finding is set.
BOLD: dict[str, Any] = {
    "fontsize": looks.TITLE,
    "fontweight": "bold",
    "linespacing": LEADING,
}


class Sheet(Figure):
    """A figure of our own: what it says, and how much larger it prints."""

    said: Words = Words("", "", ())
    scale: float = 1.0

    @property
    def alt(self) -> str:
        """What it shows, in words."""
        return self.said.alt

    def draw(self, renderer: RendererBase) -> None:
        """Draw with type as wide as it is: hinted for a screen, it would leave the picture."""
        with from_defaults({**looks.RC, "text.hinting": "none"}), said_once():
            super().draw(renderer)

    def _repr_png_(self) -> bytes | None:
        """Return the picture that a notebook shows; None where a window shows it."""
        if _managed(self) and _has_windows():
            return None
        buffer = io.BytesIO()
        said = {"Software": "coalitions"}
        with from_defaults(looks.RC):
            self.savefig(buffer, format="png", dpi=SCREEN_DPI, metadata=said)
        forget(self)  # else the notebook shows it a second time at the end of the cell
        return buffer.getvalue()

    def _ipython_display_(self) -> None:
        """Show the picture once where the notebook would show each figure of pyplot, too."""
        if not (_managed(self) and _inline()):
            raise NotImplementedError  # IPython goes on with what else there is
        from IPython.display import display  # noqa: PLC0415 - only a notebook has it

        shown = {"image/png": self._repr_png_(), "text/plain": repr(self)}
        display(shown, raw=True)  # type: ignore[no-untyped-call] # IPython's


class Body(Axes):
    """The axes of a sheet: its title is the finding, above what it is a finding of."""

    #: How far the finding stands above the axes, and the width that it has (points).
    lift: float = 6.0
    room: float = 0.0

    def set_title(
        self,
        label: str,
        fontdict: dict[str, Any] | None = None,
        loc: Any = None,  # noqa: ARG002 - a figure has one title, and it stands left
        pad: float | None = None,
        *,
        y: float | None = None,
        **kwargs: Any,
    ) -> Text:
        """Replace the finding, in the picture and in its words for those who cannot see it."""
        sheet = self.figure.figure
        before = self.get_title(loc="left")
        label = str(label)
        broken = in_pieces(label, self.room, looks.TITLE, "bold") if self.room else label
        folded = balanced(broken, self.room, looks.TITLE, "bold")
        if isinstance(sheet, Sheet):
            sheet.said = sheet.said._replace(title=label.replace("\n", " "))
            if before and sheet.scale == 1:
                self._make_room(sheet, (leading(folded) - leading(before)) * looks.TITLE / 72)
        with from_defaults(looks.RC):
            return super().set_title(
                folded,
                fontdict,
                loc="left",
                pad=self.lift if pad is None else pad,
                y=1 if y is None else y,
                **(BOLD | kwargs),
            )

    def get_title(self, loc: Any = None) -> str:
        """Return the finding, wherever one looks for a title."""
        del loc
        return super().get_title(loc="left")

    def _make_room(self, sheet: Sheet, more: float) -> None:
        """Make the sheet taller by so many inches, above the axes."""
        if not more:
            return
        wide, tall = sheet.get_size_inches()
        left, low, across, along = self.get_position().bounds
        sheet.set_size_inches(wide, tall + more)
        share = tall / (tall + more)
        self.set_position((left, low * share, across, along * share))

    def _repr_png_(self) -> bytes | None:
        """Return the picture that a notebook shows of it."""
        sheet = self.figure.figure
        return sheet._repr_png_() if isinstance(sheet, Sheet) else None


def new_sheet(size: tuple[float, float]) -> Sheet:
    """Return an empty sheet (inches)."""
    sheet = Sheet(figsize=size)
    FigureCanvasAgg(sheet)
    return sheet


def hand_to_pyplot(sheet: Figure) -> None:
    """Let pyplot show a sheet with its own figures, where somebody has imported pyplot."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    # Windows belong to the main thread.
    if pyplot and threading.current_thread() is threading.main_thread():
        pyplot.figure(FigureClass=lambda **_: sheet)


def forget(figure: Figure) -> None:
    """Take a figure from those that pyplot shows."""
    for manager in Gcf.get_all_fig_managers():
        if manager.canvas.figure is figure:
            Gcf.destroy(manager)


def _managed(figure: Figure) -> bool:
    """Say whether pyplot shows a figure."""
    return any(manager.canvas.figure is figure for manager in Gcf.get_all_fig_managers())


def _has_windows() -> bool:
    """Say whether pyplot shows figures in windows: not in a notebook, nor in files alone."""
    without = {"agg", "pdf", "ps", "svg", "cairo", "template", "pgf"}
    return not (_inline() or str(mpl.get_backend()).lower() in without)


def _inline() -> bool:
    """Say whether figures are shown in a notebook, as pictures."""
    return "inline" in str(mpl.get_backend()).lower()
