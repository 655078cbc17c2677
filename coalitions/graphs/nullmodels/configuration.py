"""The bipartite configuration model: chances of signing that keep every margin on average."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import scipy
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from coalitions.graphs.nullmodels.observed import Observed

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]
    Truths = NDArray[np.bool_]

#: Steps of Newton's method; a dozen are usual.
_STEPS = 200
#: By how much margins may lie beside those observed, as a share of them.
_EXACT = 1e-15


@dataclass(frozen=True, eq=False)
class Chances:
    """The chance that a signatory signs a statement, by kinds: those of a kind have the same.

    Attributes
    ----------
    row_kind, column_kind : int arrays
        Of which kind each signatory, and each statement, is.
    cells : float array, shape (kinds of signatory, kinds of statement)
        Chance of signing (0 to 1).

    Examples
    --------
    >>> from coalitions.graphs.nullmodels.observed import Observed
    >>> signed = np.array([[0, 0, 1], [0, 1, 0], [1, 0, 1]], bool)
    >>> configuration(Observed(signed, np.full(3, 3))).full.round(3).tolist()
    [[0.216, 0.216, 0.568], [0.216, 0.216, 0.568], [0.568, 0.568, 0.863]]
    """

    row_kind: Integers
    column_kind: Integers
    cells: Floats

    @property
    def full(self) -> Floats:
        """Signatories × statements."""
        return self.cells[np.ix_(self.row_kind, self.column_kind)]


def configuration(observed: Observed) -> Chances:
    r"""Return the chances of the model of greatest entropy with the margins that are observed.

    .. math:: p_{ij} = \frac{x_i y_j}{1 + x_i y_j}, \quad
        \sum_j p_{ij} = d_i, \quad \sum_i p_{ij} = c_j.

    What the margins leave no choice of (a signatory under every statement, a statement that all
    signed, nested lists) has the chance 0 or 1 exactly, and no part in the equations: they would
    have no finite solution. The rest is solved by Newton's method, signatories of one number and
    statements of one number taken together.

    References
    ----------
    F. Saracco, R. Di Clemente, A. Gabrielli and T. Squartini (2015), "Randomizing bipartite
    networks: the case of the World Trade Web", https://doi.org/10.1038/srep10595
    """
    part = _parts(observed)
    rows = len(observed.signed)
    free = part[:rows, None] == part[None, rows:]
    if observed.could is not None:
        free &= observed.could
    # What is known of a cell: 0 or 1 where it is sure, 2 where it is free.
    known = np.where(free, np.uint8(2), observed.signed.astype(np.uint8))
    own = (observed.signed & free).sum(axis=1), (observed.signed & free).sum(axis=0)
    row_kind, first_row = _kinds(known, own[0])
    column_kind, first_column = _kinds(np.ascontiguousarray(known.T), own[1])
    corner = known[np.ix_(first_row, first_column)]
    solved = _solved(
        corner == 2,  # noqa: PLR2004 - as above
        (np.bincount(row_kind), np.bincount(column_kind)),
        (own[0][first_row].astype(float), own[1][first_column].astype(float)),
        part[rows + first_column],
    )
    cells = np.where(corner == 2, solved, corner.astype(float))  # noqa: PLR2004 - as above
    return Chances(row_kind, column_kind, cells.reshape(len(first_row), len(first_column)))


def _parts(observed: Observed) -> Integers:
    """Return the parts within which signatures could be exchanged: of rows, then of columns.

    A cell is free where it lies on a way round on which signed and unsigned cells take turns:
    where a path leads from its row to its column and back, along signed cells from rows to columns,
    along others that could be signed from columns to rows.
    """
    rows, columns = observed.signed.shape
    i, j = np.nonzero(observed.signed)
    k, other = np.nonzero(observed.permitted & ~observed.signed)
    begin, end = np.concatenate([i, rows + other]), np.concatenate([rows + j, k])
    size = rows + columns
    ways = csr_array((np.ones(len(begin), np.int8), (begin, end)), shape=(size, size))
    return np.asarray(
        scipy.sparse.csgraph.connected_components(ways, connection="strong")[1], np.int64
    )


def _kinds(known: NDArray[np.uint8], own: Integers) -> tuple[Integers, Integers]:
    """Return of which kind each row is, and the first row of each kind."""
    number: dict[tuple[bytes, int], int] = {}
    keys = zip(map(bytes, known), own.tolist(), strict=True)
    which = np.array([number.setdefault(key, len(number)) for key in keys], np.int64)
    return which, np.unique(which, return_index=True)[1]


def _solved(
    free: Truths, times: tuple[Integers, Integers], own: tuple[Floats, Floats], part: Integers
) -> Floats:
    """Return the chances of free cells, by Newton's method on a concave likelihood."""
    a, b = (each.astype(float) for each in times)
    d, c = own
    whole = max(1.0, float(a @ d))
    x, y = (
        np.log(np.maximum(d, 1e-9) / np.sqrt(whole)),
        np.log(np.maximum(c, 1e-9) / np.sqrt(whole)),
    )
    alike = part[:, None] == part[None, :]
    chances, last = np.zeros(free.shape), np.inf
    for _ in range(_STEPS):
        chances = np.where(free, scipy.special.expit(x[:, None] + y), 0.0)
        beside = d - chances @ b, c - a @ chances
        worst = max(float(np.abs(each).max(initial=0)) for each in beside)
        if worst <= _EXACT * whole or (worst < 1e-10 * whole and worst >= last):
            break
        last = worst
        weights = chances * (1 - chances) * a[:, None] * b
        steps = _newton(weights, (a * beside[0], b * beside[1]), alike)
        longest = max(float(np.abs(step).max(initial=0)) for step in steps)
        x, y = _climbed((x, y), steps, min(1.0, 4 / max(longest, 1e-300)), (free, a, b, d, c))
    return chances


def _newton(
    weights: Floats, gradient: tuple[Floats, Floats], alike: Truths
) -> tuple[Floats, Floats]:
    """Return the step of rows and of columns; of the rows, the equations are solved by hand."""
    diagonal, other = weights.sum(axis=1), weights.sum(axis=0)
    diagonal[diagonal == 0] = 1  # nothing is free there, and the gradient is 0
    other[other == 0] = 1
    share = weights / diagonal[:, None]
    matrix = np.diag(other) - weights.T @ share
    # What all columns of a part have in common, its rows can have instead: it is kept at 0.
    matrix += alike * (other.mean() / len(other))
    columns = np.linalg.solve(matrix, gradient[1] - gradient[0] @ share)
    return (gradient[0] - weights @ columns) / diagonal, columns


def _climbed(
    at: tuple[Floats, Floats],
    steps: tuple[Floats, Floats],
    size: float,
    equations: tuple[Truths, Floats, Floats, Floats, Floats],
) -> tuple[Floats, Floats]:
    """Return where a step leads, or a shorter one where the likelihood would fall."""
    free, a, b, d, c = equations

    def likelihood(x: Floats, y: Floats) -> float:
        summed = np.where(free, np.logaddexp(0, x[:, None] + y), 0.0)
        return float((a * d) @ x + (b * c) @ y - a @ summed @ b)

    before = likelihood(*at)
    there = at
    for _ in range(40):
        there = at[0] + size * steps[0], at[1] + size * steps[1]
        if likelihood(*there) >= before - 1e-12 * abs(before):
            return there
        size /= 2
    return there
