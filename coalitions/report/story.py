"""What a report says first, in sentences drawn from the data: sizes, overlap, both sides, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.bounds import Interval
from coalitions.figures.wording import amount, listing, sentence
from coalitions.overlap import pairs
from coalitions.provenance import dates, day, members, statement_labels

if TYPE_CHECKING:
    import pandas as pd

    from coalitions.corpus import Corpus

#: Names written out in a sentence, at most.
NAMES = 8


def story(corpus: Corpus) -> list[str]:
    """Return the opening paragraph of a report, a sentence each.

    Examples
    --------
    >>> from coalitions import load
    >>> story(load("unga75"))[1]
    'The largest overlap: 19 to 45 states signed both statements, Pakistan and Cuba.'
    """
    said = (_ledger(corpus), _overlap(corpus), _both(corpus), _unknown(corpus))
    return [text for text in said if text]


def _ledger(corpus: Corpus) -> str:
    """Say how many statements there are, of when, and how many of each side."""
    number = len(corpus.statements)
    first, last = map(day, dates(corpus))
    when = f" of {first}" if first == last else f" from {first} to {last}"
    statements = "1 joint statement" if number == 1 else f"{number} joint statements"
    stance = list(corpus.statements["stance"])
    sides = [
        f"{stance.count(side)} {word}"
        for side, word in (("support", "in support"), ("critical", "in criticism"))
        if side in stance
    ]
    names = corpus.signatures["signatory"].nunique()
    named = f"their lists name {names} {members(corpus, names)}"
    begin = f"{statements}{when if last else ''}"
    return f"{begin}: {', '.join(sides)}; {named}." if sides else f"{begin}; {named}."


def _overlap(corpus: Corpus) -> str:
    """Say which two statements share most."""
    table = pairs(corpus)
    if not len(table) or not table["shared_max"].any():
        return "" if len(corpus.statements) == 1 else "No two statements share a signatory."
    order = ["shared_min", "shared_max"]
    best = table.sort_values(order, ascending=False, kind="stable").iloc[0]
    labels = statement_labels(corpus)
    both = amount(corpus, Interval(int(best["shared_min"]), int(best["shared_max"])))
    where = listing([labels[best["a"]], labels[best["b"]]])
    return f"The largest overlap: {both} signed both statements, {where}."


def _both(corpus: Corpus) -> str:
    """Say who is named on both sides."""
    stance = corpus.statements.set_index("statement_id")["stance"]
    if not {"support", "critical"} <= set(stance):
        return ""
    taken = corpus.signatures.assign(side=corpus.signatures["statement_id"].map(stance))
    sides: pd.Series[int] = taken[taken["side"] != ""].groupby("signatory")["side"].nunique()
    short = corpus.signatories.set_index("signatory")["short"]
    both = sorted(short[s] for s in sides.index[sides > 1])
    if not both:
        return f"No {members(corpus, 1)} is named on both sides."
    verb = "is" if len(both) == 1 else "are"
    return f"{sentence(listing(both, NAMES))} {verb} named on both sides, over these statements."


def _unknown(corpus: Corpus) -> str:
    """Say how many of those who signed no list names."""
    labels, unnamed = statement_labels(corpus), corpus.unnamed[corpus.unnamed > 0]
    if unnamed.empty:
        return "Every declared signatory is named."
    gaps = [f"{labels[s]} {unnamed[s]} of {corpus.named[s] + unnamed[s]}" for s in unnamed.index]
    open_lists, verb = ("1 list", "leaves") if len(gaps) == 1 else (f"{len(gaps)} lists", "leave")
    return (
        f"{open_lists} known in part or only by count {verb} signatures without a name "
        f"({listing(gaps, NAMES)}): what depends on them is given as an interval."
    )
