"""Options that several commands share, and the words of messages that name them."""

from __future__ import annotations

import re
from dataclasses import replace
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coalitions.cli.ownwords import OWN
from coalitions.cli.parsing import (
    colours_of_sides,
    columns_called,
    former_members,
    one_of,
    pairs_of_sides,
    size_in_bytes,
)
from coalitions.errors import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coalitions.errors import Problem

#: Kinds of graph; a test keeps them as the module that builds them.
GRAPH_KINDS = ("two-mode", "cosigning", "statements")
#: Parts of the world; a test keeps them as the maps have them.
REGIONS = ("africa", "americas", "asia", "caribbean", "europe", "oceania")
#: Whose pairs there are; a test keeps them as the module that counts them.
PAIRED = ("statements", "signatories")

#: Tables for a paper; a test keeps them as the module that writes them.
PAPER_TABLES = ("ledger", "pairs", "regions", "claims", "incidence")

DATA_HELP = """

DATA is the name of a bundled corpus (unga75, the default, or un-china), or paths: folders with
statements.csv and signatures.csv, tables with statement_id,signatory (.csv, .tsv, .xlsx, .parquet,
.json, .jsonl), text files with a list of names, whose stem is the statement, or documents (.html,
.md, .docx, .pdf, .eml) with one list of which all is sure. A path that exists comes before a
bundled corpus of its name; bundled:unga75 is the corpus and ./unga75 the path.
"""


def _of_statements() -> list[Callable[[Any], Any]]:
    """Return the options that choose statements."""
    return [
        click.option("--event", help="Only this event_id."),
        click.option("--since", metavar="DATE", help="Only from this date on (YYYY-MM-DD)."),
        click.option("--until", metavar="DATE", help="Only up to this date (YYYY-MM-DD)."),
        click.option(
            "--forum", help="Only statements in this forum, written as the tables have it."
        ),
        click.option("--topic", help="Only statements on this topic."),
        click.option(
            "--stance", metavar="SIDE", help="Only this side, as the tables have it: critical, yes."
        ),
    ]


groups = click.option(
    "--expand-groups",
    "groups",
    flag_value="expanded",
    default=None,
    help="Write a group of states (EU member states, G7, Nordic countries) as its members on the "
    "day of the statement.",
)


def _of_reading() -> list[Callable[[Any], Any]]:
    """Return the options that say how DATA is read."""
    return [
        *_of_signatories(),
        click.option(
            "--versions",
            type=click.Choice(["latest", "all"]),
            help="Leave out earlier versions of a letter, or keep them.",
        ),
        groups,
        click.option(
            "--merge-doubles",
            "doubles",
            flag_value="merged",
            default=None,
            help="Merge who stands twice under a statement; each is said.",
        ),
        click.option(
            "--opposed",
            metavar="SIDE,SIDE",
            multiple=True,
            callback=pairs_of_sides,
            help="Two sides that are opposed to each other, beside support and critical, yes and "
            "no; once for each pair.",
        ),
        *_of_tables(),
    ]


def _of_signatories() -> list[Callable[[Any], Any]]:
    """Return the options that say what signatories are."""
    return [
        one_of(
            "--members", ["states", "any"], "states", "States, or identifiers taken as they are."
        ),
        click.option(
            "--signatories",
            type=click.Choice(["states", "any"]),
            callback=former_members,
            is_eager=True,  # before --members, whose default it sets
            expose_value=False,
            hidden=True,
        ),
        click.option(
            "--universe",
            type=click.IntRange(1, LARGEST),
            help="How many could have signed.  [default: 193 members and 2 observers of the UN]",
        ),
        click.option(
            "--noun",
            metavar="NOUN",
            help="What a signatory is called: senator, or person/people.  [default: what the "
            "column noun of signatories.csv says; else state, or signatory]",
        ),
    ]


def _of_tables() -> list[Callable[[Any], Any]]:
    """Return the options that say how tables of others are read."""
    return [
        one_of(
            "--layout",
            ["long", "wide", "votes"],
            "long",
            "Tables with a row a signature, with marks of who signed what (states × "
            "statements or the other way), or with a row a vote.",
        ),
        click.option(
            "--columns",
            metavar="OURS=YOURS,…",
            multiple=True,
            callback=columns_called,
            help="What our columns are called in your tables: statement=symbol,signatory=author,"
            "date=year; signatories=… holds several names a cell.",
        ),
        click.option(
            "--names",
            "decisions",
            type=click.Path(path_type=Path),
            metavar="FILE.csv",
            help="What you decided about spellings that are no state; see coalitions names --from.",
        ),
        click.option(
            "--max-size",
            callback=size_in_bytes,
            metavar="SIZE",
            default="200MB",
            show_default=True,
            help="The largest file that is read, as in 2GB.",
        ),
    ]


def tables(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how tables of others are read."""
    for option in reversed(_of_tables()):
        command = option(command)
    return command


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how DATA is read."""
    for option in reversed(_of_reading()):
        command = option(command)
    return command


def data(command: Callable[..., None]) -> Callable[..., None]:
    """Add DATA and the options that choose a corpus; hand the command the corpus."""
    options = [click.argument("data", nargs=-1), *_of_statements(), *_of_reading()]
    for option in reversed(options):
        command = option(command)
    command.__doc__ = cleandoc(command.__doc__ or "") + DATA_HELP
    return command


#: What a message calls by its Python name, in backquotes → what it is called here.
HERE = {
    "select": "--event, --since, --until, --forum, --topic or --stance",
    'versions="all"': "--versions all",
    'groups="expanded"': "--expand-groups",
    "max_size": "--max-size",
    "columns": "--columns",
    "layout": "--layout",
    'layout="votes"': "--layout votes",
    "opposed": "--opposed",
    "colours": "--colours",
    "theme": "--theme",
    "width": "--width",
    "dpi": "--dpi",
    "names_from": "coalitions names --from",
    "members": "--members",
    'members="any"': "--members any",
    "names": "--names FILE.csv",
    "which": "--which NUMBER",
    "declared": "--declared NUMBER",
    "min_shared": "--min-shared",
    "language": "--lang",
    **{name: f"--{name}" for name in OWN},
    "top": "--top",
    "tables": "--table",
    'members="none"': "--no-members",
    'partial="named"': "--partial named",
    'partial="left-out"': "--partial left-out",
    'partial="bounds"': "--partial bounds",
    "alpha": "--alpha",
    "correction": "--correction",
    "draws": "--draws",
    "two_mode_graph": "--graph two-mode",
    "path": "folder with -o",
    "folder": "folder with -o",
    "extract_statements": "coalitions extract",
    "resolve_names": "coalitions names --date",
    "problems": "coalitions check --problems FILE.csv",
}
#: What is quoted of a user's cells stays as it is; so does what no option stands for.
_CALLED = re.compile(r'"[^"\n]*"|`([^`\n]+)`(?: of this error)?')


def said_here(message: str) -> str:
    """Return a message of the library with options where it has names of Python.

    Examples
    --------
    >>> said_here("big.csv: raise the limit with `max_size`")
    'big.csv: raise the limit with --max-size'
    """
    return _CALLED.sub(lambda found: HERE.get(found[1], found[0]), message)


def problems_here(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems that say what to do with options."""
    return [replace(each, expected=said_here(each.expected)) for each in problems]


def row_format(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that says how rows are printed."""
    return one_of(
        "--format", ["table", "csv", "json"], "table", "How rows are printed.", into="style"
    )(command)


def statements(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that says which statements alone are meant."""
    return click.option(
        "--statement",
        "statements",
        metavar="ID",
        multiple=True,
        help="Only this statement; several times for several.",
    )(command)


def output(what: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add the option that says where to write."""
    return click.option(
        "-o", "--output", "output", type=click.Path(path_type=Path), required=True, help=what
    )


colours = click.option(
    "--colours",
    metavar="SIDE=COLOUR,…",
    multiple=True,
    callback=colours_of_sides,
    help="Colours of sides: support=#1B7837,critical=#762A83; both is who is on several. Refused "
    "where some readers could not tell two of them apart, or one from the ground.",
)
seed = click.option(
    "--seed",
    type=click.IntRange(0, 2**32 - 1),
    default=0,
    show_default=True,
    help="Where the layout of large graphs begins.",
)
