"""Options that several commands share, and the corpus that they choose."""

from __future__ import annotations

import re
from dataclasses import replace
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coalitions.errors import FORMER, LARGEST, warn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coalitions.corpus import Corpus
    from coalitions.errors import Problem

#: Kinds of graph; a test keeps them as the module that builds them.
GRAPH_KINDS = ("two-mode", "cosigning", "statements")
#: Whose pairs there are; a test keeps them as the module that counts them.
PAIRED = ("statements", "signatories")

DATA_HELP = """

DATA is the name of a bundled corpus (unga75, the default, or un-china), or paths: folders with
statements.csv and signatures.csv, tables with statement_id,signatory (.csv, .tsv, .xlsx, .parquet,
.json, .jsonl), text files with a list of names, whose stem is the statement, or documents (.html,
.md, .docx, .pdf) with one list of which all is sure. A path that exists comes before a bundled
corpus of its name; bundled:unga75 is the corpus and ./unga75 the path.
"""


def _bytes(_: click.Context, __: click.Parameter, written: str) -> int:
    """Return a number of bytes that people write as 500, 64kB, 200MB or 2GB."""
    parts = re.fullmatch(r"(\d{1,15})\s*([kmg]?)b?", written.strip().lower())
    size = int(parts[1]) * 1000 ** " kmg".index(parts[2] or " ") if parts else 0
    if not size:
        raise click.BadParameter(f'"{written}": expected a size such as 500kB, 200MB or 2GB')
    return size


def _columns(_: click.Context, __: click.Parameter, written: tuple[str, ...]) -> dict[str, str]:
    """Return our columns and a user's, from ``statement=symbol,signatory=author``."""
    found = dict[str, str]()
    for part in (part for each in written for part in re.split(r",(?=\s*\w+=)", each)):
        ours, equals, yours = part.partition("=")
        if not equals or not ours.strip() or not yours.strip():
            raise click.BadParameter(f'"{part}": expected OURS=YOURS, as in statement=symbol')
        if ours.strip() in found:
            raise click.BadParameter(f'"{part}": {ours.strip()} is given twice')
        found[ours.strip()] = yours.strip()
    return found


def _pairs(
    _: click.Context, __: click.Parameter, written: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Return pairs of sides, from ``for,against``."""
    found = []
    for each in written:
        one, comma, other = (part.strip() for part in each.partition(","))
        if not (one and comma and other) or "," in other:
            raise click.BadParameter(f'"{each}": expected two sides, as in for,against')
        found.append((one, other))
    return found


def _former(context: click.Context, _: click.Parameter, members: str | None) -> None:
    """Take the former name of ``--members``, with a note; for one release."""
    if members is not None:
        warn(FORMER.format("--signatories", "--members"))
        context.default_map = {**(context.default_map or {}), "members": members}


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
        click.option(
            "--members",
            type=click.Choice(["states", "any"]),
            default="states",
            show_default=True,
            help="States, or identifiers taken as they are.",
        ),
        click.option(
            "--signatories",
            type=click.Choice(["states", "any"]),
            callback=_former,
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
            callback=_pairs,
            help="Two sides that are opposed to each other, beside support and critical, yes and "
            "no; once for each pair.",
        ),
        *_of_tables(),
    ]


def _of_tables() -> list[Callable[[Any], Any]]:
    """Return the options that say how tables of others are read."""
    return [
        click.option(
            "--layout",
            type=click.Choice(["long", "wide", "votes"]),
            default="long",
            show_default=True,
            help="Tables with a row a signature, with marks of who signed what (states × "
            "statements or the other way), or with a row a vote.",
        ),
        click.option(
            "--columns",
            metavar="OURS=YOURS,…",
            multiple=True,
            callback=_columns,
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
            callback=_bytes,
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
    "names_from": "coalitions names --from",
    "members": "--members",
    'members="any"': "--members any",
    "names": "--names FILE.csv",
    "which": "--which NUMBER",
    "declared": "--declared NUMBER",
    "min_shared": "--min-shared",
    "top": "--top",
    'members="none"': "--no-members",
    'partial="named"': "--partial named",
    "two_mode_graph": "--graph two-mode",
    "path": "folder with -o",
    "folder": "folder with -o",
    "extract_statements": "coalitions extract",
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


def is_input(path: Path, data: Sequence[str]) -> bool:
    """Say whether a path is one of the files that DATA stands for: it is not to be written."""
    given = [Path(each).resolve() for each in data]
    return path.resolve() in given or path.resolve().parent in given


def row_format(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that says how rows are printed."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(["table", "csv", "json"]),
        default="table",
        show_default=True,
        help="How rows are printed.",
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


seed = click.option(
    "--seed",
    type=click.IntRange(0, 2**32 - 1),
    default=0,
    show_default=True,
    help="Where the layout of large graphs begins.",
)
