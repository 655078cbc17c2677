"""The command line as a whole: its verbs, how it starts, how it ends."""

from __future__ import annotations

import gc
import io
import os
import re
import sys
import warnings
from typing import TYPE_CHECKING, TextIO

import click

from coalitions.cli import options
from coalitions.cli.grouping import communities, nodes
from coalitions.cli.looking import change, check, cite, diff, names, overlap
from coalitions.cli.making import explore, export, export_tables, extract, figure, new
from coalitions.cli.reporting import report, rerun
from coalitions.cli.significance import ties
from coalitions.errors import CoalitionsError, CoalitionsWarning, too_much, visible
from coalitions.files import discard, say, standing_streams
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

#: First what makes all of it; then from what one brings to what one takes away.
VERBS = (
    report,
    rerun,
    check,
    names,
    extract,
    new,
    overlap,
    change,
    diff,
    ties,
    communities,
    nodes,
    figure,
    explore,
    export,
    cite,
)


#: After how many new objects those that nobody needs are looked for, and how often in all.
SELDOM = (100_000, 20, 20)
#: How libraries of linear algebra (OpenBLAS, MKL, Accelerate) are told how many threads they use.
_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def main() -> None:
    """Run the command line; what a user can mend ends in one message and exit status 1."""
    _keep_to_one_thread()
    # Drawings are kept to their end: looking through all of them for what could go, after every
    # few hundred new objects, takes a tenth of the time.
    gc.set_threshold(*SELDOM)
    warnings.simplefilter("always", CoalitionsWarning)
    warnings.showwarning = _show_warning
    with standing_streams():
        sys.exit(_run())


def _keep_to_one_thread() -> None:
    """Let linear algebra use one thread, unless somebody said how many.

    The matrices of a layout are small: several threads wait for one another most of the time. Those
    with which large tables are counted are not.
    """
    if "overlap" not in sys.argv[1:2]:
        for name in _THREADS:
            os.environ.setdefault(name, "1")


def _run() -> int:
    """Run a command, and return the exit status."""
    try:
        cli(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        shown = io.StringIO()
        error.show(file=shown)
        # Of a missing choice each has a line of its own, after a tab.
        told = re.sub(r"(?<=:)\n\t|(?<=,)\n\t", " ", shown.getvalue())
        click.echo(visible(told, keep="\n"), err=True, nl=False)
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


class _Verbs(click.Group):
    """A group in which a verb may be of two words."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take both words, where there is such a verb."""
        if " ".join(args[:2]) in self.commands:
            args = [" ".join(args[:2]), *args[2:]]
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__)
def cli() -> None:
    """Analyse who signs joint statements with whom.

    From the lists of signatories of joint statements to checked tables, exact overlaps, diagrams,
    a page to explore, and files for Gephi. Everything works offline.
    """


for _verb in VERBS:
    cli.add_command(_verb)
cli.add_command(export_tables, "export tables")


def commands() -> Sequence[str]:
    """Return the verbs, in the order of ``VERBS``, then those of two words."""
    return list(cli.commands)
