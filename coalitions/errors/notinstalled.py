"""Libraries that are not required, and how to get them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from coalitions.errors.problems import CoalitionsError


def library(
    name: str, what: str, otherwise: str = "", *, refusal: type[Exception] = CoalitionsError
) -> Any:
    """Return a module of a library that a user may not have, or say how to get it.

    Parameters
    ----------
    name : str
        Module, as ``pyarrow.parquet``.
    what : str
        What asks for it, as "a .parquet file takes pyarrow to read".
    otherwise : str
        What a user can do without it, as ", or write .csv".
    refusal : type of exception
        What is raised where there is none.

    Examples
    --------
    >>> try:
    ...     library("nowhere.parts", "a .x file takes nowhere to read")
    ... except CoalitionsError as error:
    ...     print(str(error).partition(" (")[0])
    a .x file takes nowhere to read: install it
    """
    try:
        return import_module(name)
    except ImportError as error:
        root = name.partition(".")[0]
        raise refusal(
            f'{what}: install it (pip install "joint-statements[files]", or pip install {root})'
            f"{otherwise}"
        ) from error
