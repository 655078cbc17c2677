"""The command line: parse, one call, print. What is heavy is imported where it is used."""

from __future__ import annotations

import io
import sys
import warnings
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

from coalitions.cli import adding, options
from coalitions.cli.significance import ties
from coalitions.errors import CoalitionsError, CoalitionsWarning, too_much, visible
from coalitions.figures import FIGURES
from coalitions.files import discard, say, standing_streams, write, write_path
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence


def main() -> None:
    """Run the command line; what a user can mend ends in one message and exit status 1."""
    warnings.simplefilter("always", CoalitionsWarning)
    warnings.showwarning = _show_warning
    with standing_streams():
        sys.exit(_run())


def _run() -> int:
    """Run a command, and return the exit status."""
    try:
        cli(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(file=shown)
        click.echo(visible(shown.getvalue(), keep="\n"), err=True, nl=False)
        return error.exit_code
    except CoalitionsError as error:
        say(options.said_here(str(error)))
        return 1
    except click.Abort:
        say("stopped; earlier files are as they were")
        return 130
    except MemoryError as error:
        say(f"{options.said_here(too_much(error))}; earlier files are as they were")
        return 1
    except BrokenPipeError:
        discard()
    except OSError as error:
        discard()
        where = f"read or write {error.filename}" if error.filename else "write to standard output"
        say(f"cannot {where}: {(error.strerror or str(error)).lower()}")
        return 1
    return 0


def _show_warning(  # noqa: PLR0913, PLR0917 - the signature is Python's
    message: Warning | str,
    category: type[Warning],
    filename: str,  # noqa: ARG001 - the same
    lineno: int,  # noqa: ARG001 - the same
    file: TextIO | None = None,  # noqa: ARG001 - the same
    line: str | None = None,  # noqa: ARG001 - the same
) -> None:
    """Print our own warnings as a line each; those of libraries are none of the reader's."""
    if issubclass(category, CoalitionsWarning):
        say(f"warning: {options.said_here(str(message))}")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
def cli() -> None:
    """Analyse who signs joint statements with whom.

    From the lists of signatories of joint statements to checked tables, exact overlaps, diagrams,
    a page to explore, and files for Gephi. Everything works offline.
    """


@cli.command()
@options.data
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder to write; an earlier report there is replaced.  [default: report, or report.pdf]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["folder", "pdf"]),
    default="folder",
    show_default=True,
    help="A folder, or one document: what it says, every figure, the methods.",
)
def report(output: Path | None, form: str, **chosen: Any) -> None:
    """Write everything into one folder: figures, page, Gephi files, tables, methods, manifest."""
    from coalitions.cli.progress import progress  # noqa: PLC0415 - heavy
    from coalitions.report import STEPS, write_document, write_report  # noqa: PLC0415 - heavy

    corpus = options.corpus_of(chosen)
    if form == "pdf":
        with progress(STEPS) as step:
            path = write_document(corpus, output or Path("report.pdf"), step=step)
        write_path(path)
        return
    output = output or Path("report")
    kept = {key: chosen[key] for key in (*options.CHOICES, *options.OTHERS)}
    kept |= options.reading_of(chosen)
    data = [Path(path).name for path in chosen["data"]] or ["unga75"]
    with progress(STEPS) as step:
        write_report(corpus, output, options={"data": data, **kept}, step=step)
    write_path(output / "index.html")


@cli.command()
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
    from coalitions.errors import CorpusError  # noqa: PLC0415 - beside the other
    from coalitions.tables import check_claims, statement_ledger  # noqa: PLC0415 - heavy

    if listed is not None and listed.suffix.lower() != ".csv":
        raise click.UsageError(f"--problems {listed}: the name of the file must end with .csv")
    if listed is not None and options.is_input(listed, chosen["data"]):
        raise click.UsageError(f"--problems {listed}: that is a file of DATA: choose another name")
    try:
        corpus = options.corpus_of(chosen, versions="all")
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


@cli.command()
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
    from coalitions.cli import deciding, printing  # noqa: PLC0415 - heavy
    from coalitions.names import refusal, resolve, resolve_names  # noqa: PLC0415 - heavy

    if chosen["data"] and chosen["date"]:
        raise click.UsageError(
            "--date is for NAMEs: the names of DATA have that of their statement"
        )
    if chosen["data"]:
        deciding.names_of_data((*chosen.pop("data"), *name), style, **chosen)
        return
    if not name:
        raise click.UsageError("give one NAME or more, or DATA with --from")
    if chosen["output"] or chosen["ask"]:
        raise click.UsageError("-o and --ask are for the spellings of DATA: give it with --from")
    table = resolve_names(name, date=chosen["date"], decisions=chosen["decisions"])
    printing.show(table, style)
    for each in table["name"][table["kind"] == "ambiguous"] if chosen["date"] else ():
        say(refusal(resolve(each, chosen["date"]), chosen["date"]))
    if (table["signatory"].isna() & (table["kind"] != "nobody")).any():
        sys.exit(1)


@cli.command()
@click.argument("file", metavar="FILE|-")
@click.option("--date", metavar="DATE", default="", help="When it was made: YYYY-MM-DD.")
@options.groups
@adding.into
@options.row_format
def extract(file: str, style: str, date: str, groups: str | None, **chosen: Any) -> None:
    """Find in a FILE who signed what: a statement's text, an article, a saved page, PDF, DOCX.

    Lists of states whose words say that they signed are statements, with who led and how many
    are declared; what stands in such a list and is no known state is shown with its place. Exits
    with 1 where something is unresolved or unsure. - reads standard input.

    With --into a statement of the text is put into a corpus (see coalitions new), or completes the
    one of that --id: what would change is shown, and asked; nothing is written by halves.
    """
    from coalitions.cli.extracting import document_of, put_into, show_extraction  # noqa: PLC0415 - heavy
    from coalitions.corpus import extract_statements  # noqa: PLC0415 - heavy

    found = document_of(file)
    how: Any = {"date": date, "groups": groups or "refused"}
    extraction = extract_statements(found.text, **how)
    if adding.asks_into(chosen):
        put_into(extraction, found.text, {**chosen, "date": date, "file": file})
        return
    show_extraction(extraction, style, found.encoding)
    if extraction.doubts:
        for doubt in extraction.doubts if style != "json" else ():
            say(options.said_here(doubt))
        sys.exit(1)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make an empty corpus in a new FOLDER: its tables, and what their columns are for."""
    from coalitions.corpus import begin_corpus  # noqa: PLC0415 - heavy

    write_path(begin_corpus(folder))


@cli.command()
@options.data
@click.option("--regions", is_flag=True, help="Regions of all statements, instead of pairs.")
@click.option(
    "--of",
    type=click.Choice(options.PAIRED),
    default="statements",
    show_default=True,
    help="Pairs of statements, or of signatories, by the statements that both signed.",
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
@options.row_format
def overlap(
    style: str,
    *,
    regions: bool,
    no_members: bool,
    of: Literal["statements", "signatories"],
    **chosen: Any,
) -> None:
    """Print how many signed both, for every pair of statements, with their names.

    With --of signatories: how many statements both signed, for every pair of signatories.

    Where a list is partial, the smallest and the largest number that it allows. On a narrow
    terminal names are cut first, then columns are left out, and it is said which; ids are cut last.
    """
    from coalitions import tables  # noqa: PLC0415 - heavy
    from coalitions.cli import printing  # noqa: PLC0415 - heavy

    if regions and of != "statements":
        raise click.UsageError("--of is for pairs, not for --regions")
    wanted = {key: chosen.pop(key) for key in ("statements", "min_shared", "top")}
    wanted["members"] = "none" if no_members else "named"
    corpus = options.corpus_of(chosen)
    if regions or wanted["top"]:
        asked = tables.regions if regions else partial(tables.pairs, of=of)
        table = asked(corpus, **wanted)
        printing.show(table, style)
        rows = len(table)
    else:
        del wanted["top"]
        rows = printing.show_parts(style, partial(tables.pair_tables, corpus, of=of), **wanted)
    if not rows:
        kind = "regions" if regions else "pairs" if of == "statements" else f"pairs of {of}"
        printing.say_none(corpus, kind=kind, least=wanted["min_shared"])


@cli.command()
@click.argument("a")
@click.argument("b")
@options.data
@options.row_format
def change(a: str, b: str, style: str, **chosen: Any) -> None:
    """Print who is new, again or not again under statement B after statement A, two ids.

    Where a list is partial, who may or may not be on it is unknown. Between opposite sides who is
    on both lists crossed. That somebody joined or left is said only between versions of one letter.
    """
    from coalitions.cli import printing  # noqa: PLC0415 - heavy
    from coalitions.tables import compare_statements  # noqa: PLC0415 - heavy

    corpus = options.corpus_of(chosen)
    printing.show_change(style, corpus, (a, b), compare_statements(corpus, a, b))


@cli.command()
@click.argument("old")
@click.argument("new")
@options.reading
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "csv", "json", "markdown"]),
    default="table",
    show_default=True,
    help="Rows, or sentences as Markdown.",
)
def diff(old: str, new: str, style: str, **chosen: Any) -> None:
    """Print what differs between two corpora, OLD and NEW: statements, names, counts, overlaps.

    OLD and NEW are DATA as elsewhere, or folders of reports. What lists allow that are known in
    part is given as smallest and largest number: 19–45 on both lists, now 31.
    """
    from coalitions.cli.diffing import show_differences  # noqa: PLC0415 - heavy

    show_differences(old, new, style, chosen)


cli.add_command(ties)


@cli.command()
@click.argument("kind", type=click.Choice(list(FIGURES)))
@options.data
@options.output("File to write: .svg, .png (300 dpi) or .pdf; a card also .html or .md.")
@options.statements
@click.option(
    "--min-shared",
    type=click.IntRange(min=1),
    help="In overlap, only pairs that share so many by name; in upset, only regions of so many "
    "names; in matrix and network, only who is named under so many statements; in cosigning, a "
    "line from so many shared statements on.",
)
@click.option(
    "--size",
    type=click.Choice(["column", "page", "slide"]),
    default="page",
    show_default=True,
    help="One column of a page, its whole width, or a slide (16:9).",
)
@click.option(
    "--theme",
    type=click.Choice(["light", "dark", "grey"]),
    default="light",
    show_default=True,
    help="For white paper, a dark ground, or print without colours.",
)
@options.seed
def figure(kind: str, output: Path, seed: int, size: str, theme: str, **chosen: Any) -> None:
    """Draw one diagram of this KIND."""
    from coalitions.figures import save_figure, write_card  # noqa: PLC0415 - heavy

    statements, least = chosen.pop("statements"), chosen.pop("min_shared")
    drawn = "statements" in FIGURES[kind].takes
    begin: dict[str, Any] = {"statements": statements} if statements and drawn else {}
    if least is not None:
        if "min_shared" not in FIGURES[kind].takes:
            takers = [each.kind for each in FIGURES.values() if "min_shared" in each.takes]
            raise click.UsageError(f"--min-shared is for {', '.join(takers)}, not for {kind}")
        begin["min_shared"] = least
    if kind == "card" and output.suffix.lower() in (".html", ".md"):
        if (size, theme) != ("page", "light"):
            raise click.UsageError("--size and --theme are for .svg, .png and .pdf, not for text")
        write_card(options.corpus_of(chosen), output, **begin)
    else:
        begin |= {"seed": seed} if "seed" in FIGURES[kind].takes else {}
        chosen["statements"] = () if drawn else statements
        drawing = FIGURES[kind](options.corpus_of(chosen), size=size, theme=theme, **begin)
        save_figure(drawing, output)
    write_path(output)


@cli.command()
@options.data
@options.output("File to write (.html); - is standard output.")
@options.statements
@options.seed
def explore(output: Path, seed: int, **chosen: Any) -> None:
    """Write the page to explore: one file, no request of any kind."""
    from coalitions.explorer import explorer_page  # noqa: PLC0415 - heavy

    page = explorer_page(options.corpus_of(chosen), seed=seed)
    if str(output) == "-":
        write(page.html)
        return
    write_path(page.save(output))


@cli.command()
@options.data
@options.output(
    "File to write, of the format that its name ends with: .gexf, .graphml, .json, .csv (two "
    "files), .net, .hif.json or .graphology.json."
)
@options.statements
@click.option(
    "--graph",
    "kind",
    type=click.Choice(options.GRAPH_KINDS),
    default="two-mode",
    show_default=True,
    help="Statements with their signatories, or one of the two projections.",
)
@click.option(
    "--min-shared",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="In a projection, leave out ties of fewer shared statements (or signatories).",
)
@click.option(
    "--per-statement", is_flag=True, help="In the cosigning graph, an edge a statement (.gexf)."
)
@click.option("--static", is_flag=True, help="Leave out time: no timeline in Gephi.")
@options.seed
def export(output: Path, kind: str, seed: int, **chosen: Any) -> None:
    """Write one graph for Gephi or another program."""
    least, parallel = chosen.pop("min_shared"), chosen.pop("per_statement")
    if least > 1 and kind == "two-mode":
        raise click.UsageError("--min-shared is for --graph cosigning or statements")
    if parallel and kind != "cosigning":
        raise click.UsageError("--per-statement is for --graph cosigning")
    from coalitions.export import write_graph  # noqa: PLC0415 - heavy
    from coalitions.graphs import GRAPHS, cosigning_multigraph  # noqa: PLC0415 - heavy
    from coalitions.looks import node_looks  # noqa: PLC0415 - heavy

    time: Literal["static", "dynamic"] = "static" if chosen.pop("static") else "dynamic"
    threshold = {} if kind == "two-mode" else {"min_shared": least}
    corpus = options.corpus_of(chosen)
    graph = GRAPHS[kind](corpus, **threshold)
    looks = node_looks(graph, seed=seed)
    if parallel:
        graph = cosigning_multigraph(corpus, min_shared=least)
    write_path(write_graph(graph, output, looks=looks, time=time))


def commands() -> Sequence[str]:
    """Return the verbs, in the order in which they are defined."""
    return list(cli.commands)
