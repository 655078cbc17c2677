"""Tables out of a corpus: who stands where, ledger, overlap, change."""

from coalitions.tables.change import (
    change_bounds,
    changes_between,
    compare_statements,
    continues,
    later_version,
)
from coalitions.tables.differences import DIFFERENCES, compare_corpora
from coalitions.tables.ledger import check_claims, statement_ledger
from coalitions.tables.overlap import pairs, regions
from coalitions.tables.series import (
    SIDES,
    Standings,
    event_dates,
    events,
    side_histories,
    side_moves,
    side_standings,
)
from coalitions.tables.sides import STANDS, sides_taken
from coalitions.tables.standings import OPPOSITE

__all__ = [
    "OPPOSITE",
    "SIDES",
    "side_histories",
    "Standings",
    "side_standings",
    "side_moves",
    "events",
    "event_dates",
    "STANDS",
    "sides_taken",
    "statement_ledger",
    "check_claims",
    "pairs",
    "regions",
    "compare_statements",
    "change_bounds",
    "later_version",
    "continues",
    "changes_between",
    "DIFFERENCES",
    "compare_corpora",
]
