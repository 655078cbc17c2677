"""What a balance says: of which group most signed on a side, and what its bars cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions import looks
from coalitions.bounds import Interval
from coalitions.corpus import Tally, amount, choose, more_than_one, nouns, sides_here, tally
from coalitions.findings.around import Words, words
from coalitions.findings.matter import sides_matter
from coalitions.findings.sentences import sentence, stood
from coalitions.findings.sidewords import side_taken
from coalitions.looks import BOTH, GROUP_COLOURS
from coalitions.tables import OTHERS, group_sides

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: What each part of a bar is called.
PARTS = {
    "both": "on both sides",
    "several": "on several sides",
    "neither": "signed none",
    "unknown": "not named, lists known in part",
}
#: What those without a group are called.
NO_GROUP = "Counted in no group"
#: Sides of which the title speaks, at most: the bars have all of them.
SPOKEN_OF = 3


class Group(NamedTuple):
    """How many of a group took which side."""

    name: str
    #: Where one may stand, in order → how many stand there.
    counts: dict[str, int]
    #: Side → how many signed on it, alone or with another.
    on: dict[str, int]

    @property
    def size(self) -> int:
        """How many are in the group."""
        return sum(self.counts.values())

    def share(self, side: str) -> float:
        """Return the share that signed on a side, alone or with another."""
        return self.on[side] / self.size


def group_counts(corpus: Corpus) -> list[Group]:
    """Return how many of each group took which side, as `group_sides` has them.

    Examples
    --------
    >>> from coalitions import load
    >>> [group.name for group in group_counts(load("unga75"))][:2]
    ['African', 'Asia-Pacific']
    """
    return [
        Group(
            str(name),
            dict(zip(rows["side"], rows["count"].tolist(), strict=True)),
            {str(side): int(n) for side, n in rows.set_index("side")["signed"].dropna().items()},
        )
        for name, rows in group_sides(corpus).groupby("group", sort=False)
    ]


def group_size(corpus: Corpus, group: Group) -> str:
    """Return how many are in a group, by what they are called."""
    if group.name == OTHERS:
        # What they are called says that they are not members or observers.
        return amount(corpus, tally(corpus, corpus.apart)).partition(" that are ")[0]
    return f"{group.size:,} {nouns(corpus)[group.size != 1]}"


def part_name(stand: str) -> str:
    """Return what a part of a bar is called."""
    return PARTS.get(stand) or looks.side_name(stand)


def balance_finding(corpus: Corpus, groups: list[Group]) -> str:
    """Say for each side of which group the largest share signed on it; "" where nobody did."""
    parts: dict[str, list[str]] = {}
    matter = sides_matter(corpus)
    for side in sides_here(corpus)[:SPOKEN_OF]:
        best = max(_grouped(groups), key=lambda group: group.share(side))
        number, how = best.on[side], f"{side_taken(side, again=bool(parts))}{matter[side].of}"
        if number:
            least = "at least " if _open(corpus, side) and number < best.size else ""
            said = f"{least}{number:,}{'' if parts else f' {_stood(corpus, number)}'} {how}"
            of = f"of {group_size(corpus, best)} of the {best.name} group"
            parts.setdefault(of, []).append(said)
    return "; ".join(f"{of}, {' and '.join(signed)}" for of, signed in parts.items())


def _stood(corpus: Corpus, number: int) -> str:
    return stood(corpus, Tally(Interval(number, number)))


def _grouped(groups: list[Group]) -> list[Group]:
    return [group for group in groups if group.name not in {"", OTHERS}]


def balance_words(corpus: Corpus, groups: list[Group]) -> Words:
    """Return the words around the bars of some groups."""
    grouped = _grouped(groups)
    sides = sides_here(corpus)
    where, anywhere = "on either side", "on either side"
    if len(sides) == 1:
        where = anywhere = side_taken(sides[0])
    elif more_than_one(corpus) != BOTH:
        where, anywhere = "on each side", "on any side"
    title = balance_finding(corpus, groups) or f"Nobody of a group is named {anywhere}"
    regional = "regional " if {group.name for group in grouped} <= set(GROUP_COLOURS) else ""
    that = f"that {_stood(corpus, 1)} {where}"
    what = f"Share of each {regional}group {that}; every bar is a whole group"
    data = " ".join(f"{g.name or NO_GROUP}: {_spelt(g)}." for g in groups)
    sided = corpus.statements["statement_id"][corpus.statements["stance"] != ""]
    return words(
        corpus,
        sentence(title),
        what=what,
        notes=_notes(corpus),
        data=data,
        shown=choose(corpus, sided),
    )


def _open(corpus: Corpus, side: str) -> bool:
    """Say whether a list of a side is partial, so that more may have signed on it."""
    rows = (corpus.statements["stance"] == side).to_numpy()
    return bool(corpus.partial.to_numpy()[rows].any())


def _spelt(group: Group) -> str:
    return ", ".join(f"{n:,} {part_name(stand)}" for stand, n in group.counts.items() if n)


def _notes(corpus: Corpus) -> tuple[str, ...]:
    """Return what the bars cannot show."""
    notes = []
    if corpus.partial.any() and len(sides_here(corpus)) > 1:
        notes.append(
            "Who is named on one side is counted there; a partial list may hold the name, too."
        )
    others = corpus.possible - len(corpus.signatories)
    if others > 0:
        notes.append(f"{others:,} more could have signed; no table says who they are.")
    silent = int((corpus.statements["stance"] == "").sum())
    if silent:
        notes.append(
            f"Without a stance, not counted: {silent:,} of {len(corpus.named):,} statements."
        )
    return tuple(notes)
