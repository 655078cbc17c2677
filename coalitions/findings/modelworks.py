"""Works that null models of ties, corrections for many tests and communities rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.findings.works import Work, is_held

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

_COMPARED = Work(
    "neal2021",
    "Neal, Zachary P. and Domagalski, Rachel and Sagan, Bruce",
    2021,
    "Comparing alternatives to the fixed degree sequence model for extracting the backbone of "
    "bipartite projections",
    "Scientific Reports",
    ("11", "", "23929"),
    "10.1038/s41598-021-03238-3",
)
_HYPERGEOMETRIC = Work(
    "neal2013",
    "Neal, Zachary",
    2013,
    "Identifying statistically significant edges in one-mode projections",
    "Social Network Analysis and Mining",
    ("3", "4", "915--924"),
    "10.1007/s13278-013-0107-y",
)
_POISSON_BINOMIAL = Work(
    "hong2013",
    "Hong, Yili",
    2013,
    "On computing the distribution function for the Poisson binomial distribution",
    r"Computational Statistics \& Data Analysis",
    ("59", "", "41--51"),
    "10.1016/j.csda.2012.10.006",
)
_STOCHASTIC = Work(
    "neal2014",
    "Neal, Zachary",
    2014,
    "The backbone of bipartite projections: Inferring relationships from co-authorship, "
    "co-sponsorship, co-attendance and other co-behaviors",
    "Social Networks",
    ("39", "", "84--97"),
    "10.1016/j.socnet.2014.06.001",
)
_CONFIGURATION = Work(
    "saracco2015",
    "Saracco, Fabio and Di Clemente, Riccardo and Gabrielli, Andrea and Squartini, Tiziano",
    2015,
    "Randomizing bipartite networks: the case of the World Trade Web",
    "Scientific Reports",
    ("5", "", "10595"),
    "10.1038/srep10595",
)
_TRADES = Work(
    "strona2014",
    "Strona, Giovanni and Nappo, Domenico and Boccacci, Francesco and Fattorini, Simone and "
    "San-Miguel-Ayanz, Jesus",
    2014,
    "A fast and unbiased procedure to randomize ecological binary matrices with fixed row and "
    "column totals",
    "Nature Communications",
    ("5", "", "4114"),
    "10.1038/ncomms5114",
)
_FASTBALL = Work(
    "godard2022",
    "Godard, Karl and Neal, Zachary P.",
    2022,
    "fastball: a fast algorithm to randomly sample bipartite graphs with fixed degree sequences",
    "Journal of Complex Networks",
    ("10", "6", "cnac049"),
    "10.1093/comnet/cnac049",
)

#: Null model of `cosigning_ties` → what it rests on.
WORKS_OF_MODELS = {
    "fixedfill": (_COMPARED,),
    "fixedrow": (_HYPERGEOMETRIC, _COMPARED),
    "fixedcol": (_POISSON_BINOMIAL, _COMPARED),
    "sdsm": (_STOCHASTIC, _CONFIGURATION, _POISSON_BINOMIAL, _COMPARED),
    "fdsm": (_TRADES, _FASTBALL, _COMPARED),
}

_DUNN = Work(
    "dunn1961",
    "Dunn, Olive Jean",
    1961,
    "Multiple comparisons among means",
    "Journal of the American Statistical Association",
    ("56", "293", "52--64"),
    "10.1080/01621459.1961.10482090",
)
_HOLM = Work(
    "holm1979",
    "Holm, Sture",
    1979,
    "A simple sequentially rejective multiple test procedure",
    "Scandinavian Journal of Statistics",
    ("6", "2", "65--70"),
    "",
    "https://www.jstor.org/stable/4615733",
)
_FALSE_DISCOVERY = Work(
    "benjamini1995",
    "Benjamini, Yoav and Hochberg, Yosef",
    1995,
    "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
    "Journal of the Royal Statistical Society: Series B",
    ("57", "1", "289--300"),
    "10.1111/j.2517-6161.1995.tb02031.x",
)
_LOUVAIN = Work(
    "blondel2008",
    "Blondel, Vincent D. and Guillaume, Jean-Loup and Lambiotte, Renaud and Lefebvre, Etienne",
    2008,
    "Fast unfolding of communities in large networks",
    "Journal of Statistical Mechanics: Theory and Experiment",
    ("2008", "10", "P10008"),
    "10.1088/1742-5468/2008/10/P10008",
)
_CONSENSUS = Work(
    "lancichinetti2012",
    "Lancichinetti, Andrea and Fortunato, Santo",
    2012,
    "Consensus clustering in complex networks",
    "Scientific Reports",
    ("2", "", "336"),
    "10.1038/srep00336",
)

#: Correction of `cosigning_ties` → what it rests on.
WORKS_OF_CORRECTIONS = {
    "none": (),
    "bonferroni": (_DUNN,),
    "holm": (_HOLM,),
    "bh": (_FALSE_DISCOVERY,),
}
#: What `find_communities` rests on.
WORKS_OF_COMMUNITIES = (_LOUVAIN, _CONSENSUS, _TRADES)


def works_held(corpus: Corpus) -> tuple[Work, ...]:
    """Return what the figures of a report rest on that hold a corpus against chance.

    Examples
    --------
    >>> from coalitions import load
    >>> [work.key for work in works_held(load({"may": ["Cuba", "Peru"]}))][:2]
    ['blondel2008', 'lancichinetti2012']
    """
    if not is_held(corpus):
        return ()
    ties = () if corpus.partial.all() else WORKS_OF_MODELS["sdsm"]
    return WORKS_OF_COMMUNITIES + ties


def held_told(corpus: Corpus) -> str:
    """Say what communities and ties are held against, and when they are drawn; else "".

    Examples
    --------
    >>> from coalitions import load
    >>> held_told(load({"may": ["Cuba", "Peru"]}))[:59]
    "Communities are those on which runs of Louvain's method agr"
    """
    if not is_held(corpus):
        return ""
    known = ", those known in part with the names that are known" if corpus.partial.any() else ""
    communities = (
        f"Communities are those on which runs of Louvain's method agree (Blondel et al. 2008; "
        f"Lancichinetti and Fortunato 2012), of all lists{known}. They are drawn where their "
        "modularity is above that of tables with the same sizes, drawn by trades (Strona et al. "
        "2014), with a p-value of at most 0.05."
    )
    if corpus.partial.all():
        return communities
    return (
        f"{communities} Ties are pairs that share more statements with complete lists than the "
        "stochastic degree sequence model expects (Neal 2014), with the chances of the bipartite "
        "configuration model (Saracco et al. 2015) and exact tails of the Poisson binomial "
        "distribution (Hong 2013), at 0.05 and not corrected; models are compared by Neal, "
        "Domagalski and Sagan (2021). They are drawn where there are more than chance may make."
    )
