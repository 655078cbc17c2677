"""What changed from one statement to another: who is new, again, not again, on opposite sides.

A name under a statement is certain. A name that is missing says something only where the list is
complete: every answer here holds in each completion of the partial lists, or is *unknown*. Two
lists differ; that somebody *left* follows only where one is a later version of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from coalitions.bounds import Interval
from coalitions.corpus import (
    are_opposed,
    could_sign,
    most_on_either,
    no_such_statements,
    refuse_no_corpus,
    shared_by,
)
from coalitions.errors import ChoiceError, told
from coalitions.tables.presence import OPEN, SIGNED, presence

if TYPE_CHECKING:
    from coalitions.corpus import Corpus

#: What the second of two lists says of a name, held against the first, in the order it is told.
CHANGES = ("new", "again", "not_again", "crossed", "neither", "unknown")
#: The same where one list is a later version of the other: the same letter, signed or left.
VERSION_CHANGES = ("joined", "left", "stayed", "neither", "unknown")


def compare_statements(corpus: Corpus, a: str, b: str) -> pd.DataFrame:
    r"""Return what changed from one statement to another, signatory by signatory.

    Let :math:`A` and :math:`B` be the lists, as far as every completion of them agrees.

    =============  =================================  ============================================
    change         signed                             where the two statements
    =============  =================================  ============================================
    ``new``        :math:`B \setminus A`              are no versions of one letter
    ``again``      :math:`A \cap B`                   are not of opposite stances, nor versions
    ``not_again``  :math:`A \setminus B`              are no versions of one letter
    ``crossed``    :math:`A \cap B`                   are of opposite stances
    ``joined``     the later version only             are versions of one letter
    ``left``       the earlier version only           are versions of one letter
    ``stayed``     both                               are versions of one letter
    ``neither``    neither                            in any case
    ``unknown``    completions of the lists disagree  in any case
    =============  =================================  ============================================

    Parameters
    ----------
    corpus : Corpus
    a, b : str
        Ids of the first and of the second statement; which is which is the caller's choice,
        whatever their dates.

    Returns
    -------
    DataFrame
        One row each that could have signed one of the two, by identifier: ``signatory``, ``name``
        (the short one), ``change`` (one of the above), ``named_a``, ``named_b`` (whether the known
        part of the list names it).

    Raises
    ------
    CoalitionsError
        An id that is not in the corpus; the message has those most like it.

    Notes
    -----
    Two lists differ, and no more: who is not again under a second statement may never have been
    asked to sign it. That somebody joined or left is known only of one letter of which
    ``superseded_by`` names a later version; there the versions' order counts, whichever is given
    first. Between opposite stances, too, *new* and *not again* only say on which list a name is.
    A list without a declared count is taken as printed. One of which neither a name nor a count is
    known may hold anybody: all are unknown. What is *not* checked: that the statements belong to
    the same forum, topic or ``series``.

    Examples
    --------
    >>> from coalitions import load
    >>> germany = "2020-10-unga3-xinjiang-hongkong-germany"
    >>> canada = "2022-10-unga3-xinjiang-canada"
    >>> table = compare_statements(load("un-china"), germany, canada)
    >>> table.loc[table["change"] == "not_again", "signatory"].tolist()
    ['BIH', 'HND', 'HTI']
    """
    refuse_no_corpus(corpus)
    _known_ids(corpus, (a, b))
    ids = corpus.statements["statement_id"].tolist()
    array = presence(corpus)
    first, second = array[ids.index(a)], array[ids.index(b)]
    only_a, only_b, both = _words(corpus, a, b)
    change = np.select(
        [
            (first == OPEN) | (second == OPEN),
            (first == SIGNED) & (second == SIGNED),
            first == SIGNED,
            second == SIGNED,
        ],
        ["unknown", both, only_a, only_b],
        default="neither",
    )
    members = corpus.signatories["signatory"]
    listed = {key: _named(corpus, key) for key in (a, b)}
    table = pd.DataFrame(
        {
            "signatory": members,
            "name": corpus.signatories["short"],
            "change": change.tolist(),
            "named_a": members.isin(listed[a]),
            "named_b": members.isin(listed[b]),
        }
    )
    could = could_sign(corpus).loc[[a, b]].any().tolist()
    return table.loc[could].reset_index(drop=True)


def change_bounds(corpus: Corpus, a: str, b: str) -> dict[str, Interval]:
    """Return how many are on the first list only, on the second only, on both: least and most.

    `compare_statements` says of whom each is certain; the unnamed of a partial list are more.

    Parameters
    ----------
    corpus : Corpus
    a, b : str
        Ids of the first and of the second statement.

    Returns
    -------
    dict of Interval
        By what is said of them, such as ``new``, ``again``, ``not_again``; each end is attained by
        some completion of the lists.

    Examples
    --------
    >>> from coalitions import load
    >>> cuba, pakistan = "2020-10-unga3-xinjiang-cuba", "2020-10-unga3-hongkong-pakistan"
    >>> {word: str(found) for word, found in change_bounds(load("unga75"), cuba, pakistan).items()}
    {'new': '10–36', 'again': '19–45', 'not_again': '0–26'}
    """
    low, high = shared_by(corpus, a, b)
    widest = most_on_either(corpus, a, b)
    alone = []
    for key, against in ((a, b), (b, a)):
        size, beside = (int(corpus.named[k] + corpus.unnamed[k]) for k in (key, against))
        if corpus.unknown[key]:  # it may hold everybody whom the other does not, or none of them
            alone.append(Interval(0, widest - beside))
        else:
            alone.append(Interval(size - high, size - low))
    only_a, only_b, both = _words(corpus, a, b)
    found = {only_a: alone[0], only_b: alone[1], both: Interval(low, high)}
    return {word: found[word] for word in changes_between(corpus, a, b) if word in found}


def later_version(corpus: Corpus, a: str, b: str) -> bool:
    """Say whether the second statement is a later version of the first, at once or by others.

    Parameters
    ----------
    corpus : Corpus
    a, b : str
        Ids of the statements.

    Returns
    -------
    bool

    Examples
    --------
    >>> from coalitions import load
    >>> corpus = load("un-china", versions="all")
    >>> earlier, later = "2019-07-hrc41-xinjiang-support37", "2019-07-hrc41-xinjiang-support50"
    >>> later_version(corpus, earlier, later), later_version(corpus, later, earlier)
    (True, False)
    """
    table = corpus.statements
    following = dict(zip(table["statement_id"], table["superseded_by"], strict=True))
    seen: set[str] = set()
    while a and a not in seen:  # a table may send one round in a ring
        seen.add(a)
        a = following.get(a, "")
        if a == b:
            return True
    return False


def continues(corpus: Corpus, a: str, b: str) -> bool:
    """Say whether the second statement continues the first: as a later version, or in a series.

    A series has the same ``series`` in the table of statements (which may be empty), later dates,
    and other events: two statements of one event stand beside each other.

    Parameters
    ----------
    corpus : Corpus
    a, b : str
        Ids of the statements.

    Returns
    -------
    bool

    Examples
    --------
    >>> from coalitions import load
    >>> continues(
    ...     load("un-china"), "2023-10-unga3-xinjiang-uk", "2024-10-unga3-xinjiang-tibet-australia"
    ... )
    True
    """
    if later_version(corpus, a, b):
        return True
    columns = (corpus.statements[name] for name in ("series", "date", "event_id"))
    told = dict(zip(corpus.statements["statement_id"], zip(*columns, strict=True), strict=True))
    (series, before, event), (other_series, after, other_event) = told[a], told[b]
    if event and event == other_event:
        return False
    return bool(series == other_series and "" < before < after)


def changes_between(corpus: Corpus, a: str, b: str) -> tuple[str, ...]:
    """Return the words that may be said of two statements, in the order in which they are told.

    Parameters
    ----------
    corpus : Corpus
    a, b : str
        Ids of the statements.

    Returns
    -------
    tuple of str
        ``VERSION_CHANGES`` between versions of one letter, ``CHANGES`` in any other case.

    Examples
    --------
    >>> from coalitions import load
    >>> ids = load("unga75").statements["statement_id"]
    >>> changes_between(load("unga75"), ids[1], ids[2])
    ('new', 'again', 'not_again', 'crossed', 'neither', 'unknown')
    """
    known = {"joined", "left"} & set(_words(corpus, a, b))
    return VERSION_CHANGES if known else CHANGES


def _words(corpus: Corpus, a: str, b: str) -> tuple[str, str, str]:
    """Return what is said of who is on the first list only, on the second only, on both."""
    table = corpus.statements
    stance = dict(zip(table["statement_id"], table["stance"], strict=True))
    if are_opposed(corpus, stance[a], stance[b]):
        return ("not_again", "new", "crossed")
    if later_version(corpus, a, b):
        return ("left", "joined", "stayed")
    if later_version(corpus, b, a):
        return ("joined", "left", "stayed")
    return ("not_again", "new", "again")


def _named(corpus: Corpus, statement: str) -> list[str]:
    rows = corpus.signatures
    return rows.loc[rows["statement_id"] == statement, "signatory"].tolist()


def _known_ids(corpus: Corpus, wanted: tuple[str, ...]) -> None:
    """Refuse ids that are not there, with those most like them."""
    known = list(corpus.statements["statement_id"])
    wanted = tuple(key if isinstance(key, str) else told(key) for key in wanted)
    unknown = [key for key in wanted if key not in known]
    if unknown:
        raise ChoiceError(no_such_statements(unknown, known, corpus.earlier))
