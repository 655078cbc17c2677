"""What is no corpus, where one is meant: a path, a name, a table that nobody has loaded."""

from __future__ import annotations

from coalitions.corpus.corpus import Corpus
from coalitions.errors import ChoiceError, quoted


def refuse_no_corpus(*given: object) -> None:
    """Refuse what is no corpus, and say how to get one.

    Raises
    ------
    ChoiceError
        It says what was found.

    Examples
    --------
    >>> refuse_no_corpus("unga75")
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: expected a corpus, found the text "unga75": load it first, as in load("unga75")
    """  # noqa: E501 — the message is one line
    for each in given:
        if isinstance(each, Corpus):
            continue
        what = f"the text {quoted(each)}" if isinstance(each, str) else ""
        what = what or f"a value of type {type(each).__name__}"
        raise ChoiceError(f'expected a corpus, found {what}: load it first, as in load("unga75")')
