"""The report as one page: everything inside, so that it can be mailed, and printed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from coalitions.files import write_text
from coalitions.report.folder import make_parts
from coalitions.report.inside import Inside
from coalitions.report.page import report_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from coalitions.corpus import Corpus
    from coalitions.report.finish import Finished


def write_page(
    corpus: Corpus,
    path: Path,
    parts: frozenset[str],
    step: Callable[[str], None],
    finish: Finished,
) -> None:
    """Write a report as one HTML file that needs no other, and asks nothing of the network."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        made = make_parts(corpus, folder, parts, step, finish=finish, figures=("svg",))
        text = report_html(corpus, made, Inside(folder))
    write_text(path, text)
