"""Verbs that write files: new, extract, figure, explore, export, export tables."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal

import click

from coalitions.cli import adding, drawing, layers, options
from coalitions.cli.chosen import corpus_of, refuse_read
from coalitions.cli.ownwords import language, own_of, own_words
from coalitions.cli.parsing import one_of
from coalitions.figures import FIGURES
from coalitions.files import say, write, write_path


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make an empty corpus in a new FOLDER: its tables, and what their columns are for."""
    from coalitions.corpus import begin_corpus  # noqa: PLC0415 - heavy

    write_path(begin_corpus(folder))


@click.command()
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


@click.command()
@click.argument("kind", type=click.Choice(list(FIGURES)))
@options.data
@options.output("File to write: .svg, .png or .pdf; a card also .html or .md.")
@options.statements
@click.option(
    "--min-shared",
    type=click.IntRange(min=1),
    help="In overlap, only pairs that share so many by name; in upset, only regions of so many "
    "names; in matrix and network, only who is named under so many statements; in cosigning, a "
    "line from so many shared statements on.",
)
@click.option(
    "--region",
    type=click.Choice(options.REGIONS),
    help="In worldmap, this part of the world alone.",
)
@drawing.against_chance
@drawing.pictures
@own_words
@language
@options.seed
def figure(kind: str, output: Path, seed: int, **chosen: Any) -> None:
    """Draw one diagram of this KIND."""
    from coalitions.figures import refuse_letters, write_card  # noqa: PLC0415 - heavy

    statements = chosen.pop("statements")
    paths = drawing.files_of(output, chosen["formats"])
    for path in paths:
        refuse_read(path, chosen)
    drawn = "statements" in FIGURES[kind].takes
    begin: dict[str, Any] = own_of(chosen)
    begin |= {"statements": statements} if statements and drawn else {}
    for option in ("min_shared", "region", "model", "tail", "alpha", "correction"):
        given = chosen.pop(option)
        if given is not None:
            _refuse_unless_taken(kind, option)
            begin[option] = given
    if kind == "card" and output.suffix.lower() in (".html", ".md"):
        drawing.refuse_for_text(chosen)
        write_card(corpus_of(chosen), output, **begin)
        write_path(output)
        return
    begin |= {"seed": seed} if "seed" in FIGURES[kind].takes else {}
    chosen["statements"] = () if drawn else statements
    corpus = corpus_of(chosen)
    refuse_letters(corpus)
    drawing.draw_into(paths, kind, corpus, chosen, **begin)
    for path in paths:
        write_path(path)


def _refuse_unless_taken(kind: str, option: str) -> None:
    """Refuse an option that is for other diagrams."""
    if option not in FIGURES[kind].takes:
        takers = [each.kind for each in FIGURES.values() if option in each.takes]
        name = option.replace("_", "-")
        raise click.UsageError(f"--{name} is for {', '.join(takers)}, not for {kind}")


@click.command()
@options.data
@options.output("File to write (.html); - is standard output.")
@options.statements
@click.option(
    "--embed",
    is_flag=True,
    help="For the frame of another page (iframe): picture first, and a link to all of it.",
)
@layers.layers
@own_words
@language
@options.colours
@options.seed
def explore(output: Path, seed: int, **chosen: Any) -> None:
    """Write the page to explore: one file, no request of any kind.

    With --ties its network of who signs with whom has a line where a tie is significant, at --alpha
    or another level that the reader chooses; with --communities colour may stand for these.
    """
    refuse_read(output, chosen)
    from coalitions.explorer import explorer_page, refuse_no_page  # noqa: PLC0415 - heavy

    if str(output) != "-":
        refuse_no_page(output)
    more: Any = own_of(chosen)
    wanted = layers.asked(chosen)
    embed, corpus = chosen.pop("embed"), corpus_of(chosen)
    more |= layers.tables(corpus, wanted)
    page = explorer_page(corpus, seed=seed, theme=drawing.light_theme(corpus, chosen), **more)
    page = page.embedded() if embed else page
    if str(output) == "-":
        write(page.html)
        return
    write_path(page.save(output))


@click.command()
@options.data
@options.output(
    "File to write, of the format that its name ends with: .gexf, .graphml, .json, .csv (two "
    "files), .net, .hif.json or .graphology.json."
)
@options.statements
@one_of(
    "--graph",
    options.GRAPH_KINDS,
    "two-mode",
    "Statements with their signatories, or one of the two projections.",
    into="kind",
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
@layers.layers
@language
@options.seed
def export(output: Path, kind: str, seed: int, **chosen: Any) -> None:
    """Write one graph for Gephi or another program.

    With --ties, edges of the cosigning graph have what coalitions ties says of them as columns
    (expected, p_upper, p_lower, p_adjusted, sign, significant); with --communities, signatories
    have the number of their community, and its colour.
    """
    refuse_read(output, chosen)
    least, parallel = chosen.pop("min_shared"), chosen.pop("per_statement")
    if least > 1 and kind == "two-mode":
        raise click.UsageError("--min-shared is for --graph cosigning or statements")
    if parallel and kind != "cosigning":
        raise click.UsageError("--per-statement is for --graph cosigning")
    wanted = layers.asked(chosen)
    if "ties" in wanted and kind != "cosigning":
        raise click.UsageError("--ties is for --graph cosigning: its edges are the pairs")
    if "communities" in wanted and kind == "statements":
        raise click.UsageError("--communities is for --graph two-mode or cosigning")
    from coalitions.export import write_graph  # noqa: PLC0415 - heavy
    from coalitions.graphs import GRAPHS, cosigning_multigraph  # noqa: PLC0415 - heavy
    from coalitions.looks import node_looks  # noqa: PLC0415 - heavy

    time: Literal["static", "dynamic"] = "static" if chosen.pop("static") else "dynamic"
    threshold = {} if kind == "two-mode" else {"min_shared": least}
    corpus = corpus_of(chosen)
    tables = layers.tables(corpus, wanted)
    graph = layers.told(GRAPHS[kind](corpus, **threshold), tables)
    by = "community" if len(tables.get("communities", ())) else ""
    looks = node_looks(graph, seed=seed, by=by)
    if parallel:
        graph = layers.told(cosigning_multigraph(corpus, min_shared=least), tables)
    write_path(write_graph(graph, output, looks=looks, time=time))


@click.command()
@options.data
@options.output("File to write: .tex (LaTeX), .md (Markdown), or .csv with one --table.")
@options.statements
@click.option(
    "--table",
    "tables",
    type=click.Choice(options.PAPER_TABLES),
    multiple=True,
    help="Only this table; several times for several.  [default: all but incidence]",
)
@language
def export_tables(output: Path, tables: tuple[str, ...], **chosen: Any) -> None:
    """Write tables as a paper has them: statements, pairs, regions, claims; who signed what.

    In --table incidence a row is a state, a column a statement: 1 signed, 0 did not, empty where a
    list that is known in part does not tell. A .tex file says in its first line which packages it
    takes.
    """
    refuse_read(output, chosen)
    if output.suffix.lower() == ".csv" and len(set(tables)) != 1:
        raise click.UsageError(f"{output}: a .csv file holds one table: say which with --table")
    from coalitions.export import write_paper_tables  # noqa: PLC0415 - heavy

    write_path(write_paper_tables(corpus_of(chosen), output, tables=tables))
