"""What was typed, so that it can be typed again: the command line of a manifest."""

from __future__ import annotations

import shlex
from typing import Any

import click

_TYPED = "coalitions.typed"


class Recorded(click.Command):
    """A command that keeps what was typed after its name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words, then take them as any command does."""
        ctx.meta[_TYPED] = list(args)
        return super().parse_args(ctx, args)


def command_line(context: click.Context, *, without: str = "output") -> str:
    """Return the command that was typed, with the long names of its options, and without one.

    Where a report was written is left out: it is the same in any place.

    Examples
    --------
    >>> @click.command(cls=Recorded)
    ... @click.argument("data", nargs=-1)
    ... @click.option("-o", "--output")
    ... @click.option("-m", "--members", multiple=True)
    ... def report(**chosen): ...
    >>> typed = ["-o", "there", "my list.txt", "-m", "any", "--members=states"]
    >>> command_line(report.make_context("report", typed))
    "coalitions report 'my list.txt' --members any --members states"
    >>> command_line(report.make_context("report", ["-o", "there"]))
    'coalitions report'
    """
    command = context.command
    values, _, order = command.make_parser(context).parse_args(args=list(context.meta[_TYPED]))
    arguments = [each for each in dict.fromkeys(order) if isinstance(each, click.Argument)]
    options = [each for each in dict.fromkeys(order) if isinstance(each, click.Option)]
    given = [str(word) for each in arguments for word in _several(values[_name(each)])]
    words = list[str]()
    for option in options:
        if option.name == without:
            continue
        for value in _several(values[_name(option)]):
            words += [option.opts[-1]] if option.is_flag else [option.opts[-1], str(value)]
    dashed = any(word.startswith("-") for word in given)  # no option, though it looks like one
    words = [*words, "--", *given] if dashed else [*given, *words]
    return shlex.join(["coalitions", str(context.info_name), *words])


def _name(parameter: click.Parameter) -> str:
    return str(parameter.name)


def _several(value: Any) -> list[Any]:
    """Return values as a list; what click has for an argument that was not given is none."""
    if isinstance(value, (list, tuple)):
        return list(value)
    return [value] if isinstance(value, (str, int)) else []
