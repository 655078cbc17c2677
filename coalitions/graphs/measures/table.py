"""Who is where: a row for each signatory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

from coalitions.corpus import members, refuse_no_corpus
from coalitions.errors import ChoiceError, refuse_no_table, refuse_other
from coalitions.graphs.measures.centrality import centralities, participation
from coalitions.graphs.measures.signing import days, loyalty, signing_of
from coalitions.graphs.ties import observed_records, settled, statements_that_count

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: What is done with lists that are known in part, where centralities are counted.
PARTIAL = ("left-out", "named")


def node_measures(
    corpus: Corpus,
    *,
    communities: pd.DataFrame | None = None,
    partial: Literal["left-out", "named"] = "left-out",
) -> pd.DataFrame:
    r"""Return for each signatory how much it signed, when, on which side, and how central it is.

    Parameters
    ----------
    corpus : Corpus
    communities : DataFrame, optional
        Its communities, as `find_communities` returns them; without them, or where these are
        refused, nobody is in one, and nobody's ties are spread over them.
    partial : {"left-out", "named"}
        Whether centralities and participation are of complete lists alone, or also of those known
        in part, with those named.

    Returns
    -------
    DataFrame
        A row for each signatory that is named, in order. Of all lists, with both ends of what those
        known in part allow: ``signed`` and ``signed_max`` (statements), ``could_sign`` (how many it
        could have signed, by their dates), ``share`` and ``share_max`` (of these; 0 to 1),
        ``first``, ``last`` (dates, "" where none is known), ``first_min`` and ``last_max`` (the
        dates that lists known in part allow), ``side`` (on which it is named most; ``both`` or
        ``several`` where that is so of more than one), ``loyalty`` and ``loyalty_max`` (the share
        of what it signed that is on that side; 0 to 1). Of the lists that count: ``degree``,
        ``closeness``, ``betweenness`` (in the two-mode network; 0 to 1), ``community`` (its number,
        NA without one), ``participation`` (how evenly what it shares is spread over communities: 0
        all with one, toward 1 all alike); NaN for who is named on others alone. Before them
        ``signatory``, ``name``, ``group``. ``attrs["method"]`` says in a paragraph what was done.

    Raises
    ------
    CoalitionsError
        A value that is none of the choices, what is no table of communities or one of another
        corpus, or no statement whose list is complete where the others are left out.

    Notes
    -----
    Each end of an interval is attained by some completion of the lists, but not all ends at once.
    ``loyalty`` is of the side on which a signatory is named most, also where a completion would
    make it another. In a network of several parts closeness is that of whom a signatory can reach,
    times the share of all that these are. What would take minutes is left out, with a warning:
    betweenness of more than some ten thousand signatories and statements. Numbers have ten digits.

    References
    ----------
    S. P. Borgatti and M. G. Everett (1997), "Network analysis of 2-mode data",
    https://doi.org/10.1016/S0378-8733(96)00301-2
    R. Guimerà and L. A. N. Amaral (2005), "Functional cartography of complex metabolic networks",
    https://doi.org/10.1038/nature03288

    Examples
    --------
    >>> from coalitions import load
    >>> letters = {"a": ["Ann", "Bo"], "b": ["Ann", "Cy"], "c": ["Ann"]}
    >>> table = node_measures(load(letters, members="any"))
    >>> table[["signatory", "signed", "share", "degree"]].to_numpy().tolist()[0]
    ['Ann', 3, 1.0, 1.0]
    """
    refuse_no_corpus(corpus)
    refuse_other("partial", partial, PARTIAL)
    numbers = _numbers(communities, corpus.records.rows)
    signing = signing_of(corpus)
    who, about = corpus.records.rows, corpus.signatories.set_index("signatory")
    signed, could = signing.signed.sum(axis=1), signing.could.sum(axis=1)
    most = signed + signing.open_.sum(axis=1)
    side, least_loyal, most_loyal = loyalty(signing, corpus)
    table = pd.DataFrame(
        {
            "signatory": who,
            "name": about["name"].reindex(who).to_numpy(),
            "group": about["group"].reindex(who).to_numpy(),
            "signed": signed.astype(np.int64),
            "signed_max": most.astype(np.int64),
            "could_sign": could.astype(np.int64),
            "share": settled(signed / np.maximum(1, could)),
            "share_max": settled(most / np.maximum(1, could)),
            **days(signing, corpus),
            "side": side,
            "loyalty": settled(least_loyal),
            "loyalty_max": settled(most_loyal),
        }
    )
    counted = statements_that_count(corpus, partial)
    table = _with_places(table, counted, numbers)
    table.attrs["method"] = _method(corpus, counted, communities)
    return table


def _numbers(communities: pd.DataFrame | None, who: pd.Index[str]) -> pd.Series[Any]:
    """Return the community of each; refuse what is no table of communities, or of others."""
    if communities is None:
        return pd.Series([], pd.Index([], dtype=object), dtype="int64")
    refuse_no_table("communities", communities, ("signatory", "community"), "find_communities")
    numbers = communities.set_index("signatory")["community"]
    if lost := sorted(set(numbers.index) - set(who)):
        raise ChoiceError(
            f"communities: of {len(lost):,} signatories the corpus names none, the first being "
            f'"{lost[0]}": give the corpus that the communities are of'
        )
    return pd.Series(numbers.to_numpy(np.int64), numbers.index)


def _with_places(table: pd.DataFrame, counted: Corpus, numbers: pd.Series[Any]) -> pd.DataFrame:
    """Return the table with what is counted in the network of the lists that count."""
    observed, who = observed_records(counted)
    number = numbers.reindex(who)
    spread = np.full(len(who), np.nan)
    if len(numbers):
        spread = participation(observed, np.asarray(number.fillna(-1), np.int64))
    found = {**centralities(observed), "participation": spread}
    places = pd.DataFrame({key: settled(each) for key, each in found.items()}, index=who)
    here = places.reindex(table["signatory"]).reset_index(drop=True)
    here.insert(
        3, "community", numbers.reindex(table["signatory"]).astype("Int64").reset_index(drop=True)
    )
    return pd.concat([table, here], axis=1)


def _method(corpus: Corpus, counted: Corpus, communities: pd.DataFrame | None) -> str:
    """Return in a paragraph what was counted, of which lists."""
    number, partial = len(corpus.records), int(corpus.partial.sum())
    lists = f"{len(corpus):,} {'statement' if len(corpus) == 1 else 'statements'}"
    open_ = f" ({partial:,} known in part: then the smallest and the largest number)"
    centred = f"{len(counted):,} of them, whose lists are complete"
    if len(counted) == len(corpus):
        centred = "all of them, with the names that are known" if partial else "all of them"
    told = "" if communities is None else f" {communities.attrs.get('method', '')}"
    return (
        f"Signatories: {number:,} {members(corpus, number)} named under {lists}"
        f"{open_ if partial else ''}; shares are of the statements that each could have signed, by "
        "their dates. Degree, closeness and betweenness are those of the two-mode network "
        f"(Borgatti and Everett 1997) of {centred}; participation is how evenly what a signatory "
        "shares with others is spread over communities (Guimerà and Amaral 2005)."
        f"{told}".rstrip()
    )
