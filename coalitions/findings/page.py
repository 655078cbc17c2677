"""The heading of a page to explore, where nobody gave one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalitions.dates import day, first_and_last, from_to
from coalitions.findings.phrases import parts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TOPICS = 4  # as many as fit in a line
_NAMED_APART = 2  # as many who are no states are named in a sentence; more are counted


def page_title(nodes: Sequence[Mapping[str, Any]], about: Mapping[str, Any]) -> str:
    """Return the finding that any graph has: how many signed how many statements.

    Parameters
    ----------
    nodes : sequence of mapping
        What is known of each node: its ``kind``; of who is no state, ``apart``, its name.
    about : mapping
        What is known of the graph: ``universe``, ``noun`` (one and many), ``apart`` (a number),
        ``assumed`` (true where nobody said who could have signed).

    Returns
    -------
    str
        One sentence without a full stop.

    Examples
    --------
    >>> about = {"universe": 195, "noun": ["state", "states"]}
    >>> page_title([{"kind": "statement"}, {"kind": "signatory"}], about)
    '1 of 195 states is named under 1 joint statement'
    """
    statements = sum(node["kind"] == "statement" for node in nodes)
    signatories = [node for node in nodes if node["kind"] != "statement"]
    if not signatories:
        return f"How far {_counted(statements, 'joint statement')} share their signatories"
    verb = "is" if len(signatories) == 1 else "are"
    what = _counted(statements, "joint statement") if statements else "the joint statements"
    return _upper(f"{_who(signatories, about)} {verb} named under {what}")


def _who(signatories: Sequence[Mapping[str, Any]], about: Mapping[str, Any]) -> str:
    """Return how many of those who could have signed; who is no state stands beside them."""
    apart = [node["apart"] for node in signatories if node.get("apart")]
    number, universe = len(signatories) - len(apart), about["universe"] - about.get("apart", 0)
    one, many = about["noun"]
    # "13 of 13" says no more than 13: nobody else is known who could have signed. And where nobody
    # said who could have, there is nothing to have a share of.
    shared = universe > number and not about.get("assumed")
    of = f"{number:,} of {universe:,}" if shared else f"{number:,}"
    parts = [f"{of} {one if (universe if shared else number) == 1 else many}"] if number else []
    few = len(apart) <= _NAMED_APART
    others = apart if few else [f"{len(apart):,} {'others' if number else 'signatories'}"]
    return _joined([*parts, *others])


def page_subtitle(nodes: Sequence[Mapping[str, Any]], about: Mapping[str, Any]) -> str:
    """Return what, about what and when: the statements' number, topics and dates.

    Parameters
    ----------
    nodes : sequence of mapping
        What is known of each node: its ``kind``; of a statement its ``date``, its ``group`` and,
        where it is given, whom or what it is ``about``.
    about : mapping
        What is known of the graph: its ``last_date``.

    Returns
    -------
    str
        One line; empty where nothing is known.

    Examples
    --------
    >>> statement = {"kind": "statement", "date": "2020-10-06", "group": "Xinjiang"}
    >>> page_subtitle([statement], {"kind": "two-mode", "last_date": ""})
    'Joint statement on Xinjiang, 6 October 2020'
    """
    statements = [node for node in nodes if node["kind"] == "statement"]
    when = from_to(*first_and_last(node["date"] for node in statements))
    if not statements:
        until = about["last_date"]
        return f"Statements up to {day(until)}" if until else ""
    topics = list(dict.fromkeys(part for node in statements for part in parts_of(node["group"])))
    what = "Joint statement" if len(statements) == 1 else "Joint statements"
    on = f" on {_joined(topics)}" if 0 < len(topics) <= _TOPICS else ""
    abouts = {str(node.get("about", "")) for node in statements}
    whom = parts_of(abouts.pop()) if len(abouts) == 1 else []
    about_what = f" about {_joined(whom)}{on}" if whom else on
    undated = sum(not node["date"] for node in statements)
    if when and undated:
        when += f", {undated:,} without a date"
    if not about_what and not when:
        return ""
    return ", ".join(filter(None, (what + about_what, when)))


def _joined(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    return ", ".join(words[:-1]) + " and " + words[-1]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def _upper(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
