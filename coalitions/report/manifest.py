"""The manifest of a report: every file with its hash, what it was made with and from."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from typing import TYPE_CHECKING

from coalitions.corpus import completeness
from coalitions.files import write_text
from coalitions.findings import LIBRARIES, is_earlier
from coalitions.report.kept import MANIFEST, corpus_choices
from coalitions.report.omissions import Omission
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coalitions.corpus import Corpus


def made_with() -> dict[str, str]:
    """Return what reports are made with here, name → version."""
    return {"coalitions": __version__} | {name: version(name) for name in LIBRARIES}


def write_manifest(
    corpus: Corpus, folder: Path, options: Mapping[str, object], left: Sequence[Omission]
) -> None:
    """List every file with its SHA-256, what the report was made with and from, and without."""
    table = corpus.statements
    manifest = {
        "made_with": made_with(),
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


def _left_out(corpus: Corpus, left: Sequence[Omission]) -> dict[str, object]:
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
