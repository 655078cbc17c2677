"""Tables out of a corpus: who stands where, ledger, overlap, change."""

from coalitions.tables.allregions import regions
from coalitions.tables.bydate import dated_lists, series_chains
from coalitions.tables.change import (
    change_bounds,
    changes_between,
    compare_statements,
    continues,
    later_version,
)
from coalitions.tables.choice import (
    STATEMENTS_MOST,
    Choice,
    choose_statements,
    region_statements,
)
from coalitions.tables.counted import count_pairs, pair_counts
from coalitions.tables.dated import event_dates, events
from coalitions.tables.differences import DIFFERENCES, compare_corpora
from coalitions.tables.flow import (
    COLUMNS_MOST,
    NO_ROOM,
    Flow,
    Way,
    crossing,
    flow_of,
    flows,
    omitted_events,
    ways,
)
from coalitions.tables.foremost import foremost_pairs
from coalitions.tables.groupsides import OTHERS, group_sides
from coalitions.tables.histories import (
    Standings,
    series,
    side_histories,
    side_moves,
    side_standings,
    sides_across,
)
from coalitions.tables.incidence import incidence_matrix
from coalitions.tables.ledger import check_claims, statement_ledger
from coalitions.tables.overlap import pair_tables, pairs
from coalitions.tables.presence import SIGNED
from coalitions.tables.sidebyside import Beside, held_against, listed_names
from coalitions.tables.stands import sides, sides_taken, stands_of

__all__ = [
    "SIGNED",
    "events",
    "event_dates",
    "sides_across",
    "side_histories",
    "Standings",
    "side_standings",
    "series",
    "side_moves",
    "Flow",
    "flow_of",
    "omitted_events",
    "NO_ROOM",
    "COLUMNS_MOST",
    "crossing",
    "Way",
    "ways",
    "flows",
    "stands_of",
    "sides_taken",
    "sides",
    "OTHERS",
    "group_sides",
    "dated_lists",
    "series_chains",
    "statement_ledger",
    "check_claims",
    "incidence_matrix",
    "pairs",
    "pair_tables",
    "foremost_pairs",
    "count_pairs",
    "pair_counts",
    "STATEMENTS_MOST",
    "region_statements",
    "regions",
    "compare_statements",
    "DIFFERENCES",
    "compare_corpora",
    "Choice",
    "choose_statements",
    "Beside",
    "held_against",
    "listed_names",
    "change_bounds",
    "later_version",
    "continues",
    "changes_between",
]
