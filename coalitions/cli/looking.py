"""Verbs that print what is there: check, names, overlap, change, diff, cite."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any, Literal

import click

from coalitions.cli import options
from coalitions.cli.chosen import corpus_of, refuse_input
from coalitions.cli.ownwords import language
from coalitions.cli.parsing import one_of
from coalitions.cli.rowfiles import style_of
from coalitions.cli.significance import CORRECTION_WORDS, NULL_MODELS
from coalitions.files import say, write


@click.command()
@options.data
@options.row_format
@click.option(
    "--problems",
    "listed",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Write every problem to this file, a row each; only the header where there is none.",
)
def check(style: str, listed: Path | None, **chosen: Any) -> None:
    """Check tables: every problem at once, declared against named, claims against bounds.

    Problems of one kind are one line, with their number and first places. Exits with 1 where there
    are problems. Earlier versions of a letter are listed too.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.errors import CorpusError  # noqa: PLC0415 - loads what the help need not
    from coalitions.tables import check_claims, statement_ledger  # noqa: PLC0415 - heavy

    if listed is not None and listed.suffix.lower() != ".csv":
        raise click.UsageError(f"--problems {listed}: the name of the file must end with .csv")
    refuse_input(listed, chosen["data"], "--problems")
    try:
        corpus = corpus_of(chosen, versions="all")
    except CorpusError as error:
        problems = options.problems_here(error.problems)
        if style == "json":
            printing.show_check(style, problems=problems)
        else:
            say(options.said_here(str(error)))
        if listed is not None:
            printing.write_problems(problems, listed)
        sys.exit(1)
    if listed is not None:
        printing.write_problems([], listed)
    printing.show_check(style, ledger=statement_ledger(corpus), claims=check_claims(corpus))


@click.command()
@click.argument("name", nargs=-1)
@click.option(
    "--from",
    "data",
    multiple=True,
    metavar="DATA",
    help="List the spellings in DATA that are no state; each NAME is more of DATA then.",
)
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Write them to this file, with a column for your decisions; those that it has are kept.",
)
@click.option("--ask", is_flag=True, help="Decide on the terminal, one spelling after another.")
@click.option(
    "--date",
    default="",
    metavar="DATE",
    help="What the NAMEs meant then: YYYY-MM-DD, YYYY-MM or YYYY.  [default: today]",
)
@options.tables
@options.row_format
def names(name: tuple[str, ...], style: str, **chosen: Any) -> None:
    """Say what each NAME resolves to; exits with 1 where one is no state.

    A name is resolved exactly or refused with suggestions. Groups of states are recognised, and
    are no states. States that are no more are found at a --date at which they were.

    With --from each spelling that is no state is listed once: how often, where first, the names
    around it, and what it may mean. A decision is a code (CUB), several with semicolons between, -
    for no signatory, or new:NAME for one that is no state; every verb takes the file with --names.
    """
    from coalitions.cli.rows import show_rows  # noqa: PLC0415 - loads what the help need not
    from coalitions.names import Resolution, refusal, resolutions  # noqa: PLC0415 - heavy

    if chosen["data"] and chosen["date"]:
        raise click.UsageError(
            "--date is for NAMEs: the names of DATA have that of their statement"
        )
    if chosen["data"]:
        from coalitions.cli import deciding  # noqa: PLC0415 - heavy

        deciding.names_of_data((*chosen.pop("data"), *name), style, **chosen)
        return
    if not name:
        raise click.UsageError("give one NAME or more, or DATA with --from")
    if chosen["output"] or chosen["ask"]:
        raise click.UsageError("-o and --ask are for the spellings of DATA: give it with --from")
    rows = resolutions(name, date=chosen["date"], decisions=chosen["decisions"])
    show_rows(Resolution._fields, rows, style)
    for found in rows:
        if chosen["date"] and found.kind == "ambiguous":
            say(refusal(found, chosen["date"]))
    if any(found.signatory is None and found.kind != "nobody" for found in rows):
        sys.exit(1)


@click.command()
@options.data
@click.option("--regions", is_flag=True, help="Regions of all statements, instead of pairs.")
@one_of(
    "--of",
    options.PAIRED,
    "statements",
    "Pairs of statements, or of signatories, by the statements that both signed.",
)
@click.option(
    "--statement",
    "statements",
    metavar="ID",
    multiple=True,
    help="Only pairs with this statement, or regions of it; several times for several.",
)
@click.option(
    "--min-shared",
    type=click.IntRange(min=1),
    help="Only pairs that share so many by name, or regions that so many are named in.",
)
@click.option("--top", type=click.IntRange(min=1), help="Only so many rows, the largest first.")
@click.option("--no-members", is_flag=True, help="Leave out the names of those who signed.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to this file instead of standard output: .csv, .json, .txt or .parquet.",
)
@options.row_format
def overlap(
    style: str,
    *,
    regions: bool,
    no_members: bool,
    of: Literal["statements", "signatories"],
    output: Path | None,
    **chosen: Any,
) -> None:
    """Print how many signed both, for every pair of statements, with their names.

    With --of signatories: how many statements both signed, for every pair of signatories.

    Where a list is partial, the smallest and the largest number that it allows. On a narrow
    terminal names are cut first, then columns are left out, and it is said which; ids are cut last.

    A Parquet file of more than a million signatures of which no list is declared is counted as it
    is read, and may be larger than the memory: the names that pairs share are not listed then.
    """
    from coalitions import tables  # noqa: PLC0415 - heavy
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.cli.streaming import put_parts, streamed  # noqa: PLC0415 - heavy

    if regions and of != "statements":
        raise click.UsageError("--of is for pairs, not for --regions")
    style = style_of(style, output, chosen["data"], (".parquet",))
    wanted = {key: chosen.pop(key) for key in ("statements", "min_shared", "top")}
    kind = "regions" if regions else "pairs" if of == "statements" else f"pairs of {of}"
    if not regions and (found := streamed(chosen, wanted, of)):
        if not put_parts(style, output, found):
            printing.say_none(None, kind=kind, least=wanted["min_shared"])
        return
    wanted["members"] = "none" if no_members else "named"
    corpus = corpus_of(chosen)
    if regions or wanted["top"]:
        asked = tables.regions if regions else partial(tables.pairs, of=of)
        table = asked(corpus, **wanted)
        rows = put_parts(style, output, lambda **_: iter([table]))
    else:
        del wanted["top"]
        rows = put_parts(style, output, partial(tables.pair_tables, corpus, of=of), **wanted)
    if not rows:
        printing.say_none(corpus, kind=kind, least=wanted["min_shared"])


@click.command()
@click.argument("a")
@click.argument("b")
@options.data
@language
@options.row_format
def change(a: str, b: str, style: str, **chosen: Any) -> None:
    """Print who is new, again or not again under statement B after statement A, two ids.

    Where a list is partial, who may or may not be on it is unknown. Between opposite sides who is
    on both lists crossed. That somebody joined or left is said only between versions of one letter.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.tables import compare_statements  # noqa: PLC0415 - heavy

    corpus = corpus_of(chosen)
    printing.show_change(style, corpus, (a, b), compare_statements(corpus, a, b))


@click.command()
@click.argument("old")
@click.argument("new")
@options.reading
@one_of(
    "--format",
    ["table", "csv", "json", "markdown"],
    "table",
    "Rows, or sentences as Markdown.",
    into="style",
)
def diff(old: str, new: str, style: str, **chosen: Any) -> None:
    """Print what differs between two corpora, OLD and NEW: statements, names, counts, overlaps.

    OLD and NEW are DATA as elsewhere, or folders of reports. What lists allow that are known in
    part is given as smallest and largest number: 19–45 on both lists, now 31.
    """
    from coalitions.cli.diffing import show_differences  # noqa: PLC0415 - heavy

    show_differences(old, new, style, chosen)


@click.command()
@options.data
@options.statements
@one_of(
    "--of",
    ["report", "tables"],
    "report",
    "A whole report, with networks and maps, or nothing but its tables.",
)
@click.option(
    "--model",
    type=click.Choice(NULL_MODELS),
    default=None,
    help="The null model with which ties were compared: its works, too.",
)
@one_of(
    "--correction",
    CORRECTION_WORDS,
    "none",
    "What was done about many tests of ties: its work, too.",
)
@click.option("--communities", is_flag=True, help="Communities were found: their works, too.")
def cite(of: Literal["report", "tables"], model: str | None, **chosen: Any) -> None:
    """Print what to cite as BibTeX: this tool, the methods with their DOIs, the sources of DATA."""
    from coalitions.findings import bibliography  # noqa: PLC0415 - heavy

    found = "louvain" if chosen.pop("communities") else ""
    works: Any = {"model": model or "", "correction": chosen.pop("correction")}
    write(bibliography(corpus_of(chosen), of=of, communities=found, **works))
