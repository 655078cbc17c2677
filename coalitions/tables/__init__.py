"""Tables out of a corpus: who stands where, ledger, overlap, change."""

from coalitions.tables.change import (
    change_bounds,
    changes_between,
    compare_statements,
    continues,
    later_version,
)
from coalitions.tables.ledger import check_claims, statement_ledger
from coalitions.tables.overlap import pairs, regions
from coalitions.tables.presence import SIGNED
from coalitions.tables.series import (
    Standings,
    event_dates,
    events,
    side_histories,
    side_moves,
    side_standings,
    sides_across,
    signed_at,
)
from coalitions.tables.sides import side_presence, sides_taken, stands

__all__ = [
    "SIGNED",
    "sides_across",
    "side_histories",
    "signed_at",
    "Standings",
    "side_standings",
    "side_moves",
    "events",
    "event_dates",
    "stands",
    "side_presence",
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
]
