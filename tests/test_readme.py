"""Every block of the README is run; what it shows is what comes out."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import coalitions
from coalitions.figures.registry import FIGURES

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
CONSOLE = [block for language, block in BLOCKS if language == "console"]
PYTHON = [block for language, block in BLOCKS if language == "python"]


def commands(block):
    """Yield each command of a console block with the lines that follow it."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def tidy(text):
    """Return the lines of an output, without the blanks at their ends."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


def shell(command, folder):
    tools = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


@pytest.fixture
def printed_by(run, tmp_path, monkeypatch):
    """Run a command: in this process where it is ours alone, which saves the imports."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notebooks").symlink_to(README.parent / "notebooks")

    def printed_by_(command):
        if not command.startswith("coalitions ") or re.search("[|&<>;$]", command):
            return shell(command, tmp_path)
        done = run(*shlex.split(command)[1:])
        assert (done.code, done.err) == (0, "")
        return done.out

    return printed_by_


@pytest.mark.parametrize("block", CONSOLE)
def test_console_blocks_print_what_they_show(block, printed_by):
    for command, shown in commands(block):
        printed = printed_by(command)
        if not shown:
            assert not printed
        elif shown.rstrip().endswith("..."):
            expected = tidy(shown)[:-1]
            assert tidy(printed)[: len(expected)] == expected
        else:
            assert tidy(printed) == tidy(shown)


@pytest.mark.parametrize("block", PYTHON)
def test_python_blocks_run(block, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exec(compile(block, str(README), "exec"), {})  # noqa: S102 - the README is ours
    written = set(re.findall(r'"([\w-]+\.(?:png|html|gexf|json))"', block))
    assert {path.name for path in tmp_path.iterdir() if path.stat().st_size} == written
    assert written or "assert " in block  # a block shows something, or says what holds


def test_a_recipe_is_no_longer_than_eight_lines():
    recipes = TEXT.partition("\n## Recipes\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```python\n(.*?)^```$", recipes, flags=re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 3
    assert max(len([line for line in b.splitlines() if line]) for b in blocks) <= 8


def test_the_two_commands_are_those_of_the_makefile():
    makefile = README.with_name("Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^make (\w+)", "\n".join(b for _, b in BLOCKS), flags=re.MULTILINE)
    assert targets == ["report", "test"]
    for target in targets:
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)


def test_the_reference_lists_the_public_names_in_the_order_of_the_pipeline():
    reference = TEXT[TEXT.index("## Reference") :]
    places = [reference.index(f"`{name}`") for name in coalitions.__all__]
    assert all(a < b for a, b in pairwise(places))


def test_every_picture_is_there():
    pictures = re.findall(r"!\[[^\]]+\]\((notebooks/\S+)\)", TEXT)
    assert pictures
    for picture in pictures:
        assert (README.parent / picture).read_bytes().startswith(b"\x89PNG")


def test_every_diagram_is_in_the_table_in_order() -> None:
    table = README.read_text(encoding="utf-8").split("| kind | shows |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == list(FIGURES)
