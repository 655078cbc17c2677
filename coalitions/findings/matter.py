"""What statements are about, and what is supported or criticised: said where it was given.

A statement's ``topic`` is what it speaks of ("Xinjiang"), its ``about`` whom or what it supports or
criticises ("China").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalitions.corpus import sides_here
from coalitions.findings.phrases import listing, parts_of, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from coalitions.corpus import Corpus

#: As many topics are named, at most, in so many letters.
MOST, LETTERS = 3, 60
#: What statements of our two sides do.
_DOING = {"support": "in support of", "critical": "criticising"}


class Matter(NamedTuple):
    """Whom or what statements support or criticise, and on what; "" where that is not said."""

    about: str = ""
    topic: str = ""

    @property
    def of(self) -> str:
        """What stands behind "in support": " of China on Xinjiang"."""
        return (f" of {self.about}" if self.about else "") + self.on

    @property
    def on(self) -> str:
        """What stands behind a noun: " on Xinjiang"."""
        return f" on {self.topic}" if self.topic else ""


def statements_matter(corpus: Corpus, statements: Iterable[str] | None = None) -> str:
    """Return what some statements do, and about what: "criticising China on Xinjiang".

    Parameters
    ----------
    corpus : Corpus
    statements : iterable of str, optional
        Ids; by default all.

    Returns
    -------
    str
        Only what is given, and is alike for all of them; else "".

    Examples
    --------
    >>> from coalitions import load
    >>> statements_matter(load("unga75"), ["2020-10-unga3-hongkong-pakistan"])
    'in support of China on Hong Kong'
    >>> statements_matter(load("unga75"))
    'about China'
    """
    table = corpus.statements
    if statements is not None:
        table = table[table["statement_id"].isin(list(statements))]
    about, topic = _alike(table["about"]), _alike(table["topic"])
    stances = set(table["stance"])
    doing = _DOING.get(stances.pop(), "about") if len(stances) == 1 else "about"
    said = f"{doing} {about}" if about else ""
    return f"{said}{Matter(topic=topic).on}".strip()


def sides_matter(corpus: Corpus) -> dict[str, Matter]:
    """Return what each side supports or criticises, in order; the same thing is said once.

    What one side has and another lacks is not said: it would be taken for the other's, too. Nor is
    anything said of sides that are called in words of the user's.

    Examples
    --------
    >>> from coalitions import load, select
    >>> ids = ["2020-06-hrc44-hongkong-cuba", "2022-10-unga3-xinjiang-canada"]
    >>> found = sides_matter(select(load("un-china"), statements=ids))
    >>> found["support"].of, found["critical"].of
    (' of China on Hong Kong', ' on Xinjiang')
    """
    stance, sides = corpus.statements["stance"], sides_here(corpus)
    ours = set(sides) <= set(_DOING)
    columns = {
        column: [
            _alike(corpus.statements[column][stance == side]) if ours else "" for side in sides
        ]
        for column in Matter._fields
    }
    abouts, topics = (told if all(told) else [""] * len(sides) for told in columns.values())
    found: dict[str, Matter] = {}
    for n, side in enumerate(sides):
        about = abouts[n] if not n or abouts[n] != abouts[n - 1] else ""
        topic = topics[n] if not n or about or topics[n] != topics[n - 1] else ""
        found[side] = Matter(about, topic)
    return found


def side_about(corpus: Corpus, side: str) -> str:
    """Return whom or what all statements of one of our two sides support or criticise, or ""."""
    if side not in _DOING:
        return ""
    return _alike(corpus.statements["about"][corpus.statements["stance"] == side])


def matter_below(corpus: Corpus, title: str = "") -> str:
    """Return what all statements are about, as it stands below a title that has not said it.

    Examples
    --------
    >>> from coalitions import load, select
    >>> corpus = select(load("un-china"), topic="Tibet", stance="critical")
    >>> matter_below(corpus)
    'About China, on Xinjiang, Hong Kong and Tibet'
    >>> matter_below(corpus, "44 states signed in criticism of China")
    'On Xinjiang, Hong Kong and Tibet'
    """
    parts = []
    for column, word in (("about", "about"), ("topic", "on")):
        cells = corpus.statements[column]
        each = list(dict.fromkeys(part for cell in cells for part in parts_of(cell)))
        text = listing(each) if each else ""
        short = len(each) <= MOST and len(text) <= LETTERS
        if text and (cells != "").all() and short and text not in title:
            parts.append(f"{word} {text}")
    return sentence(", ".join(parts))


def _alike(cells: pd.Series[str]) -> str:
    """Return what all cells say alike, in whatever order, where it is short enough for a title."""
    every = {frozenset(parts_of(cell)) for cell in cells}
    parts = parts_of(cells.iloc[0]) if len(every) == 1 else []
    text = listing(parts) if 0 < len(parts) <= MOST else ""
    return text if len(text) <= LETTERS else ""


def unsaid(matter: str, *labels: str) -> str:
    """Return what statements are about, but "" where what they are called says it.

    Examples
    --------
    >>> unsaid("on Gaza", "Gaza (Jul 2025)", "Gaza (Aug 2025)"), unsaid("on Gaza", "UK", "France")
    ('', 'on Gaza')
    """
    topic = matter.removeprefix("on ").casefold()
    return "" if all(topic in label.casefold() for label in labels) else matter
