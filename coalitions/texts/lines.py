"""What line breaks do to a list: words broken over two lines, regions that begin a line."""

from __future__ import annotations

import re

from coalitions.texts.words import REGION

# "Democratic Repub-" and "lic of the Congo"; small words stand in names with hyphens.
_BROKEN = re.compile(
    r"(?<![-\w])(?!(?:et|de|du|des|la|les|le|el|and|of|y|e)-)([^\W\d_]{2,})(?:-|\u00ad)[ \t]*\n"
    r"([ \t]*)([a-zà-ÿа-яё]{2,})(?![\w'’-])"
)
_BY_REGION = re.compile(rf"(?<=\n)([ \t]*(?:{REGION.pattern})[ \t]*:)(?=[ \t]+\S)", re.IGNORECASE)


def without_breaks(text: str) -> str:
    r"""Return a text in which words that are broken over two lines are whole.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    str
        As long as the text; what a line has before its names, "Africa:", is blank, too.

    Examples
    --------
    >>> without_breaks("Democratic Repub-\nlic of the Congo")
    'Democratic Republic \n of the Congo'
    >>> without_breaks("Signatories\nAfrica: Chad\nAsia: India").split()
    ['Signatories', 'Chad', 'India']
    """
    whole = _BROKEN.sub(lambda m: f"{m[1]}{m[3]} \n{m[2]}", text)
    return _BY_REGION.sub(lambda m: " " * len(m[1]), whole)
