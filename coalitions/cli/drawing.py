"""How a figure is drawn and which files it becomes: options of the verb that draws one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from coalitions.cli import options
from coalitions.cli.parsing import one_of, share
from coalitions.cli.significance import CORRECTION_WORDS, NULL_MODELS, TAIL_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coalitions.corpus import Corpus
    from coalitions.looks import Theme

#: Options of a picture, and what they are where nobody gave them: text has none of them.
USUAL: dict[str, Any] = {
    "size": "page",
    "theme": "light",
    "width": None,
    "colours": {},
    "dpi": None,
    "transparent": False,
    "formats": (),
}
#: Endings that ``--format`` may give a figure; a test keeps them as figures are saved.
FORMATS = ("svg", "png", "pdf")


def _formats(_: click.Context, __: click.Parameter, written: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats of ``svg,png``, each once."""
    found = [part.strip().lower() for each in written for part in each.split(",")]
    if unknown := [part for part in found if part not in FORMATS]:
        raise click.BadParameter(f'"{unknown[0]}": choose from {", ".join(FORMATS)}')
    return tuple(dict.fromkeys(found))


def _of_pictures() -> list[Callable[[Any], Any]]:
    """Return the options that say how a picture is drawn and saved."""
    return [
        one_of(
            "--size",
            ["column", "page", "slide", "poster"],
            USUAL["size"],
            "One column of a page, its whole width, a slide (16:9), or a poster (A2) with all "
            "that the others leave out.",
        ),
        click.option("--width", help="How wide it prints: 88mm, 8.8cm, 3.5in."),
        one_of(
            "--theme",
            ["light", "dark", "grey"],
            USUAL["theme"],
            "For white paper, a dark ground, or print without colours.",
        ),
        options.colours,
        click.option(
            "--format",
            "formats",
            metavar="svg,png,pdf",
            multiple=True,
            callback=_formats,
            help="Several files of one name, which -o gives without an ending.",
        ),
        click.option("--dpi", type=click.IntRange(36, 1200), help="Dots an inch of a PNG.  [300]"),
        click.option("--transparent", is_flag=True, help="Leave out the ground."),
    ]


def _of_chance() -> list[Callable[[Any], Any]]:
    """Return the options that say what ties are held against, and from where on they are news."""
    return [
        click.option(
            "--model",
            type=click.Choice(NULL_MODELS),
            help="In backbone, what the null model holds fixed, as of ties.  [default: sdsm]",
        ),
        click.option(
            "--tail",
            type=click.Choice(TAIL_WORDS),
            help="In backbone, ties of more than it says, fewer, or either.  [default: upper]",
        ),
        click.option(
            "--alpha",
            type=float,
            callback=share,
            metavar="SHARE",
            help="Largest p-value of a tie in backbone, of all groups in communities (between 0 "
            "and 1).  [default: 0.05]",
        ),
        click.option(
            "--correction",
            type=click.Choice(CORRECTION_WORDS),
            help="In backbone, what is done about many tests.  [default: none]",
        ),
    ]


def against_chance(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say what ties are held against, and from where on they are news."""
    for option in reversed(_of_chance()):
        command = option(command)
    return command


def pictures(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how a picture is drawn and saved."""
    for option in reversed(_of_pictures()):
        command = option(command)
    return command


def refuse_for_text(chosen: dict[str, Any]) -> None:
    """Refuse what only pictures have."""
    if given := [name for name, usual in USUAL.items() if chosen[name] != usual]:
        names = " and ".join("--format" if name == "formats" else f"--{name}" for name in given)
        are = "is" if len(given) == 1 else "are"
        raise click.UsageError(f"{names} {are} for .svg, .png and .pdf, not for text")


def files_of(output: Path, formats: Sequence[str]) -> list[Path]:
    """Return the files of a figure: one, by its ending, or one for each format."""
    if not formats:
        return [output]
    if output.suffix.lower().lstrip(".") in {*FORMATS, "html", "md"} or not output.name:
        raise click.UsageError(
            f"--format gives the endings: give -o a name without one, as in -o {output.stem or 'a'}"
        )
    return [output.with_name(f"{output.name}.{ending}") for ending in formats]


def light_theme(corpus: Corpus, chosen: dict[str, Any]) -> Theme:
    """Return the theme on white, with the colours that are asked for."""
    from coalitions.looks import LIGHT, own_colours  # noqa: PLC0415 - heavy

    return own_colours(chosen["colours"], corpus.sides) if chosen["colours"] else LIGHT


def draw_into(
    paths: Sequence[Path], kind: str, corpus: Corpus, chosen: dict[str, Any], **begin: Any
) -> None:
    """Draw a figure, and save it as every file that is asked for."""
    from coalitions.figures import FIGURES, save_figure  # noqa: PLC0415 - heavy
    from coalitions.looks import own_colours  # noqa: PLC0415 - heavy

    theme, colours = chosen["theme"], chosen["colours"]
    look = own_colours(colours, corpus.sides, theme) if colours else theme
    ax = FIGURES[kind](corpus, size=chosen["size"], width=chosen["width"], theme=look, **begin)
    dots = {"dpi": chosen["dpi"]} if chosen["dpi"] else {}
    for path in paths:
        save_figure(ax, path, transparent=chosen["transparent"], **dots)
