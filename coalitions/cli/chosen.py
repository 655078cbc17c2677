"""What the options of a command choose: a corpus, and how it was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus import Corpus

#: Options that choose statements.
CHOICES = ("event", "since", "until", "topic", "stance", "forum")
#: The other options of ``data``, but DATA itself.
OTHERS = ("members", "universe", "versions", "noun")


def reading_of(chosen: dict[str, Any]) -> dict[str, Any]:
    """Return how tables of others were read, for a manifest: what is not as usual.

    Examples
    --------
    >>> usual = {"layout": "long", "columns": {}, "decisions": None}
    >>> usual |= {"doubles": None, "groups": None}
    >>> reading_of(usual), reading_of(usual | {"decisions": Path("a/made.csv")})
    ({}, {'names': 'made.csv'})
    """
    made = chosen["decisions"].name if chosen["decisions"] else None
    found = {"columns": chosen["columns"], "names": made}
    found |= {key: chosen[key] for key in ("doubles", "groups")}
    found["opposed"] = [list(pair) for pair in chosen.get("opposed", ())]
    found["layout"] = chosen["layout"] if chosen["layout"] != "long" else None
    return {key: value for key, value in found.items() if value}


def corpus_of(chosen: dict[str, Any], *, versions: str = "latest") -> Corpus:
    """Load and select what the options of ``data`` say."""
    import pandas as pd  # noqa: PLC0415 - heavy

    from coalitions.corpus import load, select  # noqa: PLC0415 - heavy

    # With pyarrow at hand pandas would keep text in a form that not every file name fits into.
    pd.set_option("mode.string_storage", "python")
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
    return select(part, statements=asked) if asked else part


def is_input(path: Path, data: Sequence[str]) -> bool:
    """Say whether a path is one of the files that DATA stands for: it is not to be written."""
    given = [Path(each).resolve() for each in data]
    return path.resolve() in given or path.resolve().parent in given


#: End of a file's name → how rows are written into it.
_STYLES = {".csv": "csv", ".json": "json"}


def rows_into(
    output: Path | None, style: str, data: Sequence[str], *, parquet: bool = False
) -> str:
    """Return how rows are written: as is asked for, or as the name of the file ends.

    Examples
    --------
    >>> rows_into(Path("ties.csv"), "table", ()), rows_into(None, "json", ())
    ('csv', 'json')
    """
    if output is None:
        return style
    if is_input(output, data):
        raise click.UsageError(f"-o {output}: that is a file of DATA: choose another name")
    suffix = output.suffix.lower()
    named = "parquet" if parquet and suffix == ".parquet" else _STYLES.get(suffix, style)
    if style not in {"table", named}:
        raise click.UsageError(f"-o {output}: --format {style} goes into a .{style}")
    return named
