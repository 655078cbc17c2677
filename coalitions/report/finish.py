"""How a report is finished: in whose words, and in whose colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coalitions.errors import refuse_other_names
from coalitions.findings import OwnWords, own_words
from coalitions.findings import under_figures as under_each
from coalitions.looks import LIGHT, Theme, refuse_no_theme

if TYPE_CHECKING:
    from collections.abc import Mapping


class Finish(OwnWords, total=False):
    """How a report is finished: words of your own, and the theme that colours its sides."""

    #: On white; the page has a dark ground, too, on which each colour is as clear.
    theme: Theme


class Finished(NamedTuple):
    """What was given of a finish: the words, each in one line, and the theme."""

    words: Mapping[str, str]
    theme: Theme

    def under_figures(self) -> dict[str, Any]:
        """Return what every figure of a report is drawn with."""
        return {**under_each(self.words), "theme": self.theme}


def finished(given: Mapping[str, Any]) -> Finished:
    r"""Return what is given of a finish.

    Examples
    --------
    >>> finished({"title": "Who stood\nwith whom"}).words
    {'title': 'Who stood with whom'}
    """
    refuse_other_names(given, Finish.__annotations__, "a report")
    theme = given.get("theme", LIGHT)
    refuse_no_theme(theme, named=False)
    return Finished(own_words(given), theme)
