"""Null models: what two would share by the sizes of their records and of the statements alone."""

from coalitions.graphs.nullmodels.hypergeometric import FixedRows
from coalitions.graphs.nullmodels.independent import Independent
from coalitions.graphs.nullmodels.models import MODELS, Distribution, null_distribution
from coalitions.graphs.nullmodels.observed import Observed
from coalitions.graphs.nullmodels.trades import Drawn, draws

__all__ = [
    "Observed",
    "FixedRows",
    "Independent",
    "draws",
    "Drawn",
    "Distribution",
    "MODELS",
    "null_distribution",
]
