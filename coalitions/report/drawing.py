"""Figures of a report as files, drawn one by one, with what is to be said of each."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, NamedTuple

from coalitions.errors import CoalitionsError
from coalitions.figures import FIGURES, alt_text, save_figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from coalitions.corpus import Corpus


class Picture(NamedTuple):
    """One figure: its finding as title, or why it could not be drawn; what it shows, in words."""

    kind: str
    title: str
    drawn: bool
    alt: str = ""


class Order(NamedTuple):
    """What figures are drawn of, where they are written, and how they are drawn."""

    corpus: Corpus
    folder: Path
    #: Kinds of file: ``svg``, ``png``.
    suffixes: Sequence[str]
    how: Mapping[str, Any]


class Outcome(NamedTuple):
    """A figure that was drawn, or not, and the warnings on the way."""

    picture: Picture
    warned: list[Warning]


def draw(order: Order, kind: str) -> Outcome:
    """Draw one figure into its files; where it cannot be drawn, keep the sentence that says why."""
    with warnings.catch_warnings(record=True, action="always") as seen:
        picture = _picture(order, kind)
    return Outcome(picture, [each.message for each in seen if isinstance(each.message, Warning)])


def _picture(order: Order, kind: str) -> Picture:
    try:
        ax = FIGURES[kind].tell(order.corpus, **order.how)
    except CoalitionsError as error:
        return Picture(kind, str(error), drawn=False)
    for suffix in order.suffixes:
        save_figure(ax, order.folder / f"{kind}.{suffix}")
    title = ax.get_title(loc="left").replace("\n", " ")
    return Picture(kind, title, drawn=True, alt=alt_text(ax))
