"""What each statement is called, in the shortest words that set it apart; and who signed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pandas as pd

from coalitions.corpus.counting import members
from coalitions.dates import SHORT_MONTHS, month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalitions.corpus.corpus import Corpus

    Row = dict[Any, Any]

#: How long a word is that may be an id and a name, as the stem of a file: "climate" (letters).
WORD = range(4, 21)
#: Longest title that may stand for a statement (letters).
SHORT_TITLE = 32


def statement_labels(corpus: Corpus) -> pd.Series[str]:
    """Return a short label for each statement, no longer than it takes to tell them apart.

    What the column ``label`` says. Else the lead's name; where that is the same throughout, the
    topic, a short title, or the id; of a lone statement without a lead a short title, or the topic;
    where nothing is known but ids that are words ("climate", "Fan voices"), these.
    Then, in brackets, the month, the topic, the stance, the day or at last the id, where two would
    be alike.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    Series of str
        By ``statement_id``, unique.

    Examples
    --------
    >>> from coalitions import load
    >>> statement_labels(load("unga75")).tolist()
    ['Kuwait', 'Pakistan', 'Cuba', 'Germany']
    """
    if corpus not in _LABELS:
        _LABELS[corpus] = _labels(corpus)
    return _LABELS[corpus].copy()


def called_as_in(corpus: Corpus, part: Corpus) -> Corpus:
    """Return a part of a corpus whose statements are called as they are in the whole.

    Examples
    --------
    >>> from coalitions import load
    >>> from coalitions.corpus.parts import choose
    >>> corpus, ids = load("un-china"), ["2020-10-unga3-xinjiang-cuba"]
    >>> statement_labels(choose(corpus, ids)).item()
    'Cuba'
    >>> statement_labels(called_as_in(corpus, choose(corpus, ids))).item()
    'Cuba (Oct 2020)'
    """
    _LABELS[part] = statement_labels(corpus)[part.statements["statement_id"].tolist()]
    return part


def short_names(corpus: Corpus) -> dict[str, str]:
    """Return what each signatory is called in a figure, a table or a sentence.

    Parameters
    ----------
    corpus : Corpus

    Returns
    -------
    dict of str to str
        By ``signatory``.

    Examples
    --------
    >>> from coalitions import load
    >>> short_names(load({"may": ["Russian Federation"]}))["RUS"]
    'Russia'
    """
    return dict(zip(corpus.signatories["signatory"], corpus.signatories["short"], strict=True))


#: A report asks for the labels of a corpus dozens of times; they go when the corpus does.
_LABELS: WeakKeyDictionary[Corpus, pd.Series[str]] = WeakKeyDictionary()


def _labels(corpus: Corpus) -> pd.Series[str]:
    table = corpus.statements.to_dict("records")
    ids = [row["statement_id"] for row in table]
    own = [row["label"] for row in table]
    names = _names(corpus, table)
    further = (
        [month(row["date"], SHORT_MONTHS) for row in table],
        [_topic(row) for row in table],
        [row["stance"] for row in table],
        [row["date"] for row in table],
        ids,
    )
    taken = {label for label in own if label}
    brackets = [""] * len(table)
    for number, more in enumerate(further):
        whole = list(zip(names, brackets, strict=True))
        # Labels of the user's own are never added to: others stand back.
        seen = Counter(each for each, label in zip(whole, own, strict=True) if not label)
        everywhere = number == 0 and len({row["date"] for row in table}) > 1
        brackets = [
            _joined(bracket, text)
            if text not in (name, *bracket.split(", "))
            and (everywhere or seen[name, bracket] > 1 or _as_label(name, bracket) in taken)
            else bracket
            for (name, bracket), text in zip(whole, more, strict=True)
        ]
    found = [
        label or _as_label(name, bracket)
        for label, name, bracket in zip(own, names, brackets, strict=True)
    ]
    return pd.Series(found, index=pd.Index(ids, name="statement_id"), dtype=str)


def _as_label(name: str, bracket: str) -> str:
    return f"{name} ({bracket})" if bracket else name


def _joined(bracket: str, text: str) -> str:
    return ", ".join(filter(None, (bracket, text)))


def _topic(row: Row) -> str:
    return str(row["topic"]).partition(";")[0].strip()


def _names(corpus: Corpus, table: Sequence[Row]) -> list[str]:
    """Return what each statement is called before what tells those of one name apart."""
    leads = {row["lead"] for row in table}
    if len(table) == 1 and leads == {""}:
        # "5 states are named under 9 states" says nothing: a list alone is called by its matter.
        matter = _short_title(table[0]) or _topic(table[0])
        if matter:
            return [matter]
    if len(table) > 1 and len(leads) == 1:
        # Who led is the same throughout: what it is about says more.
        for called in (_topic, _short_title):
            found = [called(row) for row in table]
            # What is said of all alike tells none apart; where it is long, a date has no room.
            if all(found) and (len({*found}) > 1 or len(found[0]) in WORD or leads != {""}):
                return found
        if leads != {""}:
            return [row["statement_id"] for row in table]
    ids = [str(row["statement_id"]) for row in table]
    if leads == {""} and all(map(_is_name, ids)):
        return ids
    short = short_names(corpus)
    sizes = corpus.declared.fillna(corpus.named)
    many = [
        "list not known" if unknown else f"{n:,} {members(corpus, n)}"
        for n, unknown in zip(sizes, corpus.unknown, strict=True)
    ]
    return [
        short.get(row["lead"], "") or (size if row["date"] else row["statement_id"])
        for size, row in zip(many, table, strict=True)
    ]


def _is_name(key: str) -> bool:
    """Say whether an id is what somebody calls a statement: a word, or some with blanks between."""
    if " " in key:
        return len(key) <= SHORT_TITLE and any(map(str.isalpha, key))
    return key.isalpha() and len(key) in WORD


def _short_title(row: Row) -> str:
    title = str(row["title"]).strip()
    return title if len(title) <= SHORT_TITLE else ""
