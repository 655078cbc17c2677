"""A saved page → its text: lists, tables and line breaks kept, what is not read out left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SKIPPED_WORDS = (
    "script style noscript template nav footer select datalist button svg math iframe object head "
    "textarea audio video canvas map dialog"
)
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_BREAKS_WORDS = (
    "p div section article main header aside h1 h2 h3 h4 h5 h6 ul ol dl dt dd table tr caption "
    "blockquote pre form figure figcaption hr address details summary li"
)
_BREAKS = frozenset(_BREAKS_WORDS.split())
# What ends with its row, which the next one breaks: the rows of a table follow one another.
_OF_ROWS = frozenset(["tr", "caption"])
_PARAGRAPHS_WORDS = "p h1 h2 h3 h4 h5 h6 ul ol table blockquote section article"
_PARAGRAPHS = frozenset(_PARAGRAPHS_WORDS.split())
_VOID_WORDS = "br hr img input meta link area base col embed source track wbr"
_VOID = frozenset(_VOID_WORDS.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A tag that never ends would be looked through again for each that follows.
_LONE = re.compile(r"<(?=[^<>]*(?:<|\Z))")


class _PageReader(HTMLParser):
    """Collect what a page shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skipped = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipped:
            self._depth += tag == self._skipped
            return
        if tag not in _VOID and (tag in _SKIPPED or _is_hidden(attrs)):
            self._skipped, self._depth = tag, 1
            return
        if tag == "br":
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append("\t")
        elif tag == "li":
            self.parts.append("\n• ")
        elif tag == "sup":
            self.parts.append(" ")
        elif tag in _BREAKS:
            self.parts.append("\n\n" if tag in _PARAGRAPHS else "\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
            return
        if tag in ("td", "th"):
            self.parts.append("\t")
        elif tag in _BREAKS and tag not in _OF_ROWS:
            self.parts.append("\n\n" if tag in _PARAGRAPHS else "\n")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(re.sub(r"\s+", " ", data))


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    given = {name: value or "" for name, value in attrs}
    return (
        "hidden" in given
        or given.get("aria-hidden", "").lower() == "true"
        or given.get("role", "").lower() in ("navigation", "search", "menu")
        or bool(_HIDDEN.search(given.get("style", "")))
    )


def _without_comments(page: str) -> str:
    """Return a page without its comments; one that never ends is none."""
    parts, at = [], 0
    while (start := page.find("<!--", at)) >= 0 and (end := page.find("-->", start + 4)) >= 0:
        parts.append(page[at:start])
        at = end + 3
    return "".join([*parts, page[at:].replace("<!--", "")])


def text_of_html(page: str) -> str:
    r"""Return what a page shows, as text.

    Parameters
    ----------
    page : str
        Its source.

    Returns
    -------
    str
        A line for each line of the page, "•" before what a list holds, tabs between cells.

    Examples
    --------
    >>> text_of_html("<nav>Peru</nav><p>Signed:<ul><li>Cuba<li>Chad</ul><script>Mali</script>")
    'Signed:\n\n• Cuba\n• Chad'
    """
    reader = _PageReader()
    reader.feed(_LONE.sub("&lt;", _without_comments(page)))
    reader.close()
    lines = "".join(reader.parts).split("\n")
    text = "\n".join(re.sub(r"[ \u00a0]+", " ", line).strip(" ").strip("\t ") for line in lines)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"\t[\t ]*", "\t", text)).strip()
