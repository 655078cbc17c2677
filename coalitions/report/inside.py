"""What one page holds of a report instead of files beside it: figures, tables, the explorer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What a browser is told of a file that is inside a page.
_KINDS = {
    ".svg": "image/svg+xml",
    ".csv": "text/csv;charset=utf-8",
    ".md": "text/markdown;charset=utf-8",
    ".json": "application/json",
    ".bib": "text/plain;charset=utf-8",
}
# What an address of the kind data: may hold as it is, inside an attribute in double quotes.
_AS_IT_IS = "!$'()*+,;:@/?=<>[]{}|^`"


@dataclass(frozen=True)
class Inside:
    r"""The files of a report, from a folder, as addresses that hold them.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.csv").write_text("n\n1 % 2\n")
    >>> print(Inside(folder).address("a.csv"))
    data:text/csv;charset=utf-8,n%0A1%20%25%202%0A
    """

    folder: Path

    def address(self, path: str) -> Markup:
        """Return an address that is the file itself."""
        content, suffix, safe = (self.folder / path).read_bytes(), Path(path).suffix, _AS_IT_IS
        if suffix == ".svg":  # where line ends are as good as blanks, and there are many
            content, safe = content.replace(b"\n", b" "), f"{_AS_IT_IS} "
        return Markup(f"data:{_KINDS[suffix]},{quote(content, safe=safe)}")  # noqa: S704 - quoted

    @property
    def explorer(self) -> str:
        """The page to explore, "" where there is none."""
        path = self.folder / "explorer.html"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def methods(self) -> list[Passage]:
        """The methods, none where there are none."""
        path = self.folder / "methods.md"
        return passages(path.read_text(encoding="utf-8")) if path.exists() else []

    @property
    def frame(self) -> Markup:
        """The page to explore as the value of the attribute srcdoc, which ends at a quote."""
        return Markup(self.explorer.replace("&", "&amp;").replace('"', "&quot;"))  # noqa: S704 - so it is safe

    @property
    def scripts(self) -> Markup:
        """Which scripts may run in a frame of this page: those of the page to explore, by hash."""
        head = unescape(self.explorer.partition("</head>")[0])
        found = re.search(r"script-src ('sha256-[\w+/=]+'(?: 'sha256-[\w+/=]+')*)", head)
        return Markup(found[1] if found else "")  # noqa: S704 - hashes


class Passage(NamedTuple):
    """A heading, a paragraph, or a list of items."""

    kind: str
    texts: list[str]


def passages(markdown: str) -> list[Passage]:
    r"""Return the passages of a text of ours in Markdown.

    Examples
    --------
    >>> passages("## Works\n\n- One\n  of 1997\n- Two\n")
    [Passage(kind='head', texts=['Works']), Passage(kind='list', texts=['One of 1997', 'Two'])]
    """
    return list(_passages(markdown))


def _passages(markdown: str) -> Iterator[Passage]:
    for part in markdown.strip().split("\n\n"):
        text = " ".join(part.split())
        if part.startswith("#"):
            yield Passage("head", [text.lstrip("# ")])
        elif part.startswith("- "):
            items = re.split(r"^- ", part, flags=re.MULTILINE)[1:]
            yield Passage("list", [" ".join(item.split()) for item in items])
        else:
            yield Passage("text", [text])
