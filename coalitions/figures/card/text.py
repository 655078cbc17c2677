"""A card as text: one page of HTML, or Markdown; and the lists that such a text holds."""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from coalitions import looks
from coalitions.corpus import refuse_no_corpus, statement_labels
from coalitions.errors import ChoiceError, path_of
from coalitions.files import first_source, markdown_text, page_from, write_text
from coalitions.findings import (
    BOTH,
    Card,
    Name,
    OwnWords,
    Panel,
    card_lists,
    card_words,
    in_own_words,
    own_words,
)
from coalitions.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Unpack

    from coalitions.corpus import Corpus
    from coalitions.findings import Words

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&harr;")
_STATEMENT = re.compile(r"<!-- statement: (.*) -->")
_MARK = re.compile(rf"(?: {BOTH})?$")
#: What stands around a name in Markdown.
_STYLES = {"bold": "**", "italic": "*", "plain": ""}


def write_card(
    corpus: Corpus,
    path: str | Path,
    *,
    statements: Sequence[str] | None = None,
    **own: Unpack[OwnWords],
) -> Path:
    """Write a card as a page (.html) or as Markdown (.md): lists side by side, who is new bold.

    Parameters
    ----------
    corpus : Corpus
    path : str or Path
        Its suffix chooses the format.
    statements : sequence of str, optional
        One to three statement ids; by default as `draw_card` chooses.
    **own : OwnWords
        Words of your own, by name: ``title``, ``subtitle``, ``note``, ``source``, ``credit``; see
        ``coalitions.findings.OwnWords``.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    CoalitionsError
        Another suffix, a choice that `draw_card` refuses, or a file that cannot be written.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from coalitions import load
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> path = write_card(load("unga75"), folder / "card.md", title="Two lists")
    >>> path.read_text(encoding="utf-8").splitlines()[0]
    '# Two lists'
    """
    refuse_no_corpus(corpus)
    path = path_of(path)
    writers = {".html": card_html, ".md": card_markdown}
    if path.suffix.lower() not in writers:
        raise ChoiceError(
            f'{path.name}: cannot write a card as "{path.suffix}"; use {", ".join(writers)}'
        )
    card = card_lists(corpus, statements)
    said = in_own_words(card_words(card), own_words(own))
    return write_text(path, writers[path.suffix.lower()](card, said))


def card_html(card: Card, said: Words | None = None) -> str:
    """Return a card as one page that needs nothing else."""
    sides = card.corpus.sides or looks.KNOWN_PAIRS[0]
    page = page_from(
        "coalitions.figures.card",
        "card.html.j2",
        card=card,
        said=said or card_words(card),
        links=_links(card),
        colours=looks.side_colours(sides, looks.LIGHT),
        tokens=looks.side_tokens(sides),
        side_name=looks.side_name,
        look=looks.LIGHT,
        version=__version__,
    )
    return f"{page}\n"


def card_markdown(card: Card, said: Words | None = None) -> str:
    """Return a card as Markdown; each list is preceded by a comment with its statement's id."""
    said = said or card_words(card)
    blocks = [f"# {_plain(said.title)}"] * bool(said.title)
    blocks += [_plain(said.subtitle)] * bool(said.subtitle)
    for panel in card.panels:
        blocks += _section(panel)
    blocks += ["---", *map(_plain, said.foot)]
    blocks += [f"[{_plain(label)}: source](<{url}>)" for label, url in _links(card)]
    return "\n\n".join(blocks) + "\n"


def _section(panel: Panel) -> list[str]:
    side = f", {looks.side_name(panel.side)}" if panel.side else ""
    about = f": {panel.about}" if panel.about else ""
    lines = [f"## {_plain(panel.head)}{side}", _plain(f"{panel.label}{about}")]
    if panel.kind == "list":
        lines.insert(0, f"<!-- statement: {_comment(panel.statement)} -->")
    items = "\n".join(f"- {_item(name)}" for name in panel.names)
    return [*lines, items] if items else lines


def _item(name: Name) -> str:
    around = _STYLES[name.style]
    return f"{around}{_plain(name.short)}{around} {name.mark}".rstrip()


def _plain(text: str) -> str:
    """Return a text in one line in which nothing is markup."""
    return markdown_text(text).replace(BOTH, "&harr;")


def _comment(text: str) -> str:
    """Return a text that cannot end a comment."""
    return escape(text).replace("-->", "").replace("--", "-&#45;")


def _links(card: Card) -> list[tuple[str, str]]:
    """Return the first address of each list's source, where a browser may safely open it."""
    labels = statement_labels(card.corpus)
    table = card.corpus.statements
    found = {
        labels[key]: first_source(urls)[0]
        for key, urls in zip(table["statement_id"], table["source_url"], strict=True)
    }
    return [(label, url) for label, url in found.items() if url and not set(url) & set("<>")]


def read_card(text: str) -> dict[str, list[str]]:
    """Return the lists that a card holds, from its HTML or its Markdown.

    Parameters
    ----------
    text : str
        What `write_card` wrote.

    Returns
    -------
    dict of list of str
        Statement id → names as printed, in order, without style and marks. Those who are not
        again on a list are no part of it.

    Examples
    --------
    >>> from coalitions import load, resolve_names
    >>> lists = read_card(card_markdown(card_lists(load("unga75"))))
    >>> {key: len(names) for key, names in lists.items()}
    {'2020-10-unga3-xinjiang-cuba': 45, '2020-10-unga3-xinjiang-hongkong-germany': 39}
    >>> resolve_names(lists["2020-10-unga3-xinjiang-cuba"])["signatory"].notna().all().item()
    True
    """
    if text.lstrip().startswith("<!doctype html>"):
        reader = _Reader()
        reader.feed(text)
        return {key: [" ".join(n.split()) for n in names] for key, names in reader.lists.items()}
    found: dict[str, list[str]] = {}
    names: list[str] = []
    for line in text.splitlines():
        if statement := _STATEMENT.fullmatch(line):
            names = found.setdefault(unescape(statement[1]), [])
        elif line.startswith("## ") and names:
            names = []
        elif line.startswith("- "):
            names.append(_read_item(line[2:]))
    return found


def _read_item(item: str) -> str:
    text = _MARK.sub("", item)
    around = next(found for found in _STYLES.values() if text.startswith(found))
    text = text[len(around) : len(text) - len(around)]
    return _ESCAPED.sub(lambda found: found[1] or BOTH, text)


class _Reader(HTMLParser):
    """Collects the names of every list of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[str, list[str]] = {}
        self.names: list[str] | None = None
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "section":
            key = given.get("data-statement")
            self.names = None if key is None else self.lists.setdefault(key, [])
        elif tag == "li" and self.names is not None:
            self.names.append("")
            self.inside = True
        elif given.get("class") == "mark":
            self.inside = False

    def handle_endtag(self, tag: str) -> None:
        if tag == "li":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and self.names:
            self.names[-1] += data
