"""The report as one file: a page for a browser, or a PDF with each figure on a page of its own."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal, NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from coalitions import looks
from coalitions.corpus import completeness, refuse_no_corpus, source, statement_labels
from coalitions.dates import day
from coalitions.errors import ChoiceError, CoalitionsError, path_of
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
    sentence_of,
    story,
    under_figures,
    with_own_source,
)
from coalitions.report.finish import Finish, Finished, finished
from coalitions.report.inside import passages
from coalitions.report.omissions import left_out, omissions, say_omissions
from coalitions.report.onepage import write_page
from coalitions.report.parts import PARTS, chosen_parts, described
from coalitions.tables import statement_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Unpack

    from matplotlib.axes import Axes

    from coalitions.corpus import Corpus

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
    only: Sequence[str] = (),
    step: Callable[[str], None] = lambda _: None,
    **own: Unpack[Finish],
) -> Path:
    """Write the report as one file: a page for a browser, or a PDF.

    The page (``.html``) holds all that a folder does but the graph files, which it can give: every
    figure, the page to explore, tables, corpus and methods. It makes no request, and prints. The
    PDF has the opening, the ledger, every figure on a page of its own, and the methods.

    Parameters
    ----------
    corpus : Corpus
    path : str or Path
        A file that ends with ``.html`` or ``.pdf``.
    only : sequence of str, optional
        The parts that it has, of ``figures``, ``tables`` and ``methods``, and in a page
        ``explorer`` and ``corpus``; by default all.
    step : callable, optional
        Is told what is being done, once a figure.
    **own : Finish
        Words of your own, by name: ``title``, ``subtitle``, ``note``; ``source`` and ``credit``
        stand under every figure, too; see ``coalitions.findings.OwnWords``.
        ``theme``, made by ``looks.own_colours``, colours the sides.

    Returns
    -------
    Path
        Where it was written: the same bytes each time.

    Raises
    ------
    CoalitionsError
        Another suffix, an unknown part, or a file that cannot be written.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from coalitions import load, select
    >>> german = select(load("unga75"), stance="critical")
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> write_document(german, folder / "report.pdf", only=["tables", "methods"]).name
    'report.pdf'
    """
    refuse_no_corpus(corpus)
    path = path_of(path)
    suffix, finish = path.suffix.lower(), finished(own)
    refuse_too_long(under_figures(finish.words))
    if suffix == ".html":
        write_page(corpus, path, chosen_parts(only, PARTS["page"]), step, finish)
    elif suffix == ".pdf":
        _write_pdf(for_figures(corpus), path, chosen_parts(only, PARTS["pdf"]), step, finish)
    else:
        raise ChoiceError(
            f"{path.name}: a document is one file: end its name with .html (a page) or .pdf"
        )
    return path


def _write_pdf(
    corpus: Corpus,
    path: Path,
    parts: frozenset[str],
    step: Callable[[str], None],
    finish: Finished,
) -> None:
    from matplotlib.backends.backend_pdf import PdfPages  # noqa: PLC0415 - heavy, for PDFs alone

    buffer, own = io.BytesIO(), finish.words
    metadata = {**FORMATS[".pdf"], "Title": legible(own.get("title") or finding(corpus))}
    rc = looks.LIGHT.rc()
    with from_defaults(rc), said_once(), PdfPages(buffer, metadata=metadata) as pdf:
        drawn, refused = _figures(corpus, step, finish) if "figures" in parts else ([], [])
        opening = _opening(corpus, own, ledger="tables" in parts)
        methods = list(_methods(corpus, described(parts))) if "methods" in parts else []
        for figure in (*_pages([*opening, *refused]), *map(_on_a_page, drawn), *_pages(methods)):
            make_legible(figure)
            pdf.savefig(figure)
    write_bytes(path, buffer.getvalue())


def _figures(
    corpus: Corpus, step: Callable[[str], None], finish: Finished
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
            drawn.append(diagram.tell(corpus, **finish.under_figures()))
        except CoalitionsError as error:
            reasons[diagram.name] = str(error)
    return drawn, [Paragraph(is_not_drawn(name, why)) for name, why in reasons.items()]


def _opening(corpus: Corpus, own: Mapping[str, str], *, ledger: bool) -> Iterator[Paragraph]:
    """Give the finding, the paragraph that opens the report, and the ledger."""
    ours = finding(corpus)
    yield Paragraph(own.get("title") or ours, 20.0, "bold", 0.0)
    if own.get("subtitle"):
        yield Paragraph(own["subtitle"], looks.TITLE)
    first = [sentence_of(ours)] if own.get("title") else []
    yield Paragraph(" ".join([*first, *story(corpus)]), 11.0, "normal", 14.0)
    if own.get("note"):
        yield Paragraph(sentence_of(own["note"]), 11.0)
    if ledger:
        yield from _ledger(corpus)
    sources = with_own_source(own.get("source", ""), source(corpus).rstrip("."))
    credit = f" {sentence_of(own['credit'])}" if own.get("credit") else ""
    yield Paragraph(f"{completeness(corpus)} Source: {sources}.{credit}", looks.FOOT)


def _ledger(corpus: Corpus) -> Iterator[Paragraph]:
    """Give each statement: when it was, how many it names and declares, whence."""
    yield Paragraph(LEDGER, looks.TITLE, "bold", 24.0)
    labels = statement_labels(corpus)
    about = corpus.statements.set_index("statement_id")
    for row in statement_ledger(corpus).to_dict("records"):
        key = row["statement_id"]
        declared = "not declared" if pd.isna(row["declared"]) else f"{row['declared']:,} declared"
        what = [day(about["date"][key]), f"{row['named']:,} named", declared, row["status"]]
        yield Paragraph(labels[key], looks.TEXT, "bold", 8.0)
        yield Paragraph(", ".join(part for part in what if part), looks.TEXT, "normal", 0.0)
        yield Paragraph(about["source_name"][key], looks.FOOT, "normal", 0.0)


def _methods(corpus: Corpus, of: Literal["report", "tables"]) -> Iterator[Paragraph]:
    """Give the methods, a paragraph each, headings in bold."""
    for n, passage in enumerate(passages(describe(corpus, of=of))):
        is_head = passage.kind == "head"
        size = looks.TEXT if n else looks.TITLE
        for text in passage.texts:
            weight, above = ("bold", 14.0) if is_head else ("normal", 5.0)
            yield Paragraph(text, size, weight, above)


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
