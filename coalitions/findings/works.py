"""Works that the methods rest on: which an analysis cites, as a list and as BibTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from coalitions.looks import MOST_GROUPS
from coalitions.tables import events

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: What a description is of: a whole report, or its tables alone.
Part = Literal["report", "tables"]
PARTS: tuple[Part, ...] = ("report", "tables")
#: Most signatories, and most statements, that a report holds against chance unasked.
MOST_HELD = (300, 500)


class Work(NamedTuple):
    """An article: who wrote it, when, where."""

    key: str
    #: Families and first names, as BibTeX has them.
    authors: str
    year: int
    title: str
    journal: str
    #: Volume, number and pages (an article number where it has no pages).
    place: tuple[str, str, str]
    doi: str
    #: Where to read it, if it has no DOI.
    url: str = ""

    @property
    def line(self) -> str:
        """The work in one line, as in a list of references."""
        where = self.url or f"https://doi.org/{self.doi}"
        return f"{_initials(self.authors)} ({self.year}). {self.title}. {where}"


JACCARD = Work(
    "jaccard1912",
    "Jaccard, Paul",
    1912,
    "The distribution of the flora in the alpine zone",
    "New Phytologist",
    ("11", "2", "37--50"),
    "10.1111/j.1469-8137.1912.tb05611.x",
)
UPSET = Work(
    "lex2014",
    "Lex, Alexander and Gehlenborg, Nils and Strobelt, Hendrik and Vuillemot, Romain and "
    "Pfister, Hanspeter",
    2014,
    "UpSet: Visualization of Intersecting Sets",
    "IEEE Transactions on Visualization and Computer Graphics",
    ("20", "12", "1983--1992"),
    "10.1109/TVCG.2014.2346248",
)
TWO_MODE = Work(
    "borgatti1997",
    "Borgatti, Stephen P. and Everett, Martin G.",
    1997,
    "Network analysis of 2-mode data",
    "Social Networks",
    ("19", "3", "243--269"),
    "10.1016/S0378-8733(96)00301-2",
)
STRESS = Work(
    "kamada1989",
    "Kamada, Tomihisa and Kawai, Satoru",
    1989,
    "An algorithm for drawing general undirected graphs",
    "Information Processing Letters",
    ("31", "1", "7--15"),
    "10.1016/0020-0190(89)90102-6",
)
SPRINGS = Work(
    "fruchterman1991",
    "Fruchterman, Thomas M. J. and Reingold, Edward M.",
    1991,
    "Graph drawing by force-directed placement",
    "Software: Practice and Experience",
    ("21", "11", "1129--1164"),
    "10.1002/spe.4380211102",
)
PROJECTION = Work(
    "savric2019",
    "Šavrič, Bojan and Patterson, Tom and Jenny, Bernhard",
    2019,
    "The Equal Earth map projection",
    "International Journal of Geographical Information Science",
    ("33", "3", "454--465"),
    "10.1080/13658816.2018.1504949",
)
FLOWS = Work(
    "rosvall2010",
    "Rosvall, Martin and Bergstrom, Carl T.",
    2010,
    "Mapping Change in Large Networks",
    "PLoS ONE",
    ("5", "1", "e8694"),
    "10.1371/journal.pone.0008694",
)


def works(corpus: Corpus, of: Part = "report") -> list[Work]:
    """Return the works that an analysis of a corpus rests on, in the order of its methods.

    Examples
    --------
    >>> from coalitions import load
    >>> [work.key for work in works(load({"may": ["Cuba"]}, members="any"), "tables")]
    []
    >>> [work.key for work in works(load("unga75"), "tables")]
    ['jaccard1912', 'lex2014']
    """
    found = [JACCARD, UPSET] if len(corpus) > 1 else []
    if of == "tables":
        return found
    found += [TWO_MODE, STRESS, *([SPRINGS] if is_large(corpus) else [])]
    return [
        *found,
        *([PROJECTION] if corpus.members == "states" else []),
        *([FLOWS] if flows_between_events(corpus) else []),
    ]


def is_large(corpus: Corpus) -> bool:
    """Say whether a network may have more groups of nodes with the same ties than stress takes."""
    records, _ = corpus.records.kinds()
    return len(records) + len(corpus.statements) > MOST_GROUPS


def is_held(corpus: Corpus) -> bool:
    """Say whether a report holds ties and communities against chance: of many it takes minutes."""
    sizes = zip((len(corpus.records), len(corpus)), MOST_HELD, strict=True)
    return len(corpus.records) > 1 and all(number <= most for number, most in sizes)


def flows_between_events(corpus: Corpus) -> bool:
    """Say whether there are two events of sides, between which somebody may move."""
    named = corpus.named.to_numpy() > 0
    return sum(bool(named[rows].any()) for rows in events(corpus).values()) > 1


def _initials(authors: str) -> str:
    """Return "P. Jaccard" of "Jaccard, Paul", for each author."""
    names = [author.partition(", ") for author in authors.split(" and ")]
    short = [
        f"{' '.join(f'{first[0]}.' for first in given.split())} {family}"
        for family, _, given in names
    ]
    return ", ".join(short)
