"""Every notebook runs from top to bottom, and still prints what it shows."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from coalitions import draw_venn
from coalitions.figures.registry import FIGURES

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


def texts(notebook):
    """Return what the code cells print, as plain text; pictures are left out."""
    return [
        output["data"]["text/plain"]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "image/png" not in output["data"]
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
# jupyter_client opens an event loop and sockets that it leaves to the interpreter to close
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_notebook_prints_what_it_shows(path, tmp_path):
    shown = nbformat.read(path, as_version=4)
    nbformat.validate(shown)
    run = nbformat.read(path, as_version=4)
    NotebookClient(
        run, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    assert texts(run) == texts(shown)
    assert len(texts(shown)) > 3


def test_a_notebook_shows_a_figure_as_a_picture(unga75):
    picture = draw_venn(unga75).figure._repr_png_()
    assert picture.startswith(b"\x89PNG")
    notebooks = [nbformat.read(path, as_version=4) for path in NOTEBOOKS]
    shown = [o for n in notebooks for c in n.cells for o in c.get("outputs", []) if "data" in o]
    assert sum("image/png" in output["data"] for output in shown) > len(FIGURES)
