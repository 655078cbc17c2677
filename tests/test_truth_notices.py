"""Promises about the work of others: their notices go where their work goes."""

from __future__ import annotations

import tomllib
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest

from coalitions.explorer import inline

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

#: Whose work → what their notice must say.
NOTICES = {
    "vis-network": ("Almende B.V", "visjs contributors", "MIT License", "Permission is hereby"),
    "Natural Earth": ("public domain",),
    "world-atlas": ("Michael Bostock", "ISC License", "with or without fee"),
    "Unicode CLDR": ("UNICODE LICENSE V3", "Unicode, Inc."),
    "DejaVu": ("Bitstream", "Tavmjong Bah", "DejaVu changes are in public domain"),
}


@pytest.mark.parametrize("whose", NOTICES)
def test_the_notice_is_in_the_package(whose: str) -> None:
    text = files("coalitions").joinpath("THIRD-PARTY.txt").read_text(encoding="utf-8")
    assert whose in text
    for words in NOTICES[whose]:
        assert words in text


def test_the_wheel_says_so() -> None:
    assert PROJECT["license-files"] == ["LICENSE", "coalitions/THIRD-PARTY.txt"]
    for name in PROJECT["license-files"]:
        assert (ROOT / name).is_file()


def test_pyvis_is_the_one_that_the_page_accepts() -> None:
    (bound,) = [each for each in PROJECT["dependencies"] if each.startswith("pyvis")]
    assert bound == f"pyvis=={version('pyvis')}"
    engine = inline.engine()
    text = files("coalitions").joinpath("THIRD-PARTY.txt").read_text(encoding="utf-8")
    assert "@version 9.1.2" in engine
    assert "vis-network 9.1.2" in text
