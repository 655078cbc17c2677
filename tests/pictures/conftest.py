"""What all tests of pictures share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _few_tables_are_drawn() -> Iterator[None]:
    """Hold communities against as few tables as can decide: many pictures are drawn here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coalitions.figures.networks.communities.DRAWS", 19)
        yield
