"""Text in which nothing is markup: for LaTeX, and for Markdown."""

from __future__ import annotations

import re

from coalitions.files.cleaning import legible

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        # What would end a row of a table may come before it: [2] is a length there.
        "[": "{[}",
        "]": "{]}",
    }
)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&~|#$]|^[-+=!]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=://))")


def latex_text(text: str) -> str:
    r"""Return a text in one line, in which nothing is a command of LaTeX.

    Letters of any script stay: LaTeX reads UTF-8, as far as its fonts have them.

    Examples
    --------
    >>> print(latex_text("Bosnia & Herzegovina, 50 % of x_1"))
    Bosnia \& Herzegovina, 50 \% of x\_1
    """
    return " ".join(legible(text).split()).translate(_LATEX)


def markdown_text(text: str) -> str:
    r"""Return a text in one line, in which nothing is markup.

    Examples
    --------
    >>> print(markdown_text("1. *Cuba* | <b>"))
    1\. \*Cuba\* \| \<b\>
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
