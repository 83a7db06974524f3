"""How findings say figures: counts with their intervals, and lists."""

from __future__ import annotations

from collections.abc import Sequence

from game.simulate.intervals import mean, wilson


def share(held: int, games: int) -> str:
    """A share of some games with Wilson's 95 per cent interval; games must be at least one.

    >>> share(3, 20)
    '3 of 20 games (5 to 36 per cent)'
    """
    sure = wilson(held, games)
    return f"{held:,} of {games:,} games ({100 * max(0.0, sure.low):.0f} to {100 * sure.high:.0f} per cent)"


def average(values: Sequence[float]) -> str:
    """A mean with Student's 95 per cent interval.

    >>> average([0.2, 0.3, 0.4]), average([0.5])
    ('0.30 (0.05 to 0.55)', '0.50')
    """
    found = mean(values)
    if found is None:
        return "nothing"
    if found.low is None or found.high is None:
        return f"{found.value:.2f}"
    return f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"


def listed(words: Sequence[str], most: int = 5) -> str:
    """Some words in a row, the rest counted.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c"], 2), listed(["a"])
    ('a, b and c', 'a, b and 1 more', 'a')
    """
    shown = [*words[:most], *([f"{len(words) - most} more"] if len(words) > most else [])]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
