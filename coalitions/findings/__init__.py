"""Every sentence that is said about data: titles, captions, findings, the methods."""

from coalitions.findings.around import Words, graph_words, words
from coalitions.findings.card import card_finding
from coalitions.findings.diagrams import (
    closest_pairs,
    cosigning_finding,
    matrix_finding,
    overlap_finding,
    pair_sentence,
    upset_finding,
    venn_finding,
)
from coalitions.findings.differences import difference_note
from coalitions.findings.flow import (
    CROSSERS_NAMED,
    MOVES_TOLD,
    flow_finding,
    flow_words,
    when_each,
)
from coalitions.findings.methods import LIBRARIES, describe
from coalitions.findings.page import page_subtitle, page_title
from coalitions.findings.panels import BOTH, Card, Name, Panel, card_lists, card_words
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
from coalitions.findings.timeline import timeline_finding, timeline_words

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
    "Words",
    "words",
    "graph_words",
    "card_finding",
    "BOTH",
    "Name",
    "Panel",
    "Card",
    "card_lists",
    "card_words",
    "venn_finding",
    "upset_finding",
    "overlap_finding",
    "pair_sentence",
    "matrix_finding",
    "cosigning_finding",
    "closest_pairs",
    "CROSSERS_NAMED",
    "MOVES_TOLD",
    "when_each",
    "flow_finding",
    "flow_words",
    "timeline_finding",
    "timeline_words",
    "page_title",
    "page_subtitle",
    "story",
    "difference_note",
    "describe",
    "LIBRARIES",
]
