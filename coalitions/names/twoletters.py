"""Two-letter codes → codes of three letters, for columns that hold nothing else."""

from __future__ import annotations

import csv
import functools
from importlib import resources


@functools.cache
def _codes() -> dict[str, str]:
    file = resources.files("coalitions.names") / "reference" / "twoletters.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["code"]: row["signatory"] for row in rows}


def code_of_two_letters(code: str) -> str:
    """Return the code of three letters for an ISO 3166-1 alpha-2 code in capitals; "" for none.

    ``UK`` and ``EL``, which the European Union writes for the United Kingdom and Greece, count as
    well.

    Examples
    --------
    >>> code_of_two_letters("NA"), code_of_two_letters("UK"), code_of_two_letters("na")
    ('NAM', 'GBR', '')
    """
    return _codes().get(code, "")
