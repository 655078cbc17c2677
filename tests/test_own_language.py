"""Names of states in the languages of the United Nations."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from coalitions import (
    CoalitionsError,
    CoalitionsWarning,
    Corpus,
    draw_card,
    draw_venn,
    explorer_page,
    in_language,
    load,
    save_figure,
    two_mode_graph,
)
from coalitions.cli import ownwords
from coalitions.corpus import statement_labels
from coalitions.figures import alt_text, for_figures
from coalitions.figures.kit.shapes import sets_from_the_right
from coalitions.findings import card_finding
from coalitions.names import LANGUAGES, called_in, resolve, states
from coalitions.names.spelling import normalise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

SYRIA = {"en": "Syria", "fr": "Syrie", "es": "Siria", "ru": "Сирия", "zh": "叙利亚", "ar": "سوريا"}


@pytest.fixture(scope="module")
def letters() -> Corpus:
    return load({"june": ["Cuba", "Syria"], "july": ["Syria", "Germany", "Chad"]})


def test_the_command_line_has_the_languages_that_there_are() -> None:
    assert ownwords.LANGUAGES == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_and_observer_has_a_name_that_is_read_back(language: str) -> None:
    table = states().set_index("signatory")
    called, former = called_in(language), set(table.index[table["kind"] == "former"])
    assert set(table.index[table["kind"].isin(["member", "observer"])]) <= set(called)
    of_today = {code: names for code, names in called.items() if code not in former}
    read = {code: resolve(names.name, "").signatory for code, names in of_today.items()}
    # In Chinese 刚果 alone may be either Congo; the United Nations call one of them so.
    assert {code for code, found in read.items() if found != code} <= {"COG"}
    labels = [normalise(names.short) for names in of_today.values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_page_and_graph_name_states_so(letters: Corpus, language: str) -> None:
    corpus = in_language(letters, language)
    assert two_mode_graph(corpus).nodes["SYR"]["label"] == SYRIA[language]
    page = explorer_page(corpus).html
    assert f'"label":{json.dumps(SYRIA[language], ensure_ascii=False)}' in page
    assert SYRIA[language] in card_finding(corpus) or "state" in card_finding(corpus)
    assert (corpus.named.tolist(), corpus.universe) == (letters.named.tolist(), letters.universe)
    english = in_language(corpus, "en")
    assert english.signatories.equals(letters.signatories)


def test_a_number_stays_behind_a_name_from_right_to_left(letters: Corpus) -> None:
    table = letters.statements.assign(lead=["SYR", "CUB"], declared_count=[3, 3])
    corpus = in_language(Corpus(table, letters.signatures), "ar")
    page = explorer_page(corpus).html
    assert "Names known: كوبا\u200e 3 of 3, سوريا\u200e 2 of 3." in page
    assert '"label":"سوريا"' in page  # names themselves are as they were


def test_tiles_of_the_page_too(letters: Corpus) -> None:
    page = explorer_page(in_language(letters, "fr")).html
    assert '["DEU","Allemagne",' in page
    assert '["ITA","Italie",' in page  # of whom no list speaks


def test_a_statement_is_called_by_who_led_it_in_that_language(unga75: Corpus) -> None:
    labels = statement_labels(in_language(unga75, "ru")).tolist()
    assert labels == ["Кувейт", "Пакистан", "Куба", "Германия"]


def test_a_name_of_ones_own_wins(tmp_path: Path) -> None:
    (tmp_path / "statements.csv").write_text("statement_id\nx\n", encoding="utf-8")
    (tmp_path / "signatures.csv").write_text(
        "statement_id,signatory\nx,CUB\nx,SYR\nx,DEU\n", encoding="utf-8"
    )
    (tmp_path / "signatories.csv").write_text(
        "signatory,name,short\nCUB,Isla de Cuba,\nSYR,,SAR\nDEU,,\n", encoding="utf-8"
    )
    table = in_language(load(tmp_path), "fr").signatories.set_index("signatory")
    assert table.loc["CUB", ["name", "short"]].tolist() == ["Isla de Cuba", "Isla de Cuba"]
    assert table.loc["SYR", ["name", "short"]].tolist() == ["République arabe syrienne", "SAR"]
    assert table.loc["DEU", ["name", "short"]].tolist() == ["Allemagne", "Allemagne"]


def test_another_language_and_no_states_are_refused(letters: Corpus) -> None:
    with pytest.raises(CoalitionsError, match="states have names in en, fr, es, ar, zh, ru"):
        in_language(letters, "de")
    people = load({"a": ["Ann", "Bo"]}, members="any")
    with pytest.raises(CoalitionsError, match="the signatories are no states"):
        in_language(people, "fr")


def test_a_figure_names_states_so_where_its_font_has_the_letters(letters: Corpus) -> None:
    russian = in_language(letters, "ru")
    assert for_figures(russian) is russian
    assert "Сирия" in alt_text(draw_card(russian))
    assert for_figures(letters) is letters


def test_arabic_figures_go_from_left_to_right(letters: Corpus, tmp_path: Path) -> None:
    if not sets_from_the_right():
        pytest.skip("this matplotlib joins no Arabic letters")
    arabic = in_language(letters, "ar")
    assert for_figures(arabic) is arabic
    ax = draw_venn(arabic, title="سوريا and كوبا", note="سوريا 2, كوبا 3", credit="سوريا")
    for name in ("one.svg", "two.svg"):
        save_figure(ax, tmp_path / name)
    svg = (tmp_path / "one.svg").read_text(encoding="utf-8")
    for line in ("\u200eسوريا and كوبا", "\u200eسوريا\u200e 2, كوبا\u200e 3."):
        assert f">{line}<" in svg
    assert svg == (tmp_path / "two.svg").read_text(encoding="utf-8")


def test_chinese_is_refused_where_no_face_has_it(letters: Corpus) -> None:
    why = r"their font has no shape for . . . . . . . . and \d+ letters more"
    assert in_a_report(letters, "zh", why).signatories.equals(letters.signatories)


def test_arabic_is_refused_where_its_letters_are_not_joined(
    letters: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coalitions.figures.kit.lettered.sets_from_the_right", lambda: False)
    why = r"their lines go from left to right, and . .* from right to left"
    assert in_a_report(letters, "ar", why).signatories.equals(letters.signatories)


def in_a_report(letters: Corpus, language: str, why: str) -> Corpus:
    """Return what the figures of a report name, which says why it is not that language."""
    with pytest.warns(CoalitionsWarning, match=f"figures name the states in English: {why}"):
        return for_figures(in_language(letters, language))


def test_by_command(run: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "june.txt").write_text("Cuba\nSyria\n", encoding="utf-8")
    (tmp_path / "july.txt").write_text("Syria\nChad\n", encoding="utf-8")
    lists = [tmp_path / "june.txt", tmp_path / "july.txt"]
    graph = tmp_path / "graph.csv"
    assert run("export", *lists, "--lang", "fr", "-o", graph).code == 0
    with (tmp_path / "graph.nodes.csv").open(encoding="utf-8", newline="") as file:
        assert {"Tchad", "Syrie", "Cuba"} <= {row["Label"] for row in csv.DictReader(file)}
    told = run("change", "june", "july", *lists, "--lang", "es")
    assert "Siria" in told.out
    refused = run("figure", "card", *lists, "--lang", "zh", "-o", tmp_path / "card.svg")
    assert refused.code == 1
    assert "a figure cannot name the states so: their font has no shape for" in refused.err
    assert "choose another --lang" in refused.err
    assert not (tmp_path / "card.svg").exists()
    assert run("figure", "card", *lists, "--lang", "zh", "-o", tmp_path / "card.md").code == 0
    assert "叙利亚" in (tmp_path / "card.md").read_text(encoding="utf-8")
    assert run("explore", *lists, "--lang", "de", "-o", tmp_path / "x.html").code == 2
