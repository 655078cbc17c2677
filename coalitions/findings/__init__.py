"""Every sentence that is said about data: titles, captions, findings, the methods."""

from coalitions.findings.around import Words, graph_words, words
from coalitions.findings.backbone import backbone_told
from coalitions.findings.balance import (
    NO_GROUP,
    Group,
    balance_words,
    group_counts,
    group_size,
    part_name,
)
from coalitions.findings.card import card_finding
from coalitions.findings.chance import told_words
from coalitions.findings.citing import bibliography
from coalitions.findings.communities import communities_told, share_a_grey, share_within
from coalitions.findings.differences import difference_note
from coalitions.findings.flow import (
    CROSSERS_NAMED,
    MOVES_TOLD,
    flow_words,
    when_each,
)
from coalitions.findings.leftout import (
    LEDGER,
    few,
    first_of,
    is_earlier,
    is_left_out,
    is_not_drawn,
    too_many_names,
    too_many_pairs,
    too_many_regions,
    too_many_ties,
)
from coalitions.findings.maps import (
    NOT_NAMED,
    borders_told,
    map_data,
    map_finding,
    map_notes,
    map_told,
    number_named,
    regions_named,
    sides_named,
    tiles_told,
)
from coalitions.findings.matrix import (
    matrix_words,
    named_under_fewer,
    rows_left_out,
)
from coalitions.findings.methods import LIBRARIES, describe
from coalitions.findings.networks import (
    closest_pairs,
    cosigning_caption,
    cosigning_finding,
    graph_finding,
    labels_drawn,
    network_caption,
)
from coalitions.findings.overlap import (
    both_signed,
    cells_explained,
    overlap_finding,
    overlap_words,
    venn_finding,
    venn_words,
)
from coalitions.findings.ownwords import (
    OwnWords,
    in_own_words,
    own_words,
    sentence_of,
    under_figures,
    with_own_source,
)
from coalitions.findings.page import page_subtitle, page_title
from coalitions.findings.panels import BOTH, Card, Name, Panel, card_lists, card_words
from coalitions.findings.paragraph import headlines, story
from coalitions.findings.room import (
    from_the_right,
    no_room_for_lists,
    no_room_for_names,
    no_room_for_numbers,
    no_room_for_steps,
    no_shape,
    too_many_to_name,
)
from coalitions.findings.sentences import (
    amount,
    decimals,
    finding,
    listing,
    named_of_all,
    opening,
    sentence,
    signed,
    size_sentences,
    sizes,
)
from coalitions.findings.sidewords import (
    stand_word,
)
from coalitions.findings.tielevels import no_ties, tie_line
from coalitions.findings.timeline import timeline_words
from coalitions.findings.upset import upset_words
from coalitions.findings.works import MOST_HELD

__all__ = [
    "stand_word",
    "amount",
    "decimals",
    "finding",
    "listing",
    "opening",
    "sentence",
    "signed",
    "named_of_all",
    "size_sentences",
    "sizes",
    "Words",
    "words",
    "graph_words",
    "OwnWords",
    "own_words",
    "in_own_words",
    "with_own_source",
    "sentence_of",
    "under_figures",
    "no_room_for_names",
    "no_room_for_numbers",
    "no_room_for_steps",
    "no_room_for_lists",
    "too_many_to_name",
    "no_shape",
    "from_the_right",
    "card_finding",
    "BOTH",
    "Name",
    "Panel",
    "Card",
    "card_lists",
    "card_words",
    "venn_finding",
    "venn_words",
    "upset_words",
    "overlap_finding",
    "overlap_words",
    "cells_explained",
    "both_signed",
    "borders_told",
    "map_told",
    "NOT_NAMED",
    "sides_named",
    "regions_named",
    "number_named",
    "map_data",
    "map_finding",
    "tiles_told",
    "map_notes",
    "matrix_words",
    "named_under_fewer",
    "rows_left_out",
    "graph_finding",
    "network_caption",
    "labels_drawn",
    "cosigning_finding",
    "cosigning_caption",
    "closest_pairs",
    "backbone_told",
    "communities_told",
    "share_a_grey",
    "share_within",
    "told_words",
    "NO_GROUP",
    "Group",
    "group_counts",
    "group_size",
    "part_name",
    "balance_words",
    "CROSSERS_NAMED",
    "MOVES_TOLD",
    "when_each",
    "flow_words",
    "timeline_words",
    "LEDGER",
    "too_many_ties",
    "too_many_names",
    "too_many_pairs",
    "too_many_regions",
    "first_of",
    "few",
    "is_left_out",
    "is_earlier",
    "is_not_drawn",
    "page_title",
    "page_subtitle",
    "tie_line",
    "no_ties",
    "story",
    "headlines",
    "difference_note",
    "MOST_HELD",
    "describe",
    "bibliography",
    "LIBRARIES",
]
