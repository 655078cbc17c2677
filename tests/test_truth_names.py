"""Promises: a name is one name, and a text that cannot be read is called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions import Corpus, load, resolve_names
from coalitions.corpus.paths import text_of
from coalitions.errors.problems import CoalitionsWarning, CorpusError
from coalitions.names.decoding import garbled
from coalitions.names.gazetteer import tables
from coalitions.names.identifiers import prose
from coalitions.names.qualifiers import SHORT
from coalitions.names.readings import mark, read
from coalitions.names.resolving import refusal, resolve, split_list
from coalitions.names.several import holds
from coalitions.names.spelling import normalise

if TYPE_CHECKING:
    from pathlib import Path


def code(name: str) -> str | None:
    return resolve(name).signatory


def one_list(*names: str, members: str = "states") -> Corpus:
    statements = pd.DataFrame({"statement_id": ["a"]})
    signatures = pd.DataFrame({"statement_id": "a", "signatory": names})
    return Corpus(statements, signatures, members=members)  # type: ignore[arg-type]


# 1. A line is a name or is refused, whole


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("China, Republic of", "may be China or Taiwan"),
        ("Antigua and Barbados", 'did you mean "Antigua and Barbuda"?'),
        ("Trinidad and Barbados", 'did you mean "Trinidad and Tobago"?'),
        ("Saint Vincent and Grenada", 'did you mean "Saint Vincent and the Grenadines"?'),
        ("Bosnia and Croatia", 'did you mean "Bosnia and Herzegovina"?'),
        ("St. Kitts & Dominica", 'did you mean "Saint Kitts and Nevis"?'),
        ("Korea, Democratic Republic", "may be the Democratic People's Republic of Korea or"),
        ("Chad and Togo", "holds 2 names (Chad; Togo): write them one by one"),
        ("Chad, Togo", "holds 2 names (Chad; Togo): write them one by one"),
        ("Cuba and Nevis", "is not a known state"),
        ("Serbia and Montenegro", "is a state that is no more (2003 to 2006; its code is SCG)"),
    ],
)
def test_a_line_is_one_name_or_is_refused_whole(line: str, said: str) -> None:
    assert split_list(f"Peru\n{line}\nChile\nMali\n") == ["Peru", line, "Chile", "Mali"]
    assert split_list(f"- Peru\n- {line}\n- Chile\n- Mali") == ["Peru", line, "Chile", "Mali"]
    assert code(line) is None
    assert said in refusal(resolve(line))


@pytest.mark.parametrize(
    "span",
    [
        "China, Republic of",
        "Korea, Democratic Republic",
        "Antigua and Barbados",
        "Trinidad and Barbados",
        "Saint Vincent and Grenada",
        "Sao Tome and Angola",
        "Trinidad and Tobego",
        "Bosna and Herzegovina",
    ],
)
def test_in_prose_what_is_nearly_one_name_is_not_cut_into_two(span: str) -> None:
    assert split_list(f"Peru, {span}, Chile, and Mali.") == ["Peru", span, "Chile", "Mali"]
    assert code(span) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peru, Trinidad, Barbados and Mali", ["Peru", "Trinidad", "Barbados", "Mali"]),
        ("Antigua and Barbuda and Barbados", ["Antigua and Barbuda", "Barbados"]),
        ("Niger, Republic of\nKorea, Fiji", ["Niger", "Republic of Korea", "Fiji"]),
        ("Sudan, South\nAfrica, Fiji", ["Sudan", "South Africa", "Fiji"]),
        ("Peru, Ireland, Republic of and Fiji", ["Peru", "Ireland, Republic of", "Fiji"]),
        ("Peru, Bosnia & Herzegov.", ["Peru", "Bosnia & Herzegov."]),
        ("Peru,\nTogo and\nFiji", ["Peru", "Togo", "Fiji"]),
    ],
)
def test_prose_is_still_cut_between_names(text: str, names: list[str]) -> None:
    assert split_list(text) == names
    assert all(map(code, names))


# 2. No suggestion drops the word that tells two states apart


@pytest.mark.parametrize(
    "name",
    [
        *("Somaliland", "New Guinea", "Saint Martin", "Tobago", "American", "Nigerien", "Indiana"),
        *("W. Sahara", "North Sudan", "West Timor", "A. Samoa", "Virgin Is.", "Macau", "Bermuda"),
        *("Guyane", "Guyane française", "Guayana", "Islas Malvinas", "Siberia", "Chechnya"),
        *("Guinée française", "Mongolie intérieure", "Styria", "Burgundy", "Lagos", "Irian"),
        *("Papua", "Northern Cyprus", "Republic of Somaliland", "Malian", "Georgians"),
    ],
)
def test_rather_no_suggestion_than_a_wrong_one(name: str) -> None:
    assert resolve(name) == (name, None, "unknown", ())


@pytest.mark.parametrize("code", ["DMA", "SVN", "SVK"])
def test_a_state_is_known_by_its_french_name_however_like_another_it_is(code: str) -> None:
    names = {"DMA": "Dominique", "SVN": "Slovénie", "SVK": "Slovaquie"}
    assert resolve(names[code]).signatory == code


def test_no_name_of_elsewhere_is_one_of_a_state() -> None:
    known = tables()
    assert len(known.elsewhere) > 40
    assert not known.elsewhere & {*known.keys, *known.ambiguous, *known.groups}


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        *(("Azerbaijn", "Azerbaijan"), ("South Sundan", "South Sudan"), ("Ireand", "Ireland")),
        *(("Papua New Guina", "Papua New Guinea"), ("Soloman Islands", "Solomon Islands")),
        *(("United State", "United States of America"), ("Czec Republic", "Czechia")),
        *(("Niger Republic", "Niger"), ("Columbia", "Colombia"), ("Madagasca", "Madagascar")),
        *(("Trinadad and Tobago", "Trinidad and Tobago"), ("Guineabissau", "Guinea-Bissau")),
    ],
)
def test_a_slip_of_the_pen_is_still_suggested(misspelt: str, meant: str) -> None:
    assert resolve(misspelt) == (misspelt, None, "unknown", (meant,))


@pytest.mark.parametrize(
    ("written", "signatory"),
    [
        *(("S. Sudan", "SSD"), ("Ireland, Republic of", "IRL"), ("N Korea", "PRK")),
        *(("Dem. Rep. Congo", "COD"), ("Bosnia & Herz.", "BIH"), ("Marshall Is.", "MHL")),
        *(("Solomon Is", "SLB"), ("St. Lucia", "LCA"), ("Eq. Guinea", "GNQ"), ("E. Timor", "TLS")),
        *(("Central African Rep.", "CAF"), ("W. Samoa", "WSM"), ("Papua N. Guinea", "PNG")),
        *(("Sudan, South", "SSD"), ("Macedonia (North)", "MKD"), ("Micronesia, Fed. St.", "FSM")),
        *(("Tanzania, U.R.", "TZA"), ("Korea, Rep.", "KOR"), ("St. Vincent & Gren.", "VCT")),
        *(("N.Korea", "PRK"), ("Sth. Africa", "ZAF"), ("Utd. Kingdom", "GBR"), ("Czech R.", "CZE")),
        *(("UK of GB & N. Ireland", "GBR"), ("S. Tome & Principe", "STP"), ("Br. Guiana", "GUY")),
    ],
)
def test_shortened_and_turned_names_are_written_out(written: str, signatory: str) -> None:
    assert code(written) == signatory


def test_a_name_that_loses_a_word_never_points_to_another_state_alone() -> None:
    def bare(key: str) -> str:
        return " ".join(word for word in key.split() if word not in {"of", "de", "du"})

    known = tables()
    exact = set(map(bare, known.keys))
    wrong = []
    for key, meant in known.keys.items():
        words = key.split()
        for at in range(len(words) if key.isascii() and len(words) > 1 else 0):
            less = " ".join(words[:at] + words[at + 1 :])
            found = resolve(less)
            # What is another's exact name is that other's ("South Sudan", "Sudan").
            if bare(less) in exact or found.kind in ("ambiguous", "group"):
                continue
            near = found.suggestions or ((found.signatory,) if found.signatory else ())
            if near and not {meant, known.states[meant]["name"]}.intersection(near):
                wrong.append((key, less, near))
    assert wrong == []


@pytest.mark.parametrize("word", ["north", "south", "east", "west", "new", "saint", "equatorial"])
def test_a_name_that_gains_a_word_never_points_to_the_state_without_it(word: str) -> None:
    known = tables()
    for state in known.states.values():
        longer = f"{word} {normalise(state['name'])}"
        if longer not in known.keys and longer not in known.ambiguous:
            assert resolve(longer)[1:] == (None, "unknown", ()), longer


# 3. Second names in brackets


@pytest.mark.parametrize(
    ("written", "signatory"),
    [
        *(("Albania (ALB)", "ALB"), ("Czechia (Czech Republic)", "CZE"), ("Andorra (AND)", "AND")),
        *(("Myanmar (formerly Burma)", "MMR"), ("Eswatini (ex-Swaziland)", "SWZ")),
        *(("Türkiye [Turkey]", "TUR"), ("Cabo Verde (a.k.a. “Cape Verde”)", "CPV")),
        *(("Sri Lanka/Ceylon", "LKA"), ("Benin, formerly Dahomey", "BEN")),
        *(
            ("Burma (now Myanmar)", "MMR"),
            ("Swaziland (until 2018)", None),
            ("Korea (Rep.)", "KOR"),
        ),
    ],
)
def test_two_names_of_one_state_resolve(written: str, signatory: str | None) -> None:
    assert code(written) == signatory


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Niger (Nigeria)", "names two states, Niger and Nigeria: write the one that is meant"),
        ("Dominica (DOM)", "names two states, Dominica and Dominican Republic"),
        ("Slovakia (formerly Slovenia)", "names two states, Slovakia and Slovenia"),
        ("Mali / Malta", "names two states, Mali and Malta"),
        ("Georgia (US)", "names two states, Georgia and United States of America"),
        ("Peru (observer)", 'holds "observer", which is no name of Peru that is known'),
        ("South Korea (Korea)", 'holds "Korea", which is not clear: leave it out'),
    ],
)
def test_two_names_of_two_states_are_refused_and_it_is_said_why(written: str, said: str) -> None:
    assert code(written) is None
    assert said in refusal(resolve(written))


# 6. Advice never moves a signatory to another state


@pytest.mark.parametrize(
    "name", ["German Democratic Republic", "E. Germany", "South Yemen", "USSR"]
)
def test_a_state_that_is_no_more_is_called_so_and_nobody_is_told_what_to_write(name: str) -> None:
    line = refusal(resolve(name))
    assert "is a state that is no more (" in line
    assert line.endswith("whether a successor stands for it is yours to decide")
    assert "write" not in line


# 5. Text that was decoded wrongly, or not at all


@pytest.mark.parametrize(
    "name", ["Türkiye", "Côte d’Ivoire", "São Tomé", "Белоруссия", "سوريا", "缅甸"]
)
@pytest.mark.parametrize(
    ("encoding", "called"),
    [
        ("cp1252", "Latin-1"),
        ("latin-1", "Latin-1"),
        ("mac_roman", "Mac Roman"),
        ("cp437", "code page 437"),
    ],
)
def test_a_wrong_encoding_is_called_so(name: str, encoding: str, called: str) -> None:
    # A byte that the encoding does not know is kept as a control character, as programs do.
    wrong = garbled("".join(bytes([b]).decode(encoding, "ignore") or chr(b) for b in name.encode()))
    assert wrong is not None
    assert wrong[:2] == (name, f"read with the wrong encoding (UTF-8 as {called})")


@pytest.mark.parametrize(
    ("name", "encoding", "called"),
    [
        ("Türkiye", "cp1250", "Windows-1250"),
        ("TÜRKİYE", "cp1250", "Windows-1250"),
        ("Ana Kovač", "cp1250", "Windows-1250"),
        ("Łódź", "cp1250", "Windows-1250"),
        ("Перу", "cp1250", "Windows-1250"),
        ("Türkiye", "cp1251", "Windows-1251"),
        ("Белоруссия", "cp1251", "Windows-1251"),
        ("Петър Иванов", "cp1251", "Windows-1251"),
        ("سوريا", "cp1251", "Windows-1251"),
        ("缅甸", "cp1251", "Windows-1251"),
        ("Ελλάδα", "cp1253", "Windows-1253"),
        ("Перу", "cp1254", "Windows-1254"),
        ("سوريا", "cp1256", "Windows-1256"),
        ("Белоруссия", "cp1257", "Windows-1257"),
        ("Белоруссия", "koi8_r", "KOI8-R"),
        ("José", "koi8_r", "KOI8-R"),
        ("Белоруссия", "cp866", "code page 866"),
        ("José", "cp852", "code page 852"),
        ("José", "cp850", "code page 850"),
    ],
)
def test_a_wrong_encoding_of_another_part_of_the_world_is_called_so(
    name: str, encoding: str, called: str
) -> None:
    wrong = garbled("".join(bytes([b]).decode(encoding, "ignore") or chr(b) for b in name.encode()))
    assert wrong is not None
    assert wrong[:2] == (name, f"read with the wrong encoding (UTF-8 as {called})")


@pytest.mark.parametrize(
    "text",
    [
        *("Её дом", "Рівне", "ТЕРИТОРІЇ", "Ѓорѓи", "ЉУБЉАНА", "Ăştia", "ORĂŞENI", "MŮŽE", "KŘÍŽ"),
        *("BĚŽEC", "PÓŁNOC", "Žižka", "TÜRKİYE’NİN", "ŞIŞLİ", "ĢIRTS", "Ąžuolas", "ŽŪŠ", "İzmir"),
        *("Ελλάδα", "ΕΛΛΆΔΑ", "طپش", "ÞÓR", "Çağrı", "VIỆT NAM", "日本国", "भारत", "ЎЗБЕКИСТОН"),
    ],
)
def test_no_language_is_taken_for_a_wrong_encoding(text: str) -> None:
    assert garbled(text) is None


def test_no_name_of_a_state_is_taken_for_a_wrong_encoding() -> None:
    spellings = {s for all_of_one in tables().spellings.values() for s in all_of_one}
    assert [s for one in spellings for s in (one, one.upper()) if garbled(s)] == []


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *(("Куба\nПеру", "cp1251"), ("Куба\nПеру", "koi8_r"), ("Ελλάδα", "cp1253")),
        *(("Polska\nŁódź", "cp1250"), ("Česko\nŘecko", "cp1250"), ("سوريا", "cp1256")),
        *(("キューバ", "shift_jis"), ("古巴\n秘鲁", "gbk"), ("대한민국", "euc_kr")),
        *(("México\nPerú", "cp437"), ("Türkiye\nCôte", "mac_roman"), ("ประเทศไทย", "cp874")),
    ],
)
def test_a_file_of_an_encoding_that_does_not_show_is_not_called_latin_1(
    text: str, encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(text.encode(encoding))
    with pytest.raises(
        CorpusError, match="is not UTF-8, and its encoding cannot be told"
    ) as caught:
        load(path)
    assert "save it as UTF-8" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        *("Türkiye\nCôte d’Ivoire", "São Tomé\nMoçambique", "Algérie\nSuède\nÎles", "Åland\nGrøn"),
        *("¿España?\nPerú", "Cuba¹\nPerú†", "ÖSTERREICH", "Là où è vero", "Kjær\nÞór"),
    ],
)
def test_a_file_that_makes_sense_as_windows_1252_is_read_so_and_called_so(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(text.encode("cp1252"))
    with pytest.warns(CoalitionsWarning, match=r"read as Windows-1252 \(Latin-1\)"):
        assert text_of(path) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Куба\nПеру\nЧили\n", "Cuba\nPeru\n", "中国\n日本\n"])
def test_a_file_in_utf_16_without_a_mark_is_called_so(
    text: str, encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(text.encode(encoding))
    with pytest.raises(CorpusError, match="the file looks like UTF-16: save it as UTF-8"):
        load(path)


def test_what_was_read_wrongly_is_suggested_as_it_should_be() -> None:
    found = resolve("CÃ´te d'Ivoire")
    assert found.suggestions == ("Côte d'Ivoire",)
    assert refusal(found).endswith(
        'was read with the wrong encoding (UTF-8 as Latin-1): it should be "Côte d\'Ivoire"'
    )


def test_a_text_that_was_read_wrongly_twice() -> None:
    wrong = garbled("Türkiye".encode().decode("cp1252").encode().decode("cp1252"))
    assert wrong is not None
    assert wrong[:2] == ("Türkiye", "read with the wrong encoding twice (UTF-8 as Latin-1)")


@pytest.mark.parametrize("text", ["LIBERTÉ»", "«MAÇû", "„JÄ“", "NÃO", "ÎLES", "Å", "Öl – Ü", "Ð»"])
def test_letters_that_only_look_odd_are_left_alone(text: str) -> None:
    assert garbled(text) is None


def test_a_file_in_the_wrong_encoding_is_one_problem(tmp_path: Path) -> None:
    lines = ["Cuba", "TÃ¼rkiye", "CÃ´te d'Ivoire", "SÃ£o TomÃ© and Principe"]
    listed = tmp_path / "letter.txt"
    listed.write_text("\n".join(lines), encoding="utf-8")
    table = tmp_path / "table.csv"
    rows = "\n".join(f"a,{line}" for line in lines)
    table.write_text(f"statement_id,signatory\n{rows}\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        load(listed, table)
    said = 'read with the wrong encoding (UTF-8 as Latin-1), for "'
    assert [(p.file, p.row, p.value) for p in caught.value.problems] == [
        ("letter.txt", 2, "TÃ¼rkiye"),
        ("table.csv", 3, "a,TÃ¼rkiye"),
    ]
    assert all(p.expected.startswith(said) for p in caught.value.problems)
    assert all("(3 lines): save the text again" in p.expected for p in caught.value.problems)


def test_a_frame_in_the_wrong_encoding_is_one_problem() -> None:
    with pytest.raises(CorpusError) as caught:
        one_list("Cuba", "TÃ¼rkiye", "CÃ´te d'Ivoire")
    (problem,) = caught.value.problems
    assert problem.value == "TÃ¼rkiye"
    assert 'for "Türkiye" (2 cells): read the source again' in problem.expected


def test_lost_letters_are_called_lost(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Cuba\nC\ufffdte d'Ivoire\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"line 2: .*letters were lost when this was decoded"):
        load(path)


@pytest.mark.parametrize("suffix", [".txt", ".csv"])
def test_html_entities_are_undone_and_it_is_said(suffix: str, tmp_path: Path) -> None:
    lines = ["C&ocirc;te d&#39;Ivoire", "Antigua &amp;amp; Barbuda", "Viet&nbsp;Nam", "Cuba"]
    path = tmp_path / f"a{suffix}"
    header = ["statement_id,signatory"] if suffix == ".csv" else []
    path.write_text("\n".join([*header, *(("a," if header else "") + line for line in lines)]))
    with pytest.warns(CoalitionsWarning, match=rf"^a{suffix}: HTML entities were undone \(&ocirc;"):
        corpus = load(path)
    assert corpus.signatures["signatory"].tolist() == ["ATG", "CIV", "CUB", "VNM"]


def test_html_entities_of_a_frame_are_undone_and_it_is_said() -> None:
    with pytest.warns(CoalitionsWarning, match=r"HTML entities were undone \(&amp; &uuml;\)"):
        corpus = one_list("Trinidad &amp; Tobago", "T&uuml;rkiye")
    assert corpus.signatures["signatory"].tolist() == ["TTO", "TUR"]


# 7. Marks are not thrown away in silence


@pytest.mark.parametrize(
    ("written", "signatory"),
    [
        *(("Kyrgyzstan*", "KGZ"), ("China1", "CHN"), ("Chad †", "TCD"), ("Mali[2]", "MLI")),
        *(("Niger (1)", "NER"), ("Cuba ¹", "CUB"), ("Peru**", "PER"), ("*Togo", "TGO")),
        *(("S. Sudan*", "SSD"), ("Albania (ALB)2", "ALB"), ("Korea (Republic of) [a]", "KOR")),
        *(("Fiji 3", "FJI"), ("Iraq+", "IRQ"), ("Oman1,2", "OMN"), ("Kosovo*", "XKX")),
    ],
)
def test_a_marked_name_resolves_and_the_mark_is_told(written: str, signatory: str) -> None:
    with pytest.warns(CoalitionsWarning) as seen:
        assert resolve_names([written, "Ghana"])["signatory"].tolist() == [signatory, "GHA"]
    assert f"1 name carries a mark: {written}." in str(seen[0].message)
    assert '"withdrew" or "joined later"' in str(seen[0].message)
    with pytest.warns(CoalitionsWarning, match="carries a mark"):
        one_list(written, "Ghana")


@pytest.mark.parametrize("name", ["Group of 77", "Cubb1", "Covid19", "77", "Cuba 2021", "Korea1"])
def test_digits_are_a_mark_only_behind_a_name(name: str) -> None:
    assert code(name) is None
    assert mark(name) == ""


def test_the_marks_of_a_file_are_one_warning_with_names_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Cuba\nKyrgyzstan*\n*Mali\nChina1\nKosovo (UNSCR 1244)\n", encoding="utf-8")
    with pytest.warns(CoalitionsWarning) as seen:
        load(path)
    assert [str(one.message).split(". ")[0] for one in seen] == [
        "letter.txt: 3 names carry a mark: Kyrgyzstan* (line 2); *Mali (line 3); China1 (line 4)"
    ]


# 4. Identifiers are text, not bytes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Café", "Jose\u0301 Cafe\u0301"),
        ("Ana Novak", " Ana\u00a0\u2003Novak "),
        ("Ana Novak", "Ana \t Novak"),
        ("Anne-Marie Roy", "Anne\u2011Marie Roy"),
        ("Anne-Marie Roy", "Anne–Marie Roy"),
        ("Unit -1", "Unit \u22121"),
        ("Ana Novak", "Ana\u200b Nov\u00adak\ufeff"),
    ],
)
def test_what_looks_the_same_is_one_signatory(one: str, other: str) -> None:
    lists = pd.DataFrame({"statement_id": ["a", "b"], "signatory": [one, other]})
    corpus = Corpus(pd.DataFrame({"statement_id": ["a", "b"]}), lists, members="any")
    assert corpus.signatures["signatory"].tolist() == [one, one]
    assert corpus.universe == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Novak", "ANA NOVAK"),
        ("Ana Kovač", "Ana Kovac"),
        ("Ana Novak", "Ana Novak, University of Split"),
        ("Ana Novak", "Ana Novak (Split)"),
        ("Ana Novak", "Novak, Ana"),
        ("Ana Novak", "Ana Novak*"),
        ("Ana Novak, Oslo", "Ana Novak, Split"),
        ("Trade & Labour", "Trade and Labour"),
    ],
)
def test_near_duplicates_are_told_and_never_merged(one: str, other: str) -> None:
    with pytest.warns(CoalitionsWarning, match="1 pair of names may be one signatory") as seen:
        corpus = one_list(one, other, "Bo Berg", members="any")
    assert f'"{one}"' in str(seen[0].message)
    assert f'"{other}"' in str(seen[0].message)
    assert sorted(corpus.signatures["signatory"]) == sorted([one, other, "Bo Berg"])


@pytest.mark.parametrize(
    "names",
    [
        ("Smith, John", "Smith, Mary"),
        ("Anonymous 1", "Anonymous 2"),
        ("Anonymous (1)", "Anonymous (2)"),
        ("p1", "p2"),
        ("Médecins Sans Frontières, Belgium", "Amnesty, Belgium"),
        ("@alice", "@alicia"),
    ],
)
def test_names_that_differ_in_more_are_not_told(names: tuple[str, ...]) -> None:
    assert len(one_list(*names, members="any").signatories) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Amnesty International, Human Rights Watch and Oxfam", "several names"),
        ("Friends of the Earth, Greenpeace, and Oxfam", "several names"),
        ("Ana Kovač, Petr Novák et Li Wei", "several names"),
        ("https://example.org/letter", "an address"),
        ("see www.example.org", "an address"),
        ("Signed by:", "a heading"),
        ("We, the undersigned, call upon the government to act.", "a sentence"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".csv"])
def test_prose_is_no_signatory(line: str, said: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    text = f"Oxfam\n{line}\n"
    if suffix == ".csv":
        text = f'statement_id,signatory\nx,Oxfam\nx,"{line}"\n'
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=said) as caught:
        load(path, members="any")
    (problem,) = caught.value.problems
    assert (problem.row, problem.value) == (2 if suffix == ".txt" else 3, line)


@pytest.mark.parametrize(
    "name",
    [
        *("Smith, John", "Médecins Sans Frontières, Belgium", "Trinidad and Tobago Women's Union"),
        *("Smith and Sons", "Smith, Jones and Partners", "Women, Peace & Security Network"),
        *("Ministry of Trade, Industry and Energy", "Ana Kovač, Department of History and Art"),
        *("Ana Kovač, Faculty of Law and Economics, Split", "St. Mary's Hospital, Inc.", "China1"),
    ],
)
def test_one_signatory_is_taken_as_it_is(name: str) -> None:
    assert one_list(name, members="any").signatures["signatory"].tolist() == [name]


ONE = """
John Smith, Trinidad and Tobago
Jane Doe, Bosnia and Herzegovina
Jane Doe, Senator, Antigua and Barbuda
Jane Doe, France and Germany
Jane Doe, Newfoundland and Labrador
Jane Doe, Oslo, Norway
Jane Doe, Brooklyn, NY
John Smith, MP, Wales
Jane Doe, Writer and Activist
Jane Doe, mother of two and teacher
Marie Durand, écrivaine et militante
Hans Meier, Schriftsteller und Journalist
Ana Lopes, Professora, Universidade de Lisboa
Иван Иванов, писатель и активист
Jane Doe, former Minister of Health and Education
Prof. Dr. Anna Maier, University of Vienna, Austria
Jane Doe, Professor of Law, University of Oslo, Norway
Jane Doe, University of Oslo and University of Bergen
Anna Smith, Chair, Committee on Arts, Culture and Sport
Jane Doe; University of Oslo
Jane Doe | Professor | University of Oslo
Jane Doe, PhD, MSc
John Smith, Jr.
Smith, John
Smith, J. R.
Anne-Marie Smith-Jones, Oslo
José Ortega y Gasset, Madrid
Jane and John Doe
Jane Doe (Oxfam and Greenpeace)
Médecins Sans Frontières, Belgium
Smith, Jones & Co.
Johnson & Johnson
ActionAid Denmark / Mellemfolkeligt Samvirke
Peace, Justice and Reconciliation Commission
Women, Peace and Security
Centre for Women, Peace and Security
Institute of Peace, Conflict and Development Studies
Ministry of Agriculture, Fisheries and Food
Bill and Melinda Gates Foundation
Bread and Roses
Search for Common Ground
Trade and Labour
Catholics for Choice, Washington, D.C.
Angela Davis, Distinguished Professor Emerita, Santa Cruz
Friends of the Earth England, Wales and Northern Ireland
"""
PERHAPS = """
Amnesty, Oxfam, Greenpeace
Jane Doe, Oxfam, Bergen
Oxfam, Greenpeace and University of Oslo
Oxfam, Greenpeace and Ford Foundation
Oxfam; Greenpeace; University of Oslo
Amnesty / Oxfam / Greenpeace
Jane Doe and John Roe
Juan Pérez y María López
Jane Doe and John Roe, University of Oslo
Jane Doe    John Roe
Cuba, Peru
"""
SEVERAL = """
Amnesty International, Human Rights Watch and Oxfam
Friends of the Earth, Greenpeace, and Oxfam
Oxfam, Greenpeace, Attac, Amnesty International and Ford Foundation
Jane Doe (Oxfam), John Roe (MSF) and Max Roe (HRW)
Anna Lee, Bo Berg und Carl Moe
Иван Иванов, Пётр Петров и Анна Сидорова
Smith, J., Jones, K. and Roe, M.
A. Doe, B. Roe, C. Poe, D. Moe, E. Zoe, F. Koe
Cuba, China and Peru
Unite, Unison and GMB
evelyn, laura and ruth
Oxfam; Greenpeace
Oxfam | Greenpeace
Oxfam • Greenpeace • Attac
张三、李四、王五
"""


@pytest.mark.parametrize(
    ("line", "held"),
    [
        (line, held)
        for held, lines in (("one", ONE), ("perhaps", PERHAPS), ("several", SEVERAL))
        for line in lines.strip().splitlines()
    ],
)
def test_a_line_holds_one_signatory_or_several(line: str, held: str) -> None:
    assert holds(line) == held
    assert bool(prose(line)) == (held == "several")


def test_lines_that_may_be_several_are_told_once_a_file(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    doubts = ["Amnesty, Oxfam, Attac", "Ann Doe and Bo Roe", "Cuba, Peru", "Bread / Salt / Wine"]
    path.write_text("\n".join(["Greenpeace", *doubts, "Ann Poe, Oslo"]), encoding="utf-8")
    with pytest.warns(CoalitionsWarning) as seen:
        corpus = load(path, members="any")
    (said,) = [str(one.message) for one in seen]
    assert said == (
        "letter.txt: 4 names may be several each, and are read as one: "
        '"Amnesty, Oxfam, Attac" (line 2); "Ann Doe and Bo Roe" (line 3); "Cuba, Peru" (line 4); '
        "and 1 more. If several are meant, give each a line or a row"
    )
    assert len(corpus.signatures) == 6


@pytest.mark.parametrize("line", ["Oxfam\tGreenpeace", "Jane Doe\tUniversity of Oslo\tNorway"])
def test_cells_of_a_table_are_no_signatory(line: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(f"Attac\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"line 2: .*a row of a table .* save the table as CSV"):
        load(path, members="any")


def test_identifiers_in_the_wrong_encoding_or_with_entities_are_told() -> None:
    with pytest.raises(CorpusError, match=r'"JosÃ©": read with the wrong encoding .*for "José"'):
        one_list("JosÃ©", "Bo", members="any")
    with pytest.warns(CoalitionsWarning, match=r"HTML entities were undone \(&amp;\)"):
        corpus = one_list("Trade &amp; Labour", members="any")
    assert corpus.signatures["signatory"].tolist() == ["Trade & Labour"]


def test_no_abbreviation_leads_to_another_state() -> None:
    known = tables()
    wrong = []
    for key, meant in known.keys.items():
        if not key.isascii() or len(key.split()) > 3:
            continue
        for short, whole in ((s, w) for s, words in SHORT.items() for w in words):
            less = f" {key} ".replace(f" {whole} ", f" {short} ").strip()
            if less != key and read(less).one not in ("", meant):
                wrong.append((key, less, read(less)))
    assert wrong == []


def test_a_mark_in_the_name_as_written_is_told_beside_a_code(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("statement_id,signatory,name_as_written\na,KGZ,Kyrgyzstan*\na,CUB,Cuba\n")
    with pytest.warns(
        CoalitionsWarning, match=r"x.csv: 1 name carries a mark: Kyrgyzstan\* \(row 2"
    ):
        assert load(path).signatures["signatory"].tolist() == ["CUB", "KGZ"]


@pytest.mark.parametrize("corpus", ["unga75", "un-china"])
def test_the_corpora_that_come_along_are_read_without_a_warning(corpus: str) -> None:
    # pytest makes a warning an error.
    assert len(load(corpus, versions="all").statements) > 1


def test_a_star_before_a_name_is_a_mark_and_before_every_name_a_bullet() -> None:
    assert split_list("*Cuba\nChina\nTogo") == ["*Cuba", "China", "Togo"]
    assert split_list("*Cuba\n*China\n*Togo") == ["Cuba", "China", "Togo"]
    assert split_list("* Cuba\n* China\n* Togo") == ["Cuba", "China", "Togo"]
