"""Bench: every row wrong, at 1,000 and at 100,000 rows: a hundred times the rows, how much longer?

Run ``python tests/bench/bench_problems.py``.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from coalitions import load
from coalitions.errors.problems import CorpusError

HEADER = "statement_id,signatory,declared_count,stance,date\n"
#: What is wrong → how row ``n`` is written.
WRONG = {
    "one row over and over": lambda _: "a,CUB,,,",
    "a count that differs": lambda n: f"a,p{n},{n},,",
    "a stance that is none": lambda n: f"a,p{n},,pro,",
    "dates, all different": lambda n: f"a{n},p{n},,,{n} May",
    "no signatory": lambda n: f"a{n},,,,",
}
FEW, MANY = 1_000, 100_000


def seconds(path: Path, case: str, count: int) -> float:
    """Return how long it takes to refuse a list of so many rows."""
    path.write_text(HEADER + "\n".join(map(WRONG[case], range(count))), encoding="utf-8")
    begin = time.perf_counter()
    try:
        load(path, members="any")
    except CorpusError as error:
        str(error)
    return time.perf_counter() - begin


def main() -> None:
    """Print, for each kind of wrong row, both times and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wrong.csv"
        seconds(path, "no signatory", 10)  # what is loaded once
        for case in WRONG:
            few, many = (seconds(path, case, count) for count in (FEW, MANY))
            sys.stdout.write(f"{case:<24} {few:6.2f} s {many:6.2f} s  {many / few:6.0f} times\n")


if __name__ == "__main__":
    main()
