"""From one time to another, and times with one end open."""

from __future__ import annotations

from datetime import datetime, timedelta

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.lengths import length
from goldenthread.engine.dates.moments import moment
from goldenthread.engine.dates.monthdays import next_month_day
from goldenthread.engine.dates.offsets import offset
from goldenthread.engine.dates.periods import period
from goldenthread.engine.dates.tokens import Sentence, number, ordinal, year
from goldenthread.engine.dates.values import (
    Clock,
    Day,
    Found,
    Length,
    Moment,
    Part,
    Period,
    Stretch,
    Value,
    add_months,
    midnight,
    safe_date,
    year_period,
)

BACKWARDS = 8


def point(s: Sentence, i: int, *, led: bool = False) -> Found | None:
    """The longest day, hour, moment or period at `i`; periods lose a tie."""
    best = moment(s, i, led=led)
    for rule in (offset, period):
        found = rule(s, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def span(s: Sentence, i: int) -> Found | None:
    """The longest range at `i`."""
    found = [rule(s, i) for rule in (_numbers, _between, _years, _open, _starting)]
    return max((each for each in found if each is not None), key=lambda each: each[1], default=None)


def _between(s: Sentence, i: int) -> Found | None:
    """From Friday until Tuesday, between now and eight, May to March, Jan-Feb 2017."""
    worded = s.low(i) in ("from", "between")
    first = point(s, i + 1 if worded else i, led=worded)
    if first is None or isinstance(first[0], Length | Part | Stretch):
        return None
    j = s.skip(first[1], ",")
    joined = s.low(j) in words.JOINS or (s.low(j) == "and" and s.low(i) == "between")
    if not joined:
        return None
    last = point(s, s.skip(j + 1, "the") if s.low(j + 2) in words.PARTS else j + 1, led=True)
    if last is None or isinstance(last[0], Length | Part | Stretch):
        return _to_number(s, first[0], j + 1)
    if not worded and isinstance(first[0], Clock) and isinstance(last[0], Clock):
        return None
    start = _as_day(first[0], last[0]) if worded else first[0]
    whole = _join(s, start, last[0])
    short = _to_number(s, first[0], j + 1) if _short_number(first[0], last[0]) else None
    return short or ((whole, last[1]) if whole else _to_number(s, first[0], j + 1))


def _as_day(first: Value, last: Value) -> Value:
    """From 02 to April 07: the first number is a day of the month, not an hour."""
    if not isinstance(first, Clock) or not isinstance(last, Day) or first.sure:
        return first
    exact = safe_date(last.date.year, last.date.month, first.hour)
    fits = exact is not None and not first.minute and exact < last.date and last.month
    return Day(exact) if fits and exact else first


def _short_number(first: Value, last: Value) -> bool:
    """Whether the second end is a bare day of the first one's month."""
    return isinstance(first, Day) and first.month and isinstance(last, Day) and not last.month


def _to_number(s: Sentence, first: Value, j: int) -> Found | None:
    """November 19 to 20, April 9th through 17th."""
    if not isinstance(first, Day) or not first.month:
        return None
    the = s.skip(j, "the")
    found = ordinal(s, the) or number(s, the)
    if found is None or s.low(found[1]) in words.UNITS or s.low(found[1]) in words.MERIDIEM:
        return None
    last = safe_date(first.date.year, first.date.month, found[0])
    tail = year(s, s.skip(found[1], ","))
    if tail is not None and not first.year:
        start = safe_date(tail[0], first.date.month, first.date.day)
        last = safe_date(tail[0], first.date.month, found[0])
        if start and last and last > start:
            return Period(midnight(start), midnight(last)), tail[1]
    if last is None or last <= first.date:
        return None
    return Period(midnight(first.date), midnight(last)), found[1]


def _join(s: Sentence, first: Value, last: Value) -> Period | None:
    """One period from two ends; an end without its year takes it from the other."""
    if isinstance(first, Clock) or isinstance(last, Clock):
        return _join_hours(s, first, last)
    since, until = beginning(first), beginning(last)
    if since is None or until is None:
        return None
    if isinstance(last, Moment) and last.at == s.now and not isinstance(first, Moment | Clock):
        until = midnight(s.now.date())
    if isinstance(first, Moment) and first.at == s.now and isinstance(last, Day):
        since = midnight(s.now.date())
    if since > until and isinstance(last, Day) and last.weekly:
        until += timedelta(days=7 * -((until - since) // timedelta(days=7)))
    if not _has_year(last) and _has_year(first):
        until = _after(since, until, _step(last))
    if not _has_year(first):
        since = _before(since, until, _step(first))
    return Period(since, until) if since <= until else None


def _step(value: Value) -> int:
    """Months after which an end told without its year comes again."""
    return 1 if isinstance(value, Day) and not value.month else 12


def _before(since: datetime, until: datetime, step: int) -> datetime:
    for _ in range(BACKWARDS):
        later = add_months(since, step)
        if later < until:
            since = later
    for _ in range(3000 if since > until else 0):
        if since <= until:
            break
        since = add_months(since, -step)
    return since


def _after(since: datetime, until: datetime, step: int) -> datetime:
    for _ in range(BACKWARDS):
        if until < since:
            until = add_months(until, step)
    return until


def _has_year(value: Value) -> bool:
    if isinstance(value, Day):
        return value.year
    return value.year if isinstance(value, Period) else True


def _join_hours(s: Sentence, first: Value, last: Value) -> Period | None:
    """From 2pm till tomorrow 4:30pm, between 2:00 tomorrow and 4:00."""
    if isinstance(first, Clock) and isinstance(last, Clock):
        return None
    if isinstance(first, Clock):
        end = beginning(last)
        day_of = s.now.date() if end is None or end.date() >= s.now.date() else end.date()
        start = datetime.combine(day_of, first.time)
        return Period(start, end) if end is not None and start <= end else None
    start_of = beginning(first)
    if start_of is None or not isinstance(last, Clock):
        return None
    end = datetime.combine(start_of.date(), last.time)
    if end <= start_of and not last.sure and last.hour < 12:  # noqa: PLR2004 -- noon
        end += timedelta(hours=12)
    return Period(start_of, end) if start_of <= end else None


def beginning(value: Value) -> datetime | None:
    """The moment a value begins; None where it is open or has no date."""
    if isinstance(value, Day):
        return midnight(value.date)
    if isinstance(value, Moment):
        return value.at
    return value.since if isinstance(value, Period) else None


def ending(value: Value) -> datetime | None:
    """The moment a value ends; None where it is open or has no date."""
    if isinstance(value, Day):
        return midnight(value.date) + timedelta(days=1)
    if isinstance(value, Moment):
        return value.at
    return value.until if isinstance(value, Period) else None


def _numbers(s: Sentence, i: int) -> Found | None:
    """4 to 23 next month, between 2-7 Feb 2018, November 19-20, Nov between 19 and 20."""
    lead = _lead_month(s, i)
    j = lead[1] if lead else i
    between = s.low(j) == "between"
    j = s.skip(j, "from", "between")
    pair = _pair(s, j, between=between)
    if pair is None:
        return None
    first, last, k = pair
    if lead is not None:
        return _in_month(s, lead[0], (first, last), k)
    k = s.skip(s.skip(k, "of"), "the")
    if s.low(k) in words.MONTHS:
        return _in_month(s, words.MONTHS[s.low(k)], (first, last), k + 1)
    if s.low(k) in words.RELATIVE and s.low(k + 1) == "month":
        move = 0 if s.low(k) in words.THIS else 1 if s.low(k) in words.NEXT else -1
        month = add_months(s.now.replace(day=1), move)
        return _dated(month.year, month.month, (first, last), k + 2)
    return None


def _lead_month(s: Sentence, i: int) -> tuple[int, int] | None:
    if s.low(i) not in words.MONTHS or s.at(i).sort != "word":
        return None
    return words.MONTHS[s.low(i)], s.skip(i + 1, ".")


def _pair(s: Sentence, j: int, *, between: bool) -> tuple[int, int, int] | None:
    token = s.at(j)
    if token.sort == "pair" and ("-" in token.low or "–" in token.low):
        first, last = (int(part) for part in token.low.replace("–", "-").split("-"))
        return first, last, j + 1
    the = s.skip(j, "the")
    one = ordinal(s, the) or number(s, the)
    if one is None or s.low(one[1]) not in words.JOINS | ({"and"} if between else set()):
        return None
    the = s.skip(one[1] + 1, "the")
    other = ordinal(s, the) or number(s, the)
    return (one[0], other[0], other[1]) if other else None


def _in_month(s: Sentence, month: int, days: tuple[int, int], k: int) -> Found | None:
    tail = year(s, s.skip(k, ",", "of"))
    if tail is not None:
        return _dated(tail[0], month, days, tail[1])
    coming = next_month_day(s, month, days[1]) if days[1] <= 31 else None  # noqa: PLR2004 -- days of a month
    return _dated(coming.date.year, month, days, k) if coming else None


def _dated(in_year: int, month: int, days: tuple[int, int], k: int) -> Found | None:
    first, last = safe_date(in_year, month, days[0]), safe_date(in_year, month, days[1])
    if first is None or last is None or first >= last:
        return None
    return Period(midnight(first), midnight(last)), k


def _years(s: Sentence, i: int) -> Found | None:
    """2014-2018, from 2014 to 2018."""
    j = s.skip(i, "from", "between")
    token = s.at(j)
    if token.sort != "pair" or len(token.low) != 9 or "." in token.low:  # noqa: PLR2004 -- two years and a dash
        return None
    first, last = (int(part) for part in token.low.replace("–", "-").replace("/", "-").split("-"))
    if not 1900 <= first < last < 2200:  # noqa: PLR2004 -- what counts as a year
        return None
    return Period(year_period(first).since, year_period(last).since), j + 1


def _open(s: Sentence, i: int) -> Found | None:
    """By Friday, before 2010, after 6pm, since this August, no later than Monday."""
    low = s.low(i)
    j = i + 1
    if low in ("no", "not") and s.low(i + 1) == "later" and s.low(i + 2) == "than":
        low, j = "by", i + 3
    elif low in ("later", "earlier") and s.low(i + 1) == "than":
        low, j = ("after" if low == "later" else "before"), i + 2
    elif low == "as" and s.low(i + 2) == "as" and s.low(i + 1) in ("early", "late"):
        low, j = ("since" if s.low(i + 1) == "early" else "until"), i + 3
    elif low == "any" and s.low(i + 1) == "time" and s.low(i + 2) == "from":
        low, j = "since", i + 3
    if low not in words.BEFORE | words.AFTER or (
        low in ("from", "beginning", "onwards") and j == i + 1
    ):
        return None
    j = s.skip(j, "on", "around", "about", "at")
    the = s.skip(j, "the")
    found = point(s, j, led=low not in ("since", "starting")) or (
        point(s, the) if the > j else None
    )
    if found is None:
        return None
    return _opened(s, low, found)


def _opened(s: Sentence, low: str, found: Found) -> Found | None:
    value, j = found
    if isinstance(value, Clock | Part):
        return _open_hour(s, low, value, j)
    if isinstance(value, Length | Stretch):
        return None
    since, until = beginning(value), ending(value)
    if low in ("by", "until", "till", "til"):
        return Period(None, until), j
    if low == "before":
        late = (
            s.low(j - 3) in ("end", "late")
            or s.low(j - 2) in ("end", "late")
            or s.low(j - 4) == "end"
        )
        return Period(None, until if late else since), j
    if low == "after" and isinstance(value, Period):
        return Period(until, None), j
    return Period(since, None), j


def _open_hour(s: Sentence, low: str, value: Clock | Part, j: int) -> Found | None:
    hours = (
        (value.time, value.time)
        if isinstance(value, Clock)
        else tuple(
            each.time()
            for each in (value.of(s.now.date()).since, value.of(s.now.date()).until)
            if each
        )
    )
    at = datetime.combine(s.now.date(), hours[0] if low == "before" else hours[-1])
    if at < s.now and low != "since":
        at += timedelta(days=1)
    before = low in words.BEFORE
    return (Period(None, at, "hour") if before else Period(at, None, "hour")), j


def _starting(s: Sentence, i: int) -> Found | None:
    """Two weeks starting 20 May, a day from this Friday at 5 pm."""
    found = length(s, i)
    if found is None or s.low(found[1]) not in ("starting", "beginning", "commencing"):
        return None
    anchor = moment(s, s.skip(found[1] + 1, "on", "from"))
    start = beginning(anchor[0]) if anchor else None
    if anchor is None or start is None:
        return None
    return Period(start, found[0].after(start)), anchor[1]
