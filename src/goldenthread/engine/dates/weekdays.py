"""Days told by their name: Friday, next Friday, the first Friday of June."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.feasts import nth_in
from goldenthread.engine.dates.monthdays import (
    day_number,
    figures,
    month_of,
    named_month,
    two_figures,
)
from goldenthread.engine.dates.tokens import Sentence, number, ordinal
from goldenthread.engine.dates.values import Day, Found, Value, add_months, safe_date

MONTH_SEARCH = 60


def weekday(s: Sentence, i: int) -> Found | None:
    """Friday, next Friday, Friday next week, Friday the 5th, Friday 5 June."""
    if s.low(i) == "on":
        later = weekday(s, i + 1)
        return later if later is not None and s.low(later[1] - 1) == "week" else None
    j = s.skip(i, "the")
    relative = ""
    if s.low(j) in words.RELATIVE:
        relative = s.low(j)
        j += 1
        if relative == "this" and s.low(j) in words.LAST | words.NEXT:
            relative = "recent" if s.low(j) in words.LAST else "this"
            j += 1
    week = None
    if relative and s.low(j) == "week":
        week, j = relative, s.skip(j + 1, "-", "on", ",")
    low = s.low(j)
    if low not in words.WEEKDAYS or low in words.PLURAL_WEEKDAYS:
        return None
    if low in words.SHY and not _company(s, j, relative):
        return None
    return _weekday_tail(s, words.WEEKDAYS[low], week or relative, s.dotted(j + 1))


def _company(s: Sentence, j: int, relative: str) -> bool:
    """Whether a short name that is also a word stands where a weekday would."""
    if relative or s.low(j - 1) in ("on", "by", "until", "till", "from", "to", "week", "before"):
        return True
    return day_number(s, j + 1) is not None or s.low(j + 1) in (",", *words.MONTHS)


def _weekday_tail(s: Sentence, weekday: int, relative: str, j: int) -> Found | None:
    dated = _dated_weekday(s, weekday, j)
    if dated is not None:
        return dated
    k = s.skip(j, "of", "in")
    if s.low(k) in words.RELATIVE and s.low(k + 1) == "week":
        return _of_week(s, weekday, s.low(k)), k + 2
    if not relative and s.low(k) == "week" and s.low(j) != "of":
        return Day(_coming(s, weekday) + timedelta(days=7)), k + 1
    return (
        _of_week(s, weekday, relative) if relative else Day(_coming(s, weekday), weekly=True)
    ), j


def _dated_weekday(s: Sentence, weekday: int, j: int) -> Found | None:
    k = s.skip(j, ",", "-", "(")
    for rule in (named_month, figures, two_figures):
        found = rule(s, k)
        if found is not None:
            found = _this_year(s, weekday, found[0]), found[1]
            return found[0], s.skip(found[1], ")") if s.low(k - 1) == "(" else found[1]
    article = s.skip(k, "the")
    found_nth = ordinal(s, article) or (number(s, article) if s.at(k).sort == "number" else None)
    if found_nth is None or s.at(found_nth[1]).sort == "clock":
        return None
    if s.at(article).sort == "number" and _is_clock_tail(s, found_nth[1]):
        return None
    exact = _weekday_and_number(s, weekday, found_nth[0], this_month=article > k)
    return (Day(exact, year=False, month=False), found_nth[1]) if exact else None


def _this_year(s: Sentence, weekday: int, found: Value) -> Value:
    """The date of this year when its weekday is the one named, though it be past."""
    if not isinstance(found, Day) or found.year:
        return found
    exact = safe_date(s.now.year, found.date.month, found.date.day)
    return Day(exact, year=False) if exact and exact.weekday() == weekday else found


def _is_clock_tail(s: Sentence, j: int) -> bool:
    return s.low(j) in words.MERIDIEM or s.low(j) in ("-", "oclock", "o", ":", "to", "am", "pm")


def _weekday_and_number(s: Sentence, weekday: int, nth: int, *, this_month: bool) -> date | None:
    first = s.now.replace(day=1)
    for later in range(MONTH_SEARCH):
        month = add_months(first, later)
        found = safe_date(month.year, month.month, nth)
        if found is None or found.weekday() != weekday:
            continue
        if found >= s.now.date() or (this_month and later == 0):
            return found
    return None


def _coming(s: Sentence, weekday: int) -> date:
    today = s.now.date()
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _of_week(s: Sentence, weekday: int, relative: str) -> Day:
    today = s.now.date()
    if relative in ("past", "recent"):
        return Day(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))
    if relative in ("coming", "upcoming"):
        return Day(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
    monday = today - timedelta(days=today.weekday())
    offset = 0 if relative in words.THIS else 7 if relative in words.NEXT else -7
    return Day(monday + timedelta(days=offset + weekday))


def nth_weekday(s: Sentence, i: int) -> Found | None:
    """The first Friday of next month, the last Monday in June."""
    j = s.skip(i, "the")
    nth = ordinal(s, j)
    if s.low(j) == "last":
        nth = (-1, j + 1)
    if nth is None or s.low(nth[1]) not in words.WEEKDAYS:
        return None
    k = s.skip(nth[1] + 1, "of", "in")
    k = s.skip(k, "the") if s.low(k + 1) == "month" else k
    month = month_of(s, k)
    if month is None:
        return None
    exact = nth_in(month[0], month[1], nth[0], words.WEEKDAYS[s.low(nth[1])])
    return (Day(exact), month[2]) if exact else None
