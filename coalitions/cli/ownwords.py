"""Options for words of one's own around figures, page and report, and for names in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

#: Option → what its help says; a test keeps them as what the library takes.
OWN = {
    "title": "A title of your own, instead of the finding.",
    "subtitle": "A line of your own below the title; what is drawn is then said at the foot.",
    "note": "A sentence of your own.",
    "source": "A source of your own, beside those of the lists.",
    "credit": "Who made it: 'Graphic: Ada Lane'.",
}
#: Languages in which states have names; a test keeps them as the module that names them.
LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")

language = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    help="Name states in this language; sentences stay English.",
)


def own_words(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options for words of one's own."""
    for name, text in reversed(OWN.items()):
        command = click.option(f"--{name}", metavar="TEXT", help=text)(command)
    return command


def own_of(chosen: dict[str, Any]) -> dict[str, str]:
    """Take a user's own words out of what was chosen.

    Examples
    --------
    >>> chosen = {"title": "Two letters", "note": None, "seed": 0}
    >>> own_of(chosen), chosen
    ({'title': 'Two letters'}, {'seed': 0})
    """
    found = {name: chosen.pop(name, None) for name in OWN}
    return {name: text for name, text in found.items() if text is not None}
