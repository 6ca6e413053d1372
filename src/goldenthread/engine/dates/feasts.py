"""Feasts and holidays that are told by name."""

from __future__ import annotations

import calendar as months_of
from datetime import date, timedelta
from typing import TYPE_CHECKING

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.tokens import Sentence, year
from goldenthread.engine.dates.values import Day, Found

if TYPE_CHECKING:
    from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def nth_in(in_year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth weekday of a month, its last when below zero; None where there is none."""
    days_in = months_of.monthrange(in_year, month)[1]
    days = [date(in_year, month, n) for n in range(1, days_in + 1)]
    same = [each for each in days if each.weekday() == weekday]
    if nth < 0:
        return same[-1]
    return same[nth - 1] if nth <= len(same) else None


def feast(s: Sentence, i: int) -> Found | None:
    """Christmas, New Year's Day, Easter and their like."""
    relative = s.low(i) if s.low(i) in words.RELATIVE else ""
    j = i + 1 if relative else i
    if s.low(j) not in FEAST_STARTS:
        return None
    for names, rule in FEASTS:
        if all(s.low(j + k) == name for k, name in enumerate(names)):
            end = j + len(names)
            end = s.skip(end, "day") if names[-1] != "day" else end
            found = year(s, s.skip(end, ","))
            if found:
                return Day(rule(found[0])), found[1]
            return _feast_near(s, rule, relative), end
    return None


def _feast_near(s: Sentence, rule: Callable[[int], date], relative: str) -> Day:
    today = s.now.date()
    near = [rule(today.year + offset) for offset in (-2, -1, 0, 1, 2)]
    if relative in words.LAST:
        return Day(max(each for each in near if each < today))
    return Day(min(each for each in near if each >= today), year=False)


def easter(in_year: int) -> date:
    """Easter Sunday of a year. Source: the anonymous Gregorian algorithm (Meeus 1991).

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    a, b, c = in_year % 19, in_year // 100, in_year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, number_of_day = divmod(h + k - 7 * m + 114, 31)
    return date(in_year, month, number_of_day + 1)


def thanksgiving(in_year: int) -> date:
    """The fourth Thursday of November.

    >>> thanksgiving(2026)
    datetime.date(2026, 11, 26)
    """
    return date(in_year, 11, 22) + timedelta(days=(3 - date(in_year, 11, 22).weekday()) % 7)


def _nth(in_year: int, month: int, nth: int, weekday: int) -> date:
    """The nth weekday of a month, for the small n every month has."""
    first = date(in_year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


FEASTS: tuple[tuple[tuple[str, ...], Callable[[int], date]], ...] = (
    (("christmas", "eve"), lambda y: date(y, 12, 24)),
    (("christmas",), lambda y: date(y, 12, 25)),
    (("xmas",), lambda y: date(y, 12, 25)),
    (("boxing", "day"), lambda y: date(y, 12, 26)),
    (("new", "year", "'", "s", "eve"), lambda y: date(y, 12, 31)),
    (("new", "year", "’", "s", "eve"), lambda y: date(y, 12, 31)),
    (("new", "years", "eve"), lambda y: date(y, 12, 31)),
    (("new", "year", "'", "s"), lambda y: date(y, 1, 1)),
    (("new", "year", "’", "s"), lambda y: date(y, 1, 1)),
    (("new", "years"), lambda y: date(y, 1, 1)),
    (("new", "year", "day"), lambda y: date(y, 1, 1)),
    (("easter", "monday"), lambda y: easter(y) + timedelta(days=1)),
    (("easter", "sunday"), easter),
    (("good", "friday"), lambda y: easter(y) - timedelta(days=2)),
    (("easter",), easter),
    (("ash", "wednesday"), lambda y: easter(y) - timedelta(days=46)),
    (("mother", "'", "s"), lambda y: _nth(y, 5, 2, 6)),
    (("mothers", "day"), lambda y: _nth(y, 5, 2, 6)),
    (("father", "'", "s"), lambda y: _nth(y, 6, 3, 6)),
    (("fathers", "day"), lambda y: _nth(y, 6, 3, 6)),
    (("martin", "luther", "king"), lambda y: _nth(y, 1, 3, 0)),
    (("mlk", "day"), lambda y: _nth(y, 1, 3, 0)),
    (("presidents", "day"), lambda y: _nth(y, 2, 3, 0)),
    (("memorial", "day"), lambda y: date(y, 5, 31) - timedelta(days=date(y, 5, 31).weekday())),
    (("columbus", "day"), lambda y: _nth(y, 10, 2, 0)),
    (("veterans", "day"), lambda y: date(y, 11, 11)),
    (("earth", "day"), lambda y: date(y, 4, 22)),
    (("cyber", "monday"), lambda y: thanksgiving(y) + timedelta(days=4)),
    (("black", "friday"), lambda y: thanksgiving(y) + timedelta(days=1)),
    (("thanksgiving",), thanksgiving),
    (("labor", "day"), lambda y: _nth(y, 9, 1, 0)),
    (("labour", "day"), lambda y: date(y, 5, 1)),
    (("independence", "day"), lambda y: date(y, 7, 4)),
    (("juneteenth",), lambda y: date(y, 6, 19)),
    (("halloween",), lambda y: date(y, 10, 31)),
    (("valentine", "'", "s"), lambda y: date(y, 2, 14)),
)


FEAST_STARTS = frozenset(names[0] for names, _ in FEASTS)
