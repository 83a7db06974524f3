"""Random legal play, for hypothesis. The moves themselves are in ``plausible.py``."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.plausible import legal, plausible, played

__all__ = ["legal", "picks", "plausible", "played"]


def picks(longest: int = 40) -> st.SearchStrategy[list[int]]:
    """Choices for ``played``."""
    return st.lists(st.integers(0, 9973), max_size=longest)
