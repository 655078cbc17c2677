"""What a user decided about names, carried out on raw tables; doubles."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import pandas as pd

from coalitions import names
from coalitions.corpus.delimited import FILE, ROW
from coalitions.corpus.universes import dates_of, dates_of_rows
from coalitions.errors import CorpusError, Problem, place, quoted, warn
from coalitions.names import spelling_key

if TYPE_CHECKING:
    from coalitions.names import Decision, Decisions

    Tables = dict[str, pd.DataFrame]

#: So many doubles are told one by one.
_TOLD = 12


def decided(tables: Tables, decisions: Decisions) -> Tables:
    """Return raw tables with decisions for spellings that do not resolve.

    The spelling stays as ``name_as_written``. Rows of who is no signatory go, and it is said.

    Parameters
    ----------
    tables : dict of DataFrame
        As they were read.
    decisions : Decisions

    Raises
    ------
    CorpusError
        A lead for whom several signatories are decided.
    """
    made = functools.cache(lambda name, date: _made(name, date, decisions))
    found, dates = dict(tables), dates_of(tables["statements"])
    when = dates_of_rows("signatures", tables["signatures"], dates)
    found["signatures"] = _signatures(tables["signatures"], made, decisions, when)
    when = dates_of_rows("statements", tables["statements"], dates)
    found["statements"] = _leads(tables["statements"], made, decisions, when)
    given = tables["signatories"]
    if len(given):
        codes = [made(cell, "") for cell in given["signatory"]]
        kept = [each is None or bool(each.signatories) for each in codes]
        cells = zip(given["signatory"], codes, strict=True)
        signatory = [";".join(each.signatories) if each else cell for cell, each in cells]
        found["signatories"] = given.assign(signatory=signatory)[kept]
    found["signatories"] = _with_new(found["signatories"], decisions)
    decisions.say_unused()
    return found


def _made(name: str, date: str, decisions: Decisions) -> Decision | None:
    """Return what was decided about a name that does not resolve at a date."""
    return decisions.of(name) if name and names.resolve(name, date).signatory is None else None


def _signatures(
    frame: pd.DataFrame, made: Any, decisions: Decisions, dates: list[str]
) -> pd.DataFrame:
    cells = frame["signatory"]
    pairs = list(zip(cells.to_list(), dates, strict=True))
    known = {pair: made(*pair) for pair in set(pairs)}
    found = [known[pair] for pair in pairs]
    touched = pd.Series([each is not None for each in found], frame.index, dtype=bool)
    if not touched.any():
        return frame
    written = frame["name_as_written"] if "name_as_written" in frame else pd.Series("", frame.index)
    written = written.where((written != "") | ~touched, cells)
    codes = [
        list(each.signatories) if each else [cell]
        for each, cell in zip(found, cells.to_list(), strict=True)
    ]
    left = frame[[each == [] for each in codes]]
    if len(left):
        spelt = left["signatory"].map(spelling_key).value_counts(sort=False)
        each = ", ".join(f"{quoted(str(name))} ({count:,})" for name, count in spelt.items())
        rows = "1 row is" if len(left) == 1 else f"{len(left):,} rows are"
        warn(f"{decisions.file}: {rows} left out, as no signatory is decided: {each}")
    lists = pd.Series(codes, frame.index, dtype=object)
    settled = frame.assign(name_as_written=written, signatory=lists)
    return settled[[bool(each) for each in codes]].explode("signatory").reset_index(drop=True)


def _leads(frame: pd.DataFrame, made: Any, decisions: Decisions, dates: list[str]) -> pd.DataFrame:
    if "lead" not in frame:
        return frame
    found = list(map(made, frame["lead"], dates))
    problems = [
        Problem(row[FILE], int(row[ROW]), "lead", row["lead"], _one_lead(each, decisions.file))
        for row, each in zip(frame.to_dict("records"), found, strict=True)
        if each and len(each.signatories) > 1
    ]
    if problems:
        raise CorpusError(problems)
    leads = [
        "".join(each.signatories) if each else cell
        for cell, each in zip(frame["lead"], found, strict=True)
    ]
    return frame.assign(lead=leads)


def _one_lead(made: Decision, file: str) -> str:
    return f"a statement has one lead, and {file}, row {made.row}, decides {' and '.join(made[0])}"


def _with_new(signatories: pd.DataFrame, decisions: Decisions) -> pd.DataFrame:
    """Add who is no state to the table of signatories."""
    known = set(signatories["signatory"])
    rows = [
        {"signatory": name, "name": name, "kind": "non-member", FILE: decisions.file, ROW: row}
        for name, row in decisions.new
        if name not in known
    ]
    if not rows:
        return signatories
    whole = pd.concat([signatories.astype(object), pd.DataFrame(rows, dtype=object)])
    return whole.where(whole.notna(), "")


def without_doubles(tables: Tables, members: str) -> Tables:
    """Return raw tables in which nobody stands twice under a statement; doubles are said.

    Rows are doubles if they name the same signatory, in whatever spelling. The first stays; it is
    the lead if one of them is.
    """
    frame = tables["signatures"]
    cells = frame["signatory"].to_list()
    dates = dates_of_rows("signatures", frame, dates_of(tables["statements"]))
    pairs = list(zip(cells, dates, strict=True))
    if members == "states":
        known = {pair: names.code_in(*pair) or spelling_key(pair[0]) for pair in set(pairs)}
    else:
        known = {pair: names.tidy(pair[0]) for pair in set(pairs)}
    who = pd.Series([known[pair] for pair in pairs], frame.index, dtype=str)
    keys = pd.DataFrame({"statement_id": frame["statement_id"], "who": who})
    double = keys.duplicated() & (who != "")
    if not double.any():
        return tables
    said = _doubles_said(frame, keys, double)
    if "role" in frame:
        leads = keys[frame["role"] == "lead"].drop_duplicates()
        is_lead = pd.MultiIndex.from_frame(keys).isin(pd.MultiIndex.from_frame(leads))
        frame = frame.assign(role=frame["role"].mask(is_lead, "lead"))
    count = int(double.sum())
    rows = "1 row names" if count == 1 else f"{count:,} rows name"
    warn(f"{rows} who stands under the statement already, and are merged: {said}")
    return tables | {"signatures": frame[~double]}


def _doubles_said(frame: pd.DataFrame, keys: pd.DataFrame, double: pd.Series[bool]) -> str:
    """Say where the first doubles are, what they say, what stands there; and how many more."""
    whole = frame.assign(who=keys["who"])
    first = whole[~double].set_index(["statement_id", "who"])
    said = []
    for row in whole[double].head(_TOLD).to_dict("records"):
        earlier = first.loc[(row["statement_id"], row["who"])]
        said.append(
            f"{place(row[FILE], int(row[ROW]))}: {quoted(row['signatory'])} under "
            f"{quoted(row['statement_id'])} ({quoted(earlier['signatory'])} in row {earlier[ROW]})"
        )
    more = int(double.sum()) - len(said)
    return "; ".join([*said, *([f"and {more:,} more"] if more else [])])
