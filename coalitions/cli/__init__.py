"""The command line: a thin skin over everything else."""

from coalitions.cli.running import cli, commands, main

__all__ = [
    "main",
    "cli",
    "commands",
]
