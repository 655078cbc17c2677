"""How the command line starts, and what it says once, in one line, and wants a second look."""

from __future__ import annotations

import os
import warnings

import pytest

from coalitions.cli import main
from coalitions.errors.problems import CoalitionsWarning, warn


def test_a_warning_is_one_line_on_standard_error(monkeypatch, capsys):
    def resolving(_, **__):
        warn("letter.txt, line 2: Kyrgyzstan carries a mark")
        warnings.warn("a library's own", UserWarning, stacklevel=1)
        raise SystemExit

    monkeypatch.setattr("coalitions.names.resolutions", resolving)
    monkeypatch.setattr("sys.argv", ["coalitions", "names", "Cuba"])
    with warnings.catch_warnings(action="always"), pytest.raises(SystemExit):
        main()
    said = capsys.readouterr()
    assert said.err == "coalitions: warning: letter.txt, line 2: Kyrgyzstan carries a mark\n"
    assert said.out == ""


@pytest.mark.parametrize(
    ("verb", "given", "used"),
    [("names", None, "1"), ("names", "4", "4"), ("overlap", None, None)],
)
def test_linear_algebra_has_one_thread_where_nobody_says_otherwise(monkeypatch, verb, given, used):
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", given or "")
    if given is None:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    monkeypatch.setattr("sys.argv", ["coalitions", verb, "--help"])
    with warnings.catch_warnings(action="always"), pytest.raises(SystemExit):
        main()
    assert os.environ.get("OPENBLAS_NUM_THREADS") == used


def test_a_library_user_can_catch_our_warnings():
    with pytest.warns(CoalitionsWarning, match="carries a mark"):
        warn("letter.txt, line 2: Kyrgyzstan carries a mark")
