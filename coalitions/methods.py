"""The methods paragraphs: what was counted, how, and what is not known."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING

from coalitions.graphs import cosigning_graph, statement_graph, two_mode_graph
from coalitions.ledger import statement_ledger
from coalitions.provenance import completeness, dates, members, source, statement_labels

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: Works cited, in the order in which they are cited.
REFERENCES = """\
P. Jaccard (1912). The distribution of the flora in the alpine zone.
  https://doi.org/10.1111/j.1469-8137.1912.tb05611.x
A. Lex, N. Gehlenborg, H. Strobelt, R. Vuillemot, H. Pfister (2014). UpSet: visualization of
  intersecting sets. https://doi.org/10.1109/TVCG.2014.2346248
S. P. Borgatti, M. G. Everett (1997). Network analysis of 2-mode data.
  https://doi.org/10.1016/S0378-8733(96)00301-2
T. Kamada, S. Kawai (1989). An algorithm for drawing general undirected graphs.
  https://doi.org/10.1016/0020-0190(89)90102-6
"""


def describe(corpus: Corpus) -> str:
    """Return the methods paragraphs of an analysis of a corpus, in Markdown.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    str
        Headed paragraphs on the corpus, its completeness, the counts and bounds, the networks,
        the software, and the works cited.

    Examples
    --------
    >>> from coalitions import load
    >>> print(describe(load("unga75")).splitlines()[0])
    # Methods
    """
    paragraphs = {
        "Corpus": _corpus(corpus),
        "Completeness": _completeness(corpus),
        "Overlap": (
            "For each pair of statements the number of signatories named under both is counted. "
            "Where a list is partial, the overlap, the union and the Jaccard coefficient "
            "(Jaccard 1912) are given as the smallest and the largest value that any completion "
            f"of the lists within the universe of {corpus.universe} can attain; both ends are "
            "attained. Exclusive regions (signed exactly these statements; Lex et al. 2014) and "
            "inclusive regions (signed at least these) are bounded in the same way, by an integer "
            "programme solved exactly. Complete lists give single numbers."
        ),
        "Networks": " ".join(
            graph.graph["method"]
            for graph in (two_mode_graph(corpus), cosigning_graph(corpus), statement_graph(corpus))
        )
        + " Two-mode data and projections follow Borgatti and Everett (1997); positions minimise "
        "stress (Kamada and Kawai 1989) and carry no further meaning.",
        "Software": (
            f"coalitions {version('coalitions')}, with "
            + ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
            + "."
        ),
        "References": re.sub(r"^(?=\S)", "- ", REFERENCES, flags=re.MULTILINE).rstrip(),
    }
    return "# Methods\n" + "".join(f"\n## {head}\n\n{text}\n" for head, text in paragraphs.items())


#: What the numbers and pictures depend on.
LIBRARIES = ("networkx", "pandas", "numpy", "scipy", "matplotlib", "pyvis")


def _corpus(corpus: Corpus) -> str:
    first, last = dates(corpus)
    when = f" of {first}" if first == last else f" from {first} to {last}"
    number, named = corpus.incidence.shape
    times = len(corpus.signatures)
    return (
        f"{number} joint {'statement' if number == 1 else 'statements'}{when if last else ''}, "
        f"under which {named} {members(corpus, named)} {'is' if named == 1 else 'are'} named "
        f"{times} {'time' if times == 1 else 'times'}. The universe is the {corpus.universe} "
        f"{members(corpus, corpus.universe)} that could have signed. "
        f"Sources: {source(corpus).rstrip('.')}."
    )


def _completeness(corpus: Corpus) -> str:
    ledger = statement_ledger(corpus).set_index("statement_id")
    labels = statement_labels(corpus)
    rows = [
        f"- {labels[str(key)]} ({key}): "
        + ("no count declared" if row["status"] == "undeclared" else f"{row['declared']} declared")
        + f", {row['named']} named, {row['status']}"
        for key, row in ledger.to_dict("index").items()
    ]
    return (
        completeness(corpus)
        + " No name is inferred: absence from a partial list is not a refusal to sign.\n\n"
        + "\n".join(rows)
    )
