"""What is said once a file, not once a name: marks, HTML entities, doubts, a wrong encoding."""

from __future__ import annotations

from dataclasses import replace

from coalitions.errors import Problem, place, warn
from coalitions.names import notices
from coalitions.names.decoding import entities, garbled
from coalitions.names.readings import mark
from coalitions.names.several import holds


class SecondLooks:
    """What is said of the names of a column, collected by file.

    Examples
    --------
    >>> looks = SecondLooks()
    >>> looks.garbled("x.csv", 2, "signatory", "TÃ¼rkiye"), looks.garbled("x.csv", 3, "", "Cuba")
    (True, False)
    >>> print(*looks.problems())
    x.csv, row 2, column signatory: "TÃ¼rkiye": read with the wrong encoding (UTF-8 as Latin-1), \
for "Türkiye": read the source again, as UTF-8
    """

    def __init__(self) -> None:
        self._marked: dict[str, list[str]] = {}
        self._entities: dict[str, list[str]] = {}
        self._several: dict[str, list[str]] = {}
        self._garbled: dict[str, list[Problem]] = {}

    def add(self, file: str, row: int, cell: str, written: str) -> bool:
        """Keep what a name carries beside itself; say whether there is any such thing."""
        marked = next((name for name in (cell, written) if mark(name)), "")
        if marked:
            self._marked.setdefault(file, []).append(f"{marked} ({_row(file, row)})")
        return self.add_entities(file, cell) or bool(marked)

    def add_entities(self, file: str, cell: str) -> bool:
        """Keep the HTML entities in a cell; say whether there are any."""
        found = entities(cell)
        self._entities.setdefault(file, []).extend(found)
        return bool(found)

    def add_several(self, file: str, row: int, cell: str) -> bool:
        """Keep a cell that is read as one signatory and may hold several; say whether it may."""
        several = holds(cell) == "perhaps"
        if several:
            where = f" ({_row(file, row)})" if row else ""
            self._several.setdefault(file, []).append(f'"{cell}"{where}')
        return several

    def garbled(self, file: str, row: int, column: str, cell: str) -> bool:
        """Keep a cell that was decoded wrongly; say whether it was."""
        wrong = garbled(cell)
        if wrong:
            meant = f', for "{wrong.text}"' if wrong.text != cell else ""
            problem = Problem(file, row, column, cell, f"{wrong.why}{meant}")
            self._garbled.setdefault(file, []).append(problem)
        return wrong is not None

    def problems(self) -> list[Problem]:
        """Return one problem a file: its first cell, and how many there are."""
        found = []
        for first, *more in self._garbled.values():
            count = f" ({len(more) + 1:,} cells)" if more else ""
            text = f"{first.expected}{count}: read the source again, as UTF-8"
            found.append(replace(first, expected=text))
        return found

    def say(self) -> None:
        """Warn, once a file."""
        for file, undone in self._entities.items():
            if undone:
                warn(notices.of_entities(list(dict.fromkeys(undone)), file))
        for file, marked in self._marked.items():
            warn(notices.of_marks(marked, file))
        for file, doubtful in self._several.items():
            warn(notices.of_several(doubtful, file))


def _row(file: str, row: int) -> str:
    return place(file, row).rpartition(", ")[2]
