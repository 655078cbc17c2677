"""How much memory there is, and a refusal in time of what would not fit into it."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from coalitions.errors.problems import CoalitionsError

#: What makes nearly everything smaller.
FEWER = "choose fewer statements with `select`"

#: What a whole number of the tables holds, and so the largest universe.
LARGEST = 2**63 - 1

#: What makes the largest things smaller, where they have such an option.
THRESHOLD = '; or leave out weak ties with `min_shared`, and names with `members="none"`'

_PROC, _CGROUP = Path("/proc"), Path("/sys/fs/cgroup")


class TooLargeError(CoalitionsError):
    """What was asked for would take more memory than there is."""

    __module__ = "coalitions.errors"


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
    coalitions.errors.TooLargeError: the co-signing graph of 6 million signatories would take ...
    """
    there = free()
    if there is not None and needed > there:
        raise TooLargeError(
            f"{what} would take about {bytes_in_words(needed)} of memory, and "
            f"{bytes_in_words(there)} are free: {smaller}"
        )


def bytes_in_words(count: int) -> str:
    """Return a number of bytes in words, as memory is sold.

    Examples
    --------
    >>> bytes_in_words(14 * 10**9), bytes_in_words(2_400_000), bytes_in_words(3_200 * 10**9)
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


def most() -> str:
    """Say how much memory this process may have at most, and who says so; "" where nobody knows.

    The smallest of what the machine has, what the container allows, and what ``ulimit -v`` does.
    """
    known = [
        (count, said)
        for count, said in (
            (_machine_whole(), "this machine has {}"),
            (_container_most(), "the container may take {}"),
            (_limit_most(), "ulimit -v allows {}"),
        )
        if count is not None
    ]
    if not known:
        return ""
    count, said = min(known)
    return said.format(bytes_in_words(count))


def _machine() -> int | None:
    with suppress(OSError, ValueError):
        found = re.search(r"MemAvailable:\s+(\d+) kB", (_PROC / "meminfo").read_text())
        if found:
            return int(found[1]) * 1024
    return _pages("SC_AVPHYS_PAGES")


def _machine_whole() -> int | None:
    return _pages("SC_PHYS_PAGES")


def _pages(name: str) -> int | None:
    with suppress(AttributeError, OSError, ValueError):  # no such call, or none of these names
        return os.sysconf(name) * os.sysconf("SC_PAGE_SIZE")
    return None


def _container() -> int | None:
    """Return what the control group leaves (version 2)."""
    most_allowed = _container_most()
    if most_allowed is None:
        return None
    with suppress(OSError, ValueError):
        taken = int((_CGROUP / "memory.current").read_text())
        # Files that were read lately are let go where memory is wanted.
        cached = re.search(r"(?m)^inactive_file (\d+)", (_CGROUP / "memory.stat").read_text())
        return most_allowed - taken + (int(cached[1]) if cached else 0)
    return None


def _container_most() -> int | None:
    with suppress(OSError, ValueError):  # no such file, or "max" where there is no limit
        return int((_CGROUP / "memory.max").read_text())
    return None


def _limit() -> int | None:
    """Return what the limit of the process leaves."""
    most_allowed = _limit_most()
    if most_allowed is None:
        return None
    with suppress(OSError, ValueError):
        pages = int((_PROC / "self" / "statm").read_text().split()[0])
        return most_allowed - pages * os.sysconf("SC_PAGE_SIZE")
    return None


def _limit_most() -> int | None:
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        most_allowed = resource.getrlimit(resource.RLIMIT_AS)[0]
        return None if most_allowed == resource.RLIM_INFINITY else most_allowed
    return None


def too_much(error: MemoryError) -> str:
    """Return the sentence for memory that ran out all the same: how much there is, what to do.

    Examples
    --------
    >>> too_much(MemoryError())[:33]
    'there is not enough memory for it'
    """
    asked = re.search(r"allocate ([\d.]+ [KMGTPE]iB)", str(error))
    facts = [f"{asked[1]} more were asked for"] if asked else []
    facts += [each for each in (most(),) if each]
    there = free()
    if there is not None:
        facts.append(f"{bytes_in_words(there)} are free now")
    told = f" ({', '.join(facts)})" if facts else ""
    return f"there is not enough memory for it{told}: {FEWER}{THRESHOLD}"
