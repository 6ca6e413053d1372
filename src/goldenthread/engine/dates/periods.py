"""Phrases that name a week, month, quarter, year, decade, or an edge of one."""

from __future__ import annotations

from datetime import datetime, timedelta

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.days import day
from goldenthread.engine.dates.monthdays import full_year
from goldenthread.engine.dates.tokens import Sentence, number, ordinal, year
from goldenthread.engine.dates.values import (
    Day,
    Found,
    Period,
    add_months,
    midnight,
    month_period,
    week_period,
    year_period,
)

QUARTERS = {f"q{n}": n for n in range(1, 5)}
HALVES = {"h1": 1, "h2": 2}
LONG_UNITS = frozenset({"week", "month", "year", "quarter", "weekend", "decade", "workweek"})


def period(s: Sentence, i: int) -> Found | None:
    """The longest phrase at `i` that names a period, and the place after it."""
    best: Found | None = None
    for rule in RULES:
        found = rule(s, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def unit_period(s: Sentence, unit: str, offset: int) -> Period:
    """The week, month and so on `offset` units from now."""
    now = s.now
    if unit in ("week", "workweek"):
        first = week_period(now.date()).since or now
        first += timedelta(days=7 * offset)
        return Period(first, first + timedelta(days=5 if unit == "workweek" else 7), "week")
    if unit == "weekend":
        first = (week_period(now.date()).since or now) + timedelta(days=5 + 7 * offset)
        return Period(first, first + timedelta(days=2), "weekend")
    size = words.MONTHS_IN[unit]
    index = (now.year * 12 + now.month - 1) // size * size
    base = datetime(index // 12, 1, 1)  # noqa: DTZ001 -- local clock; the zone is added at the end
    first = add_months(base, index % 12 + offset * size)
    return Period(first, add_months(first, size), unit)


def _relative(s: Sentence, i: int) -> Found | None:
    """This week, next month, the year after next, the week."""
    j = s.skip(i, "the", "my")
    low = s.low(j)
    if low in words.RELATIVE and (j == i or s.low(j + 1) == "decade"):
        k = s.skip(j + 1, "calendar")
        nearest = low in ("coming", "upcoming") and s.low(k) == "weekend"
        return _unit_at(s, k, 0 if nearest else _offset(low))
    if s.low(j) in LONG_UNITS and (s.low(j + 1), s.low(j + 2)) == ("before", "last"):
        return unit_period(s, s.low(j), -2), j + 3
    if s.low(j) in LONG_UNITS and s.low(j + 1) == "after":
        k = s.skip(j + 2, "the")
        return (unit_period(s, s.low(j), 2), k + 1) if s.low(k) == "next" else None
    if year(s, j + 1) or (low == "week" and s.at(j + 1).sort == "number"):
        return None
    bare = low == "weekend" or (j > i and low in ("week", "month", "year", "quarter"))
    if bare and s.low(j + 1) not in ("of", "s", "'", "’", "starting", "beginning", "commencing"):
        return unit_period(s, low, 0), j + 1
    return None


def _unit_at(s: Sentence, k: int, offset: int) -> Found | None:
    low = s.low(k)
    if low == "fortnight":
        first = (week_period(s.now.date()).since or s.now) + timedelta(days=14 * offset)
        return Period(first, first + timedelta(days=14)), k + 1
    if low in LONG_UNITS:
        return unit_period(s, low, offset), k + 1
    if low in words.MONTHS and s.at(k).sort == "word":
        if low in words.SHY and not s.at(k).big:
            return None
        month = words.MONTHS[low]
        in_year = s.now.year
        if offset > 0 and month <= s.now.month:
            in_year += 1
        if offset < 0 and month >= s.now.month:
            in_year -= 1
        return month_period(in_year, month), k + 1
    return None


def _month(s: Sentence, i: int) -> Found | None:
    """June, June 2026, month of June, June next year."""
    j = i
    if s.low(i) == "month" and s.low(i + 1) == "of":
        j = i + 2
    low = s.low(j)
    if low not in words.MONTHS or s.at(j).sort != "word":
        return None
    month = words.MONTHS[low]
    k = s.skip(s.dotted(j + 1), ",", "-", "/")
    k = s.skip(k, "of", "in")
    found = year(s, k)
    if found is not None:
        return month_period(found[0], month), found[1]
    if s.low(k) in words.RELATIVE and s.low(k + 1) == "year":
        return month_period(unit_period(s, "year", _offset(s.low(k))).since.year, month), k + 2  # type: ignore[union-attr]  # a year has a beginning
    if s.low(k - 1) == "of" and s.at(k).sort == "number" and len(s.low(k)) == 2:  # noqa: PLR2004 -- of 87
        return month_period(full_year(s.low(k)), month), k + 1
    if low in words.SHY and not _meant(s, i, j):
        return None
    return month_period(s.now.year + (month < s.now.month), month, named=False), j + 1


MONTH_LEADS = words.listed(
    "in by until since from to of the mid early late before after between and - through "
    "till this next last during"
)


def _meant(s: Sentence, i: int, j: int) -> bool:
    """Whether may and march are months here."""
    led = s.low(i - 1) in MONTH_LEADS or s.low(j + 1) in ("to", "through")
    return led and s.at(j).big


def _offset(low: str) -> int:
    return 0 if low in words.THIS else 1 if low in words.NEXT else -1


def _month_in_figures(s: Sentence, i: int) -> Found | None:
    """2015-3, 3/2015, 11 - 2016."""
    token = s.at(i)
    if token.sort == "pair":
        parts = token.low.replace("/", "-").replace(".", "-").replace("–", "-").split("-")
        if len(parts[0]) == 4 and len(parts[1]) <= 2:  # noqa: PLR2004 -- year and month
            return _month_of(int(parts[0]), int(parts[1]), i + 1)
        if len(parts[1]) == 4 and len(parts[0]) <= 2:  # noqa: PLR2004 -- month and year
            return _month_of(int(parts[1]), int(parts[0]), i + 1)
        return None
    if token.sort != "number" or s.low(i + 1) not in ("-", "/") or s.at(i + 2).sort != "number":
        return None
    first, second = token.low, s.low(i + 2)
    if len(first) == 4:  # noqa: PLR2004 -- year first
        return _month_of(int(first), int(second), i + 3)
    return _month_of(int(second), int(first), i + 3) if len(second) == 4 else None  # noqa: PLR2004 -- year last


def _month_of(in_year: int, month: int, j: int) -> Found | None:
    if 1 <= month <= 12 and 1900 <= in_year < 2200:  # noqa: PLR2004 -- what counts as a year
        return month_period(in_year, month), j
    return None


def _year(s: Sentence, i: int) -> Found | None:
    """2026, the year 2026, in two thousand and twenty; a decade or century."""
    j = s.skip(s.skip(i, "calendar", "cy"), "year")
    named_before = j > i
    found = year(s, j)
    if found is None or s.low(found[1]) in words.UNITS:
        return None
    figures = s.at(j).sort == "number"
    if (
        not named_before
        and s.low(i - 1) not in YEAR_LEADS
        and not (
            figures and 1900 <= found[0] < 2100 and s.at(found[1]).sort in ("end", "other")  # noqa: PLR2004 -- what counts as a year
        )
    ):
        return None
    return year_period(found[0]), found[1]


YEAR_LEADS = words.listed(
    "in of since before after until till from to and between during through - ~ than mid year or"
)


def _decade(s: Sentence, i: int) -> Found | None:
    """The 1970s, the 70s, the 21st century."""
    j = s.skip(i, "the")
    tens = s.low(j)
    if s.at(j).sort == "decade":
        first = datetime(full_year(tens), 1, 1)  # noqa: DTZ001 -- local clock
        return Period(first, add_months(first, 120), "decade"), j + 1
    nth = ordinal(s, j)
    if nth is not None and s.low(nth[1]) == "century":
        first = datetime(max(1, (nth[0] - 1) * 100), 1, 1)  # noqa: DTZ001 -- local clock
        return Period(first, add_months(first, 1200), "century"), nth[1] + 1
    return None


def _quarter(s: Sentence, i: int) -> Found | None:
    """Q3, Q3 2026, 2026 Q3, the third quarter of this year."""
    j = s.skip(i, "the")
    lead = year(s, j)
    if lead is not None:
        k = s.skip(lead[1], "-")
        found = _nth_quarter(s, s.skip(k, "the"))
        return (_part_of_year(lead[0], found[0], found[1]), found[2]) if found else None
    found = _nth_quarter(s, j)
    if found is None:
        return None
    size, n, j = found
    k = s.skip(s.skip(j, "of", "in", "-"), "the")
    tail = year(s, k)
    if tail is not None:
        return _part_of_year(tail[0], size, n), tail[1]
    if s.low(k) in words.RELATIVE and s.low(k + 1) == "year":
        return _part_of_year(s.now.year + _offset(s.low(k)), size, n), k + 2
    coming = _part_of_year(s.now.year, size, n)
    if coming.since is not None and coming.since < midnight(s.now.date()):
        coming = _part_of_year(s.now.year + 1, size, n)
    return coming, k + 1 if s.low(k) == "year" else j


def _nth_quarter(s: Sentence, j: int) -> tuple[int, int, int] | None:
    """Months in it, which one, and the place after it."""
    low = s.low(j)
    joined = low + s.low(j + 1) if s.glued(j + 1) else low
    if low in ("q", "h") and (joined in QUARTERS or joined in HALVES):
        return (3, QUARTERS[joined], j + 2) if joined in QUARTERS else (6, HALVES[joined], j + 2)
    nth = ordinal(s, j)
    if nth is not None and s.low(nth[1]) == "quarter" and nth[0] <= 4:  # noqa: PLR2004 -- quarters of a year
        return 3, nth[0], nth[1] + 1
    return None


def _part_of_year(in_year: int, size: int, n: int) -> Period:
    first = datetime(in_year, (n - 1) * size + 1, 1)  # noqa: DTZ001 -- local clock
    return Period(first, add_months(first, size), "quarter")


def _week_of(s: Sentence, i: int) -> Found | None:
    """The week of the 5th, the week starting 5 June, week 31."""
    j = s.skip(i, "the") if s.at(i + 2).sort != "number" else i
    if s.low(j) not in ("week", "weekend"):
        return None
    if s.low(j + 1) in ("of", "starting", "beginning", "commencing"):
        found = day(s, s.skip(j + 2, "on"))
        if found is None or not isinstance(found[0], Day):
            return None
        return week_period(found[0].date), found[1]
    count = number(s, j + 1)
    if count is not None and s.low(j) == "week" and 1 <= count[0] <= 53:  # noqa: PLR2004 -- weeks of a year
        first = week_period(datetime(s.now.year, 1, 4).date()).since  # noqa: DTZ001 -- local clock
        if first is not None:
            first += timedelta(days=7 * (count[0] - 1))
            return Period(first, first + timedelta(days=7), "week"), count[1]
    return None


def _nth_within(s: Sentence, i: int) -> Found | None:
    """The first week of October, the last two months of 2026, the third month of 2021."""
    j = s.skip(i, "the")
    last = s.low(j) == "last"
    nth = (0, j + 1) if last else ordinal(s, j)
    if nth is None:
        return None
    count = number(s, nth[1])
    n, k = count if count and s.low(count[1]) in words.UNITS else (1, nth[1])
    unit = words.UNITS.get(s.low(k), "")
    if unit not in ("day", "week", "month") or (n > 1 and nth[0] > 1):
        return None
    k = s.skip(k + 1, "of", "in")
    outer = _relative(s, k) or _month(s, k) or _whole_year(s, k)
    if outer is None or not isinstance(outer[0], Period):
        return None
    return _cut(outer[0], unit, (nth[0], n)), outer[1]


def _whole_year(s: Sentence, k: int) -> Found | None:
    found = year(s, k)
    return (year_period(found[0]), found[1]) if found else None


def _cut(outer: Period, unit: str, which: tuple[int, int]) -> Period:
    nth, count = which
    first, last = outer.since, outer.until
    if first is None or last is None:
        return outer
    if unit == "week":
        monday = week_period((first + timedelta(days=3)).date())
        final = week_period((last - timedelta(days=4)).date())
        if nth == 0:
            end = final.until or last
            return Period(end - timedelta(days=7 * count), end)
        start = (monday.since or first) + timedelta(days=7 * (nth - 1))
        return Period(start, start + timedelta(days=7 * count))
    if unit == "month":
        start = add_months(last, -count) if nth == 0 else add_months(first, nth - 1)
        return Period(start, add_months(start, count), "month")
    start = last - timedelta(days=count) if nth == 0 else first + timedelta(days=nth - 1)
    return Period(start, start + timedelta(days=count))


def edge(s: Sentence, i: int) -> Found | None:
    """Early next week, the end of March, mid 2026, later this week, rest of the month."""
    j = i
    if s.low(j) == "rest":
        return _rest(s, s.skip(j + 1, "of"))
    which = words.EDGES.get(s.low(j))
    if which is None:
        return None
    k = s.skip(j + 1, "-") if s.low(j) not in ("later", "early") else s.skip(j + 1, "in")
    of = s.skip(k, "of")
    inner = _relative(s, of) or _month(s, of) or _quarter(s, of)
    if inner is None and of > k and s.low(of) in LONG_UNITS:
        inner = unit_period(s, s.low(of), 0), of + 1
    if inner is None and of > k or s.low(j) == "mid":  # noqa: RUF021 -- a year needs its "of"
        inner = inner or _whole_year(s, of)
    if inner is None or not isinstance(inner[0], Period):
        return None
    return edge_of(s, inner[0], which, s.low(j)), inner[1]


def _rest(s: Sentence, j: int) -> Found | None:
    inner = _relative(s, j) or _month(s, j)
    if inner is None and s.low(j) in LONG_UNITS:
        inner = unit_period(s, s.low(j), 0), j + 1
    if inner is None or not isinstance(inner[0], Period) or inner[0].until is None:
        return None
    return Period(midnight(s.now.date()), inner[0].until), inner[1]


def edge_of(s: Sentence, whole: Period, which: str, word: str) -> Period:
    """The named edge of a period."""
    first, last = whole.since, whole.until
    if first is None or last is None:
        return whole
    since, until = _thirds(whole.unit, first, last)[which]
    if word == "beginning" and whole.unit == "year":
        until = add_months(first, 4)
    today = midnight(s.now.date())
    if word == "later" and first <= today < last:
        since = max(since, today)
    if word == "earlier" and first <= today < last:
        until = min(until, today) if today > since else until
    return Period(since, until, whole.unit)


def _thirds(unit: str, first: datetime, last: datetime) -> dict[str, tuple[datetime, datetime]]:
    """Where the beginning, middle and end of a period lie.

    Source: the convention of the Recognizers-Text specification, which readers of such phrases
    are compared by: a week is cut at Thursday, a month at the 16th, a year at July.
    """
    if unit == "week":
        middle = first + timedelta(days=3)
        inside = (first + timedelta(days=1), first + timedelta(days=5))
    elif unit == "month":
        middle = first + timedelta(days=15)
        inside = (first + timedelta(days=9), first + timedelta(days=20))
    elif unit == "year":
        middle = add_months(first, 6)
        inside = (add_months(first, 4), add_months(first, 8))
    else:
        middle = first + (last - first) / 2
        inside = (first + (last - first) / 3, first + 2 * (last - first) / 3)
    return {"early": (first, middle), "mid": inside, "late": (middle, last)}


RULES = (
    edge,
    _relative,
    _month,
    _month_in_figures,
    _year,
    _decade,
    _quarter,
    _week_of,
    _nth_within,
)
