"""Labels of nodes, broken into lines and cut so that no two that differ are alike."""

from __future__ import annotations

import math
import textwrap
from functools import partial
from typing import TYPE_CHECKING, Any

from coalitions.looks.shortening import CUT, lost, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Letters in a line of a label.
STATEMENT_LINE, SIGNATORY_LINE = 14, 11
#: Lines of a label, and letters by which one may be longer, before the rest becomes "…".
LINES, SPILL = 2, 3


def node_labels(nodes: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    r"""Break the label of each node; a partial statement says how many of its names are known.

    Examples
    --------
    >>> node_labels({"PNG": {"label": "Papua New Guinea"}})
    {'PNG': 'Papua New\nGuinea'}
    """
    statements = {node for node, data in nodes.items() if data.get("kind") == "statement"}
    whole = {node: str(data.get("label", node)) for node, data in nodes.items()}
    of_statements = _broken_apart({whole[n]: _parts(whole[n]) for n in statements}, STATEMENT_LINE)
    others = {whole[n]: [whole[n]] for n in nodes if n not in statements}
    of_others = _broken_apart(others, SIGNATORY_LINE)
    return {
        node: "\n".join([of_statements[whole[node]], *_known(nodes[node])])
        if node in statements
        else of_others[whole[node]]
        for node in nodes
    }


def _broken_apart(parts: Mapping[str, list[str]], width: int) -> dict[str, str]:
    """Return each label in lines; those that a cut at the end makes alike are cut elsewhere."""
    shown = {
        text: "\n".join(wrap(part, width) for part in some) for text, some in sorted(parts.items())
    }
    alike = lost(shown)
    cut = told_apart(dict.fromkeys(alike, LINES), partial(_lines, width=width))
    return shown | {text: "\n".join(_folded(cut[text], width)) for text in alike}


def _lines(text: str, width: int) -> float:
    """Return how many lines a cut label takes; none are enough where one would be too long."""
    lines = _folded(text, width)
    return math.inf if any(len(line) > width + SPILL for line in lines) else len(lines)


def _folded(text: str, width: int) -> list[str]:
    """Break a label at spaces and hyphens, and where letters are left out."""
    return textwrap.wrap(text.replace(CUT, f"{CUT} "), width, break_long_words=False)


def _known(data: Mapping[str, Any]) -> Iterable[str]:
    named, declared = data.get("named", 0), data.get("declared", -1)
    if is_unknown(data):
        return ["list not known"]
    return [f"{named} of {declared} named"] if named < declared else []


def is_unknown(data: Mapping[str, Any]) -> bool:
    """Say whether a node is a statement of which neither a name nor a count is known.

    Examples
    --------
    >>> is_unknown({"kind": "statement", "named": 0})
    True
    >>> is_unknown({"kind": "statement", "named": 0, "declared": 0})
    False
    """
    statement = data.get("kind") == "statement"
    return statement and data.get("named") == 0 and "declared" not in data


def _parts(label: str) -> list[str]:
    """Return what stands before the brackets of a label, and each thing within them."""
    before, bracket, within = label.removesuffix(")").partition(" (")
    return [before, *within.split(", ")] if bracket and label.endswith(")") else [label]


def wrap(text: str, width: int) -> str:
    r"""Break a label into lines of about ``width`` letters, at spaces and hyphens only.

    Examples
    --------
    >>> wrap("Papua New Guinea", 11)
    'Papua New\nGuinea'
    """
    lines = textwrap.wrap(text, width, break_long_words=False)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], f"{lines[LINES - 1]}…"]
    return "\n".join(_clipped(line, width + SPILL) for line in lines) or text


def _clipped(line: str, width: int) -> str:
    return line if len(line) <= width else f"{line[: width - 1]}…"
