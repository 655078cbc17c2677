"""Both campaigns in short: ``make fuzz`` and ``make faults`` are the same, longer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def printed(script: str, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, HERE / script, *arguments],
        capture_output=True,
        check=False,
        text=True,
        cwd=ROOT,
        env=environment,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_inputs_that_nobody_thought_of_are_read_or_refused() -> None:
    out = printed("fuzz.py", "--number", "10")
    for kind in ("tables", "lists as text", "options"):
        assert re.search(rf"^{kind}: \d+ tried in \d+ s: .*\d", out, re.MULTILINE)
    assert "refused" in out
    assert "addresses of the page: " in out


@pytest.mark.skipif(os.name != "posix", reason="there is no fork here")
def test_what_a_fault_leaves_is_whole() -> None:
    out = printed("faults.py", "--rounds", "5")
    assert re.search(
        r"^kills: 5 rounds in \d+ s: 5 whole, \d+ with something left over$", out, re.MULTILINE
    )
    assert re.search(r"^full disks: .*\d+ refused in a sentence", out, re.MULTILINE)
    assert re.search(r"^races of four: 5 rounds .*\d+ written$", out, re.MULTILINE)
