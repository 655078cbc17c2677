"""Joint-statement coalition analysis: who signs with whom, exactly, and how far the lists reach."""
