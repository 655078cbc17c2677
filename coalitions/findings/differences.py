"""What differs between two states of a corpus, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalitions.corpus import members, short_names, spoken_names, statement_labels
from coalitions.findings.paragraph import told
from coalitions.findings.sentences import finding, listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd

    from coalitions.corpus import Corpus

#: As many names are told; of more, the first and how many others.
_MOST = 20
#: So many sentences stand below one heading, and how many more there are.
_LINES_MOST = 500


def difference_note(old: Corpus, new: Corpus, table: pd.DataFrame) -> str:
    """Return what differs between two corpora, as Markdown; ``table`` has their differences.

    Examples
    --------
    >>> from coalitions import compare_corpora, load
    >>> old, new = load({"june": ["Cuba"]}), load({"june": ["Cuba", "Peru"]})
    >>> print(difference_note(old, new, compare_corpora(old, new)).partition("## Names")[2])
    <BLANKLINE>
    <BLANKLINE>
    - june: 1 more state is named: Peru.
    - june: 1 named, now 2.
    <BLANKLINE>
    """
    if table.empty:
        lists, many = len(new), len(new.signatures)
        names = f"{many:,} name{'s' * (many != 1)} in all"
        return f"Nothing differs: {lists:,} statement{'s' * (lists != 1)}, {names}.\n"
    labels = {
        **dict(zip(old.statements["statement_id"], statement_labels(old), strict=True)),
        **dict(zip(new.statements["statement_id"], statement_labels(new), strict=True)),
    }
    rows = {str(word): part for word, part in table.groupby("difference", sort=False)}
    parts = [f"## Findings\n\n{''.join(found)}"] if (found := list(_found(old, new))) else []
    for heading, words in _PARTS.items():
        lines = [
            line
            for word, tell in words.items()
            if word in rows
            for line in tell(rows[word], labels, new if word != "no longer named" else old)
        ]
        if (more := len(lines) - _LINES_MOST) > 0:
            lines[_LINES_MOST:] = [f"And {more:,} more: the rows have all of them."]
        if lines:
            listed = "".join(f"- {line}\n" for line in lines)
            parts.append(f"## {heading}\n\n{listed}")
    return "\n".join(parts)


def _found(old: Corpus, new: Corpus) -> Iterator[str]:
    """Yield what a report says first of either corpus, where it says something else now."""
    before, now = ({"": f"{finding(corpus)}.", **told(corpus)} for corpus in (old, new))
    for about, was in before.items():
        if was != now[about]:
            ends = (f"Was: {was}" if was else "", f"Now: {now[about]}" if now[about] else "")
            yield f"- {' '.join(end for end in ends if end)}\n"


def _sizes(rows: pd.DataFrame, labels: Mapping[str, str], _: Corpus) -> Iterator[str]:
    for row in rows.to_dict("records"):
        yield f"{labels[row['statement_id']]}: {row['old']} named, now {row['new']}."


def _sides(rows: pd.DataFrame, _: Mapping[str, str], corpus: Corpus) -> Iterator[str]:
    names = short_names(corpus)
    for row in rows.to_dict("records"):
        was, now = (row[end].replace(", ", " and ") or "no side" for end in ("old", "new"))
        yield f"{names.get(row['signatory'], row['signatory'])}: {was} before, now {now}."


def _one_sided(rows: pd.DataFrame, labels: Mapping[str, str], _: Corpus) -> Iterator[str]:
    for row in rows.to_dict("records"):
        word = row["difference"].removeprefix("statement ")
        size = row["new"] or row["old"]
        yield f"{labels[row['statement_id']]} is {word}, names: {size} ({row['statement_id']})."


def _cells(rows: pd.DataFrame, labels: Mapping[str, str], _: Corpus) -> Iterator[str]:
    for row in rows.to_dict("records"):
        field = row["field"].replace("_", " ")
        now, was = row["new"] or "nothing", row["old"] or "nothing"
        yield f"{labels[row['statement_id']]}: {field} is {now}, was {was}."


def _names(rows: pd.DataFrame, labels: Mapping[str, str], corpus: Corpus) -> Iterator[str]:
    for key, part in rows.groupby("statement_id", sort=False):
        who, many = part["signatory"], len(part)
        more = "more " if part["difference"].iloc[0] == "named" else ""
        verb = ("is" if many == 1 else "are") + ("" if more else " no longer")
        names = listing(spoken_names(corpus, who), _MOST)
        yield f"{labels[str(key)]}: {many:,} {more}{members(corpus, many)} {verb} named: {names}."


def _overlaps(rows: pd.DataFrame, labels: Mapping[str, str], _: Corpus) -> Iterator[str]:
    for row in rows.to_dict("records"):
        both = listing([labels[row["statement_id"]], labels[row["other"]]])
        yield f"{both}: {row['old']} on both lists, now {row['new']}."


def _claims(rows: pd.DataFrame, _: Mapping[str, str], __: Corpus) -> Iterator[str]:
    for row in rows.to_dict("records"):
        yield f"The claim {row['field']} was {row['old']}, and is {row['new']}."


_PARTS: dict[str, dict[str, Callable[..., Iterator[str]]]] = {
    "Statements": {"statement added": _one_sided, "statement gone": _one_sided},
    "Cells": {"cell": _cells},
    "Names": {"named": _names, "no longer named": _names, "size": _sizes},
    "Overlaps": {"overlap": _overlaps},
    "Sides": {"sides": _sides},
    "Claims": {"claim": _claims},
}
