"""A page into a file of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coalitions.errors import ChoiceError
from coalitions.files import write_text

if TYPE_CHECKING:
    from pathlib import Path

#: How the name of a page ends.
ENDINGS = (".html", ".htm")


def write_page(path: Path | str, page: str) -> Path:
    """Write a page to a file, whole or not at all.

    Parameters
    ----------
    path : path-like
        The file, whose name ends as that of a page does; an old one is replaced.
    page : str
        The page.

    Raises
    ------
    ChoiceError
        It is no path of a page.
    CoalitionsError
        The file cannot be written.
    """
    refuse_no_page(path)
    return write_text(path, page)


def refuse_no_page(path: object) -> None:
    """Refuse a path that ends as something else than a page does: a figure may be there.

    Raises
    ------
    ChoiceError
        It says how the name is to end.

    Examples
    --------
    >>> refuse_no_page("page.svg")
    Traceback (most recent call last):
        ...
    coalitions.errors.ChoiceError: page.svg: a page is one file of HTML: end its name with .html
    """
    if not isinstance(path, (str, os.PathLike)):
        raise ChoiceError(
            f"path: a value of type {type(path).__name__}: expected the name of a file"
        )
    if not str(path).lower().endswith(ENDINGS):
        raise ChoiceError(f"{path}: a page is one file of HTML: end its name with .html")
