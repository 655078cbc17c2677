"""Groups that sign together: how large they are, beside what tables drawn at random would make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.corpus import members, short_names, spoken_names
from coalitions.findings.chance import MOST_TOLD, NAMED, Told, of_lists
from coalitions.findings.sentences import listing

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

    from coalitions.corpus import Corpus

#: What is drawn, and what it is held against.
_AREAS = (
    "Each area is a group. A circle is filled as far as what it shares with others is shared "
    "within its group; a bar shows it for the group as a whole"
)
_NULL = (
    "Null model fdsm: in every table drawn each signs as many statements, and as many sign each "
    "statement, as did."
)
#: Most groups whose sizes stand in a title, and most members of one that are told.
_SIZES, _MEMBERS = 5, 40


def communities_told(corpus: Corpus, found: pd.DataFrame, drawn: int = -1) -> Told:
    """Say which groups sign together, beside what tables drawn at random would make.

    Parameters
    ----------
    corpus : Corpus
    found : DataFrame
        As ``find_communities`` returns it.
    drawn : int
        How many groups have room, the largest first; all by default.

    Examples
    --------
    >>> from coalitions import find_communities, load
    >>> letters = {f"a{n}": ["Ann", "Bo", "Cy"] for n in range(4)}
    >>> letters |= {f"b{n}": ["Di", "Ed"] for n in range(4)}
    >>> corpus = load(letters, members="any")
    >>> communities_told(corpus, find_communities(corpus, draws=19)).title
    '2 groups of signatories, of 3 and 2, are named together more than chance explains'
    """
    told, who = found.attrs, members(corpus, 2)
    beside = (
        f"{told['null_mean']:.3g} on average and {told['null_max']:.3g} at most in "
        f"{told['draws']:,} tables with the same sizes (p = {told['p']:.2g})"
    )
    notes: tuple[str, ...] = (_counted(corpus),)
    if found.empty:
        less = f"{told['modularity']:.3g}, no higher than chance makes it: {beside}"
        title = f"No groups of {who} are named together more than chance explains"
        what = f"The modularity of the best partition into groups is {less}"
        return Told(title, what, (*notes, _NULL), silent=f"no groups stand out: modularity {less}")
    sizes = found["community"].value_counts(sort=False)
    several = [int(size) for size in sizes if size > 1]
    alone = found["signatory"][found["community"].map(sizes) == 1]
    if len(alone):
        notes = (f"In no group: {listing(spoken_names(corpus, list(alone)), NAMED)}.", *notes)
    if 0 <= drawn < len(several):
        left = f"{_groups(len(several) - drawn, who)}, {sum(several[drawn:]):,} in all"
        notes = (f"Not drawn, for there is no room: {left}.", *notes)
    modularity = (
        f"Modularity, the higher the more is shared within groups: {told['modularity']:.3g}; "
        f"{beside}. {_agreed(told)}"
    )
    title = _finding(several, who)
    return Told(title, _AREAS, (*notes, modularity, _NULL), _who(corpus, found))


def _finding(sizes: list[int], who: str) -> str:
    """Say how many groups there are, and how large."""
    listed = [f"{size:,}" for size in sizes]
    of = listing(listed) if len(listed) <= _SIZES else f"{listed[0]} to {listed[-1]}"
    are = "is" if len(listed) == 1 else "are"
    return f"{_groups(len(sizes), who)}, of {of}, {are} named together more than chance explains"


def _groups(number: int, who: str) -> str:
    return f"{number:,} {'group' if number == 1 else 'groups'} of {who}"


def _counted(corpus: Corpus) -> str:
    """Say which statements count, and how those known in part do."""
    known = int(corpus.partial.sum())
    if not known:
        return f"Counted: {of_lists(len(corpus))}."
    return (
        f"Counted: {of_lists(len(corpus))}, {known:,} of them known in part, with the names that "
        "are known."
    )


def _agreed(told: Mapping[Hashable, Any]) -> str:
    """Say how well the runs of the method agree with the groups."""
    runs = f"{told['runs']} runs of Louvain's method"
    if told["stability"] == 1:
        return f"{runs} all found these groups."
    return f"{runs} agree with them by an adjusted Rand index of {told['stability']:.3g} (1: all)."


def _who(corpus: Corpus, found: pd.DataFrame) -> str:
    """Return who is in each group, a sentence a group."""
    short = short_names(corpus)
    groups = list(found.groupby("community")["signatory"])[:MOST_TOLD]
    return " ".join(
        f"Group {number}: {listing(sorted(short[key] for key in who), _MEMBERS)}."
        for number, who in groups
        if len(who) > 1
    )


def share_a_grey(first: int) -> tuple[str, ...]:
    """Return the note that says from which group on all have one colour; none has for 0.

    Examples
    --------
    >>> share_a_grey(7)
    ('From group 7 on all are grey: their numbers tell them apart.',)
    """
    note = f"From group {first:,} on all are grey: their numbers tell them apart."
    return (note,) if first else ()


def share_within(share: float, group: int) -> tuple[str, ...]:
    """Return what a share of what is shared is, in ever fewer words; within the group for 0.

    Examples
    --------
    >>> share_within(0.66, 0), share_within(0.34, 2)
    (('66% among themselves', '66%'), ('34% with group 2', '34% with 2', 'with 2', '2'))
    >>> share_within(0.998, 0)[-1]
    'over 99%'
    """
    percent = "over 99%" if round(share, 2) == 1 > share else f"{share:.0%}"
    if not group:
        return f"{percent} among themselves", percent
    number = f"{group:,}"
    return (
        f"{percent} with group {number}",
        f"{percent} with {number}",
        f"with {number}",
        number,
    )
