"""Circles whose areas and overlaps are as large as lists, by matplotlib-venn.

It brings pyplot along, for axes that it is not given. Whether pyplot is there is how a figure knows
that somebody wants it shown, so pyplot is kept out until somebody calls for it.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_PYPLOT = "matplotlib.pyplot"


def _current_axes() -> Any:
    """Return pyplot's own axes, for others who use matplotlib-venn in the same process."""
    from matplotlib import pyplot as plt  # noqa: PLC0415 - this is what is put off

    return plt.gca()


def _without_pyplot() -> Any:
    """Import matplotlib-venn with something in pyplot's place that imports it when it is used."""
    if "matplotlib_venn" not in sys.modules and _PYPLOT not in sys.modules:
        stands_in = ModuleType(_PYPLOT)
        stands_in.gca = _current_axes  # type: ignore[attr-defined] # the one name that is imported
        sys.modules[_PYPLOT] = stands_in
        try:
            import matplotlib_venn  # noqa: PLC0415 - only now is pyplot out of the way
        finally:
            del sys.modules[_PYPLOT]
    import matplotlib_venn  # noqa: PLC0415 - or where it is there already

    return matplotlib_venn


_venn = _without_pyplot()
venn2, venn3 = _venn.venn2, _venn.venn3
