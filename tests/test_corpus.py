"""What can be loaded, what comes out, and what a part of it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import FrozenInstanceError, replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
import worked
from pandas.testing import assert_frame_equal

from coalitions import CoalitionsError, Corpus, dates, load, select
from coalitions.corpus import statement_labels
from coalitions.corpus.corpus import COLUMNS
from coalitions.corpus.parts import choose
from coalitions.errors.problems import CoalitionsWarning, CorpusError

if TYPE_CHECKING:
    from pathlib import Path

CUBA = "2020-10-unga3-xinjiang-cuba"
TABLES = tuple(COLUMNS)


def assert_same(one: Corpus, other: Corpus) -> None:
    for name in TABLES:
        # How text is stored depends on what ran before: what it is called does not.
        table, expected = getattr(one, name), getattr(other, name)
        assert table.dtypes.map(str).to_dict() == expected.dtypes.map(str).to_dict()
        assert_frame_equal(table, expected, check_dtype=False, check_column_type=False)
    assert (one.universe, one.members) == (other.universe, other.members)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# What can be loaded


def test_nothing_stands_for_the_core_case(unga75: Corpus) -> None:
    assert_same(load(), unga75)
    assert unga75.named.tolist() == [1, 25, 45, 39]


def test_a_bundled_corpus_has_the_universe_of_the_united_nations(un_china: Corpus) -> None:
    assert un_china.universe == 193 + 2
    assert un_china.members == "states"


def test_a_folder(tmp_path: Path, small: Corpus) -> None:
    assert_same(load(worked.write_folder(tmp_path / "own")), small)


def test_a_folder_needs_neither_signatories_nor_claims(tmp_path: Path) -> None:
    folder = worked.write_folder(tmp_path / "own")
    (folder / "signatories.csv").unlink()
    (folder / "claims.csv").unlink()
    corpus = load(folder)
    assert corpus.universe == 195
    assert corpus.claims.empty


def test_a_csv_of_two_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "x.csv", "statement_id,signatory\nb,CUB\na,Viet Nam\na,CUB\n")
    corpus = load(path)
    assert corpus.named.to_dict() == {"a": 2, "b": 1}
    assert corpus.signatures["signatory"].tolist() == ["CUB", "VNM", "CUB"]
    assert corpus.statements["source_name"].tolist() == ["x.csv", "x.csv"]
    assert corpus.declared.isna().all()


def test_columns_of_a_csv_that_describe_the_statement(tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.csv",
        "statement_id,signatory,date,stance,declared_count,source_name,role\n"
        "a,CUB,2020-01-01,support,3,Gazette,lead\n"
        "a,CHN,2020-01-01,support,3,Gazette,\n",
    )
    corpus = load(path)
    assert len(corpus.statements) == 1
    statement = corpus.statements.iloc[0]
    assert (statement["date"], statement["stance"]) == ("2020-01-01", "support")
    assert (statement["declared_count"], statement["source_name"]) == (3, "Gazette")
    assert corpus.signatures["role"].tolist() == ["", "lead"]  # CHN before CUB
    assert corpus.unnamed.tolist() == [1]


def test_quoted_cells_a_byte_order_mark_and_blank_lines(tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.csv",
        '\ufeffstatement_id,signatory\r\na,"Korea, Republic of"\r\n\r\na, Cuba \r\n',
    )
    assert load(path).signatures["signatory"].tolist() == ["CUB", "KOR"]


def test_text_one_name_a_line(tmp_path: Path) -> None:
    text = "# comment\nCuba\n\nBosnia and Herzegovina\nDPRK\n"
    corpus = load(write(tmp_path / "letter.txt", text))
    assert corpus.signatures["signatory"].tolist() == ["BIH", "CUB", "PRK"]
    assert corpus.statements["statement_id"].tolist() == ["letter"]


def test_text_in_prose(tmp_path: Path) -> None:
    text = "Cuba, Antigua and Barbuda,\nthe Democratic People's\nRepublic of Korea, and Türkiye."
    corpus = load(write(tmp_path / "letter.txt", text))
    assert corpus.signatures["signatory"].tolist() == ["ATG", "CUB", "PRK", "TUR"]


def test_several_paths_make_one_corpus(tmp_path: Path) -> None:
    one = write(tmp_path / "one.txt", "Cuba\nChina\n")
    two = write(tmp_path / "two.txt", "Cuba and Viet Nam")
    three = write(tmp_path / "three.csv", "statement_id,signatory\nthree,PAK\n")
    corpus = load(str(one), two, three)
    assert corpus.named.to_dict() == {"one": 2, "three": 1, "two": 2}
    assert len(load("unga75", three).statements) == 5


def test_identifiers_are_taken_as_they_are(tmp_path: Path) -> None:
    path = write(tmp_path / "bill.txt", "Smith and Sons\nCuba\nNA\n")
    corpus = load(path, members="any")
    assert corpus.signatures["signatory"].tolist() == ["Cuba", "NA", "Smith and Sons"]
    assert corpus.universe == 3
    assert corpus.signatories["short"].tolist() == ["Cuba", "NA", "Smith and Sons"]


def test_unnamed_identifiers_may_all_be_newcomers() -> None:
    # Two named; 3 and 1 unnamed, none of whom need be one of the two: 2 + 3 + 1.
    statements = pd.DataFrame({"statement_id": ["a", "b"], "declared_count": [4, 2]})
    names = pd.DataFrame({"statement_id": ["a", "b"], "signatory": ["Ann", "Bo"]})
    corpus = Corpus(statements, names, members="any")
    assert corpus.universe == 6
    assert Corpus(statements, names, universe=20, members="any").universe == 20


def test_the_universe_can_be_given(unga75: Corpus) -> None:
    assert load("unga75", universe=200).universe == 200
    assert select(load("unga75", universe=200), stance="critical").universe == 200
    assert unga75.universe == 195


def test_signatories_that_are_given_are_the_universe(small: Corpus) -> None:
    assert small.universe == 8
    assert small.signatories["signatory"].tolist() == worked.UNIVERSE
    assert small.signatories.set_index("signatory").loc["NAM", "name"] == "Namibia"


def test_own_columns_of_signatories_stay() -> None:
    own = pd.DataFrame({"signatory": ["Cuba", "NAM"], "gdp": [2, 1], "group": ["Islands", ""]})
    with pytest.warns(CoalitionsWarning, match='carried along, and not understood: "gdp"'):
        corpus = Corpus(
            pd.DataFrame({"statement_id": ["a"]}),
            pd.DataFrame({"statement_id": ["a"], "signatory": ["Namibia"]}),
            own,
        )
    assert corpus.signatories[["signatory", "group", "gdp"]].to_numpy().tolist() == [
        ["CUB", "Islands", 2],
        ["NAM", "African", 1],
    ]


def test_whoever_is_named_could_have_signed_and_only_states_are_the_universe() -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["a"]}),
        pd.DataFrame({"statement_id": ["a", "a"], "signatory": ["Kosovo", "Cuba"]}),
    )
    assert (corpus.universe, corpus.possible) == (195, 196)


# Versions of a letter


def test_earlier_versions_are_left_out_unless_asked_for(un_china: Corpus) -> None:
    everything = load("un-china", versions="all")
    earlier = everything.statements.query("superseded_by != ''")["statement_id"]
    assert len(everything.statements) == 31
    latest = set(un_china.statements["statement_id"])
    assert set(everything.statements["statement_id"]) - latest == set(earlier)
    assert "2019-07-hrc41-xinjiang-support37" in set(earlier)
    assert not set(un_china.signatures["statement_id"]) & set(earlier)


def test_a_part_that_lacks_the_later_version_points_to_none() -> None:
    everything = load("un-china", versions="all")
    part = choose(everything, ["2019-07-hrc41-xinjiang-support37"])
    assert part.statements["superseded_by"].tolist() == [""]


# Parts


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({}, ["full", "part", "count", "plain"]),
        ({"event": "e1"}, ["full", "part"]),
        ({"stance": "critical"}, ["count", "plain"]),
        ({"topic": "sea"}, ["full", "part"]),
        ({"topic": "LAND"}, ["full", "count"]),
        ({"since": "2020-02-20"}, ["part", "count", "plain"]),
        ({"since": "2020-02-21"}, ["count", "plain"]),
        ({"since": "2021"}, ["count", "plain"]),
        ({"until": "2020-02-20"}, ["full", "part"]),
        ({"until": "2020-02-19"}, ["full"]),
        ({"until": "2020"}, ["full", "part"]),
        ({"until": "2020-02"}, ["full", "part"]),
        ({"since": "2020-02", "until": "2021-03", "topic": "land"}, ["count"]),
    ],
)
def test_a_part(small: Corpus, wish: dict[str, str], expected: list[str]) -> None:
    part = select(small, **wish)
    assert part.statements["statement_id"].tolist() == expected
    signed = [statement for statement in expected if worked.NAMED[statement]]
    assert part.signatures["statement_id"].unique().tolist() == signed
    assert part.universe == small.universe
    about = part.claims["statements"].str.split(";").map(set)
    assert all(ids <= set(expected) for ids in about)
    kept = sum(set(c[1].split(";")) <= set(expected) for c in worked.CLAIMS.values())
    assert len(part.claims) == kept


@pytest.mark.parametrize(
    "wish",
    [
        {"event": "e3"},
        {"topic": "lan"},
        {"since": "2022"},
        {"until": "2019"},
        {"stance": "critical", "event": "e1"},
    ],
)
def test_nothing_fits(small: Corpus, wish: dict[str, str]) -> None:
    with pytest.raises(CoalitionsError) as refusal:
        select(small, **wish)
    message = str(refusal.value)
    for key, value in wish.items():
        assert f"{key} {value}" in message
    for there in ("e1, e2", "Air, Land, Sea", "2020-01-10 to 2021-04-04", "critical, support"):
        assert there in message


@pytest.mark.parametrize("wish", [{"until": "6 October 2020"}, {"since": "06/10/2020"}])
def test_a_limit_that_is_no_date_is_refused(small: Corpus, wish: dict[str, str]) -> None:
    with pytest.raises(CoalitionsError, match="YYYY-MM-DD"):
        select(small, **wish)


@pytest.mark.parametrize("wish", [{"since": "2000"}, {"until": "2100"}])
def test_a_statement_without_a_date_fits_no_limit(wish: dict[str, str]) -> None:
    corpus = Corpus(
        pd.DataFrame({"statement_id": ["dated", "undated"], "date": ["2020-01-01", ""]}),
        pd.DataFrame({"statement_id": ["dated"], "signatory": ["CUB"]}),
    )
    assert select(corpus, **wish).statements["statement_id"].tolist() == ["dated"]


def test_chosen_by_id(unga75: Corpus) -> None:
    part = choose(unga75, [CUBA])
    assert part.statements["statement_id"].tolist() == [CUBA]
    assert len(part.signatures) == 45
    with pytest.raises(CoalitionsError, match="no such statement: nowhere") as refusal:
        choose(unga75, [CUBA, "nowhere"])
    assert CUBA in str(refusal.value)


# What a corpus is


def test_it_cannot_be_changed(small: Corpus) -> None:
    with pytest.raises(FrozenInstanceError):
        small.universe = 3  # type: ignore[misc]


@pytest.mark.parametrize("name", ["small", "unga75", "un_china"])
def test_a_corpus_of_its_own_tables_is_the_same(name: str, request: pytest.FixtureRequest) -> None:
    corpus = request.getfixturevalue(name)
    tables = {table: getattr(corpus, table) for table in TABLES}
    assert_same(Corpus(**tables), corpus)
    assert_same(replace(corpus), corpus)


def test_the_order_of_rows_does_not_matter(small: Corpus) -> None:
    turned = Corpus(
        worked.statements()[::-1],
        worked.signatures().sample(frac=1, random_state=1),
        worked.signatories()[::-1],
        worked.claims(),
    )
    assert_same(turned, small)


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ({"title": "Joint statement on water"}, "Joint statement on water"),
        ({"title": "Joint statement on water and on much else", "topic": "Water"}, "Water"),
        ({"title": "Joint statement on water", "lead": "CUB"}, "Cuba"),
        ({"title": "Joint statement on water", "label": "Ours"}, "Ours"),
        ({"date": "2020-01-01"}, "2 states"),
    ],
)
def test_a_list_alone_is_called_by_its_matter(row: dict[str, str], label: str) -> None:
    rows = [("a", "CUB"), ("a", "PER")]
    signed = pd.DataFrame(rows, columns=["statement_id", "signatory"])
    corpus = Corpus(pd.DataFrame([{"statement_id": "a"} | row]), signed)
    assert statement_labels(corpus).tolist() == [label]


def test_the_labels_of_rows_do_not_matter() -> None:
    # As pandas.concat leaves them.
    one = pd.DataFrame({"statement_id": ["a"], "signatory": ["CUB"]})
    two = pd.DataFrame({"statement_id": ["a"], "signatory": ["CHN"]})
    corpus = Corpus(pd.DataFrame({"statement_id": ["a"]}), pd.concat([one, two]))
    assert corpus.signatures["signatory"].tolist() == ["CHN", "CUB"]


def test_given_tables_stay_as_they_were() -> None:
    given = [worked.statements(), worked.signatures(), worked.signatories(), worked.claims()]
    copies = [table.copy(deep=True) for table in given]
    Corpus(*given)
    for table, copy in zip(given, copies, strict=True):
        assert_frame_equal(table, copy)


def test_statements_stand_by_date_then_by_id_and_undated_ones_last() -> None:
    ids = ["d", "c", "b", "a"]
    corpus = Corpus(
        pd.DataFrame({"statement_id": ids, "date": ["2020-01-02", "", "2020-01-01", "2020-01-01"]}),
        pd.DataFrame({"statement_id": ids, "signatory": ["CUB"] * 4}),
    )
    assert corpus.statements["statement_id"].tolist() == ["a", "b", "d", "c"]
    assert corpus.signatures["statement_id"].tolist() == ["a", "b", "d", "c"]


def test_columns_have_their_order_and_types(small: Corpus) -> None:
    for name, columns in COLUMNS.items():
        assert tuple(getattr(small, name).columns)[: len(columns)] == columns
    assert small.declared.dtype == "Int64"
    assert small.named.dtype == "int64"
    assert small.unnamed.dtype == "int64"
    assert small.incidence.dtypes.unique().tolist() == [bool]


def test_incidence_has_a_row_for_whoever_names_nobody(small: Corpus) -> None:
    assert small.incidence.index.tolist() == worked.IDS
    assert small.incidence.columns.tolist() == [s for s in worked.UNIVERSE if s != "JPN"]
    named = {s: [c for c in small.incidence if small.incidence.loc[s, c]] for s in worked.IDS}
    assert named == worked.NAMED


def test_cells_may_hold_dates_numbers_and_gaps() -> None:
    corpus = Corpus(
        pd.DataFrame(
            {
                "statement_id": [1, 2, 3],
                "date": [pd.Timestamp("2020-01-01 12:00"), dt.date(2020, 1, 2), None],
                "declared_count": [2.0, float("nan"), 4],
                "stance": ["support", None, float("nan")],
            }
        ),
        pd.DataFrame({"statement_id": [1, 2.0], "signatory": ["CUB", "CUB"]}),
    )
    assert corpus.statements["statement_id"].tolist() == ["1", "2", "3"]
    assert corpus.statements["date"].tolist() == ["2020-01-01", "2020-01-02", ""]
    assert corpus.unnamed.tolist() == [1, 0, 4]
    assert corpus.statements["stance"].tolist() == ["support", "", ""]


# Namibia


def test_na_is_a_text_like_any_other(tmp_path: Path) -> None:
    # pandas reads NA, Namibia's two letters, as a gap unless told otherwise.
    path = write(
        tmp_path / "x.csv",
        "statement_id,signatory,title,topic\nNA,Namibia,NA,null\nNA,NAM,NA,null\n",
    )
    with pytest.raises(CoalitionsError, match="are both NAM, under the same"):
        load(path)
    path = write(
        tmp_path / "x.csv",
        "statement_id,signatory,title,topic\nNA,Namibia,NA,null\nNA,Cuba,NA,null\n",
    )
    corpus = load(path)
    assert corpus.signatures["signatory"].tolist() == ["CUB", "NAM"]
    row = corpus.statements.iloc[0]
    assert (row["statement_id"], row["title"], row["topic"]) == ("NA", "NA", "null")


def test_namibia_is_among_those_who_could_sign(un_china: Corpus) -> None:
    row = un_china.signatories.set_index("signatory").loc["NAM"]
    assert (row["name"], row["group"]) == ("Namibia", "African")
    assert (un_china.signatories["signatory"].str.len() == 3).all()


# Cells are looked at by column


def test_a_text_that_stands_in_many_cells_is_looked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def is_date_or_part(text: str) -> bool:
        asked.append(text)
        return dates.is_date_or_part(text)

    monkeypatch.setattr("coalitions.corpus.checking.is_date_or_part", is_date_or_part)
    ids = [f"s{n}" for n in range(3_000)]
    days = ["2020-10-06", "2021-01-01", ""] * 1_000
    statements = pd.DataFrame({"statement_id": ids, "date": days})
    Corpus(statements, pd.DataFrame({"statement_id": ["s0"], "signatory": ["CUB"]}))
    assert sorted(asked) == ["", "2020-10-06", "2021-01-01"]


@pytest.mark.parametrize(
    ("column", "values", "wrong"),
    [
        ("date", ["2020-10-06", "2020-13-01", "", "soon"], ["2020-13-01", "soon"]),
        ("declared_count", ["0", "-1", "1.5", "٣", "12"], ["-1", "1.5", "٣"]),
        ("declared_count", ["999999999", "1000000000", "1e3"], ["1000000000", "1e3"]),
        ("stance", ["support", "", "suport", "Both"], ["suport", "Both"]),
        ("statement_id", ["a", "", "b"], [""]),
    ],
)
def test_every_cell_of_a_column_is_told(column: str, values: list[str], wrong: list[str]) -> None:
    statements = pd.DataFrame({"statement_id": [f"s{n}" for n in range(len(values))]})
    statements[column] = values
    with pytest.raises(CorpusError) as refusal:
        Corpus(statements, pd.DataFrame({"statement_id": [], "signatory": []}, dtype=str))
    told = [p.value for p in refusal.value.problems if p.column == column]
    assert told == wrong
