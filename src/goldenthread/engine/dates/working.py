"""Working days inside time expressions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goldenthread.engine.dates.tokens import Sentence

# The words that make a day a working day.
WORKING = frozenset({"business", "working", "work", "workweek"})
WEEKEND = 5
MOST_DAYS = 3660


def working_day(s: Sentence, start: date, n: int) -> date:
    """The `n`-th working day after `start`, by the calendar or else Monday to Friday."""
    step = timedelta(days=1 if n >= 0 else -1)
    left = abs(n)
    if left > MOST_DAYS:
        raise OverflowError
    if s.calendar is not None:
        return s.calendar.add_working_days(start, n)
    while left:
        start += step
        left -= start.weekday() < WEEKEND
    return start
