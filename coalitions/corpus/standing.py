"""Which sides a corpus has, and which are opposed to which: what is asked of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.looks import BOTH, SEVERAL

if TYPE_CHECKING:
    from coalitions.corpus.corpus import Corpus


def sides_here(corpus: Corpus) -> list[str]:
    """Return the sides of a corpus that one of its statements takes, in order.

    Examples
    --------
    >>> from coalitions import load, select
    >>> corpus = select(load("unga75"), stance="critical")
    >>> corpus.sides, sides_here(corpus)
    (('support', 'critical'), ['critical'])
    """
    there = set(corpus.statements["stance"])
    return [side for side in corpus.sides if side in there]


def opposites(corpus: Corpus, side: str) -> list[str]:
    """Return the sides that are opposed to one, in order.

    Examples
    --------
    >>> from coalitions import load
    >>> opposites(load("unga75"), "critical"), opposites(load("unga75"), "")
    (['support'], [])
    """
    pairs = [pair for pair in corpus.opposed if side in pair]
    return [each for each in corpus.sides if each != side and any(each in pair for pair in pairs)]


def are_opposed(corpus: Corpus, one: str, other: str) -> bool:
    """Say whether two stances are opposed to each other.

    Examples
    --------
    >>> from coalitions import load
    >>> are_opposed(load("unga75"), "critical", "support"), are_opposed(load("unga75"), "", "")
    (True, False)
    """
    return other in opposites(corpus, one)


def more_than_one(corpus: Corpus) -> str:
    """Return the word for who is on more than one side: "both" only where two opposed are all.

    Examples
    --------
    >>> from coalitions import load
    >>> more_than_one(load("unga75"))
    'both'
    """
    if len(corpus.sides) <= 1 or (len(corpus.sides) == 2 and len(corpus.opposed)):  # noqa: PLR2004 - a pair
        return BOTH
    return SEVERAL
