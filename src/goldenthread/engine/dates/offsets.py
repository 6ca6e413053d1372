"""Points and ranges told by how far off they are: in two weeks, within 3–5 days, 2 days ago."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.days import day
from goldenthread.engine.dates.lengths import amount, length
from goldenthread.engine.dates.values import (
    Day,
    Found,
    Length,
    Moment,
    Period,
    add_months,
    midnight,
)
from goldenthread.engine.dates.working import working_day

if TYPE_CHECKING:
    from goldenthread.engine.dates.tokens import Sentence

HEDGES = frozenset({"about", "around", "approximately", "roughly", "approx", "just", "only"})


def offset(s: Sentence, i: int) -> Found | None:
    """The longest phrase at `i` that tells a time by its distance."""
    found = [rule(s, i) for rule in (_in, _within, _measured, _coming, _counted_weekday, _week_on)]
    return max((each for each in found if each is not None), key=lambda each: each[1], default=None)


def moved(s: Sentence, start: datetime, by: Length, sign: int = 1) -> datetime:
    """`start` moved by a length, working days included."""
    if by.working:
        shifted = working_day(s, start.date(), sign * by.working)
        return datetime.combine(shifted, start.time())
    return by.after(start, sign)


def _landed(s: Sentence, start: datetime, by: Length, sign: int = 1) -> Day | Moment | Period:
    """Where one lands: a day when told in days or longer, else a moment."""
    if by.coarse and by.least is not None:
        first = midnight(moved(s, start, by.least, sign).date())
        last = midnight(moved(s, start, by, sign).date()) + timedelta(days=1)
        return Period(first, last)
    if by.coarse:
        return Day(moved(s, start, by, sign).date())
    if by.least is not None:
        return Period(moved(s, start, by.least, sign), moved(s, start, by, sign))
    return Moment(moved(s, start, by, sign))


def _hedged(s: Sentence, i: int) -> int:
    """Past words such as "about", "up to", "less than", "a maximum of"."""
    if s.low(i) in ("less", "more", "no", "not") and s.low(i + 1) in ("than", "more", "later"):
        return s.skip(i + 2, "than")
    if s.low(i) == "up" and s.low(i + 1) == "to":
        return i + 2
    return i + 1 if s.low(i) in HEDGES or s.low(i) == "under" else i


def _in(s: Sentence, i: int) -> Found | None:
    """In two weeks, in less than an hour, in a fortnight's time."""
    if s.low(i) != "in":
        return None
    found = length(s, _hedged(s, i + 1))
    if found is None or s.low(i + 1) in ("all", "full", "whole"):
        return None
    return _landed(s, s.now, found[0]), found[1]


def _within(s: Sentence, i: int) -> Found | None:
    """Within 3 days, within the next hour, within 2 weeks from today."""
    if s.low(i) not in ("within", "inside"):
        return None
    j = s.skip(_hedged(s, i + 1), "of")
    j = s.skip(s.skip(j, "the", "a"), "next", "coming", "following", "maximum")
    bare = s.skip(j, "of")
    found = length(s, i + 1) or length(s, bare) or _one_unit(s, bare)
    if found is None:
        return None
    start, k = s.now, found[1]
    anchor = _anchor(s, k)
    if anchor is not None:
        start, k = midnight(anchor[0]), anchor[1]
    return Period(start, _within_until(s, start, found[0])), k


def _within_until(s: Sentence, start: datetime, by: Length) -> datetime:
    """Working days run to the end of the last of them."""
    if by.working:
        return midnight(moved(s, start, by).date()) + timedelta(days=1)
    return moved(s, start, by)


def _one_unit(s: Sentence, j: int) -> tuple[Length, int] | None:
    if s.low(j) not in words.UNITS or s.low(j) in words.LETTERS:
        return None
    unit = words.UNITS[s.low(j)]
    if unit in words.MONTHS_IN:
        return Length(months=words.MONTHS_IN[unit]), j + 1
    if unit in words.DAYS_IN:
        return Length(days=words.DAYS_IN[unit]), j + 1
    return Length(seconds=words.SECONDS[unit]), j + 1


def _anchor(s: Sentence, k: int) -> tuple[date, int] | None:
    """The day a length is counted from: of today, from tomorrow, after 12 January."""
    if s.low(k) not in ("from", "of", "after", "before", "following"):
        return None
    j = k + 1
    if s.low(j) == "now":
        return s.now.date(), j + 1
    found = day(s, j)
    if found is None or not isinstance(found[0], Day):
        return None
    return found[0].date, found[1]


def _measured(s: Sentence, i: int) -> Found | None:
    """Two days ago, 30 minutes later, three weeks from tomorrow, 2 days before Christmas."""
    hedge = s.low(i) if s.low(i) in ("more", "less") and s.low(i + 1) == "than" else ""
    found = length(s, i + 2 if hedge else i)
    if found is None:
        return None
    by, j = found
    if s.low(j) == "ago":
        return _landed(s, s.now, by, -1), j + 1
    if s.low(j) in ("later", "hence") or (s.low(j) == "from" and s.low(j + 1) == "now"):
        return _landed(s, s.now, by), j + (1 if s.low(j) != "from" else 2)
    if (s.low(j), s.low(j + 1), s.low(j + 2)) == ("in", "the", "future"):
        first = midnight(s.now.date()) + timedelta(days=1)
        return Period(first, moved(s, first, by)), j + 3
    anchor = _anchor(s, j)
    if anchor is None or s.low(j) == "of":
        return None
    return _bounded(s, hedge, by, anchor, sign=-1 if s.low(j) == "before" else 1)


def _bounded(
    s: Sentence, hedge: str, by: Length, anchor: tuple[date, int], *, sign: int
) -> Found | None:
    start = midnight(anchor[0])
    landed = moved(s, start, by, sign)
    if hedge == "more":
        return (Period(landed, None) if sign > 0 else Period(None, landed)), anchor[1]
    if hedge == "less":
        return (Period(start, landed) if sign > 0 else Period(landed, start)), anchor[1]
    return _landed(s, start, by, sign), anchor[1]


def _coming(s: Sentence, i: int) -> Found | None:
    """The next 3 days, the past few weeks, the 3 next weeks, next hour."""
    the = s.skip(i, "the") if _decades(s, i) else i
    if s.low(the) in words.NEXT | words.LAST:
        found = length(s, the + 1) or _fine_unit(s, the + 1)
        if found and words.UNITS.get(s.low(found[1] - 1)) in ("quarter", "decade"):
            return _aligned(s, found[0], s.low(the), s.low(found[1] - 1)), found[1]
        return (_run(s, found[0], s.low(the)), found[1]) if found else None
    count = amount(s, the)
    if count is None or s.low(count[2]) not in words.NEXT | words.LAST:
        return None
    if count[1] > 1 and not s.low(count[2] + 1).endswith("s"):
        return None
    unit = _one_unit(s, count[2] + 1)
    if unit is None:
        return None
    by = Length(unit[0].months * count[1], unit[0].seconds * count[1], unit[0].days * count[1])
    return _run(s, by, s.low(count[2])), unit[1]


def _decades(s: Sentence, i: int) -> bool:
    return any(words.UNITS.get(s.low(i + k)) == "decade" for k in (2, 3))


def _aligned(s: Sentence, by: Length, which: str, unit: str) -> Period:
    """Whole quarters and decades, as calendars have them."""
    size = words.MONTHS_IN[words.UNITS[unit]]
    index = (s.now.year * 12 + s.now.month - 1) // size * size
    today = midnight(s.now.date()).replace(day=1)
    start = add_months(today, index - (s.now.year * 12 + s.now.month - 1))
    if which in words.LAST:
        return Period(add_months(start, -int(by.months)), start)
    start = add_months(start, size)
    return Period(start, add_months(start, int(by.months)))


def _fine_unit(s: Sentence, j: int) -> tuple[Length, int] | None:
    if words.UNITS.get(s.low(j)) in ("hour", "minute"):
        return _one_unit(s, j)
    return None


def _run(s: Sentence, by: Length, which: str) -> Period:
    """The run of time just ahead or just behind; whole days begin tomorrow."""
    if not by.coarse:
        if which in words.NEXT:
            return Period(s.now, moved(s, s.now, by))
        return Period(moved(s, s.now, by, -1), s.now)
    today = midnight(s.now.date())
    if which in words.LAST:
        return Period(moved(s, today, by, -1), today)
    if by.working:
        first = midnight(working_day(s, today.date(), 1))
        return Period(first, moved(s, today, by) + timedelta(days=1))
    first = today + timedelta(days=1)
    return Period(first, moved(s, first, by))


def _week_on(s: Sentence, i: int) -> Found | None:
    """A week on Monday, two weeks tomorrow."""
    count = amount(s, i)
    if count is None or s.low(count[2]) not in ("week", "weeks"):
        return None
    j = s.skip(count[2] + 1, "on")
    if s.low(j) not in words.WEEKDAYS and s.low(j) not in ("today", "tomorrow"):
        return None
    found = day(s, j)
    if found is None or not isinstance(found[0], Day):
        return None
    return Day(found[0].date + timedelta(days=7 * int(count[1]))), found[1]


def _counted_weekday(s: Sentence, i: int) -> Found | None:
    """Two Sundays from now, two Mondays later."""
    count = amount(s, i)
    if count is None:
        return None
    j = count[2]
    low = s.low(j)
    if low not in words.WEEKDAYS:
        return None
    end = j + 2 if s.low(j + 1) == "later" else j + 3 if s.low(j + 2) == "now" else 0
    if not end or (end == j + 3 and s.low(j + 1) != "from"):
        return None
    today = s.now.date()
    ahead = (words.WEEKDAYS[low] - today.weekday() - 1) % 7 + 1
    return Day(today + timedelta(days=ahead + 7 * (int(count[1]) - 1))), end
