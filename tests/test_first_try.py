"""What somebody meets who never saw the tool: each a kind that must not come back."""

from __future__ import annotations

import pytest

from coalitions import load
from coalitions.errors import CoalitionsError


def test_a_table_of_marks_on_a_page_is_no_list_and_its_message_says_what_to_do(tmp_path):
    rows = [("State", "March", "May"), ("Chile", "x", ""), ("Peru", "x", "x"), ("Chad", "", "x")]
    cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    page = tmp_path / "ocean.html"
    page.write_text(f"<html><body><h1>Signatories</h1><table>{cells}</table></body></html>")
    with pytest.raises(CoalitionsError, match=r'"x" \(line \d\) is a mark in a table') as refused:
        load(page)
    assert "layout" in str(refused.value)
    assert "extract" not in str(refused.value)
