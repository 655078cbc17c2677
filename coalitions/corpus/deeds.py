"""What a column says that a signatory did: signed, or withdrew, declined, has yet to answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalitions.corpus.headers import plain_header

if TYPE_CHECKING:
    import pandas as pd

#: What a cell begins with that says that its row is no signature.
_VERB = (
    r"(?:co-?)?(?:sign|confirm|join|endors|support|sponsor|participat|present|vot|respond|repl"
    r"|answer|agree|accept)\w*"
)
_NOT_SIGNED = re.compile(
    r"(?:(?:has|have|had|was|were|is|later|then|since|but)\s+)*"
    r"(?:withdr[ae]w\w*|retract\w*|revok\w*|rescind\w*|renounc\w*|remov\w*|delet\w*|struck|dropped"
    r"|cancel\w*|declin\w*|refus\w*|reject\w*|denied|oppos\w*|against|abst[ae]i?n\w*|absent"
    r"|disavow\w*|dis(?:as)?sociat\w*|resign\w*|left(?!-)|pending|await\w*|waiting|outstanding"
    r"|undecided|tentative\w*|provisional\w*|unconfirmed|unsigned|invited|asked|approached"
    r"|maybe|tbc|tbd|to be confirmed|no (?:reply|response|answer|signature)|non-?signatory"
    r"|not yet|did(?: not|n['’]t)"
    rf"|(?:not|never|(?:does|do|has|have|will|would)(?: not|n['’]t)|won['’]t)(?: yet)? {_VERB}"
    r"|retir[éóa]\w*|rechaz\w*|en attente|pendiente|pendente|zurückgezogen|abgelehnt|ausstehend"
    r"|verweigert|enthaltung)(?!\w)",
    re.IGNORECASE,
)
#: What a cell says whose row is one.
_SIGNED = re.compile(
    r"(?:co-?)?(?:sign(?:s|ed|atory)?|sponsor(?:s|ed)?|join(?:s|ed)|add(?:s|ed)|endors(?:es|ed)"
    r"|support(?:s|ed)?|confirm(?:s|ed)|agre(?:es|ed)|accept(?:s|ed)|stay(?:s|ed)|remain(?:s|ed)"
    r"|in favou?r|yes|y|signé|firmó|unterzeichnet)",
    re.IGNORECASE,
)
#: How the names of columns end that say what somebody did.
_DEEDS = re.compile(
    r"(?:actions?|status|positions?|decisions?|responses?|reply|answers?|outcome|results?|changes?"
    r"|standing|participation|move|deed|sign(?:ed|ature|ing)|(?:co_?)?sponsor(?:ed|ship)?"
    r"|support(?:s|ed)?|endorse(?:d|ment)?|confirm(?:ed|ation)?)(?:_\d+)?",
)
#: Words of a cell that is no more than a deed.
_SHORT = 3
#: Cells of a column named "withdrew" that say it of nobody.
_NO = {"no", "n", "0", "0.0", "false", "-", "–", "none", "non", "nein"}
#: Beside these "left" is where somebody stands.
_SPECTRUM = re.compile(r"right|cent(?:re|er)", re.IGNORECASE)

REFUSED = (
    "says that this row is no signature, and every row would count as one. Leave such rows out "
    "(who signed and withdrew later: give both lists, as two statements, the earlier with the id "
    "of the later as superseded_by), and remove the column. If it says something else about the "
    "signatory, move it to signatories.csv"
)


def not_signed(column: str, cells: pd.Series[str]) -> int | None:
    """Return where a column first says that a row is no signature; None if it never does.

    Parameters
    ----------
    column : str
        Its name: one that is itself such a word ("withdrew") says it of every row that has a cell.
    cells : Series of str
        What the column holds, without empty cells.

    Examples
    --------
    >>> import pandas as pd
    >>> not_signed("action", pd.Series(["signed", "withdrew in May"]))
    1
    >>> not_signed("withdrew", pd.Series(["2020-05-03"])), not_signed("withdrew", pd.Series(["no"]))
    (0, None)
    """
    folded = cells.str.strip().str.casefold()
    if is_named_so(column):
        found = folded.index[~folded.isin(_NO)]
    else:
        found = folded.index[folded.map(lambda cell: bool(_NOT_SIGNED.match(cell)))]
        if folded.str.match(_SPECTRUM).any() or not says_deeds(column, cells):
            found = found[~folded[found].str.startswith("left")]
    return int(found[0]) if len(found) else None


def says_deeds(column: str, cells: pd.Series[str]) -> bool:
    """Say whether a column tells who signed and who did not: by its name, or by all of its cells.

    Examples
    --------
    >>> import pandas as pd
    >>> cells = pd.Series(["signed", "withdrew"])
    >>> says_deeds("action", cells), says_deeds("x", cells), says_deeds("remark", cells + " late")
    (True, True, False)
    """
    name = plain_header(column)
    if is_named_so(column) or any(_DEEDS.fullmatch(n) for n in (name, name.rpartition("_")[2])):
        return True
    short = cells.map(lambda cell: len(cell.split()) < _SHORT)
    deeds = cells.map(lambda cell: bool(_SIGNED.fullmatch(cell) or _NOT_SIGNED.fullmatch(cell)))
    return bool((short & deeds).all())


def is_named_so(column: str) -> bool:
    """Say whether the name of a column is what a cell says that is no signature.

    Examples
    --------
    >>> is_named_so("Withdrew on"), is_named_so("signed")
    (True, False)
    """
    words = plain_header(column).replace("_", " ")
    return bool(_NOT_SIGNED.fullmatch(words.removesuffix(" date").removesuffix(" on").strip()))
