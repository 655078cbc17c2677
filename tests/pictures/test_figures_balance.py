"""The balance: each regional group as a bar, whose parts are read from the artists."""

from __future__ import annotations

import figure_checks as look
import pytest
from matplotlib.patches import Rectangle

from coalitions import CoalitionsError, Corpus, draw_balance, load, looks, select
from coalitions.findings.balance import NO_GROUP, group_counts
from coalitions.tables.stands import sides_taken

SIZES = {
    "African": 54,
    "Asia-Pacific": 54,
    "Eastern European": 23,
    "Latin American and Caribbean": 33,
    "Western European and others": 29,
    NO_GROUP: 2,
}


def corpus(name: str) -> Corpus:
    return look.corpus(name)


def parts(ax: object) -> dict[str, dict[str, tuple[int, float]]]:
    """Return count and width of every part of each group's bar, from the artists."""
    found: dict[str, dict[str, tuple[int, float]]] = {}
    for patch in ax.patches:  # type: ignore[attr-defined]
        if isinstance(patch, Rectangle) and patch.get_gid():
            group, _, rest = patch.get_gid().partition(": ")
            text, _, number = rest.rpartition(", ")
            found.setdefault(group, {})[text] = (int(number), patch.get_width())
    return found


@pytest.mark.parametrize("size", ["page", "column", "slide"])
@pytest.mark.parametrize("name", ["unga75", "un-china", "hrc41-2019"])
def test_the_parts_of_each_bar_are_the_states_of_the_group(name: str, size: str) -> None:
    ax = draw_balance(corpus(name), size=size)  # type: ignore[arg-type]
    found = parts(ax)
    assert {group: sum(n for n, _ in bar.values()) for group, bar in found.items()} == SIZES
    assert sum(SIZES.values()) == 195
    whole = sum(wide for _, wide in found["African"].values())
    assert bool(whole == pytest.approx(ax.get_xlim()[1])) is (size != "slide")
    for group, bar in found.items():
        for number, wide in bar.values():
            assert wide == pytest.approx(whole * number / SIZES[group])
    printed = look.texts(ax)
    assert look.collisions(printed) == []
    assert look.outside(ax, printed) == []
    # Every count is written: in its part, or below the bar.
    written = " ".join(t.get_text() for t in ax.texts).split()
    assert all(str(n) in written for bar in found.values() for n, _ in bar.values())


def test_counts_are_those_of_the_lists() -> None:
    event = corpus("hrc41-2019")
    totals = {"support": 50, "critical": 22, "both": 0, "neither": 123, "unknown": 0}
    assert sides_taken(event).value_counts().to_dict() == {k: n for k, n in totals.items() if n}
    african = next(g for g in group_counts(event) if g.name == "African")
    lists = look.lists(event)
    support = lists["2019-07-hrc41-xinjiang-support50"]
    group = event.signatories.set_index("signatory")["group"]
    assert african.counts["support"] == sum(group[s] == "African" for s in support)
    title = look.title(draw_balance(event))
    assert title.startswith(
        f"Of 54 states of the African group, {african.counts['support']} signed"
    )


def test_of_lists_known_in_part_nobody_signed_neither_and_the_rest_is_hatched() -> None:
    ax = draw_balance(corpus("unga75"))
    hatched = [p for p in ax.patches if look.hatched(p) and p.get_gid()]
    total = sum(int(p.get_gid().rpartition(", ")[2]) for p in hatched)
    assert total == (sides_taken(corpus("unga75")) == "unknown").sum() == 104
    assert not any("signed none" in bar for bar in parts(ax).values())
    assert "at least" in look.title(ax)
    assert "may hold the name, too" in look.foot(ax)


def test_those_on_both_sides_are_a_part_of_their_own() -> None:
    lists = {"a": ["Cuba", "Fiji"], "b": ["Cuba", "Chad"], "c": ["Peru"]}
    made = look.corpus_of(lists)
    stances = ["support", "critical", ""]
    made = Corpus(made.statements.assign(stance=stances), made.signatures)
    taken = sides_taken(made)
    assert taken[["CUB", "FJI", "TCD", "PER"]].tolist() == [
        "both",
        "support",
        "critical",
        "neither",
    ]
    ax = draw_balance(made)
    assert parts(ax)["Latin American and Caribbean"]["on both sides"][0] == 1
    assert "Without a stance, not counted: 1 of 3 statements" in look.foot(ax)


def test_a_part_too_narrow_for_its_count_has_it_below() -> None:
    names = [f"m{n}" for n in range(300)]
    made = look.corpus_of({"a": names[:1], "b": names[1:]}, members="any")
    table = made.signatories.assign(group="all")
    made = Corpus(
        made.statements.assign(stance=["support", "critical"]),
        made.signatures,
        table,
        members="any",
        universe=310,
    )
    ax = draw_balance(made, size="column")
    assert "1 supporting" in [t.get_text() for t in ax.texts]
    assert "10 more could have signed" in look.foot(ax)
    assert look.collisions(look.texts(ax)) == []


def test_a_side_that_nobody_took_is_not_in_the_title() -> None:
    made = select(load("un-china"), event="unga3-2025")
    assert "support" not in look.title(draw_balance(made))


def test_a_group_that_is_first_on_both_sides_is_named_once() -> None:
    made = look.corpus_of({"a": ["Cuba", "Peru"], "b": ["Chile"]})
    made = Corpus(made.statements.assign(stance=["support", "critical"]), made.signatures)
    assert look.title(draw_balance(made)) == (
        "Of 33 states of the Latin American and Caribbean group, 2 are named in support and "
        "1 in criticism"
    )


def test_nobody_with_a_group_signed() -> None:
    made = look.corpus_of({"a": ["Palestine", "Holy See"]}, stance="support")
    assert look.title(draw_balance(made)) == "Nobody of a group is named in support"


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: look.corpus("counts"), "names anybody"),
        (lambda: look.corpus("two lists"), "no statement has a stance"),
        (lambda: look.corpus_of({"a": ["x"]}, members="any", stance="support"), "has a group"),
    ],
)
def test_it_says_in_one_sentence_why_it_cannot_be_drawn(made: object, message: str) -> None:
    with pytest.raises(CoalitionsError, match=message) as refusal:
        draw_balance(made())  # type: ignore[operator]
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("theme", looks.THEMES)
def test_each_theme_has_its_own_colours(theme: looks.Theme) -> None:
    ax = draw_balance(corpus("hrc41-2019"), theme=theme)
    faces = {p.get_facecolor() for p in ax.patches if p.get_gid()}
    assert len(faces) == 3  # support, critical, neither
