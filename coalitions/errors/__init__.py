"""What goes wrong, in sentences: text that can be looked at, problems, errors, memory."""

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
