"""Kill, fill the disk and race while files are written, and count what was left: ``make faults``.

After every fault the file, the pair of files and the folder must be whole, of one run, and the
next run must leave nothing hidden behind. The same seed chooses the same moments, but the machine
decides what is done by then.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coalitions.errors.problems import CoalitionsError
from coalitions.files import drafts
from coalitions.files.writing import write_bytes, write_together
from coalitions.report import folder as report_folder

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 20_000
PAIR = ("x.nodes.csv", "x.edges.csv")


def write_all(place: Path, run: int) -> None:
    """Write a file, a pair of files and a folder, each of them telling its run."""
    content = str(run).encode() * SIZE
    write_bytes(place / "x.gexf", content)
    write_together({place / name: content for name in PAIR})
    # What moves a report into place, with two small files instead of a hundred.
    with report_folder._moved_into_place(place / "report") as new:  # noqa: SLF001 - see above
        (new / "index.html").write_bytes(content)
        entry = {"path": "index.html", "sha256": hashlib.sha256(content).hexdigest()}
        manifest = {"made_with": {"coalitions": "0"}, "files": [entry]}
        (new / "manifest.json").write_text(json.dumps(manifest))


def whole(place: Path) -> None:
    """Assert that everything is there, whole, and what belongs together is of one run."""
    drafts.clear_leftovers(place / "report")
    assert_one(place / "x.gexf")
    nodes, edges = (assert_one(place / name) for name in PAIR)
    assert nodes == edges, (nodes[:9], edges[:9])
    page = assert_one(place / "report" / "index.html")
    (entry,) = json.loads((place / "report" / "manifest.json").read_text())["files"]
    assert entry["sha256"] == hashlib.sha256(page).hexdigest()


def assert_one(path: Path) -> bytes:
    content = path.read_bytes()
    assert content
    assert content == content[: len(content) // SIZE] * SIZE, path
    return content


def hidden(place: Path) -> list[str]:
    return [each.name for each in place.iterdir() if each.name.startswith(".")]


def child(work: Callable[[], None]) -> int:
    """Do work in a process of its own; it ends with 0, or with 3 where it was refused."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        work()
        code = 0
    except CoalitionsError as error:
        sys.stderr.write(f"{error}\n" * ("x." not in str(error) and "report" not in str(error)))
        code = 3
    finally:
        os._exit(code)


def kills(place: Path, rounds: int, chance: random.Random) -> Counter[str]:
    """Kill a run that writes again and again, at a random moment."""
    counted: Counter[str] = Counter()
    for round_ in range(rounds):

        def forever(first: int = 10 * round_) -> None:
            for run in range(first, first + 10_000):
                write_all(place, run % 10)

        process = child(forever)
        time.sleep(chance.uniform(0.001, 0.05))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        counted["with something left over"] += bool(hidden(place))
        whole(place)
        assert not hidden(place), hidden(place)
        counted["whole"] += 1
    return counted


def full(place: Path, rounds: int, chance: random.Random) -> Counter[str]:
    """Let no file grow beyond a random size, as on a disk that is full."""
    counted: Counter[str] = Counter()
    for round_ in range(rounds):
        most = chance.randrange(0, 2 * SIZE)

        def limited(most: int = most, run: int = round_ % 10) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            write_all(place, run)

        _, status = os.waitpid(child(limited), 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in {0, 3}, code
        counted["written" if code == 0 else "refused in a sentence"] += 1
        assert not hidden(place), hidden(place)
        whole(place)
    return counted


def races(place: Path, rounds: int, chance: random.Random) -> Counter[str]:
    """Let several runs write to the same places at once, some in two steps."""
    counted: Counter[str] = Counter()
    for round_ in range(rounds):
        fallback = chance.random() < 0.5

        def racing(run: int, fallback: bool = fallback) -> None:  # noqa: FBT001 - bound here
            if fallback:
                setattr(report_folder, "exchange", lambda *_: False)  # noqa: B010 - for this run
            for _ in range(3):
                write_all(place, run)

        runs = [child(lambda run=run: racing(run)) for run in range(4)]  # type: ignore[misc]
        codes = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in runs]
        assert set(codes) <= {0, 3}, (round_, codes)
        counted.update("written" if code == 0 else "refused in a sentence" for code in codes)
        assert not hidden(place), hidden(place)
        whole(place)
    return counted


def main() -> None:
    """Run the faults one kind after the other, and print their numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    kinds: dict[str, Any] = {"kills": kills, "full disks": full, "races of four": races}
    for kind, fault in kinds.items():
        with tempfile.TemporaryDirectory() as name:
            place = Path(name).resolve()
            write_all(place, 7)
            begin = time.perf_counter()
            found = fault(place, asked.rounds, random.Random(asked.seed))  # noqa: S311 - moments
            ends = ", ".join(f"{count:,} {end}" for end, count in sorted(found.items()))
            took = time.perf_counter() - begin
            sys.stdout.write(f"{kind}: {asked.rounds:,} rounds in {took:.0f} s: {ends}\n")


if __name__ == "__main__":
    main()
