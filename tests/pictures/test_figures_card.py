"""The card: lists side by side, as figure, page, text; who is new, not again, what is unknown."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import figure_checks as look
import pytest
from matplotlib.colors import to_hex

from coalitions import CoalitionsError, Corpus, draw_card, load, looks, resolve_names, write_card
from coalitions.figures.card.columns import flowing
from coalitions.figures.card.text import card_html, card_markdown, read_card
from coalitions.figures.kit.saving import alt_text
from coalitions.findings.panels import BOTH, Card, card_lists
from coalitions.tables.choice import EVENT, LATEST, LONGEST, SIDES, choose_statements

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.text import Text

    from coalitions.figures.kit import Size
    from tests.conftest import Run

GERMANY = "2020-10-unga3-xinjiang-hongkong-germany"
CANADA = "2022-10-unga3-xinjiang-canada"
HONGKONG = "2020-06-hrc44-hongkong-cuba"
PAKISTAN = "2020-10-unga3-hongkong-pakistan"
CUBA = "2020-10-unga3-xinjiang-cuba"
CHOICES = {
    "change": [GERMANY, CANADA],
    "sides": [HONGKONG, CANADA],
    "partial": [HONGKONG, PAKISTAN],
    "three": [HONGKONG, GERMANY, CANADA],
    "beside": [PAKISTAN, CUBA],
    "one": [PAKISTAN],
}


@cache
def of(names: str) -> Card:
    return card_lists(load("un-china"), CHOICES[names])


@cache
def drawn(names: str, size: Size = "page") -> Axes:
    return draw_card(load("un-china"), statements=CHOICES[names], size=size)


def codes(card: Card, kind: str) -> list[list[str]]:
    return [[n.signatory for n in p.names] for p in card.panels if p.kind == kind]


def bold(card: Card) -> list[set[str]]:
    return _set_in(card, "bold")


def italic(card: Card) -> list[set[str]]:
    return _set_in(card, "italic")


def _set_in(card: Card, style: str) -> list[set[str]]:
    return [{n.signatory for n in p.set_in(style)} for p in card.panels if p.kind == "list"]


def both(card: Card) -> list[set[str]]:
    lists = [p for p in card.panels if p.kind == "list"]
    return [{n.signatory for n in p.names if n.mark == BOTH} for p in lists]


# --- what stands in each column ------------------------------------------------------------------


def test_new_names_are_bold_and_those_not_again_stand_apart() -> None:
    card, lists = of("change"), look.lists(load("un-china"))
    assert [p.head for p in card.panels] == ["39 states", "50 states", "3 not again"]
    assert bold(card) == [set(), lists[CANADA] - lists[GERMANY]]
    assert codes(card, "not_again") == [["BIH", "HTI", "HND"]]  # by name: Bosnia, Haiti, Honduras
    # 39 + 14 - 3 = 50
    assert card.title.startswith("14 states are new, 36 again and 3 not again")


def test_between_the_sides_nobody_is_new_and_who_signed_both_is_marked_on_both_lists() -> None:
    card = of("sides")
    assert bold(card) == [set(), set()]
    assert both(card) == [{"SOM"}, {"SOM"}]
    assert codes(card, "not_again") == []
    assert card.title == (
        "53 states signed in support of China on Hong Kong, 50 in criticism on Xinjiang; "
        "Somalia signed both"
    )


def test_nobody_is_not_again_on_a_list_that_is_known_in_part() -> None:
    card, lists = of("partial"), look.lists(load("un-china"))
    assert codes(card, "not_again") == []
    assert [set(found) for found in codes(card, "unknown")] == [lists[HONGKONG] - lists[PAKISTAN]]
    assert card.panels[-1].head == "33 not named"
    assert card.panels[-1].label.startswith("in the known part of the list, of those under Cuba")
    known = "25 of 55 named; 30 not named in the source"
    assert card.panels[1].about == f"in support of China on Hong Kong; {known}"
    # 53 and 55 share 20 named and at most 20 + 30: 5 to 35 are new, 3 to 33 not again.
    assert card.title.startswith("5 to 35 states are new, 20 to 50 again and 3 to 33 not again")


def test_who_may_have_been_unnamed_earlier_is_not_called_new() -> None:
    lists = {"a": ["Cuba", "Fiji"], "b": ["Cuba", "Chad", "Peru"]}
    corpus = look.corpus_of(lists, declared={"a": 3, "b": 3}, stance="support")
    corpus = Corpus(corpus.statements.assign(date=["2020-01-01", "2021-01-01"]), corpus.signatures)
    card = card_lists(corpus)
    assert bold(card) == [set(), set()]
    assert italic(card) == [set(), {"TCD", "PER"}]
    assert card.panels[1].about == "all 3 named; 2 in italics may be on the other list, too"
    assert codes(card, "not_again") == [["FJI"]]


def test_three_lists_are_held_against_the_latest_of_their_side() -> None:
    card = of("three")
    assert [p.kind for p in card.panels] == ["list", "list", "list", "not_again"]
    assert bold(card) == [set(), *bold(of("change"))]
    assert both(card) == [{"SOM"}, set(), {"SOM"}]


def test_lists_of_one_day_have_no_order_bold_is_who_is_on_one_only() -> None:
    card, lists = of("beside"), look.lists(load("un-china"))
    assert bold(card) == [lists[PAKISTAN] - lists[CUBA], set()]
    assert italic(card) == [set(), lists[CUBA] - lists[PAKISTAN]]
    known = "all 45 named; 26 in italics may be on the other list, too"
    assert card.panels[1].about == f"in support of China on Xinjiang; {known}"
    assert card.title.startswith("19 to 45 states signed both")
    assert "Bold: on no other list of that side" in card.key


def test_who_may_be_on_one_of_several_lists_is_told_so() -> None:
    lists = {"a": ["Cuba"], "b": ["Cuba", "Fiji"], "c": ["Cuba", "Peru"]}
    card = card_lists(look.corpus_of(lists, declared={"a": 2, "b": 2, "c": 2}, stance="support"))
    assert card.panels[1].about == "all 2 named; 1 in italics may be on another list, too"


def test_undated_lists_say_who_is_on_one_only() -> None:
    card = card_lists(look.corpus("two lists"))
    assert bold(card) == [{"EST"}, {"NOR"}]
    assert codes(card, "not_again") == []


def test_names_are_sorted_as_they_are_read() -> None:
    corpus = look.corpus_of({"a": ["Türkiye", "Togo", "Côte d'Ivoire", "Cuba", "Tonga"]})
    names = [n.short for n in card_lists(corpus).panels[0].names]
    assert names == ["Côte d'Ivoire", "Cuba", "Togo", "Tonga", "Türkiye"]


# --- which statements ----------------------------------------------------------------------------


def test_of_many_statements_both_sides_of_the_latest_well_known_event() -> None:
    choice = choose_statements(load("un-china"))
    assert choice == ([CUBA, GERMANY], EVENT)
    assert "28 other statements not shown" in card_lists(load("un-china")).notes[0]


def _four(stances: list[str], dates: list[str]) -> Corpus:
    lists = {key: ["Cuba", "Fiji", "Chad", "Peru"][: n + 1] for n, key in enumerate("abcd")}
    corpus = look.corpus_of(lists)
    return Corpus(corpus.statements.assign(stance=stances, date=dates), corpus.signatures)


@pytest.mark.parametrize(
    ("stances", "dated", "expected"),
    [
        (["support", "critical", "critical", "support"], "dated", (["c", "d"], SIDES)),
        (["support"] * 4, "dated", (["c", "d"], LATEST)),
        (["support"] * 4, "", (["c", "d"], LONGEST)),
    ],
)
def test_without_such_an_event(
    stances: list[str], dated: str, expected: tuple[list[str], str]
) -> None:
    dates = [f"2020-0{n}-01" if dated else "" for n in range(1, 5)]
    assert choose_statements(_four(stances, dates)) == expected


@pytest.mark.parametrize(
    ("statements", "message"),
    [
        ([], "found 0"),
        ([GERMANY, CANADA, HONGKONG, CUBA], "one to three statements: found 4"),
        (["nowhere"], "no such statement: nowhere"),
        (["2021-03-hrc46-hongkong-belarus"], "names anybody"),
    ],
)
def test_a_card_refuses_what_it_cannot_show(statements: list[str], message: str) -> None:
    with pytest.raises(CoalitionsError, match=message):
        draw_card(load("un-china"), statements=statements)


def test_a_list_known_by_its_count_stands_beside_one_that_is_known() -> None:
    card = card_lists(load("un-china"), ["2021-03-hrc46-hongkong-belarus", CANADA])
    assert (
        card.panels[0].about
        == "in support of China on Hong Kong; 0 of 70 named; 70 not named in the source"
    )


# --- text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("names", CHOICES)
@pytest.mark.parametrize("write", [card_html, card_markdown])
def test_the_lists_come_back_from_the_text(names: str, write: Callable[[Card], str]) -> None:
    corpus = load("un-china")
    read = read_card(write(of(names)))
    resolved = {key: set(resolve_names(found)["signatory"]) for key, found in read.items()}
    assert resolved == {key: look.lists(corpus)[key] for key in CHOICES[names]}
    assert sum(map(len, read.values())) == sum(map(len, resolved.values()))


HOSTILE = [
    *look.ODD.values(),
    "**bold** _it_ [x](javascript:alert(1)) `code`",
    "- item", "1. first", "# head", "Cuba ↔", "What ?", "--> out", "a / b", "\\*", "<!-- x -->",
]  # fmt: skip


@pytest.mark.parametrize("write", [card_html, card_markdown])
def test_hostile_names_are_nothing_but_names(write: Callable[[Card], str]) -> None:
    lists = {"--> <script>x</script>": HOSTILE[::2], "<!-- x --": HOSTILE[1::2], "<b>": HOSTILE}
    text = write(card_lists(look.corpus_of(lists, members="any")))
    expected = {
        " ".join(key.split()): {" ".join(n.split()) for n in names} for key, names in lists.items()
    }
    assert {key: set(found) for key, found in read_card(text).items()} == expected
    if write is card_markdown:
        text = re.sub(r"<!-- statement: (?:(?!--).)* -->", "", re.sub(r"\\.", "", text))
        assert not re.search(r"[<`]|\]\(", text)
    assert not re.search(r"<(script|img|b>)", text)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_semantic_and_asks_for_nothing() -> None:
    tags = _Tags()
    tags.feed(card_html(of("three")))
    assert tags.open == []
    names = [tag for tag, _ in tags.seen]
    assert (names.count("h1"), names.count("section"), names.count("h2")) == (1, 4, 4)
    assert "script" not in names
    assert not {key for tag, given in tags.seen for key in given if key in ("src", "onload")}
    assert {tag for tag, given in tags.seen if "href" in given} == {"a"}
    safe = [given["href"] or "" for tag, given in tags.seen if tag == "a"]
    assert all(url.startswith(("https://", "http://")) for url in safe)
    assert safe


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    corpus = look.corpus_of({"a": ["Cuba"]}, source_url="javascript:alert(1)")
    card = card_lists(corpus)
    assert "javascript" not in card_html(card) + card_markdown(card)


def test_markdown_shows_new_names_bold() -> None:
    text = card_markdown(of("change"))
    assert set(re.findall(r"^- \*\*(.+)\*\*$", text, re.MULTILINE)) >= {"Andorra", "Türkiye"}
    assert "## 3 not again\n\nof those under Germany" in text
    assert "\n- Honduras\n" in text


def test_the_suffix_chooses_and_others_are_refused(tmp_path: Path, run: Callable[..., Run]) -> None:
    asked = [arg for key in CHOICES["change"] for arg in ("--statement", key)]
    for suffix in ("md", "html", "svg"):
        path = tmp_path / f"card.{suffix}"
        assert run("figure", "card", "un-china", *asked, "-o", path).code == 0
        content = path.read_text(encoding="utf-8")
        assert "14 states are new" in content
        assert "Honduras" in content
    for kind, suffix in (("card", "txt"), ("venn", "html"), ("venn", "md")):
        path = tmp_path / f"{kind}.{suffix}"
        result = run("figure", kind, "unga75", "-o", path)
        assert (result.code, result.err.count("\n"), path.exists()) == (1, 1, False)
    result = run("figure", "upset", *asked, "-o", tmp_path / "u.svg")
    assert result.code == 1  # those are of un-china
    assert result.err.startswith("coalitions: no such statement: ")
    for option in (("--size", "slide"), ("--theme", "dark")):
        result = run("figure", "card", *option, "-o", tmp_path / "c.html")
        assert (result.code, (tmp_path / "c.html").exists()) == (2, False)
        assert "--size and --theme are for .svg, .png and .pdf" in result.err
    with pytest.raises(CoalitionsError, match=r"use \.html, \.md"):
        write_card(load("unga75"), "card.svg")


# --- figure --------------------------------------------------------------------------------------


# Other corpora, at every size: test_figures.py, test_figures_sizes.py.
@pytest.mark.parametrize(
    ("names", "size"), [("partial", "column"), ("three", "slide"), ("three", "page")]
)
def test_columns_of_names_print_cleanly(names: str, size: Size) -> None:
    ax = drawn(names, size)
    printed = look.texts(ax)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []


@pytest.mark.parametrize("names", CHOICES)
def test_every_name_is_printed_once_a_panel_bold_where_new(names: str) -> None:
    card = of(names)
    ax = drawn(names)
    texts = [t for t in ax.texts if t.get_gid()]
    wanted = sorted((f"{n.short} {n.mark}".strip(), n.style) for p in card.panels for n in p.names)
    assert sorted((t.get_text(), _style(t)) for t in texts) == wanted
    coloured = {
        t.get_gid() for t in texts if to_hex(t.get_color()).upper() == looks.SIDE_COLOURS["both"]
    }
    assert coloured == set().union(*both(card))


def _style(text: Text) -> str:
    slant, weight = text.get_fontstyle(), text.get_fontweight()
    return "bold" if weight == "bold" else "italic" if slant == "italic" else "plain"


def test_whoever_cannot_see_the_card_is_told_the_names() -> None:
    alt = alt_text(drawn("beside"))
    card = of("beside")
    assert all(n.short in alt for p in card.panels for n in p.names)
    cuba = "45 states, Cuba (in support of China on Xinjiang; all 45 named"
    assert f"{cuba}; 26 in italics may be on the other list, too): Ang" in alt
    assert "In italics: " in alt
    assert (
        "3 not again, of those under Germany (Oct 2020): Bosnia-Herz., Haiti, Honduras."
        in alt_text(drawn("change"))
    )


def three_hundred() -> Corpus:
    """Return 300 names, some long, on two lists."""
    names = [
        f"Member {n} of the Association {'of Long Names ' * (n % 3)}".strip() for n in range(300)
    ]
    return look.corpus_of({"a": names, "b": names[::2]}, members="any")


def test_of_three_hundred_names_those_without_room_are_counted() -> None:
    sizes: tuple[Size, ...] = ("page", "slide", "column")
    for size in sizes:
        ax = draw_card(three_hundred(), size=size)
        printed = look.texts(ax)
        assert look.collisions(printed) == []
        assert look.outside(ax, printed) == []
        assert "Of each list at most the first" in look.foot(ax)
        assert any(re.fullmatch(r"and \d+ more", t.get_text()) for t in ax.texts)


def test_columns_of_names_are_full_and_in_order() -> None:
    assert flowing([1, 1, 2, 1], 3) == [[0, 1], [2, 3]]


def test_in_a_column_two_lists_stand_below_each_other_where_that_is_lower() -> None:
    expected: dict[Size, int] = {"column": 2, "page": 1}
    for size, levels in expected.items():
        ax = draw_card(load("unga75"), size=size)
        assert len({round(float(rule.get_ydata()[0]), 3) for rule in ax.lines}) == levels


def test_no_head_is_wider_than_its_column() -> None:
    ax = drawn("three", "column")
    rules = sorted((line.get_xdata()[0], line.get_xdata()[-1]) for line in ax.lines)
    assert len(rules) == 4
    inside = ax.transData.inverted()
    for p in look.texts(ax):
        left, right = inside.transform(p.corners)[:2, 0]
        ends = [end for start, end in rules if abs(start - left) < 2]
        if p.artist.get_transform() == ax.transData:
            assert right <= max(ends, default=right) + 1, p.text
