"""Promises about a user's first line: it works, or says what to type instead."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import resources
from pathlib import Path

import coalitions

ROOT = Path(__file__).parent.parent


# What it is called


def test_the_distribution_has_a_name_of_its_own_and_the_package_keeps_its() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["name"] == "joint-statements"
    assert settings["project"]["scripts"] == {"coalitions": "coalitions.cli:main"}
    assert settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["coalitions"]
    for name in ("README.md", "CITATION.cff"):
        assert "joint-statements" in (ROOT / name).read_text(encoding="utf-8")


def test_the_version_is_said_once_and_read_from_there() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["dynamic"] == ["version"]
    assert settings["tool"]["hatch"]["version"]["path"] == "coalitions/__init__.py"
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {coalitions.__version__}\n" in citation
    for path in resources.files("coalitions").iterdir():
        if path.name.endswith(".py"):  # whatever the distribution is called where it is installed
            assert 'version("coalitions")' not in path.read_text(encoding="utf-8")


def test_python_runs_it_as_a_module() -> None:
    command = [sys.executable, "-m", "coalitions"]
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == coalitions.__version__
    done = subprocess.run([*command, "names", "Cubba"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Cuba" in done.stdout
