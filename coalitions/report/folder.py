"""The folder of a report: written beside its place, moved there whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from coalitions.corpus import refuse_no_corpus
from coalitions.errors import ChoiceError, CoalitionsError, TooLargeError, path_of, told
from coalitions.explorer import explorer_page
from coalitions.export import write_graph
from coalitions.figures import FIGURES, for_figures, refuse_too_long
from coalitions.files import (
    clear_leftovers,
    draft,
    end_if_asked,
    exchange,
    followed,
    lock,
    one_at_a_time,
    write_csv,
    write_text,
)
from coalitions.findings import bibliography, describe, under_figures
from coalitions.graphs import GRAPHS
from coalitions.looks import look_in, looks_on
from coalitions.report.besides import draw_all, helper_for
from coalitions.report.drawing import Order, Picture
from coalitions.report.finish import Finish, Finished, finished
from coalitions.report.kept import MANIFEST, keep_corpus
from coalitions.report.manifest import write_manifest
from coalitions.report.omissions import Omission, left_out, omissions, rows_listed, say_omissions
from coalitions.report.page import Made, report_html
from coalitions.report.parts import chosen_parts, described
from coalitions.tables import check_claims, pairs, regions, statement_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import Unpack

    import pandas as pd

    from coalitions.corpus import Corpus
    from coalitions.looks import Theme
    from coalitions.report.besides import Other

#: How many steps ``step`` is told of.
STEPS = len(FIGURES) + len(GRAPHS) + 3


def write_report(
    corpus: Corpus,
    folder: str | Path,
    *,
    only: Sequence[str] = (),
    options: Mapping[str, object] | None = None,
    step: Callable[[str], None] = lambda _: None,
    **own: Unpack[Finish],
) -> Path:
    """Write figures, page, graph files, tables, methods and manifest into one folder.

    The folder is written beside its place and moved there at the end: a run that fails leaves an
    earlier report whole. A folder that holds anything but an earlier report is not touched.

    Parameters
    ----------
    corpus : Corpus
    folder : str or Path
        New folder, an empty one, or an earlier report, which is replaced.
    only : sequence of str, optional
        The parts that are made, of ``figures``, ``explorer``, ``graphs``, ``tables``, ``corpus``
        and ``methods``; by default all. Index and manifest are always there.
    options : mapping, optional
        What the manifest shall say about how the report was asked for.
    step : callable, optional
        Is told what is being done, ``STEPS`` times if all is made.
    **own : Finish
        Words of your own for the report and the page in it, by name: ``title``, ``subtitle``,
        ``note``; ``source`` and ``credit`` stand under every figure, too; see
        ``coalitions.findings.OwnWords``.
        ``theme``, made by ``looks.own_colours``, colours the sides.

    Returns
    -------
    Path
        The folder: ``index.html``, ``explorer.html``, ``figures/``, ``graphs/``, ``tables/``,
        ``corpus/``, ``methods.md``, ``references.bib``, ``manifest.json``.

    Raises
    ------
    CoalitionsError
        An unknown part, or a folder that cannot be written, or holds other files.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from coalitions import load, select
    >>> place = pathlib.Path(tempfile.mkdtemp()) / "report"
    >>> report = write_report(select(load("unga75"), stance="critical"), place)
    >>> sorted(path.name for path in report.iterdir())[:4]
    ['corpus', 'explorer.html', 'figures', 'graphs']
    """
    refuse_no_corpus(corpus)
    parts, target, finish = chosen_parts(only), path_of(folder, "folder"), finished(own)
    refuse_too_long(under_figures(finish.words))
    if options is not None and not isinstance(options, Mapping):
        raise ChoiceError(f"options: {told(options)}: expected words by name")
    with _moved_into_place(target) as draft:
        made = make_parts(corpus, draft, parts, step, finish=finish)
        write_text(draft / "index.html", report_html(corpus, made))
        write_manifest(corpus, draft, options or {}, made.left)
    return target


def make_parts(  # noqa: PLR0913 - what is made, of what, where, and in whose words
    corpus: Corpus,
    folder: Path,
    parts: frozenset[str],
    step: Callable[[str], None],
    *,
    finish: Finished,
    figures: Sequence[str] = ("svg", "png"),
) -> Made:
    """Write the parts of a report into a folder, and return what its page shows of them."""
    if not callable(step):
        raise ChoiceError(f"step: {told(step)}: expected a function that takes a text")
    left = [each for each in omissions(corpus) if f"{each.what.split()[0]}s" in parts]
    tables: dict[str, pd.DataFrame] = {}
    pictures: list[Picture] = []
    with helper_for(corpus, draws="figures" in parts) as other:
        if "tables" in parts:
            step("tables")
            tables = _write_tables(corpus, folder / "tables", left)
        if "corpus" in parts:
            keep_corpus(corpus, folder)
        say_omissions(left)
        if "figures" in parts:
            how = finish.under_figures()
            order = Order(for_figures(corpus), folder.resolve() / "figures", figures, how)
            pictures = _draw(order, left, step, other)
    for name in GRAPHS if "graphs" in parts else ():
        step(f"graph {name}")
        left += _write_graph(corpus, name, folder / "graphs", left, finish.theme)
    if "explorer" in parts:
        step("page")
        words: Any = finish.words
        explorer_page(corpus, theme=finish.theme, **words).save(folder / "explorer.html")
    step("report")
    if "methods" in parts:
        of = described(parts)
        write_text(folder / "methods.md", describe(corpus, of=of))
        write_text(folder / "references.bib", bibliography(corpus, of=of))
    return Made(parts, tables, pictures, left, finish.words, finish.theme)


def _write_tables(
    corpus: Corpus, folder: Path, left: Sequence[Omission]
) -> dict[str, pd.DataFrame]:
    """Write every table of the report, and return it by its name; claims where there are any."""
    tables = {
        "ledger": statement_ledger(corpus),
        "pairs": pairs(corpus, top=rows_listed(left, "pairs")),
        "regions": regions(corpus, top=rows_listed(left, "regions")),
        "claims": check_claims(corpus),
    }
    found = {name: table for name, table in tables.items() if name != "claims" or len(table)}
    folder.mkdir()
    for name, table in found.items():
        write_csv(table, folder / f"{name}.csv")
    return found


def _draw(
    order: Order, left: Sequence[Omission], step: Callable[[str], None], other: Other | None
) -> list[Picture]:
    """Draw every figure that is not left out."""
    order.folder.mkdir()
    out = {kind: why for kind in FIGURES if (why := left_out(left, f"figure {kind}"))}
    drawn = draw_all(order, [kind for kind in FIGURES if kind not in out], step, other)
    found = {each.kind: each for each in drawn}
    return [found.get(kind) or Picture(kind, out[kind], drawn=False) for kind in FIGURES]


def _write_graph(
    corpus: Corpus, name: str, folder: Path, left: list[Omission], theme: Theme
) -> list[Omission]:
    """Write a graph, or warn that it is left out where the memory does not hold it."""
    folder.mkdir(exist_ok=True)
    if left_out(left, f"graph {name}"):
        return []
    files = [folder / f"{name}.{suffix}" for suffix in ("gexf", "graphml")]
    try:
        graph = GRAPHS[name](corpus)
        looks = looks_on(graph, look_in(theme))
        for path in files:
            write_graph(graph, path, looks=looks)
    except TooLargeError as error:
        for path in files:
            path.unlink(missing_ok=True)
        found = [Omission(f"graph {name}", str(error))]
        say_omissions(found)
        return found
    return []


@contextmanager
def _moved_into_place(target: Path) -> Iterator[Path]:
    """Give a folder beside the target to write to, and move it there once the block ends well."""
    try:
        place = followed(target)
    except OSError as error:
        raise CoalitionsError(f"{target}: {error.strerror}: choose another `folder`") from error
    if place == place.parent:
        raise CoalitionsError(f"{target} is the root of the disk: choose another `folder`")
    new, old = draft(place, "part"), draft(place, "old")
    try:
        # Not while another run moves its report into place: for a moment there may be none.
        with one_at_a_time(place.parent):
            clear_leftovers(place)
            _refuse_strangers(target)
        new.mkdir()
        with _held(new):
            yield new
            with one_at_a_time(place.parent):
                _refuse_strangers(target)
                _swap(new, place, old)
    except (OSError, CoalitionsError) as error:
        cause = error.__cause__ if isinstance(error, CoalitionsError) else error
        if not isinstance(cause, OSError):
            raise
        # The message names what was asked for, not the folder that nobody has seen.
        reason = (cause.strerror or str(cause)).lower()
        raise CoalitionsError(
            f"cannot write the folder {target}: {reason}; choose another `folder`"
        ) from error
    finally:
        if old.exists() and not place.exists():
            old.rename(place)
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Lock a folder, so that no other run takes it for one that was left behind."""
    if os.name != "posix":  # elsewhere a folder cannot be opened
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _swap(new: Path, place: Path, old: Path) -> None:
    """Put the new folder in its place: in one step, or in two that the next run can undo."""
    end_if_asked()
    if not place.exists():
        new.rename(place)
    elif not exchange(new, place):
        place.rename(old)
        new.rename(place)


def _refuse_strangers(target: Path) -> None:
    """Refuse a place that holds anything but an earlier report, which would be lost."""
    if not target.exists():
        return
    if not target.is_dir():
        raise CoalitionsError(f"{target} is a file: choose another `folder`")
    files = (p.relative_to(target).as_posix() for p in target.rglob("*") if not p.is_dir())
    ours = _listed(target)
    if ours:
        strangers = sorted(set(files) - ours)
    else:
        # Where no report is, one file is enough to know: the folder may be a whole disk.
        strangers = sorted(each.name for each in target.iterdir()) if any(files) else []
    if strangers:
        shown = ", ".join(strangers[:3]) + (" …" if len(strangers) > 3 else "")  # noqa: PLR2004 - as many as are shown
        raise CoalitionsError(
            f"the folder {target} holds files that are no part of a report ({shown}): "
            "move them away, or choose another `folder`"
        )


def _listed(target: Path) -> set[str]:
    """Return the files of a report by its manifest; none where there is no manifest of ours."""
    try:
        manifest = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
        made_by_us = "coalitions" in manifest["made_with"]
        return {MANIFEST, *(str(entry["path"]) for entry in manifest["files"] if made_by_us)}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
