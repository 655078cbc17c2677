"""Options that put a statement of a text into a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coalitions.errors import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable

#: What an option of ``extract --into`` says → the column of the statement.
ABOUT = {
    "title": "title",
    "event": "event_id",
    "forum": "forum",
    "topic": "topic",
    "stance": "stance",
    "source": "source_name",
    "url": "source_url",
}


def into(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that put a statement of a text into a corpus."""
    folder = click.Path(path_type=Path, file_okay=False)
    given = [
        click.option("--into", type=folder, metavar="FOLDER", help="Put it into this corpus."),
        click.option("--id", "statement_id", metavar="ID", help="What the corpus calls it."),
        *(
            click.option(f"--{word}", metavar="TEXT", help=f"Its {column} in the corpus.")
            for word, column in ABOUT.items()
        ),
        click.option(
            "--declared",
            type=click.IntRange(0, LARGEST),
            metavar="NUMBER",
            help="How many signed, where the text does not say it, or says it wrongly.",
        ),
        click.option(
            "--which",
            type=click.IntRange(1),
            metavar="NUMBER",
            help="Which statement of the text, where it speaks of several.",
        ),
        click.option(
            "--names",
            "decisions",
            type=click.Path(path_type=Path),
            metavar="FILE.csv",
            help="What you decided about spellings that are no state; decisions.csv keeps it.",
        ),
        click.option("--yes", is_flag=True, help="Write what would change without asking."),
    ]
    for option in reversed(given):
        command = option(command)
    return command


def asks_into(chosen: dict[str, Any]) -> bool:
    """Say whether a text is to be put into a corpus; options that are for that alone need it."""
    if chosen["into"] is not None:
        if not (chosen["statement_id"] or "").strip():
            raise click.UsageError("--into needs --id ID: what the corpus calls the statement")
        return True
    others = {"statement_id": "id", "decisions": "names"}
    if alone := [others.get(key, key) for key, given in chosen.items() if given]:
        raise click.UsageError(f"--{alone[0]} is for --into FOLDER")
    return False
