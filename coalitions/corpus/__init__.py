"""What people bring → a checked corpus: read, checked, tidied, counted."""

from coalitions.corpus.adding import Addition, addition
from coalitions.corpus.asked import nearest_ids, no_such_statements
from coalitions.corpus.beginning import begin_corpus
from coalitions.corpus.corpus import Corpus
from coalitions.corpus.counting import (
    Tally,
    amount,
    counted,
    is_one,
    members,
    nouns,
    overlap_tally,
    size,
    spoken_names,
    tally,
    union_tally,
    universe,
)
from coalitions.corpus.extracting import EXTRACTED, Extraction, extract_statements
from coalitions.corpus.frames import Coded, Table, signatures_in
from coalitions.corpus.gram import PairCounts, count_shared
from coalitions.corpus.heads import head_of
from coalitions.corpus.incidence import Incidence
from coalitions.corpus.inputs import input_records
from coalitions.corpus.labels import called_as_in, short_names, statement_labels
from coalitions.corpus.language import in_language
from coalitions.corpus.loading import load, names_from
from coalitions.corpus.nocorpus import refuse_no_corpus
from coalitions.corpus.noun import SIGNATORY
from coalitions.corpus.overview import ledger
from coalitions.corpus.parts import choose
from coalitions.corpus.provenance import (
    completeness,
    dates,
    earlier_versions,
    source,
    undated,
)
from coalitions.corpus.selecting import select
from coalitions.corpus.slicing import SLICED_BY, slices
from coalitions.corpus.spread import count_spread
from coalitions.corpus.standing import are_opposed, more_than_one, opposites, sides_here
from coalitions.corpus.tidying import COLUMNS, statuses
from coalitions.corpus.universes import Universes
from coalitions.corpus.within import (
    could_sign,
    largest_union,
    most_on_either,
    on_any,
    overlap_between,
    shared_by,
)

__all__ = [
    "SIGNATORY",
    "COLUMNS",
    "statuses",
    "nearest_ids",
    "no_such_statements",
    "ledger",
    "Incidence",
    "Coded",
    "Table",
    "signatures_in",
    "PairCounts",
    "count_shared",
    "count_spread",
    "Corpus",
    "refuse_no_corpus",
    "choose",
    "EXTRACTED",
    "Extraction",
    "extract_statements",
    "head_of",
    "load",
    "names_from",
    "input_records",
    "begin_corpus",
    "Addition",
    "addition",
    "select",
    "in_language",
    "SLICED_BY",
    "slices",
    "Universes",
    "could_sign",
    "overlap_between",
    "largest_union",
    "shared_by",
    "most_on_either",
    "on_any",
    "sides_here",
    "opposites",
    "are_opposed",
    "more_than_one",
    "Tally",
    "nouns",
    "members",
    "tally",
    "overlap_tally",
    "union_tally",
    "amount",
    "counted",
    "size",
    "is_one",
    "spoken_names",
    "universe",
    "completeness",
    "dates",
    "earlier_versions",
    "source",
    "statement_labels",
    "called_as_in",
    "short_names",
    "undated",
]
