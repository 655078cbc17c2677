"""Files that replace others whole, and tables that are safe in a spreadsheet."""

from __future__ import annotations

import errno
import os
import stat
import threading
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from coalitions.errors.problems import CoalitionsError
from coalitions.files.spreadsheet import spreadsheet_safe, write_csv
from coalitions.files.writing import replacing, write_bytes, write_text

if TYPE_CHECKING:
    from pathlib import Path


def test_text_is_utf_8_with_the_line_ends_given(tmp_path: Path) -> None:
    assert write_text(tmp_path / "a.txt", "Türkiye\n").read_bytes() == b"T\xc3\xbcrkiye\n"


def test_a_block_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = write_bytes(tmp_path / "a.txt", b"old")
    with pytest.raises(ZeroDivisionError), replacing(path) as stream:
        stream.write(b"new" * (1 // 0))
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.txt": b"old"}


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = write_bytes(tmp_path / "a.txt", b"old")
    with replacing(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_a_full_disk_is_said_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = write_bytes(tmp_path / "a.txt", b"old")
    with (
        pytest.raises(CoalitionsError, match=r"a\.txt in .*: no space left on device"),
        replacing(path),
    ):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_bytes() == b"old"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    write_text(tmp_path / "file", "no folder")
    with pytest.raises(CoalitionsError) as refused:
        write_text(tmp_path / "file" / "a.txt", "")
    assert str(refused.value) == (
        f"cannot write a.txt in {tmp_path / 'file'}: not a directory; choose another `path`"
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CoalitionsError, match="it is a folder; choose another `path`"):
        write_text(tmp_path, "")


def test_permissions_of_the_old_file_are_kept_and_new_ones_follow_the_umask(tmp_path: Path) -> None:
    path = write_bytes(tmp_path / "a.txt", b"old")
    (tmp_path / "plain").touch()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)
    path.chmod(0o640)
    assert stat.S_IMODE(write_bytes(path, b"new").stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    target = write_bytes(tmp_path / "target", b"old")
    (tmp_path / "link").symlink_to(target)
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert target.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    write_bytes(path, b"through")
    reader.join()
    assert read == [b"through"]
    assert path.is_fifo()


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("a\r\nb", "a\nb"),
        ("a=1", "a=1"),
        ("", ""),
        (-1, -1),
        (-1.5, -1.5),
        (("CUB", "CHN"), "CUB;CHN"),
        (["=CUB", "CHN"], "'=CUB;CHN"),
        (frozenset({"b", "a"}), "a;b"),
        (None, None),
    ],
)
@pytest.mark.parametrize("beside", [None, "text"])
def test_cells_are_no_formulas_and_numbers_stay_numbers(
    cell: object, safe: object, beside: object
) -> None:
    frame = pd.DataFrame({"a": pd.Series([cell, beside], dtype=object)})
    assert spreadsheet_safe(frame)["a"].tolist() == [safe, beside]


def test_text_and_category_columns_and_names_are_made_safe_too() -> None:
    frame = pd.DataFrame({"=a": ["=1"], "b": ["=2"], "n": [-1], "ok": [True]})
    frame["=a"] = frame["=a"].astype("string")
    frame["b"] = frame["b"].astype("category")
    before = frame.copy(deep=True)
    safe = spreadsheet_safe(frame)
    assert safe.columns.tolist() == ["'=a", "b", "n", "ok"]
    assert safe.iloc[0].tolist() == ["'=1", "'=2", -1, True]
    pd.testing.assert_frame_equal(frame, before)


def test_a_table_with_a_name_twice_keeps_both_columns() -> None:
    frame = pd.DataFrame([["=1", "=2"]], columns=["a", "a"])
    assert spreadsheet_safe(frame).iloc[0].tolist() == ["'=1", "'=2"]


def test_csv_has_a_header_no_index_empty_cells_and_plain_line_ends(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"state": ["Türkiye", None], "shared": pd.Series([19, None], dtype="Int64")}
    )
    path = write_csv(frame, tmp_path / "a.csv")
    assert path.read_bytes() == "state,shared\nTürkiye,19\n,\n".encode()
