"""Addresses that a reader may open: what else a cell holds stays text."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# No blank, no control character, and no backslash, which browsers read as a slash.
_ADDRESS = re.compile(r"https?://[^\s\\\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


def is_link(text: str) -> bool:
    """Say whether a text is a plain address of the web, which a browser may safely open.

    A name or a password before the host makes it none: it would be handed on with the page, and
    "https://un.org@example.net" leads to another place than it seems to.

    Examples
    --------
    >>> is_link("https://example.org/a"), is_link("https://me:word@example.org/a")
    (True, False)
    """
    if not _ADDRESS.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and "@" not in parts.netloc


def first_source(cell: str) -> tuple[str, str]:
    """Return the first of the sources in a cell, as a link, or else as text.

    Examples
    --------
    >>> first_source("https://example.org/a | https://example.org/b")
    ('https://example.org/a', '')
    >>> first_source("ftp://example.org/a")
    ('', 'ftp://example.org/a')
    """
    first = cell.split(" | ", 1)[0].strip()
    return (first, "") if is_link(first) else ("", first)
