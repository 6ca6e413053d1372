"""Phrases that name one day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.feasts import feast
from goldenthread.engine.dates.monthdays import (
    bare_number,
    figures,
    named_month,
    nth_of_month,
    two_figures,
    year_first,
)
from goldenthread.engine.dates.values import Day, Found
from goldenthread.engine.dates.weekdays import nth_weekday, weekday
from goldenthread.engine.dates.working import WORKING, working_day

if TYPE_CHECKING:
    from goldenthread.engine.dates.tokens import Sentence


def day(s: Sentence, i: int) -> Found | None:
    """The longest phrase at `i` that names a day, and the place after it."""
    best: Found | None = None
    for rule in RULES:
        found = rule(s, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def _near(s: Sentence, i: int) -> Found | None:
    """Today, tomorrow, the day after tomorrow, the next day."""
    low = s.low(i)
    if low in words.TODAY and low not in words.TONIGHT:
        return Day(s.now.date() + timedelta(days=words.TODAY[low])), i + 1
    j = s.skip(i, "the", "my")
    if s.low(j) == "day" and s.low(j + 1) in ("after", "before"):
        sign = 1 if s.low(j + 1) == "after" else -1
        if s.low(j + 2) in words.TODAY:
            offset = words.TODAY[s.low(j + 2)] + sign
            return Day(s.now.date() + timedelta(days=offset)), j + 3
        if j > i and s.at(j + 2).sort == "end":
            return Day(s.now.date() + timedelta(days=sign)), j + 2
        return None
    return _relative_day(s, i, j)


def _relative_day(s: Sentence, i: int, j: int) -> Found | None:
    if s.low(j) in words.NEXT and s.low(j + 1) in WORKING and s.low(j + 2) == "day":
        return Day(working_day(s, s.now.date(), 1)), j + 3
    if s.low(j) in words.NEXT and s.low(j + 1) == "day":
        return Day(s.now.date() + timedelta(days=1)), j + 2
    if s.low(j) in words.LAST and s.low(j + 1) == "day":
        return Day(s.now.date() - timedelta(days=1)), j + 2
    if j > i and s.low(j) == "day" and s.low(j + 1) not in ("of", "s", "one"):
        return Day(s.now.date()), j + 1
    return None


RULES = (
    _near,
    year_first,
    named_month,
    figures,
    two_figures,
    weekday,
    nth_weekday,
    nth_of_month,
    bare_number,
    feast,
)
