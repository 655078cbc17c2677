"""Every sentence that is said about data: titles, captions, findings, the methods."""

from coalitions.findings.card import card_finding
from coalitions.findings.diagrams import (
    closest_pairs,
    cosigning_finding,
    matrix_finding,
    overlap_finding,
    pair_sentence,
    timeline_finding,
    upset_finding,
    venn_finding,
)
from coalitions.findings.methods import LIBRARIES, describe
from coalitions.findings.page import page_subtitle, page_title
from coalitions.findings.paragraph import story
from coalitions.findings.sentences import (
    EMPTY_LIST,
    UNKNOWN_LIST,
    amount,
    finding,
    listing,
    named_of_all,
    only_lists,
    opening,
    region_sentences,
    sentence,
    signed,
    silent_lists,
    size_sentences,
    sizes,
)
from coalitions.findings.sidewords import (
    list_of_side,
    of_side,
    on_opposed_sides,
    on_sides,
    side_taken,
    stand_word,
)

__all__ = [
    "EMPTY_LIST",
    "UNKNOWN_LIST",
    "side_taken",
    "of_side",
    "list_of_side",
    "stand_word",
    "on_sides",
    "on_opposed_sides",
    "amount",
    "finding",
    "listing",
    "only_lists",
    "opening",
    "region_sentences",
    "sentence",
    "signed",
    "silent_lists",
    "named_of_all",
    "size_sentences",
    "sizes",
    "card_finding",
    "venn_finding",
    "upset_finding",
    "overlap_finding",
    "pair_sentence",
    "matrix_finding",
    "cosigning_finding",
    "closest_pairs",
    "timeline_finding",
    "page_title",
    "page_subtitle",
    "story",
    "describe",
    "LIBRARIES",
]
