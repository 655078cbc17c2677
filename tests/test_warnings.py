"""What is read as it stands and wants a second look is said once, in one line."""

from __future__ import annotations

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


def test_a_library_user_can_catch_our_warnings():
    with pytest.warns(CoalitionsWarning, match="carries a mark"):
        warn("letter.txt, line 2: Kyrgyzstan carries a mark")
