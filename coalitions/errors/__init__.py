"""What goes wrong, in sentences: text that can be looked at, problems, errors, memory."""

from coalitions.errors.given import (
    path_of,
    refuse_no_flag,
    refuse_no_share,
    refuse_no_table,
    refuse_no_whole,
    refuse_other,
    refuse_other_names,
    told,
)
from coalitions.errors.memory import (
    FEWER,
    LARGEST,
    TooLargeError,
    afford,
    bytes_in_words,
    free,
    too_much,
)
from coalitions.errors.nograph import refuse_no_graph
from coalitions.errors.notinstalled import library
from coalitions.errors.problems import (
    FORMER,
    ChoiceError,
    CoalitionsError,
    CoalitionsWarning,
    CorpusError,
    GraphError,
    Problem,
    listed,
    warn,
)
from coalitions.errors.shown import message, quoted, shortened, visible
from coalitions.errors.where import place, statement_place

__all__ = [
    "visible",
    "quoted",
    "shortened",
    "message",
    "CoalitionsError",
    "ChoiceError",
    "CoalitionsWarning",
    "warn",
    "FORMER",
    "Problem",
    "place",
    "statement_place",
    "CorpusError",
    "listed",
    "GraphError",
    "told",
    "refuse_other",
    "refuse_other_names",
    "refuse_no_flag",
    "refuse_no_share",
    "refuse_no_whole",
    "refuse_no_table",
    "path_of",
    "refuse_no_graph",
    "library",
    "FEWER",
    "LARGEST",
    "TooLargeError",
    "afford",
    "bytes_in_words",
    "free",
    "too_much",
]
