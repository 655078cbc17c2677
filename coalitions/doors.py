"""Doors that open when somebody comes: a room's heavy part is imported at its first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def door(package: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """Return the ``__getattr__`` of a package that imports a public name when it is first used.

    Parameters
    ----------
    package : str
        The package's name: its ``__name__``.
    where : mapping of str
        Public name → the module of the package that holds it.

    Examples
    --------
    >>> door("coalitions", {"resolve_names": "names"})("resolve_names").__name__
    'resolve_names'
    """

    def opened(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{where[name]}"), name)

    return opened
