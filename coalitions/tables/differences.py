"""What differs between two states of a corpus: statements, names, counts, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.bounds import Interval
from coalitions.corpus import COLUMNS, choose, refuse_no_corpus, sides_here
from coalitions.errors import ChoiceError, warn
from coalitions.tables.ledger import check_claims
from coalitions.tables.overlap import bounds_of_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from coalitions.corpus import Corpus

#: What a row of the table of differences is about, in the order in which they are told.
DIFFERENCES = (
    "statement added",
    "statement gone",
    "cell",
    "named",
    "no longer named",
    "size",
    "overlap",
    "sides",
    "claim",
)
_COLUMNS = ("difference", "statement_id", "other", "signatory", "field", "old", "new")
_Row = dict[str, str]
#: So many pairs that share another number are told one by one.
MOST_OVERLAPS = 100_000


def compare_corpora(old: Corpus, new: Corpus) -> pd.DataFrame:
    """Return what differs between two states of a corpus, such as last year's and today's.

    Statements are the same where they have the same id; a renamed one is gone, and added.

    Parameters
    ----------
    old, new : Corpus
        The earlier and the later one, both of states, or both of any signatories.

    Returns
    -------
    DataFrame
        One row a difference: ``difference`` (one of ``DIFFERENCES``), ``statement_id``, ``other``
        (of an overlap, the second statement), ``signatory``, ``field`` (of a cell its column; of a
        claim its id), ``old`` and ``new`` (text; of an overlap, what the lists allow, as 19–45).
        What does not apply is empty.

        ``statement added``, ``statement gone``
            Only one of the two has it; ``new`` or ``old`` is how many it names, of how many.
        ``cell``
            A cell of the table of statements: a date, a declared count, who led.
        ``named``, ``no longer named``
            A name that stands only on the later, or on the earlier, list of a statement.
        ``size``
            How many a list names, of how many, where that was another number.
        ``sides``
            The sides that a signatory is named on, where it is named on more than one of them, or
            was.
        ``overlap``
            How many signed both of two statements, where that was another number; of more than
            100,000 the first, with a warning.
        ``claim``
            What a stated number comes to, where that was another verdict.

    Raises
    ------
    CoalitionsError
        One is of states and the other is not.

    Examples
    --------
    >>> from coalitions import load
    >>> earlier = load({"june": ["Cuba", "Peru"], "july": ["Cuba"]})
    >>> later = load({"june": ["Cuba", "Peru"], "july": ["Cuba", "Peru"]})
    >>> columns = ["difference", "statement_id", "old", "new"]
    >>> compare_corpora(earlier, later)[columns].to_numpy().tolist()
    [['named', 'july', '', ''], ['size', 'july', '1', '2'], ['overlap', 'june', '1', '2']]
    """
    refuse_no_corpus(old, new)
    if old.members != new.members:
        raise ChoiceError(
            f'the one corpus is of members "{old.members}", the other of "{new.members}": '
            "load both with the same `members`"
        )
    rows = [
        *_one_sided(old, new),
        *_cells(old, new),
        *_names(old, new),
        *_sizes(old, new),
        *_overlaps(old, new),
        *_sides(old, new),
        *_claims(old, new),
    ]
    return pd.DataFrame([dict.fromkeys(_COLUMNS, "") | row for row in rows], columns=_COLUMNS)


def _in_both(old: Corpus, new: Corpus) -> list[str]:
    """Return the statements of both, in the order of the later corpus."""
    earlier = set(old.statements["statement_id"])
    return [key for key in new.statements["statement_id"] if key in earlier]


def _size(corpus: Corpus, key: str) -> str:
    if corpus.unknown[key]:
        return "not known"
    named, unnamed = int(corpus.named[key]), int(corpus.unnamed[key])
    return f"{named} of {named + unnamed}" if unnamed else str(named)


def _one_sided(old: Corpus, new: Corpus) -> Iterator[_Row]:
    """Yield statements that only one of the two corpora has."""
    common = set(_in_both(old, new))
    for word, corpus, column in (("statement added", new, "new"), ("statement gone", old, "old")):
        for key in corpus.statements["statement_id"]:
            if key not in common:
                yield {"difference": word, "statement_id": key, column: _size(corpus, key)}


def _cells(old: Corpus, new: Corpus) -> Iterator[_Row]:
    """Yield cells of the table of statements that say something else now."""
    before, now = _written(old), _written(new)
    fields = dict.fromkeys([*COLUMNS["statements"], *old.statements, *new.statements])
    for key in _in_both(old, new):
        for field in fields:
            was, is_now = before[key].get(field, ""), now[key].get(field, "")
            if was != is_now:
                about = {"difference": "cell", "statement_id": key, "field": field}
                yield about | {"old": was, "new": is_now}


def _written(corpus: Corpus) -> dict[str, dict[str, str]]:
    """Return the cells of the table of statements as text, by statement."""
    table = corpus.statements
    table = table.astype(object).where(table.notna(), "").astype(str)
    return {row["statement_id"]: dict(row) for _, row in table.iterrows()}


def _names(old: Corpus, new: Corpus) -> Iterator[_Row]:
    """Yield names that only one of the two lists of a statement has."""
    before, now = (
        corpus.signatures.groupby("statement_id")["signatory"].agg(set).to_dict()
        for corpus in (old, new)
    )
    for word, these, those in (("named", now, before), ("no longer named", before, now)):
        for key in _in_both(old, new):
            for who in sorted(these.get(key, set()) - those.get(key, set())):
                yield {"difference": word, "statement_id": key, "signatory": who}


def _sizes(old: Corpus, new: Corpus) -> Iterator[_Row]:
    """Yield statements whose lists name another number, or of another number."""
    for key in _in_both(old, new):
        was, is_now = _size(old, key), _size(new, key)
        if was != is_now:
            yield {"difference": "size", "statement_id": key, "old": was, "new": is_now}


def _sides(old: Corpus, new: Corpus) -> Iterator[_Row]:
    """Yield who is named on more than one side, or was, and on which."""
    before, now = _sides_of(old), _sides_of(new)
    for who in sorted({*before, *now}):
        was, is_now = before.get(who, ()), now.get(who, ())
        if was != is_now and max(len(was), len(is_now)) > 1:
            about = {"difference": "sides", "signatory": who}
            yield about | {"old": ", ".join(was), "new": ", ".join(is_now)}


def _sides_of(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """Return the sides that each signatory is named on, in the order of the sides."""
    found: dict[str, tuple[str, ...]] = {}
    stance = (corpus.statements["stance"]).to_numpy()
    for side in sides_here(corpus):
        for who in corpus.lists.columns[corpus.lists.in_any(stance == side)]:
            found[who] = (*found.get(who, ()), side)
    return found


def _overlaps(old: Corpus, new: Corpus) -> Iterator[_Row]:
    """Yield pairs of statements that share another number than before."""
    common = _in_both(old, new)
    if len(common) < 2:  # noqa: PLR2004 - a pair
        return
    before, now = choose(old, common), choose(new, common)
    place = before.lists.rows.get_indexer(now.lists.rows)
    # In the order of today, the same pairs come block by block: no table has all of them.
    earlier, ids, number = before.lists.of_rows(place), now.lists.rows, 0
    for (i, j, both), (_, _, were) in zip(
        now.lists.pair_blocks(), earlier.pair_blocks(), strict=True
    ):
        was, is_now = _ends(before, place[i], place[j], were), _ends(now, i, j, both)
        differ = np.flatnonzero((was != is_now).any(axis=0))
        for n in differ[: max(0, MOST_OVERLAPS - number)]:
            yield {
                "difference": "overlap",
                "statement_id": ids[i[n]],
                "other": ids[j[n]],
                "old": str(Interval(*was[:, n].tolist())),
                "new": str(Interval(*is_now[:, n].tolist())),
            }
        number += len(differ)
    if number > MOST_OVERLAPS:
        warn(
            f"{number:,} pairs of statements share another number than before: "
            f"the first {MOST_OVERLAPS:,} are told"
        )


def _ends(
    corpus: Corpus, i: NDArray[np.int64], j: NDArray[np.int64], both: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the least and the most that pairs share; complete lists leave nothing open."""
    ends, partial = np.stack([both, both]), corpus.partial.to_numpy(bool)
    if (wide := partial[i] | partial[j]).any():
        ends[:, wide] = bounds_of_pairs(corpus, i[wide], j[wide], both[wide])[:2]
    return ends


def _claims(old: Corpus, new: Corpus) -> Iterator[_Row]:
    """Yield claims that the lists of both corpora judge otherwise."""
    before, now = (check_claims(corpus).set_index("claim_id") for corpus in (old, new))
    for key in now.index:
        if key in before.index and before["verdict"][key] != now["verdict"][key]:
            yield {
                "difference": "claim",
                "statement_id": now["statements"][key],
                "field": key,
                "old": before["verdict"][key],
                "new": now["verdict"][key],
            }
