"""The report as one document: what it says, then every figure on a page, then the methods."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from coalitions import looks
from coalitions.corpus import completeness, refuse_no_corpus, source, statement_labels
from coalitions.dates import day
from coalitions.errors import ChoiceError, CoalitionsError
from coalitions.figures import (
    FIGURES,
    FORMATS,
    balanced,
    fold,
    for_figures,
    from_defaults,
    in_report,
    make_legible,
    refuse_too_long,
    said_once,
)
from coalitions.files import legible, write_bytes
from coalitions.findings import (
    LEDGER,
    describe,
    finding,
    is_not_drawn,
    own_words,
    sentence_of,
    story,
    under_figures,
    with_own_source,
)
from coalitions.report.omissions import left_out, omissions, say_omissions
from coalitions.tables import statement_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus
    from coalitions.findings import OwnWords

#: A4, its margin, and the width of the text (points).
WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 47.5
BODY = WIDTH - 2 * MARGIN
LEADING = 1.4


class Paragraph(NamedTuple):
    """A text, the size and weight of its type, and the room above it (points)."""

    text: str
    size: float = looks.TEXT
    weight: str = "normal"
    above: float = 8.0


def write_document(
    corpus: Corpus,
    path: str | Path,
    *,
    step: Callable[[str], None] = lambda _: None,
    **own: Unpack[OwnWords],
) -> Path:
    """Write the report as one PDF: opening, ledger, a page a figure, methods.

    Parameters
    ----------
    corpus : Corpus
    path : str or Path
        A file that ends with ``.pdf``.
    step : callable, optional
        Is told what is being done, once a figure.
    **own : OwnWords
        Words of your own, by name: ``title``, ``subtitle``, ``note``; ``source`` and ``credit``
        stand under every figure, too; see ``coalitions.findings.OwnWords``.

    Returns
    -------
    Path
        Where it was written: the same bytes each time.

    Raises
    ------
    CoalitionsError
        Another suffix, or a file that cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from coalitions import load, select
    >>> german = select(load("unga75"), stance="critical")
    >>> write_document(german, Path(tempfile.mkdtemp()) / "report.pdf").name
    'report.pdf'
    """
    refuse_no_corpus(corpus)
    path = Path(path)
    if path.suffix.lower() != ".pdf":
        raise ChoiceError(f"{path.name}: a document is a .pdf file: end its name with .pdf")
    buffer, said = io.BytesIO(), own_words(own)
    refuse_too_long(under_figures(said))
    corpus = for_figures(corpus)
    metadata = {**FORMATS[".pdf"], "Title": legible(said.get("title") or finding(corpus))}
    rc = looks.LIGHT.rc()
    with from_defaults(rc), said_once(), PdfPages(buffer, metadata=metadata) as pdf:
        drawn, refused = _figures(corpus, step, said)
        for figure in (
            *_pages([*_opening(corpus, said), *refused]),
            *map(_on_a_page, drawn),
            *_pages(list(_methods(corpus))),
        ):
            make_legible(figure)
            pdf.savefig(figure)
    write_bytes(path, buffer.getvalue())
    return path


def _figures(
    corpus: Corpus, step: Callable[[str], None], said: dict[str, str]
) -> tuple[list[Axes], list[Paragraph]]:
    """Draw every figure, and say why the others are not drawn."""
    drawn: list[Axes] = []
    left = [each for each in omissions(corpus) if each.what.startswith("figure ")]
    say_omissions(left)
    reasons: dict[str, str] = {}
    for diagram in in_report(FIGURES.values()):
        step(f"figure {diagram.kind}")
        if why := left_out(left, f"figure {diagram.kind}"):
            reasons[diagram.name] = why
            continue
        try:
            drawn.append(diagram(corpus, **under_figures(said)))
        except CoalitionsError as error:
            reasons[diagram.name] = str(error)
    return drawn, [Paragraph(is_not_drawn(name, why)) for name, why in reasons.items()]


def _opening(corpus: Corpus, said: dict[str, str]) -> Iterator[Paragraph]:
    """Give the finding, the paragraph that opens the report, and the ledger."""
    ours = finding(corpus)
    yield Paragraph(said.get("title") or ours, 20.0, "bold", 0.0)
    if said.get("subtitle"):
        yield Paragraph(said["subtitle"], looks.TITLE)
    first = [sentence_of(ours)] if said.get("title") else []
    yield Paragraph(" ".join([*first, *story(corpus)]), 11.0, "normal", 14.0)
    if said.get("note"):
        yield Paragraph(sentence_of(said["note"]), 11.0)
    yield Paragraph(LEDGER, looks.TITLE, "bold", 24.0)
    labels = statement_labels(corpus)
    about = corpus.statements.set_index("statement_id")
    for row in statement_ledger(corpus).to_dict("records"):
        key = row["statement_id"]
        declared = "not declared" if pd.isna(row["declared"]) else f"{row['declared']} declared"
        what = [day(about["date"][key]), f"{row['named']} named", declared, row["status"]]
        yield Paragraph(labels[key], looks.TEXT, "bold", 8.0)
        yield Paragraph(", ".join(part for part in what if part), looks.TEXT, "normal", 0.0)
        yield Paragraph(about["source_name"][key], looks.FOOT, "normal", 0.0)
    sources = with_own_source(said.get("source", ""), source(corpus).rstrip("."))
    credit = f" {sentence_of(said['credit'])}" if said.get("credit") else ""
    yield Paragraph(f"{completeness(corpus)} Source: {sources}.{credit}", looks.FOOT)


def _methods(corpus: Corpus) -> Iterator[Paragraph]:
    """Give the methods, a paragraph each, headings in bold."""
    for block in describe(corpus).split("\n\n"):
        heads = len(block) - len(block.lstrip("#"))
        for item in block.split("\n- "):
            text = " ".join(item.split()).lstrip("-# ")
            size = looks.TITLE if heads == 1 else looks.TEXT
            yield Paragraph(text, size, "bold" if heads else "normal", 14.0 if heads else 5.0)


def _pages(paragraphs: list[Paragraph]) -> Iterator[Figure]:
    """Set paragraphs one below the other, on as many pages as they need."""
    page, y = Figure(figsize=(WIDTH / 72, HEIGHT / 72)), HEIGHT - MARGIN
    for text, size, weight, above in paragraphs:
        broken = balanced if weight == "bold" else fold
        for n, line in enumerate(broken(text, BODY, size, weight).split("\n")):
            y -= above * (n == 0) + size * LEADING
            if y < MARGIN:
                yield page
                page, y = Figure(figsize=(WIDTH / 72, HEIGHT / 72)), HEIGHT - MARGIN - size
            place = (MARGIN / WIDTH, y / HEIGHT)
            page.text(*place, line, fontsize=size, fontweight=weight, color=looks.INK)
    if page.texts:
        yield page


def _on_a_page(ax: Axes) -> Figure:
    """Put a figure at the top of a page of the document; a taller one keeps its height."""
    figure = ax.figure.figure
    wide, tall = (inches * 72 for inches in figure.get_size_inches())
    height = max(HEIGHT, tall + MARGIN)
    box = ax.get_position()
    left = (box.x0 * wide + (WIDTH - wide) / 2) / WIDTH
    low = (box.y0 * tall + height - tall - MARGIN / 2) / height
    figure.set_size_inches(WIDTH / 72, height / 72)
    ax.set_position((left, low, box.width * wide / WIDTH, box.height * tall / height))
    return figure
