"""Equal Earth: a map projection on which areas compare truly, for the whole world."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Coefficients of the polynomial in the parametric latitude, as published.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


def equal_earth(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.float64]:
    r"""Project places on the sphere onto the plane.

    With :math:`\sin\theta = \tfrac{\sqrt{3}}{2}\sin\varphi` and
    :math:`P(\theta) = A_1 + A_2\theta^2 + A_3\theta^6 + A_4\theta^8`:

    .. math::

        x = \frac{2\lambda\cos\theta}{\sqrt{3}\,(\theta P)'}, \qquad y = \theta P(\theta)

    Parameters
    ----------
    lon, lat : array of float
        Longitude (−180 to 180) and latitude (−90 to 90), degrees, of one shape.

    Returns
    -------
    array of float
        The same shape with a last axis of two: ``x``, ``y`` in radii of the sphere. An area is as
        large as it is on the sphere.

    References
    ----------
    B. Šavrič, T. Patterson and B. Jenny (2018), "The Equal Earth map projection",
    https://doi.org/10.1080/13658816.2018.1504949

    Examples
    --------
    >>> equal_earth(np.array([122.0]), np.array([47.0])).round(2).tolist()
    [[1.55, 0.89]]
    """
    theta = np.arcsin(np.sqrt(3) / 2 * np.sin(np.radians(lat)))
    square = theta**2
    slope = A1 + 3 * A2 * square + square**3 * (7 * A3 + 9 * A4 * square)
    x = 2 / np.sqrt(3) * np.radians(lon) * np.cos(theta) / slope
    y = theta * (A1 + A2 * square + square**3 * (A3 + A4 * square))
    return np.stack([x, y], axis=-1)
