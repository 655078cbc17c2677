"""What the options of a command choose: a corpus, and how it was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus

#: The tables of a corpus folder; a test keeps them as they are read.
TABLES = ("statements.csv", "signatures.csv", "signatories.csv", "claims.csv")
#: Options that choose statements.
CHOICES = ("event", "since", "until", "topic", "stance", "forum")


def corpus_of(chosen: dict[str, Any], *, versions: str = "latest") -> Corpus:
    """Load and select what the options of ``data`` say."""
    import pandas as pd  # noqa: PLC0415 - heavy

    from coalitions.cli.progress import reading  # noqa: PLC0415 - heavy
    from coalitions.corpus import in_language, load, select  # noqa: PLC0415 - heavy

    # With pyarrow at hand pandas would keep text in a form that not every file name fits into.
    pd.set_option("mode.string_storage", "python")
    with reading():
        corpus = load(
            *chosen["data"],
            members=chosen["members"],
            universe=chosen["universe"] or 0,
            versions=chosen["versions"] or versions,  # type: ignore[arg-type] # click has checked it
            max_size=chosen["max_size"],
            layout=chosen["layout"],
            columns=chosen["columns"],
            names=chosen["decisions"],
            doubles=chosen["doubles"] or "refused",
            groups=chosen["groups"] or "refused",
            noun=chosen["noun"] or "",
            opposed=chosen["opposed"],
        )
    part = select(corpus, **{key: chosen[key] for key in CHOICES})
    asked = chosen.get("statements")
    part = select(part, statements=asked) if asked else part
    language = chosen.get("language")
    return in_language(part, language) if language else part


def refuse_input(path: Path | None, data: Sequence[str], option: str = "-o") -> None:
    """Refuse to write one of the files that DATA stands for.

    Raises
    ------
    UsageError
        It says which option names the file.
    """
    if path is None or str(path) == "-":
        return
    given, place = [_real(Path(each)) for each in data], _real(path)
    if place in given or (path.name.lower() in TABLES and place.parent in given):
        raise click.UsageError(f"{option} {path}: that is a file of DATA: choose another name")


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # links in a circle, no name of a file
        return path.absolute()  # whoever reads or writes it says what it is


def refuse_read(output: Path, chosen: dict[str, Any]) -> None:
    """Refuse to write what is read: DATA, or the file of decisions."""
    refuse_input(output, [*chosen["data"], *filter(None, [chosen["decisions"]])])
