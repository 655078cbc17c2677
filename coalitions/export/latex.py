"""A table in LaTeX that stays on the page: columns share the line by what they have to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalitions.files import latex_text

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from numpy.typing import NDArray

    Widths = NDArray[np.float64]

#: What a document loads for these tables.
PACKAGES = r"\usepackage{array,booktabs,graphicx,longtable}"
#: Letters in a line of footnotesize on the page of an article, and what two gaps take of it.
_LINE, _GAPS = 76.0, 1.8
_RAGGED = r">{\raggedright\arraybackslash}"
#: Halvings until columns fill the line.
_HALVINGS = 40
#: Half of the gap between columns (points), and where heads are turned.
_APART, _CLOSE = 4, 2


def latex_table(table: pd.DataFrame, caption: str, label: str, foot: str) -> str:
    r"""Return a table with rules as of booktabs, over as many pages as it needs.

    Columns that are too wide together are broken into lines, the longer their texts the wider;
    where even that has no room, heads that are longer than what stands below them are turned.

    Parameters
    ----------
    table : DataFrame
        Texts.
    caption, label, foot : str
        What stands above it, what it is referred to by (after ``tab:``), and what stands below.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"Letter": ["May"], "Signatories": ["Cuba, Peru & Chad"]})
    >>> print(latex_table(table, "Who signed", "who", "").splitlines()[1])
    \begin{longtable}{ll}
    """
    table = table.astype(str)
    turned = _turned(table)
    widths = _widths(table, turned)
    full = _full(table, turned)
    columns = (
        "l"
        if width >= most
        else rf">{{\raggedright\arraybackslash}}p{{{width / _LINE:.3f}\linewidth}}"
        for width, most in zip(widths, full, strict=True)
    )
    heads = [
        rf"\rotatebox{{90}}{{{latex_text(str(head))}}}" if turn else latex_text(str(head))
        for head, turn in zip(table, turned, strict=True)
    ]
    text = (
        table.map(latex_text)
        .set_axis(heads, axis=1)
        .to_latex(
            index=False,
            longtable=True,
            escape=False,
            column_format="".join(columns),
            caption=latex_text(caption),
            label=f"tab:{label}",
        )
    )
    apart = _CLOSE if turned.any() else _APART
    begin = f"\\begingroup\\footnotesize\\setlength{{\\tabcolsep}}{{{apart}pt}}\n"
    return f"{begin}{text}\\noindent {latex_text(foot)}\\par\\endgroup\n"


def _turned(table: pd.DataFrame) -> NDArray[np.bool_]:
    """Return which heads are turned: none, where there is room for their longest words."""
    none = np.zeros(len(table.columns), bool)
    if _least(table, none).sum() + _GAPS * len(none) <= _LINE:
        return none
    cells = _full(table, ~none)
    return np.array([len(str(head)) for head in table]) > cells


def _widths(table: pd.DataFrame, turned: NDArray[np.bool_]) -> Widths:
    """Return how wide columns are, in letters: all that they have, where there is room for it.

    Else the sum of (letters / width)² is the smallest of all that the line has room for.
    """
    full, least = _full(table, turned), _least(table, turned)
    room = _LINE - _GAPS * len(full)
    need = np.array([float((table.iloc[:, n].str.len() ** 2).sum()) for n in range(len(full))])
    need = np.maximum(np.cbrt(need), 1)
    low, high = 0.0, float((full / need).max())
    if full.sum() <= room:
        return full
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        fits = np.clip(middle * need, least, full).sum() <= room
        low, high = (middle, high) if fits else (low, middle)
    found: Widths = np.clip(low * need, least, full)
    return found


def _longest(table: pd.DataFrame, turned: NDArray[np.bool_], long: Callable[[str], int]) -> Widths:
    found = [
        max(table.iloc[:, n].map(long).max(), 1 if turn else long(str(head)))
        for n, (head, turn) in enumerate(zip(table, turned, strict=True))
    ]
    return np.array(found, float)


def _full(table: pd.DataFrame, turned: NDArray[np.bool_]) -> Widths:
    """Return how many letters each column has at most, its head too, if it is not turned."""
    return _longest(table, turned, len)


def _least(table: pd.DataFrame, turned: NDArray[np.bool_]) -> Widths:
    """Return how long the longest word of each column is."""
    return _longest(table, turned, lambda text: max(map(len, text.split()), default=0))
