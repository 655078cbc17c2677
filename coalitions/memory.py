"""How much memory there is, and a refusal in time of what would not fit into it."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from coalitions.errors import CoalitionsError

#: What makes nearly everything smaller.
FEWER = "choose fewer statements with `select`"

_PROC, _CGROUP = Path("/proc"), Path("/sys/fs/cgroup")


class TooLargeError(CoalitionsError):
    """What was asked for would take more memory than there is."""


def afford(what: str, needed: int, smaller: str = FEWER) -> None:
    """Refuse what would take more memory than there is, before any of it is taken.

    Where the system does not say how much is free, nothing is refused.

    Parameters
    ----------
    what : str
        What would be held, as the subject of a sentence.
    needed : int
        How much it takes, about (bytes).
    smaller : str
        What to do: what makes it smaller.

    Raises
    ------
    TooLargeError
        There is not so much.

    Examples
    --------
    >>> afford("the co-signing graph of 6 signatories", 2**10)
    >>> afford("the co-signing graph of 6 million signatories", 2**60)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    coalitions.memory.TooLargeError: the co-signing graph of 6 million signatories would take ...
    """
    there = free()
    if there is not None and needed > there:
        raise TooLargeError(
            f"{what} would take about {size(needed)} of memory, and {size(there)} are free: "
            f"{smaller}"
        )


def size(count: int) -> str:
    """Return a number of bytes in words, as memory is sold.

    Examples
    --------
    >>> size(14 * 10**9), size(2_400_000), size(3_200 * 10**9)
    ('14 GB', '2.4 MB', '3,200 GB')
    """
    for unit, name in ((10**9, "GB"), (10**6, "MB")):
        if count >= unit:
            return f"{count / unit:,.{1 if count < 10 * unit else 0}f} {name}"
    return f"{max(1, count // 1000)} kB"


def free() -> int | None:
    """Return how much memory this process can still take (bytes), or None where nobody knows.

    The smallest of what the machine has free, what the container allows, and what ``ulimit -v``
    leaves.
    """
    known = [each for each in (_machine(), _container(), _limit()) if each is not None]
    return max(0, min(known)) if known else None


def _machine() -> int | None:
    with suppress(OSError, ValueError):
        found = re.search(r"MemAvailable:\s+(\d+) kB", (_PROC / "meminfo").read_text())
        if found:
            return int(found[1]) * 1024
    with suppress(AttributeError, OSError, ValueError):  # no such call, or none of these names
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return None


def _container() -> int | None:
    """Return what the control group leaves (version 2; ``max`` where it has no limit)."""
    with suppress(OSError, ValueError):
        most = int((_CGROUP / "memory.max").read_text())
        taken = int((_CGROUP / "memory.current").read_text())
        # Files that were read lately are let go where memory is wanted.
        cached = re.search(r"(?m)^inactive_file (\d+)", (_CGROUP / "memory.stat").read_text())
        return most - taken + (int(cached[1]) if cached else 0)
    return None


def _limit() -> int | None:
    """Return what the limit of the process leaves."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        most = resource.getrlimit(resource.RLIMIT_AS)[0]
        pages = int((_PROC / "self" / "statm").read_text().split()[0])
        if most != resource.RLIM_INFINITY:
            return most - pages * resource.getpagesize()
    return None


def too_much(error: MemoryError) -> str:
    """Return the sentence for memory that ran out all the same.

    Examples
    --------
    >>> too_much(MemoryError())[:34]
    'there is not enough memory for it:'
    """
    asked = re.search(r"allocate ([\d.]+ [KMGTPE]iB)", str(error))
    more = f" ({asked[1]} more were asked for)" if asked else ""
    return f"there is not enough memory for it{more}: {FEWER}"
