"""A name as written → a state or an identifier, or a refusal with a suggestion."""

from coalitions.names.decisions import (
    DECISION,
    NEW,
    NOBODY,
    SPELLING,
    Decision,
    Decisions,
    decision_rows,
    decisions_in,
    spelling_key,
)
from coalitions.names.decoding import entities, first_garbled, lines_of, unescape
from coalitions.names.formerly import (
    FORMER,
    era,
    former_codes,
    members_at,
    outside,
    times,
    universe_known,
)
from coalitions.names.gazetteer import aliases, known, states, tables
from coalitions.names.groups import (
    Membership,
    StateGroup,
    group_keys,
    group_of,
    is_entered,
    members_ever,
    membership,
    number_of,
    offer,
)
from coalitions.names.identifiers import near_duplicates, of_pairs, prose, tidy
from coalitions.names.languages import (
    READ_LANGUAGES,
    further_keys,
    further_keys_by_first_word,
    further_meanings,
)
from coalitions.names.leftovers import first_row
from coalitions.names.lines import comments, one_a_line
from coalitions.names.misread import is_utf16, is_western
from coalitions.names.notices import of_comments, of_entities
from coalitions.names.readings import read
from coalitions.names.resolving import Resolution, code_in, refusal, resolve, split_list
from coalitions.names.secondlooks import SecondLooks
from coalitions.names.spelling import footnote, normalise
from coalitions.names.table import resolutions, resolve_names
from coalitions.names.translations import LANGUAGES, Called, called_in
from coalitions.names.twoletters import code_of_two_letters

__all__ = [
    "normalise",
    "footnote",
    "is_western",
    "is_utf16",
    "unescape",
    "entities",
    "first_garbled",
    "lines_of",
    "one_a_line",
    "comments",
    "tables",
    "states",
    "known",
    "FORMER",
    "former_codes",
    "times",
    "universe_known",
    "members_at",
    "era",
    "outside",
    "aliases",
    "READ_LANGUAGES",
    "further_meanings",
    "further_keys",
    "further_keys_by_first_word",
    "code_of_two_letters",
    "StateGroup",
    "Membership",
    "group_keys",
    "group_of",
    "number_of",
    "is_entered",
    "members_ever",
    "membership",
    "offer",
    "of_entities",
    "of_comments",
    "first_row",
    "SecondLooks",
    "tidy",
    "prose",
    "near_duplicates",
    "of_pairs",
    "read",
    "Resolution",
    "resolve",
    "code_in",
    "refusal",
    "split_list",
    "SPELLING",
    "DECISION",
    "NOBODY",
    "NEW",
    "Decision",
    "Decisions",
    "decisions_in",
    "decision_rows",
    "spelling_key",
    "resolutions",
    "resolve_names",
    "LANGUAGES",
    "Called",
    "called_in",
]
