"""Try inputs that nobody thought of, and count what came of them: ``make fuzz``.

Every input must be read, or be refused in a sentence: an exception of any other kind ends the
campaign, with the smallest input that raises it. The same seed tries the same inputs.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock
from urllib.parse import quote

from hypothesis import HealthCheck, given, seed, settings
from inputs import addresses, arguments, lists, tables

from coalitions import explorer_page, load, pairs, two_mode_graph
from coalitions.cli import main as command_line
from coalitions.cli.terminal import table_text
from coalitions.errors.problems import CoalitionsError, CoalitionsWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

#: Characters that move a terminal's cursor or turn its line round: none may reach it.
OBEYED = {*map(chr, (*range(9), *range(11, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F)))}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def read(path: Path, content: bytes) -> str:
    """Read a file both ways, and use what was read; return what came of it."""
    path.write_bytes(content)
    found = []
    for members in ("states", "any"):
        try:
            corpus = load(path, members=members)  # type: ignore[arg-type] # as it says
            text = table_text(pairs(corpus), 80)
            two_mode_graph(corpus)
            found.append("read")
        except CoalitionsError as error:
            text = str(error)
            found.append("refused")
        assert not OBEYED & set(text), ascii(text)
        text.encode()
    return " and ".join(dict.fromkeys(found))


def run(given_arguments: list[str]) -> str:
    """Run the command line; return how it ended."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    code: object = 0
    with (
        mock.patch.object(sys, "argv", ["coalitions", *given_arguments]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            command_line()
        except SystemExit as end:
            code = end.code
    assert code in {0, 1, 2}, code
    assert not OBEYED & set(err.getvalue()), ascii(err.getvalue())
    assert "Traceback" not in err.getvalue()
    return f"exit {code}"


@contextlib.contextmanager
def opened_page(folder: Path) -> Iterator[Callable[[str], str] | None]:
    """Give what opens the page at an address; None where there is no browser."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        yield None
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is

    path = explorer_page(load("unga75")).save(folder / "page.html")
    deeds: list[str] = []
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("pageerror", lambda error: deeds.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (deeds.append("dialog"), dialog.dismiss()))
        page.on("request", lambda asked: deeds.append(asked.url))

        def show(address: str) -> str:
            deeds.clear()
            page.goto("about:blank")
            page.goto(path.as_uri() + quote(address, safe="#&=%", errors="replace"))
            strange = [deed for deed in deeds if not deed.startswith(path.as_uri())]
            assert not strange, strange
            return "shown"

        yield show
        browser.close()


def campaign(
    tries: Callable[..., str], inputs: SearchStrategy[object], number: int, start: int
) -> Counter[str]:
    """Try so many inputs, and count what came of them."""
    counted: Counter[str] = Counter()

    @seed(start)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        derandomize=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def each(drawn: object) -> None:
        counted[tries(drawn)] += 1

    each()
    return counted


def main() -> None:
    """Run the campaigns one after the other, and print their numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=1000, help="inputs of each kind")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    warnings.simplefilter("ignore", CoalitionsWarning)
    with tempfile.TemporaryDirectory() as name, opened_page(Path(name)) as show:
        folder = Path(name)
        kinds: dict[str, tuple[Callable[..., str], SearchStrategy[object], int]] = {
            "tables": (lambda drawn: read(folder / "x.csv", drawn), tables(), asked.number),
            "lists as text": (lambda drawn: read(folder / "x.txt", drawn), lists(), asked.number),
            "options": (run, arguments, asked.number),
        }
        if show:
            # A page takes as long to load as a hundred tables.
            kinds["addresses of the page"] = (show, addresses, max(3, asked.number // 25))
        for kind, (tries, inputs, number) in kinds.items():
            begin = time.perf_counter()
            found = campaign(tries, inputs, number, asked.seed)
            ends = ", ".join(f"{count:,} {end}" for end, count in sorted(found.items()))
            took = time.perf_counter() - begin
            sys.stdout.write(f"{kind}: {found.total():,} tried in {took:.0f} s: {ends}\n")
        if not show:
            sys.stdout.write("addresses of the page: not tried, there is no browser\n")


if __name__ == "__main__":
    main()
