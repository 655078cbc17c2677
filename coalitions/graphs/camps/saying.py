"""What was done about camps, in a paragraph; and how far from the best they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def method(camps: pd.DataFrame, ties: str) -> str:
    """Return in a paragraph what was done, and what came out; ``ties`` says how the ties were made.

    Examples
    --------
    >>> import pandas as pd
    >>> camps = pd.DataFrame({"camp": ["1", "1", "2"], "part": [1, 1, 1]})
    >>> camps.attrs |= {"ties": 3, "contradictory": 1, "at_least": 1}
    >>> print(method(camps, "")[:68])
    Camps: of 3 significant ties the best two camps contradict 1, and no
    """
    number, contradictory = camps.attrs["ties"], camps.attrs["contradictory"]
    fewest = "and no partition fewer"
    if camps.attrs["at_least"] < contradictory:
        fewest = f"and no partition fewer than {camps.attrs['at_least']:,}"
    largest = camps["camp"][camps["part"] == 1]
    sizes = {word: int((largest == word).sum()) for word in ("1", "2", "between")}
    more = int(camps["part"].max()) - 1 if len(camps) else 0
    where, apart = "", ""
    if more:
        where = " of the largest part"
        parts = "1 more part" if more == 1 else f"{more:,} more parts"
        apart = f"; {len(camps) - len(largest):,} are in {parts}, joined to it by no tie"
    ties_ = f"{number:,} significant {'tie' if number == 1 else 'ties'}"
    return (
        f"Camps: of {ties_} the best two camps contradict {contradictory:,}, {fewest} (frustration "
        "index: Harary 1953; Aref, Mason and Wilson 2020; by an integer programme, exactly). "
        f"{sizes['1']:,} and {sizes['2']:,}{where} are in the two camps of every such partition, "
        f"{sizes['between']:,} in either{apart}. {ties}"
    ).strip()


def ran_out(contradictory: int, at_least: int, seconds: float) -> str:
    """Return that time ran out, and how far from the best the partition may be.

    Examples
    --------
    >>> ran_out(9, 7, 60.0)[:66]
    'time ran out after 60 seconds: the partition found contradicts 9 t'
    """
    found = f"the partition found contradicts {contradictory:,} ties"
    best = f"the best one may contradict as few as {at_least:,}"
    if at_least == contradictory:
        best = "none contradicts fewer, but who stands between is not known for sure"
    return f"time ran out after {seconds:g} seconds: {found}; {best}"
