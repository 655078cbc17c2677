"""A PDF → its text, read by another process with limits of memory and time."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

#: How long a file may take (seconds), and how much memory (bytes).
SECONDS, MEMORY = 8, 1_000_000_000
_PAGE = "\f"
# So many pages alike at the top or the foot are heads and feet.
_ALIKE = 3
_EDGE = 2
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)


def text_of_pdf(raw: bytes) -> str:
    """Return the text of a PDF, without the heads, feet and numbers of its pages.

    Parameters
    ----------
    raw : bytes
        The file.

    Returns
    -------
    str
        Its lines, as the file has them.

    Raises
    ------
    ValueError
        The reader is not installed, or the file cannot be read within the limits.
    """
    if find_spec("pypdf") is None:
        raise ValueError(
            "PDF takes a reader that is not installed: pip install 'joint-statements[files]', or "
            "save the text of the file"
        )
    child = Path(__file__).with_name("pdfchild.py")
    try:
        # -P: the folder of the child is not searched for modules.
        done = subprocess.run(  # noqa: S603 - our own file, and no shell
            [sys.executable, "-P", str(child), str(SECONDS), str(MEMORY)],
            input=raw,
            capture_output=True,
            timeout=SECONDS + 1,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ValueError(f"a PDF that takes longer than {SECONDS} seconds to read") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = told[-1].removeprefix("why: ") if told and told[-1].startswith("why: ") else ""
        raise ValueError(why or "a PDF that cannot be read within the limits of memory and time")
    return without_edges(done.stdout.decode("utf-8", "replace"))


def without_edges(text: str) -> str:
    r"""Return the pages of a text, one under the other, without their heads, feet and numbers.

    Examples
    --------
    >>> pages = "\f".join(f"Letter\nCuba {word}\n{n}" for n, word in enumerate("abc", 1))
    >>> without_edges(pages)
    'Cuba a\nCuba b\nCuba c'
    """
    pages = [[line for line in page.split("\n") if line.strip()] for page in text.split(_PAGE)]
    edges = Counter(
        key for page in pages for key in {_plain(line) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    alike = {key for key, many in edges.items() if many >= _ALIKE and many * 2 > len(pages)}
    kept = []
    for page in pages:
        last = len(page) - _EDGE
        for number, line in enumerate(page):
            edge = number < _EDGE or number >= last
            if edge and (_plain(line) in alike or _NUMBER.fullmatch(line)):
                continue
            kept.append(line)
    return "\n".join(kept)


def _plain(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))
