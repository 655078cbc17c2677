"""Names in letters that figures cannot set: the font lacks them, or they go from right to left."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from coalitions.corpus import in_language
from coalitions.errors import ChoiceError, warn
from coalitions.figures.kit.shapes import SHOWN, sets_from_the_right, shapeless
from coalitions.findings import from_the_right, no_shape

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: What a letter is that goes from right to left, as Unicode has it.
_LEFTWARDS = ("R", "AL")


def refuse_letters(corpus: Corpus) -> None:
    """Refuse names of states in letters that a figure cannot set.

    Raises
    ------
    ChoiceError
        Which letters.
    """
    if why := _not_set(corpus):
        raise ChoiceError(
            f"a figure cannot name the states so: {why}; choose another `language`, or take page, "
            "tables and graphs, which can"
        )


def for_figures(corpus: Corpus) -> Corpus:
    """Return the corpus with names that a figure can set: in English, where it cannot, and say so.

    Examples
    --------
    >>> from coalitions import load
    >>> russian = in_language(load("unga75"), "ru")
    >>> for_figures(russian) is russian
    True
    """
    if why := _not_set(corpus):
        warn(f"figures name the states in English: {why}")
        return in_language(corpus, "en")
    return corpus


def _not_set(corpus: Corpus) -> str:
    """Say which letters of a chosen language a figure cannot set; "" where it can set all."""
    if corpus.members != "states":
        return ""
    chosen = _letters(corpus).difference(_letters(in_language(corpus, "en")))
    lacking = shapeless("".join(sorted(chosen)))
    if lacking:
        return no_shape(_some(lacking))
    if sets_from_the_right():
        return ""
    leftwards = [each for each in sorted(chosen) if unicodedata.bidirectional(each) in _LEFTWARDS]
    if leftwards:
        return from_the_right(_some(leftwards))
    return ""


def _letters(corpus: Corpus) -> set[str]:
    return set("".join([*corpus.signatories["short"], *corpus.signatories["name"]]))


def _some(letters: list[str]) -> str:
    """Return the first letters, and how many others there are."""
    rest = len(letters) - SHOWN
    shown = " ".join(letters[:SHOWN])
    return f"{shown} and {rest:,} letters more" if rest > 0 else shown
