"""Which side each group took: how many of it signed on a side, on both, on none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from coalitions.corpus import refuse_no_corpus, sides_here
from coalitions.errors import CoalitionsError
from coalitions.tables.presence import SIGNED
from coalitions.tables.stands import side_presence, sides_taken, stands_of

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: What those are called who stand apart from states.
OTHERS = "Not members or observers of the UN"


def group_sides(corpus: Corpus) -> pd.DataFrame:
    """Return how many of each group took which side: the bars of a balance.

    Groups are sorted by the share that signed on the first side, the largest first; then come those
    in no group. Who is no state is in no group of states, whatever the tables say, and stands last.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    DataFrame
        One row a group and place: ``group`` (empty for those in none, `Not members or observers of
        the UN` for who is no state), ``size`` (how many are in it), ``side`` (as in `sides`),
        ``count`` (how many stand there), ``signed`` (of a side: how many signed on it, alone or
        with another; NA where the place is no side). Counts add up to the size.

    Raises
    ------
    CoalitionsError
        No signatory has a group, or no statement a stance.

    Notes
    -----
    Who is named on one side is counted there even where a partial list of another side may hold
    the name.

    Examples
    --------
    >>> from coalitions import load
    >>> table = group_sides(load("unga75"))
    >>> table[table["group"] == "African"].set_index("side")["count"].to_dict()
    {'support': 24, 'both': 0, 'critical': 0, 'neither': 0, 'unknown': 30}
    """
    refuse_no_corpus(corpus)
    about = corpus.signatories.set_index("signatory")["group"]
    if not (about[~about.index.isin(corpus.apart)] != "").any():
        raise CoalitionsError("no signatory has a group: there is nothing to hold side by side")
    if not sides_here(corpus):
        raise CoalitionsError("no statement has a stance: there are no sides to balance")
    taken, stands = sides_taken(corpus), stands_of(corpus)
    on = pd.DataFrame(side_presence(corpus), index=taken.index) == SIGNED
    group = about.mask(about.index.isin(corpus.apart), OTHERS)
    signed = on.groupby(group.to_numpy()).sum()
    rows = [
        (
            name,
            len(part),
            stand,
            int((part == stand).sum()),
            int(signed.loc[name, stand]) if stand in signed else None,
        )
        for name, part in taken.groupby(group)
        for stand in stands
    ]
    table = pd.DataFrame(rows, columns=["group", "size", "side", "count", "signed"])
    table["signed"] = table["signed"].astype("Int64")
    first, second = [*signed.columns, ""][:2]
    sizes = taken.groupby(group).size()
    shares = {
        name: (
            name == OTHERS,
            not name,
            -signed.loc[name, first] / sizes[name],
            signed.loc[name, second] / sizes[name] if second else 0.0,
            name,
        )
        for name in signed.index
    }
    order = sorted(shares, key=shares.__getitem__)
    return table.sort_values(
        "group", key=lambda groups: groups.map(order.index), kind="stable"
    ).reset_index(drop=True)
