"""The folder of a report: written beside its place, moved there whole."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from coalitions.corpus import completeness, refuse_no_corpus
from coalitions.errors import CoalitionsError, TooLargeError
from coalitions.explorer import explorer_page
from coalitions.export import write_graph
from coalitions.figures import FIGURES, alt_text, save_figure
from coalitions.files import (
    clear_leftovers,
    draft,
    end_if_asked,
    exchange,
    lock,
    one_at_a_time,
    write_csv,
    write_text,
)
from coalitions.findings import LIBRARIES, describe, is_earlier
from coalitions.graphs import GRAPHS
from coalitions.looks import node_looks
from coalitions.report.kept import MANIFEST, corpus_choices, keep_corpus
from coalitions.report.omissions import Omission, left_out, omissions, pairs_listed, say_omissions
from coalitions.report.page import Picture, report_html
from coalitions.tables import check_claims, pairs, regions, statement_ledger
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd

    from coalitions.corpus import Corpus

#: How many steps ``step`` is told of.
STEPS = len(FIGURES) + len(GRAPHS) + 3


def write_report(
    corpus: Corpus,
    folder: str | Path,
    *,
    options: Mapping[str, object] | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write figures, page, graph files, tables, methods and manifest into one folder.

    The folder is written beside its place and moved there at the end: a run that fails leaves an
    earlier report whole. A folder that holds anything but an earlier report is not touched.

    Parameters
    ----------
    corpus : Corpus
    folder : str or Path
        New folder, an empty one, or an earlier report, which is replaced.
    options : mapping, optional
        What the manifest shall say about how the corpus was chosen.
    step : callable, optional
        Is told what is being done, ``STEPS`` times.

    Returns
    -------
    Path
        The folder: ``index.html``, ``explorer.html``, ``figures/``, ``graphs/``, ``tables/``,
        ``corpus/``, ``methods.md``, ``manifest.json``.

    Raises
    ------
    CoalitionsError
        The folder cannot be written, or holds other files.

    Examples
    --------
    >>> import tempfile
    >>> from coalitions import load, select
    >>> place = Path(tempfile.mkdtemp()) / "report"
    >>> report = write_report(select(load("unga75"), stance="critical"), place)
    >>> sorted(path.name for path in report.iterdir())[:4]
    ['corpus', 'explorer.html', 'figures', 'graphs']
    """
    refuse_no_corpus(corpus)
    target = Path(folder)
    with _moved_into_place(target) as draft:
        step("tables")
        left = omissions(corpus)
        tables = _tables(corpus, left)
        (draft / "tables").mkdir()
        for name, table in tables.items():
            write_csv(table, draft / "tables" / f"{name}.csv")
        keep_corpus(corpus, draft)
        say_omissions(left)
        pictures = []
        for kind in FIGURES:
            step(f"figure {kind}")
            pictures.append(_draw(corpus, kind, draft / "figures", left))
        for name in GRAPHS:
            step(f"graph {name}")
            left += _write_graph(corpus, name, draft / "graphs", left)
        step("page")
        explorer_page(corpus).save(draft / "explorer.html")
        step("report")
        write_text(draft / "methods.md", describe(corpus))
        write_text(draft / "index.html", report_html(corpus, tables, pictures, left))
        _write_manifest(corpus, draft, options or {}, left)
    return target


def _tables(corpus: Corpus, left: list[Omission]) -> dict[str, pd.DataFrame]:
    """Return every table of the report by its name; claims only where there are any."""
    tables = {
        "ledger": statement_ledger(corpus),
        "pairs": pairs(corpus, top=pairs_listed(left)),
        "regions": regions(corpus),
        "claims": check_claims(corpus),
    }
    return {name: table for name, table in tables.items() if name != "claims" or len(table)}


def _draw(corpus: Corpus, kind: str, folder: Path, left: list[Omission]) -> Picture:
    """Draw one figure; where it cannot be drawn, keep the sentence that says why."""
    folder.mkdir(exist_ok=True)
    if why := left_out(left, f"figure {kind}"):
        return Picture(kind, why, drawn=False)
    try:
        ax = FIGURES[kind](corpus)
    except CoalitionsError as error:
        return Picture(kind, str(error), drawn=False)
    for suffix in ("svg", "png"):
        save_figure(ax, folder / f"{kind}.{suffix}")
    title = ax.get_title(loc="left").replace("\n", " ")
    return Picture(kind, title, drawn=True, alt=alt_text(ax))


def _write_graph(corpus: Corpus, name: str, folder: Path, left: list[Omission]) -> list[Omission]:
    """Write a graph, or warn that it is left out where the memory does not hold it."""
    folder.mkdir(exist_ok=True)
    if left_out(left, f"graph {name}"):
        return []
    files = [folder / f"{name}.{suffix}" for suffix in ("gexf", "graphml")]
    try:
        graph = GRAPHS[name](corpus)
        looks = node_looks(graph)
        for path in files:
            write_graph(graph, path, looks=looks)
    except TooLargeError as error:
        for path in files:
            path.unlink(missing_ok=True)
        found = [Omission(f"graph {name}", str(error))]
        say_omissions(found)
        return found
    return []


def _write_manifest(
    corpus: Corpus, folder: Path, options: Mapping[str, object], left: list[Omission]
) -> None:
    """List every file with its SHA-256, what the report was made with and from, and without."""
    table = corpus.statements
    manifest = {
        "made_with": {"coalitions": __version__} | {name: version(name) for name in LIBRARIES},
        "options": dict(options),
        "universe": corpus.universe,
        "corpus": corpus_choices(corpus),
        "completeness": completeness(corpus),
        "sources": [
            {"statement_id": key, "source_name": name, "source_url": url}
            for key, name, url in zip(
                table["statement_id"], table["source_name"], table["source_url"], strict=True
            )
        ],
        **_left_out(corpus, left),
        "files": [
            {
                "path": path.relative_to(folder).as_posix(),
                "bytes": path.stat().st_size,
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            }
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        ],
    }
    write_text(folder / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")


def _left_out(corpus: Corpus, left: list[Omission]) -> dict[str, object]:
    """Return what the report was made without, and why; nothing where that is nothing."""
    table = corpus.earlier
    versions = [
        Omission(
            f"statement {key}",
            is_earlier(later),
        )
        for key, later in zip(table["statement_id"], table["superseded_by"], strict=True)
    ]
    every = [each._asdict() for each in (*versions, *left)]
    return {"left_out": every} if every else {}


@contextmanager
def _moved_into_place(target: Path) -> Iterator[Path]:
    """Give a folder beside the target to write to, and move it there once the block ends well."""
    place = target.resolve()
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
