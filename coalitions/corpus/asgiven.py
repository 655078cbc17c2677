"""How the tables of others are to be read: what their columns are, and how they are laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coalitions.corpus.paths import MAX_SIZE, UnreadableError
from coalitions.errors import ChoiceError, shortened, told

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How a table may be laid out: a row a signature; a row and a column a statement or a signatory,
#: with marks; a row a vote.
LAYOUTS = ("long", "wide", "votes")
#: Short names of our columns.
SHORT = {"statement": "statement_id", "event": "event_id", "declared": "declared_count"}
#: Columns that a table of others may have, beside those of statements and signatures:
#: ``signatories`` holds several names a cell, ``vote`` what somebody voted.
OTHERS = ("signatories", "vote")


class GivenColumns:
    """What the columns of others' tables are called by us, and which of them were met.

    Examples
    --------
    >>> given = GivenColumns({"statement": "symbol"}, ("statement_id", "signatory"))
    >>> given.renamed(["symbol", "author"]), given.is_given("statement_id")
    (['statement_id', 'author'], True)
    """

    def __init__(self, given: Mapping[str, str], known: Sequence[str]) -> None:
        if not isinstance(given, Mapping):
            raise ChoiceError(
                f"columns: {told(given)}: expected our column and yours, as in "
                '{"statement": "un_document_symbol"}'
            )
        ours = {SHORT.get(our, our): str(their).strip() for our, their in given.items()}
        choices = [each for each in (*known, *OTHERS) if each not in SHORT.values()]
        if wrong := [our for our in given if SHORT.get(our, our) not in (*known, *OTHERS)]:
            raise ChoiceError(
                f'columns: "{shortened(str(wrong[0]))}": expected one of '
                f"{', '.join([*SHORT, *choices])}"
            )
        self._ours = {their: our for our, their in ours.items()}
        if len(self._ours) < len(ours):
            raise ChoiceError("columns: one column of the table is given for two of ours")
        self._met = set[str]()
        self._seen = dict[str, None]()

    def renamed(self, header: Sequence[str]) -> list[str]:
        """Return a header with our names for the columns that were given."""
        self._met.update(cell for cell in header if cell in self._ours)
        self._seen.update(dict.fromkeys(header))
        names = [self._ours.get(cell, cell) for cell in header]
        for their, our in self._ours.items():
            if their in header and names.count(our) > 1:
                raise UnreadableError(
                    f'has a column "{our}" beside "{their}", which is given as {our}: rename one',
                    1,
                    their,
                )
        return names

    def is_given(self, our: str) -> bool:
        """Say whether somebody said which column one of ours is."""
        return our in self._ours.values()

    @property
    def any_read(self) -> bool:
        """Whether any header was read."""
        return bool(self._seen)

    def refuse_unmet(self) -> None:
        """Refuse columns that no file has, once a header was read.

        Raises
        ------
        ChoiceError
            It names the columns that there are.
        """
        for their in (each for each in self._ours if each not in self._met and self.any_read):
            # A header is read with each separator: what one did not part is no column.
            cells = [cell for cell in self._seen if not set(cell) & set(',;\t"')] or self._seen
            there = [shortened(cell) for cell in cells if cell]
            title = "; leave out what stands above the names of the columns"
            raise ChoiceError(
                f'columns: no table has a column "{shortened(their)}"; there are: '
                f"{', '.join(there[:40])}{title if len(there) == 1 else ''}"
            )


@dataclass(frozen=True)
class How:
    """How what is given is read.

    Attributes
    ----------
    members : {"states", "any"}
        Whether signatories are states.
    max_size : int
        The largest file that is read (bytes).
    layout : {"long", "wide", "votes"}
        How tables of others are laid out.
    columns : GivenColumns
        What the columns of others' tables are.
    several : bool
        Whether more than one thing is given: a table may describe the statements of another.
    """

    members: str = "states"
    max_size: int = MAX_SIZE
    layout: str = "long"
    columns: GivenColumns = field(default_factory=lambda: GivenColumns({}, ()))
    several: bool = False
