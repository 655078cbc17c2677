"""What to cite of an analysis, as BibTeX: the tool, its methods, the sources of the lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.corpus import refuse_no_corpus, statement_labels
from coalitions.dates import day
from coalitions.errors import refuse_other
from coalitions.files import first_source, latex_text
from coalitions.findings.modelworks import (
    WORKS_OF_COMMUNITIES,
    WORKS_OF_CORRECTIONS,
    WORKS_OF_MODELS,
    works_held,
)
from coalitions.findings.works import PARTS, Part, works
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coalitions.corpus import Corpus
    from coalitions.findings.works import Work

#: What a key of BibTeX may hold.
_NO_KEY = re.compile(r"[^A-Za-z0-9:.-]+")
_TOOL = {
    "title": "{coalitions: joint-statement coalition analysis}",
    "author": "{The coalitions developers}",
    "note": f"Python package joint-statements, version {__version__}",
}


def bibliography(
    corpus: Corpus,
    *,
    of: Part = "report",
    model: str = "",
    correction: str = "none",
    communities: str = "",
) -> str:
    """Return what an analysis of a corpus rests on, as BibTeX: tool, methods, sources.

    Parameters
    ----------
    corpus : Corpus
    of : {"report", "tables"}
        Whether networks and maps were drawn, or nothing but tables was made; as for `describe`.
    model : {"", "fixedfill", "fixedrow", "fixedcol", "sdsm", "fdsm"}
        The null model with which ties were compared, if they were; as for `cosigning_ties`.
    correction : {"none", "bonferroni", "holm", "bh"}
        What was done about many tests of ties; as for `cosigning_ties`.
    communities : {"", "louvain"}
        How communities were found, if they were: `find_communities` has this one method.

    Returns
    -------
    str
        An entry for the tool, one for each work that `describe` cites, with its DOI, and one for
        each statement, with its source as it is written in the corpus: nothing is looked up.

    Raises
    ------
    CoalitionsError
        ``of``, ``model``, ``correction`` or ``communities`` is none of the choices.

    Examples
    --------
    >>> from coalitions import load, select
    >>> print(bibliography(select(load("unga75"), stance="critical"), of="tables")[:17])
    @misc{coalitions,
    """
    refuse_no_corpus(corpus)
    refuse_other("of", of, PARTS)
    cited = [*works(corpus, of), *(works_held(corpus) if of == "report" else ())]
    for what, word, of_words in (
        ("model", model, {"": (), **WORKS_OF_MODELS}),
        ("correction", correction, WORKS_OF_CORRECTIONS),
        ("communities", communities, {"": (), "louvain": WORKS_OF_COMMUNITIES}),
    ):
        refuse_other(what, word, of_words)
        cited += [work for work in of_words[word] if work not in cited]
    entries = [_entry("misc", "coalitions", _TOOL), *map(_article, cited)]
    taken = {"coalitions", *(work.key for work in cited)}
    for key, cells in _sources(corpus):
        entries.append(_entry("misc", _free(key, taken), cells))
    return "\n".join(entries)


def _article(work: Work) -> str:
    volume, number, pages = work.place
    cells = {
        "author": work.authors,
        "title": f"{{{work.title}}}",
        "journal": work.journal,
        "year": str(work.year),
        "volume": volume,
        "number": number,
        "pages": pages,
        "doi": work.doi,
        "url": work.url,
    }
    return _entry("article", work.key, cells)


def _sources(corpus: Corpus) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each statement that says whence it is: its title, its source and its day."""
    labels = statement_labels(corpus)
    for row in corpus.statements.to_dict("records"):
        key, date = str(row["statement_id"]), str(row["date"])
        if not any(row[cell] for cell in ("title", "source_name", "source_url")):
            continue
        url, written = first_source(str(row["source_url"]))
        about = [str(row["forum"]), day(date)]
        cells = {
            "title": f"{{{latex_text(str(row['title'] or labels[key]))}}}",
            "howpublished": latex_text(str(row["source_name"])),
            "year": date[:4],
            "note": latex_text(". ".join(part for part in [*about, written] if part)),
            "url": re.sub(r"[{}]", lambda found: f"%{ord(found[0]):02X}", url),
        }
        yield key, cells


def _free(statement: str, taken: set[str]) -> str:
    """Return a key of BibTeX that no other entry has, and add it to those that are taken."""
    plain = _NO_KEY.sub("-", statement).strip("-") or "statement"
    key, n = plain, 1
    while key.casefold() in taken:
        n += 1
        key = f"{plain}-{n}"
    taken.add(key.casefold())
    return key


def _entry(kind: str, key: str, cells: Mapping[str, str]) -> str:
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in cells.items() if text)
    return f"@{kind}{{{key},\n{lines}}}\n"
