"""The methods paragraphs: what was counted, how, and what is not known."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING

from coalitions.corpus import amount as amount_of
from coalitions.corpus import (
    completeness,
    dates,
    earlier_versions,
    is_one,
    refuse_no_corpus,
    sides_here,
    source,
    statement_labels,
    tally,
    undated,
    universe,
)
from coalitions.dates import of_when
from coalitions.errors import refuse_other
from coalitions.findings.maps import BORDERS
from coalitions.findings.modelworks import held_told, works_held
from coalitions.findings.sentences import listing
from coalitions.findings.works import (
    PARTS,
    Part,
    flows_between_events,
    is_large,
    works,
)
from coalitions.graphs import METHODS, has_few_ties
from coalitions.looks import KNOWN_PAIRS, MOST_CELLS, MOST_GROUPS
from coalitions.names import universe_known
from coalitions.tables import statement_ledger
from coalitions.version import __version__

if TYPE_CHECKING:
    from coalitions.corpus import Corpus


def describe(corpus: Corpus, *, of: Part = "report") -> str:
    """Return the methods paragraphs of an analysis of a corpus, in Markdown: what was done.

    Parameters
    ----------
    corpus : Corpus
    of : {"report", "tables"}
        Whether networks and maps were drawn, or nothing but tables was made.

    Returns
    -------
    str
        Headed paragraphs on the corpus, its completeness, the counts and bounds, the networks,
        ties, communities and maps if there are any, the software, and the works cited.

    Raises
    ------
    CoalitionsError
        ``of`` is none of the choices.

    Examples
    --------
    >>> from coalitions import load
    >>> print(describe(load("unga75")).splitlines()[0])
    # Methods
    >>> "Networks" in describe(load("unga75"), of="tables")
    False
    """
    refuse_no_corpus(corpus)
    refuse_other("of", of, PARTS)
    drawn = of == "report"
    held = works_held(corpus) if drawn else ()
    cited = "\n".join(f"- {work.line}" for work in (*works(corpus, of), *held))
    paragraphs = {
        "Corpus": _corpus(corpus),
        "Completeness": _completeness(corpus),
        "Overlap": _overlap(corpus),
        "Networks": _networks(corpus) if drawn else "",
        "Ties and communities": held_told(corpus) if drawn else "",
        "Maps and flows": _maps_and_flows(corpus) if drawn else "",
        "Software": (
            f"coalitions {__version__}, with "
            + ", ".join(f"{name} {version(name)}" for name in (LIBRARIES if drawn else COUNTING))
            + "."
        ),
        "References": cited,
    }
    said = (f"\n## {head}\n\n{text}\n" for head, text in paragraphs.items() if text)
    return "# Methods\n" + "".join(said)


#: What the numbers and pictures depend on.
LIBRARIES = ("networkx", "pandas", "numpy", "scipy", "matplotlib", "pyvis")
#: What the tables alone depend on.
COUNTING = ("pandas", "numpy", "scipy")


def _corpus(corpus: Corpus) -> str:
    when = of_when(*dates(corpus))
    number, times = len(corpus.statements), len(corpus.signatures)
    named = tally(corpus, corpus.records.rows)
    return (
        f"{number:,} joint {'statement' if number == 1 else 'statements'}{when}"
        f"{undated(corpus)}, "
        f"under which {amount_of(corpus, named)} {'is' if is_one(named) else 'are'} named "
        f"{times:,} {'time' if times == 1 else 'times'}. {_universe(corpus)} "
        f"{_sides(corpus)}Sources: {source(corpus).rstrip('.')}."
    )


def _sides(corpus: Corpus) -> str:
    """Say which sides there are, and which are opposed, where they are not our own two."""
    here = [f"“{side}”" for side in sides_here(corpus)]
    if not here or set(corpus.sides) <= set(KNOWN_PAIRS[0]):
        return ""
    there = set(sides_here(corpus))
    pairs = [f"“{one}” to “{other}”" for one, other in corpus.opposed if {one, other} <= there]
    opposed = f"opposed are {listing(pairs)}" if pairs else "none is opposed to another"
    if len(here) == 1:
        return f"The side taken is {here[0]}. "
    return f"The sides taken are {listing(here)}; {opposed}. "


def _universe(corpus: Corpus) -> str:
    """Say who could have signed, as far as that is known."""
    if not corpus.assumed:
        states, comma, beside = universe(corpus).partition(",")
        return f"The universe is the {states} that could have signed{comma}{beside}.{_at(corpus)}"
    named = corpus.universe - corpus.newcomers
    rest = f" and the {corpus.newcomers:,} that are not" if corpus.newcomers else ""
    return (
        "Who else could have signed is not known: the universe is taken as the "
        f"{named:,} that {'is' if named == 1 else 'are'} named{rest}."
    )


def _at(corpus: Corpus) -> str:
    """Say that not everybody could have signed every statement, if so, and what is taken then."""
    dated = [universe_known(date) for date in corpus.statements["date"]]
    if corpus.universes is None:
        if not corpus.dated or all(dated):
            return ""
        return " Without a date, or before the United Nations, they are those of today."
    own = corpus.could - len(corpus.apart)
    text = (
        " Each statement has the universe of its date, the members and observers of the United "
        f"Nations at the time and whoever is named, from {own.min():,} to {own.max():,} states; "
        "two statements share only who could have signed both."
    )
    if all(dated):
        return text
    return f"{text} Without a date, or before the United Nations, it is that of today."


def _overlap(corpus: Corpus) -> str:
    """Say what was counted of several statements, and bounded where a list is partial."""
    if len(corpus) == 1:
        return ""
    if not _is_partial(corpus):
        return (
            "For each pair of statements the number of signatories named under both and under "
            "either is counted; one divided by the other is the Jaccard coefficient (Jaccard "
            "1912). So are those named under exactly these statements, the exclusive regions (Lex "
            "et al. 2014), and under at least these, the inclusive regions. No list is known to "
            f"lack a name, and every count is a single number.{_as_printed(corpus)}"
        )
    return (
        "For each pair of statements the number of signatories named under both is counted. "
        "Where a list is partial, the overlap, the union and the Jaccard coefficient "
        "(Jaccard 1912) are given as the smallest and the largest value that any completion "
        f"of the lists can attain, within the universe of {universe(corpus)}; both ends are "
        "attained. Exclusive regions (signed exactly these statements; Lex et al. 2014) and "
        "inclusive regions (signed at least these) are bounded in the same way, by an integer "
        f"programme solved exactly. {_single(corpus)}{_as_printed(corpus)}{_unknown(corpus)}"
    )


def _is_partial(corpus: Corpus) -> bool:
    """Say whether any list is known to lack a name, or may."""
    return bool(corpus.unnamed.any() or corpus.unknown.any())


def _single(corpus: Corpus) -> str:
    complete = (corpus.declared.notna() & (corpus.unnamed == 0)).any()
    return "Complete lists give single numbers." if complete else ""


def _as_printed(corpus: Corpus) -> str:
    silent = corpus.declared.isna() & ~corpus.unknown
    return " A list without a declared count is taken as it is printed." if silent.any() else ""


def _networks(corpus: Corpus) -> str:
    """Say which networks were made, and where their nodes stand."""
    made = [METHODS["two-mode"]]
    if has_few_ties(corpus.records):
        made.append(METHODS["cosigning"])
    if len(corpus) > 1 and has_few_ties(corpus.lists):
        made.append(METHODS["statements"])
    works_on = "Two-mode data and projections follow Borgatti and Everett (1997)."
    if not _is_partial(corpus):
        made = [re.sub(r", (?:a|with exact) [a-z ]+ where lists are partial", "", m) for m in made]
    return " ".join([*made, works_on, _positions(corpus)])


def _maps_and_flows(corpus: Corpus) -> str:
    """Say how maps are projected, if there are any, and what a flow is."""
    said = []
    if corpus.members == "states":
        said.append(
            "The world map is in the Equal Earth projection (Šavrič, Patterson and Jenny 2019). "
            f"{BORDERS}"
        )
    if flows_between_events(corpus):
        said.append(
            "Who took which side is followed from event to event in an alluvial diagram (Rosvall "
            "and Bergstrom 2010)."
        )
    return " ".join(said)


def _unknown(corpus: Corpus) -> str:
    """Say how lists are taken of which nothing is known, if there are any."""
    if not corpus.unknown.any():
        return ""
    return (
        " A list of which neither a name nor a count is known may be any list, from nobody to "
        "everybody; two of these have no Jaccard coefficient."
    )


def _positions(corpus: Corpus) -> str:
    """Say how the nodes of the networks came to stand where they do."""
    how = "positions of groups of nodes with the same ties minimise stress (Kamada and Kawai 1989)"
    if is_large(corpus):
        how += (
            f" in parts of up to {MOST_GROUPS:,} such groups, and come from springs (Fruchterman "
            "and Reingold 1991) in larger ones"
        )
    cells = "signatories to free cells of a grid"
    if len(corpus.records) > MOST_CELLS:
        cells = (
            f"signatories, where a network has up to {MOST_CELLS:,}, to free cells of a grid; more "
            "of them are spread around the middle of their group"
        )
    return (
        f"The {how}; they are then stretched over the page, half by distance and half by rank, and "
        f"statements are moved apart, and {cells}. Nearness is a hint, no distance is a measure."
    )


def _completeness(corpus: Corpus) -> str:
    ledger = statement_ledger(corpus).set_index("statement_id")
    labels = statement_labels(corpus)
    rows = [
        f"- {labels[str(key)]} ({key}): "
        + (
            "no count declared"
            if row["status"] in {"undeclared", "unknown"}
            else f"{row['declared']:,} declared"
        )
        + f", {row['named']:,} named, {row['status']}"
        for key, row in ledger.to_dict("index").items()
    ]
    return (
        completeness(corpus)
        + " No name is inferred"
        + (
            ": absence from a partial list is not a refusal to sign."
            if _is_partial(corpus)
            else "."
        )
        + f" {earlier_versions(corpus)}".rstrip()
        + "\n\n"
        + "\n".join(rows)
    )
