"""Phrases that name an hour of a day, a part of a day, or its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.clocks import by_part, clock
from goldenthread.engine.dates.days import day
from goldenthread.engine.dates.lengths import length
from goldenthread.engine.dates.periods import edge_of, unit_period
from goldenthread.engine.dates.tokens import Sentence, Token
from goldenthread.engine.dates.values import (
    NIGHTFALL,
    Clock,
    Day,
    Found,
    Moment,
    Part,
    Period,
    Stretch,
)

AT = ("at", "around", "for", "@", "about", "-", "–", ",", "(")
CLOSING = time(17)
NOON = 12
# "Last night" is yesterday's, "next morning" tomorrow's.
DAYS_OFF = {"this": 0, "next": 1, "last": -1}
UNITS_SHORT = {"eow": "week", "eom": "month", "eoy": "year"}


@dataclass(frozen=True, slots=True)
class _Start:
    """A day at the head of a phrase, with the part of it that was named."""

    day: Day
    part: Part | None
    end: int


def moment(s: Sentence, i: int, *, led: bool = False) -> Found | None:
    """The longest day, hour or part of a day at `i`; `led` as in `clock`."""
    if s.low(i) in ("around", "about") and not led:
        later = moment(s, i + 1, led=True)
        return later if later is not None and isinstance(later[0], Moment | Clock) else None
    found = [
        _now(s, i),
        _end_of_day(s, i),
        part_of_day(s, i),
        _day_and_hour(s, i),
        _hour_and_day(s, i, led=led),
    ]
    return max((each for each in found if each is not None), key=lambda each: each[1], default=None)


def _now(s: Sentence, i: int) -> Found | None:
    """Now, right now, at the moment."""
    if s.low(i) == "now":
        return Moment(s.now), i + 1
    if s.low(i) == "right" and s.low(i + 1) == "now":
        return Moment(s.now), i + 2
    if (s.low(i), s.low(i + 1), s.low(i + 2)) == ("at", "the", "moment"):
        return Moment(s.now), i + 3
    return None


def _end_of_day(s: Sentence, i: int) -> Found | None:
    """End of day, end of tomorrow, end of business Friday, close of play, COB, EOD."""
    j = s.skip(i, "the") if s.low(i + 1) not in UNITS_SHORT else i
    low = s.low(j)
    if low in ("eod", "cob"):
        return _closing(s, j + 1, business=low == "cob")
    if low in UNITS_SHORT:
        return edge_of(s, unit_period(s, UNITS_SHORT[low], 0), "late", "end"), j + 1
    k = s.skip(j + 1, "of", "-")
    if low == "close" and s.low(k) in ("business", "play", "trading", "day"):
        return _closing(s, k + 1, business=s.low(k) != "day")
    if low == "end" and k > j + 1:
        return _end_of(s, s.skip(k, "the", "this"))
    return None


def _end_of(s: Sentence, k: int) -> Found | None:
    if s.low(k) in ("business", "play"):
        return _closing(s, s.skip(k + 1, "day"), business=True)
    if s.low(k) in ("working", "work", "trading", "business") and s.low(k + 1) == "day":
        return _closing(s, k + 2, business=True)
    if s.low(k) == "day":
        return _closing(s, k + 1, business=False)
    found = day(s, k)
    if found is not None and isinstance(found[0], Day):
        return Moment(datetime.combine(found[0].date, NIGHTFALL)), found[1]
    return None


def _closing(s: Sentence, j: int, *, business: bool) -> Found:
    """The end of a day, or of its business, on the day named next or today."""
    found = day(s, s.skip(j, "on", ","))
    on = s.now.date()
    if found is not None and isinstance(found[0], Day):
        on, j = found[0].date, found[1]
    if not business:
        return Moment(datetime.combine(on, NIGHTFALL)), j
    if s.calendar is not None:
        if not s.calendar.is_working(on):
            on = s.calendar.add_working_days(on, 0)
        closes = s.calendar.closes(on)
        if closes is not None:
            return Moment(closes.replace(tzinfo=None)), j
    return Moment(datetime.combine(on, CLOSING)), j


def part_of_day(s: Sentence, i: int) -> Found | None:
    """In the morning, this evening, tonight, at lunchtime, later in the afternoon."""
    low = s.low(i)
    if low in words.TONIGHT:
        return Part(*words.PARTS["night"]).of(s.now.date()), i + 1
    which = words.EDGES.get(low, "")
    j = i + 1 if which else i
    if s.low(j) == "last" and s.low(j + 1) == "night":
        return Part(*words.PARTS["night"]).of(s.now.date() - timedelta(days=1)), j + 2
    dated = s.low(j) == "this" or (s.low(j) in words.NEXT and s.low(j + 1) != "night")
    if dated:
        found = _part(s, j + 1)
        if found is None:
            return None
        on = s.now.date() + timedelta(days=0 if s.low(j) == "this" else 1)
        return _third(found[0], which).of(on), found[1]
    k = s.skip(s.skip(j, "in", "during", "at"), "the")
    found = _part(s, k) if s.low(k - 1) != "good" else None
    if found is None or (k == j and s.low(k) in ("night", "lunch")):
        return None
    return _third(found[0], which), found[1]


def _part(s: Sentence, i: int) -> tuple[Part, int] | None:
    if s.low(i) == "night" and s.low(i + 1) == "-" and s.low(i + 2) == "time":
        return Part(0, 8), i + 3
    if s.low(i) not in words.PARTS or s.low(i) in words.PLURAL_PARTS:
        return None
    if s.low(i) == "lunch" and s.low(i - 1) in ("the", "in"):
        return None
    return Part(*words.PARTS[s.low(i)]), i + 1


def _third(whole: Part, which: str) -> Part:
    if which == "early":
        return Part(whole.first, whole.first + 2)
    return Part(whole.first + 2, whole.last) if which == "late" else whole


def _start(s: Sentence, i: int) -> _Start | None:
    """A day at `i`, with the part of it that follows or goes before."""
    if s.low(i) in words.TONIGHT:
        return _Start(Day(s.now.date()), Part(*words.PARTS["night"]), i + 1)
    if s.low(i) in DAYS_OFF and s.low(i + 1) in words.PARTS:
        on = s.now.date() + timedelta(days=DAYS_OFF[s.low(i)])
        return _Start(Day(on), Part(*words.PARTS[s.low(i + 1)]), i + 2)
    found = day(s, i)
    if found is None or not isinstance(found[0], Day):
        return None
    j = found[1]
    if s.low(j) in ("am", "pm") and s.at(j - 1).sort == "word":
        return _Start(found[0], Part(8, 12) if s.low(j) == "am" else Part(12, 16), j + 1)
    k = s.skip(s.skip(j, "in", "-", "at", "during"), "the")
    part = _part(s, k)
    if part is None or (s.low(k) == "lunch" and k == j):
        return _Start(found[0], None, j)
    return _Start(found[0], part[0], part[1])


def _day_and_hour(s: Sentence, i: int) -> Found | None:
    """Tomorrow at 8, Friday morning 6-8, 5 June from 2 to 4, tomorrow before 5pm, Friday."""
    start = _start(s, i)
    if start is None:
        return None
    on = start.day.date
    j = start.end
    limit = s.low(j)
    k = s.skip(j, ")")
    led = s.low(k) in ("at", "around", "@") or (start.part is not None and s.at(k).sort != "word")
    k = s.skip(k, *AT)
    k = s.skip(k, "at", "around")
    spread = stretch(s, k, led=True)
    if spread is not None:
        return _spread_on(spread[0], on, start.part), spread[1]
    if limit in words.BEFORE | words.AFTER:
        return _limited(s, start, limit)
    hour = clock(
        s, k, led=led or s.low(i) in words.TODAY or s.at(start.end - 1).low in words.WEEKDAYS
    )
    if hour is not None:
        return _timed(s, hour, on, start.part)
    if start.part is not None:
        return start.part.of(on), j
    return start.day, j


def _timed(s: Sentence, hour: tuple[Clock, int], on: date, part: Part | None) -> Found:
    at = datetime.combine(on, _told(hour[0], part).time)
    if s.low(hour[1]) == "for":
        lasting = length(s, hour[1] + 1)
        if lasting is not None:
            return Period(at, lasting[0].after(at)), lasting[1]
    return Moment(at), hour[1]


def _told(hour: Clock, part: Part | None) -> Clock:
    return by_part(hour, part) if part is not None else hour


def _limited(s: Sentence, start: _Start, limit: str) -> Found:
    """A day with a bound inside it: tomorrow before 5pm, Friday after 2."""
    hour = clock(s, s.skip(start.end + 1, "about", "around"), led=True)
    if hour is None:
        return (start.part.of(start.day.date) if start.part else start.day), start.end
    at = datetime.combine(start.day.date, _told(hour[0], start.part).time)
    if limit in words.BEFORE:
        return Period(None, at), hour[1]
    if s.low(hour[1]) == "for" and (lasting := length(s, hour[1] + 1)) is not None:
        return Period(at, lasting[0].after(at)), lasting[1]
    return Period(at, None), hour[1]


def _hour_and_day(s: Sentence, i: int, *, led: bool) -> Found | None:
    """8pm tomorrow, from 2 to 4 on Friday, in the afternoon at 7, 3 o'clock."""
    spread = stretch(s, i, led=led)
    if spread is not None:
        return _then_day_spread(s, spread)
    lead = part_of_day(s, i)
    if lead is not None and isinstance(lead[0], Part):
        k = s.skip(lead[1], *AT)
        hour = clock(s, k, led=True)
        if hour is not None:
            return by_part(hour[0], lead[0]), hour[1]
    dotted = s.low(i) == "at" and s.at(i + 1).sort == "pair" and "." in s.low(i + 1)
    at = i + 1 if dotted else i
    start_led = led or s.low(i - 1) in ("at", "@") or _day_follows(s, i)
    hour = clock(s, at, led=start_led)
    if hour is None:
        return None
    return _then_day(s, hour)


def _day_follows(s: Sentence, i: int) -> bool:
    """Whether an hour is followed by the day it belongs to: seven tomorrow, 7, this morning."""
    worded = s.at(i).sort == "word"
    if worded and s.low(i) not in words.ONES:
        return False
    comma = s.skip(i + 1, ",")
    if s.low(comma) == "this" and s.low(comma + 1) in words.PARTS:
        return True
    if not worded:
        return comma > i + 1 and s.low(comma) in words.TODAY
    return s.low(i + 1) == "on" or any(s.low(i + k) in words.TODAY for k in (1, 2, 3))


def _then_day(s: Sentence, hour: tuple[Clock, int]) -> Found:
    j = hour[1]
    k = s.skip(s.skip(j, ","), "on", "of", "for")
    start = _start(s, k)
    if start is None:
        return hour
    at = datetime.combine(start.day.date, _told(hour[0], start.part).time)
    return Moment(at), start.end


def _then_day_spread(s: Sentence, spread: tuple[Stretch, int]) -> Found:
    k = s.skip(s.skip(spread[1], ","), "on", "of")
    start = _start(s, k)
    if start is None:
        return spread
    return _spread_on(spread[0], start.day.date, start.part), start.end


def _spread_on(spread: Stretch, on: date, part: Part | None) -> Period:
    first, last = _told(spread.first, part), _told(spread.last, part)
    since = datetime.combine(on, first.time)
    until = datetime.combine(on, last.time)
    return Period(since, until if until >= since else until + timedelta(days=1))


def stretch(s: Sentence, i: int, *, led: bool = False) -> tuple[Stretch, int] | None:
    """From one hour to another at `i`: from 2 to 4, 1-3 pm, between 9.30 and 4.30pm."""
    worded = s.low(i) in ("from", "between")
    j = i + 1 if worded else i
    pair = _pair_of_hours(s, j, led=led or worded)
    if pair is not None:
        return pair
    first = clock(s, j, led=True)
    if first is None:
        return None
    k = first[1]
    if s.low(k) == "for" and worded:
        lasting = length(s, k + 1)
        return (_lasting(first[0], lasting[0].total), lasting[1]) if lasting else None
    if s.low(k) in words.JOINS or (s.low(k) == "and" and s.low(i) == "between"):
        return _until(s, first, led=led or worded or s.at(j).sort == "clock")
    return None


def _until(s: Sentence, first: tuple[Clock, int], *, led: bool) -> tuple[Stretch, int] | None:
    """The second hour of a stretch, when both together are hours and not other numbers."""
    last = clock(s, first[1] + 1, led=True)
    if last is None or not (first[0].sure or last[0].sure or led):
        return None
    bare = s.at(last[1] - 1).sort == "number"
    if s.low(last[1]) in words.UNITS or (bare and s.low(last[1]) in words.MONTHS):
        return None
    return _agreed(first[0], last[0]), last[1]


def _lasting(first: Clock, seconds: float) -> Stretch:
    end = datetime.combine(date.min, first.time) + timedelta(seconds=seconds)
    return Stretch(first, Clock(end.hour, end.minute, end.second))


def _pair_of_hours(s: Sentence, j: int, *, led: bool) -> tuple[Stretch, int] | None:
    token = s.at(j)
    if token.sort != "pair" or not ("-" in token.low or "–" in token.low):
        return None
    first, second = (int(part) for part in token.low.replace("–", "-").split("-"))
    after = clock(_joined(s, j, second), 0, led=True)
    if after is None or first > 24 or second > 24:  # noqa: PLR2004 -- hours of a day
        return None
    sure = after[0].sure and second <= NOON
    if (
        not (led or sure)
        or s.low(j + after[1]) in words.UNITS
        or s.low(j + after[1]) in words.MONTHS
    ):
        return None
    return _agreed(Clock(first, sure=first > NOON), after[0]), j + after[1]


def _joined(s: Sentence, j: int, second: int) -> Sentence:
    """The text from the second number of a pair on."""
    token = s.at(j)
    tail = Token("number", str(second), token.start, token.end)
    rest = s.tokens[j + 1 : j + 8]
    return Sentence.of([tail, *rest], s.now, s.calendar, month_first=s.month_first)


def _agreed(first: Clock, last: Clock) -> Stretch:
    """Both ends once the half of the day of one is known from the other."""
    if last.sure and not first.sure:
        same = first.shifted(afternoon=last.hour >= NOON and last.hour != 24)  # noqa: PLR2004 -- midnight
        if (same.hour, same.minute) >= (last.hour, last.minute) and last.hour:
            same = first.shifted(afternoon=last.hour < NOON)
        return Stretch(same, last)
    if first.sure and not last.sure:
        same = last.shifted(afternoon=first.hour >= NOON)
        if (same.hour, same.minute) < (first.hour, first.minute):
            same = last.shifted(afternoon=True)
        return Stretch(first, same)
    if last.time <= first.time:
        last = last.shifted(afternoon=True)
    return Stretch(first, last)
