"""How many days words like `nearly two weeks` allow: fewest and most. Pure arithmetic."""

from __future__ import annotations

from math import ceil, floor

DAYS = {"D": 1.0, "W": 7.0, "FN": 14.0, "M": 30.44, "Q": 91.3, "H6": 182.6, "Y": 365.25}
"""Days in a unit; a unit that is not here is too short or too long to compare with dates."""
SLACK = {"D": 1.0, "W": 2.0, "FN": 3.0, "M": 10.0, "Q": 20.0, "H6": 40.0, "Y": 120.0}
"""How far an unmodified count may be off: people round."""
RELATIVE = 0.07
"""The same as a part of a long stretch: "eight weeks" may be 59 days."""
SHORT, MORE, ABOUT = 0.6, 0.9, 0.6
"""Parts of a unit: what `nearly` may lack, what `more than` may add, what `about` may be off."""
OPEN_END = 2
"""`at least` allows up to this many times the count before somebody would say more."""


def stated_days(count: tuple[float, float], unit: str, mod: str | None) -> tuple[int, int] | None:
    """
    Fewest and most whole days; None for a unit that dates cannot check.

    >>> stated_days((2, 2), "W", "LESS_THAN"), stated_days((2, 2), "W", None)
    ((10, 14), (12, 16))
    """
    if unit not in DAYS:
        return None
    day = DAYS[unit]
    slack = max(SLACK[unit], RELATIVE * count[1] * day)
    low, high = count[0] * day, count[1] * day
    if mod == "LESS_THAN":
        low, high = low - SHORT * day, high
    elif mod == "MORE_THAN":
        low, high = low, high + max(MORE * day, slack)
    elif mod == "APPROX":
        low, high = low - max(ABOUT * day, slack), high + max(ABOUT * day, slack)
    elif mod == "EQUAL_OR_MORE":
        low, high = low - slack, high * OPEN_END + slack
    elif mod == "EQUAL_OR_LESS":
        low, high = 0, high + slack
    else:
        low, high = low - slack, high + slack
    return max(0, ceil(low - 0.01)), floor(high + 0.01)
