"""Days told by their place in a month: 5 June, June the 5th, 5/6, the 21st."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.tokens import Sentence, number, ordinal, year
from goldenthread.engine.dates.values import (
    Day,
    Found,
    add_months,
    safe_date,
)

if TYPE_CHECKING:
    from datetime import date

LEAP_SEARCH = 9


def next_month_day(s: Sentence, month: int, number_of_day: int) -> Day | None:
    """The next time that day of that month comes; None for a day no year has."""
    for later in range(LEAP_SEARCH):
        found = safe_date(s.now.year + later, month, number_of_day)
        if found is not None and found >= s.now.date():
            return Day(found, year=False)
    return None


def next_day_of_month(s: Sentence, number_of_day: int) -> Day | None:
    """The next time that day of a month comes."""
    for later in range(3):
        first = add_months(s.now.replace(day=1), later)
        found = safe_date(first.year, first.month, number_of_day)
        if found is not None and found >= s.now.date():
            return Day(found, year=False, month=False)
    return None


def full_year(text: str) -> int:
    """The year two or four digits mean: 00…39 of this century, 40…99 of the last."""
    value = int(text)
    if len(text) > 2:  # noqa: PLR2004 -- written in full
        return value
    return value + (2000 if value < 40 else 1900)  # noqa: PLR2004 -- the usual window


def _month(s: Sentence, i: int) -> tuple[int, int] | None:
    if s.low(i) not in words.MONTHS or s.at(i).sort != "word":
        return None
    return words.MONTHS[s.low(i)], s.dotted(i + 1)


def day_number(s: Sentence, i: int) -> tuple[int, int] | None:
    """A number from 1 to 31 at `i`, in figures or words, and the place after it."""
    j = s.skip(i, "the")
    found = ordinal(s, j) or number(s, j)
    if found is None or not 1 <= found[0] <= 31:  # noqa: PLR2004 -- days of a month
        return None
    return found


def named_month(s: Sentence, i: int) -> Found | None:
    """March 5, March the fifth, 5 March, the fifth of March, each with a year or without."""
    start = _month(s, i)
    if start is not None:
        j = s.skip(start[1], "-", "/", "(")
        found = day_number(s, j)
        if found is None or s.low(found[1]) == "%" or s.low(found[1]) in words.MERIDIEM:
            return None
        return _with_year(s, start[0], found[0], found[1])
    found = day_number(s, i) if s.low(i) != "the" else None
    if found is None:
        return None
    j = s.skip(found[1], ".", "-", "/")
    j = s.skip(j + 1, "of") if s.low(j) == "day" else s.skip(j, "of")
    j = s.skip(j, "the")
    named = _month(s, j)
    if named is None:
        return None
    return _with_year(s, named[0], found[0], named[1])


def _with_year(s: Sentence, month: int, number_of_day: int, j: int) -> Found | None:
    k = s.skip(j, ",", "-", "/", ".")
    k = s.skip(k, "of", "in")
    found = year(s, k)
    if found is not None and s.low(found[1]) not in words.UNITS:
        exact = safe_date(found[0], month, number_of_day)
        return (Day(exact), found[1]) if exact else None
    relative = _year_of(s, k)
    if relative is not None:
        exact = safe_date(relative[0], month, number_of_day)
        return (Day(exact), relative[1]) if exact else None
    coming = next_month_day(s, month, number_of_day)
    return (coming, j) if coming else None


def _year_of(s: Sentence, i: int) -> tuple[int, int] | None:
    """This year, next year, last year."""
    if s.low(i) in words.RELATIVE and s.low(i + 1) == "year":
        low = s.low(i)
        offset = 0 if low in words.THIS else 1 if low in words.NEXT else -1
        return s.now.year + offset, i + 2
    return None


def figures(s: Sentence, i: int) -> Found | None:
    """5/6/2026, 2026-06-05, 13.5.2015, 20260605."""
    token = s.at(i)
    if token.sort == "stamp":
        exact = safe_date(int(token.low[:4]), int(token.low[4:6]), int(token.low[6:]))
        return (Day(exact), i + 1) if exact else None
    if token.sort != "triple":
        return None
    parts = token.low.replace("/", "-").replace(".", "-").replace(",", "-").split("-")
    if len(parts[0]) == 4:  # noqa: PLR2004 -- year first
        exact = safe_date(int(parts[0]), int(parts[1]), int(parts[2]))
    else:
        exact = _ordered(s, int(parts[0]), int(parts[1]), full_year(parts[2]))
    return (Day(exact), i + 1) if exact else None


def _ordered(s: Sentence, first: int, second: int, in_year: int) -> date | None:
    month, number_of_day = (first, second) if s.month_first else (second, first)
    return safe_date(in_year, month, number_of_day) or safe_date(in_year, number_of_day, month)


def two_figures(s: Sentence, i: int) -> Found | None:
    """5/6, and 5.6 or 5-6 where the words before it say that a day is meant."""
    token = s.at(i)
    if token.sort != "pair" or not _means_a_day(s, i):
        return None
    first, second = (int(part) for part in token.low.replace("-", "/").replace(".", "/").split("/"))
    orders = (
        [(first, second), (second, first)] if s.month_first else [(second, first), (first, second)]
    )
    for month, number_of_day in orders:
        if 1 <= month <= 12:  # noqa: PLR2004 -- months
            coming = next_month_day(s, month, number_of_day)
            if coming is not None:
                j = i + 1
                if s.low(j) == "," and (found := year(s, j + 1)):
                    exact = safe_date(found[0], month, number_of_day)
                    return (Day(exact), found[1]) if exact else None
                return coming, j
    return None


def _means_a_day(s: Sentence, i: int) -> bool:
    low, before = s.low(i), s.low(i - 1)
    if "–" in low or s.low(i + 1) in words.UNITS or s.low(i + 1) in words.MERIDIEM:
        return False
    led = before in ("on", "by", "until", "till", "since", "this", "next", "from") or (
        before in words.WEEKDAYS
    )
    if "/" in low:
        return low != "24/7" and (led or not low.endswith(("/5", "/10")))
    return led or (before == "in" and "." in low)


def month_of(s: Sentence, k: int) -> tuple[int, int, int] | None:
    """The year and number of a month told in words, and the place after it."""
    low = s.low(k)
    if low == "month":
        return s.now.year, s.now.month, k + 1
    if low in words.RELATIVE and s.low(k + 1) == "month":
        offset = 0 if low in words.THIS else 1 if low in words.NEXT else -1
        moved = add_months(s.now.replace(day=1), offset)
        return moved.year, moved.month, k + 2
    if low in words.MONTHS:
        found = year(s, s.skip(k + 1, ",", "of"))
        month = words.MONTHS[low]
        if found:
            return found[0], month, found[1]
        return s.now.year + (month < s.now.month), month, k + 1
    return None


def nth_of_month(s: Sentence, i: int) -> Found | None:
    """The 20th of next month, the 15th day of this month."""
    j = s.skip(i, "the")
    nth = ordinal(s, j)
    if nth is None:
        return None
    k = s.skip(nth[1], "day")
    k = s.skip(k, "of", "in")
    k = s.skip(k, "the") if s.low(k + 1) == "month" else k
    month = month_of(s, k)
    if month is None or k == nth[1]:
        return None
    exact = safe_date(month[0], month[1], nth[0])
    return (Day(exact), month[2]) if exact else None


def bare_number(s: Sentence, i: int) -> Found | None:
    """The 4th, the twenty-first; a bare number only after "on" or "the"."""
    j = s.skip(i, "the")
    before = s.low(i - 1)
    nth = ordinal(s, j)
    if nth is not None:
        led = j > i or before in DAY_LEADS
        free = _free(s, nth[1])
        stands = (led or free) if s.at(j).sort == "nth" else (led and free)
    else:
        nth = number(s, j)
        led = before == "on" or (j > i and before in ("for", "by"))
        stands = led and nth is not None and _free(s, nth[1])
    if nth is None or not stands or _counts(s, j, nth[1]):
        return None
    coming = next_day_of_month(s, nth[0])
    return (coming, nth[1]) if coming else None


DAY_LEADS = words.listed("on by before after since until till from to")


def _counts(s: Sentence, j: int, k: int) -> bool:
    """Whether the number tells which one of something, or belongs to a month named behind it."""
    if s.low(j) in ("first", "second", "one", "two") or s.low(k) in words.UNITS:
        return True
    after = s.skip(s.skip(k, "day"), "of")
    return after > k and s.low(after) in words.MONTHS


FOLLOWERS = words.listed(
    "and or at from to until till between by around for before after in is was with if "
    "so but as please through thru we i you he she they then when"
)


def _free(s: Sentence, j: int) -> bool:
    """Whether nothing follows that the number could count."""
    token = s.at(j)
    return token.sort in ("end", "other", "clock") or token.low in FOLLOWERS


def year_first(s: Sentence, i: int) -> Found | None:
    """2019-aug-1, 2020/Sep/23, 2026 June 5."""
    if s.at(i).sort != "number":
        return None
    found = year(s, i)
    if found is None:
        return None
    named = _month(s, s.skip(found[1], "-", "/"))
    if named is None:
        return None
    nth = day_number(s, s.skip(named[1], "-", "/"))
    exact = safe_date(found[0], named[0], nth[0]) if nth else None
    return (Day(exact), nth[1]) if exact and nth else None
