"""Phrases that name an hour of the day."""

from __future__ import annotations

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.tokens import Sentence, number
from goldenthread.engine.dates.values import Clock, Part

LAST_HOUR = 24
DOZEN = 12
MINUTES = 60


def clock(s: Sentence, i: int, *, led: bool = False) -> tuple[Clock, int] | None:
    """An hour of the day at `i` and the place after it.

    Args:
        s: The text.
        i: Where to look.
        led: Whether the words before say that an hour is meant, so that a bare number counts.
    """
    for rule in (_named, _past, _figures, _glued):
        found = rule(s, i)
        if found is not None:
            return _with_part(s, *found)
    bare = _bare(s, i, led=led)
    return _with_part(s, *bare) if bare else None


def _named(s: Sentence, i: int) -> tuple[Clock, int] | None:
    low = s.low(i)
    if low in words.NAMED_HOURS:
        return Clock(words.NAMED_HOURS[low]), i + 1
    if low == "12" and s.low(i + 1) in words.NAMED_HOURS:
        return Clock(words.NAMED_HOURS[s.low(i + 1)]), i + 2
    if low == "mid" and s.low(i + 1) == "night":
        return Clock(0), i + 2
    if low == "mid" and s.low(i + 1) == "-" and s.low(i + 2) in ("afternoon", "morning"):
        return Clock(14 if s.low(i + 2) == "afternoon" else 10), i + 3
    return None


def _meridiem(s: Sentence, i: int) -> tuple[int, int] | None:
    """Hours to add for am or pm at `i`, and the place after it."""
    i = s.skip(i, ".") if s.at(i + 1).low in ("am", "pm") else i
    low = s.low(i)
    if low in ("am", "pm"):
        spelt = s.at(i).end - s.at(i).start > len(low)
        return words.MERIDIEM[low], s.skip(i + 1, ".") if spelt else i + 1
    if low in ("a", "p"):
        j = s.skip(i + 1, ".")
        if s.low(j) == "m":
            return words.MERIDIEM[low], s.skip(j + 1, ".") if j > i + 1 else j + 1
        if s.glued(i):
            return words.MERIDIEM[low], i + 1
    return None


def _made(s: Sentence, hour: int, minute: int, second: int, j: int) -> tuple[Clock, int] | None:
    if hour > LAST_HOUR or minute > 59:  # noqa: PLR2004 -- minutes of an hour
        return None
    half = _meridiem(s, j)
    if half is not None and 1 <= hour <= DOZEN:
        return Clock(hour % DOZEN + half[0], minute, second), half[1]
    return Clock(hour, minute, second, sure=hour > DOZEN or hour == 0), j


def _figures(s: Sentence, i: int) -> tuple[Clock, int] | None:
    """7:30, 7:30:15 pm, 7.30pm, 7h01."""
    token = s.at(i)
    if token.sort == "clock":
        parts = [int(part) for part in token.low.split(":")]
        return _made(s, parts[0], parts[1], parts[2] if len(parts) > 2 else 0, i + 1)  # noqa: PLR2004 -- seconds
    if token.sort == "pair" and "." in token.low:
        hour, minute = token.low.split(".")
        led = s.low(i - 1) in ("at", "around", "by", "before", "until")
        if len(minute) == 2 and (led or _meridiem(s, i + 1)):  # noqa: PLR2004 -- minutes have two digits
            return _made(s, int(hour), int(minute), 0, i + 1)
    return None


def _glued(s: Sentence, i: int) -> tuple[Clock, int] | None:
    """7pm, 340pm, 11ish, seven thirty pm, seven o'clock."""
    found = number(s, i)
    if found is None:
        return None
    hour, j = found
    if s.at(i).sort == "number" and hour > 99 and _meridiem(s, j):  # noqa: PLR2004 -- 340pm
        return _made(s, hour // 100, hour % 100, 0, j)
    if hour > LAST_HOUR:
        return None
    if s.low(j) == "ish" and s.glued(j):
        return Clock(hour, sure=hour > DOZEN), j + 1
    told = _told_by_word(s, j)
    if told is not None:
        return _made(s, hour, 0, 0, told)
    return _two_words(s, i, found)


def _told_by_word(s: Sentence, j: int) -> int | None:
    """Where am, pm or o'clock leaves the reading of the hour before it."""
    if _meridiem(s, j):
        return j
    if s.low(j) == "oclock":
        return j + 1
    return j + 3 if s.low(j) == "o" and s.low(j + 2) == "clock" else None


def _two_words(s: Sentence, i: int, hour: tuple[int, int]) -> tuple[Clock, int] | None:
    minutes = number(s, s.skip(hour[1], "-")) if s.at(i).sort == "word" else None
    if minutes and minutes[0] < MINUTES and _meridiem(s, minutes[1]):
        return _made(s, hour[0], minutes[0], 0, minutes[1])
    return None


# "At half four" is half past four in British English.
HALF_LEADS = frozenset({"at", "by", "around", "until", "before", "about"})
FRACTIONS = {("half",): 30, ("quarter",): 15, ("three", "quarters"): 45}


def _past(s: Sentence, i: int) -> tuple[Clock, int] | None:
    """Half past eight, a quarter to seven, twenty minutes past five."""
    j = s.skip(i, "a")
    for names, part in FRACTIONS.items():
        if all(s.low(j + k) == name for k, name in enumerate(names)):
            minutes, j = part, j + len(names)
            break
    else:
        found = number(s, i)
        if found is None:
            return None
        minutes, j = found
        j = s.skip(j, "minutes", "minute", "mins", "min")
    if s.low(i) == "half" and s.low(i - 1) in HALF_LEADS and s.at(j).sort in ("word", "number"):
        hour = number(s, j)
        if hour is not None and 1 <= hour[0] <= DOZEN and s.low(hour[1]) not in words.UNITS:
            return _made(s, hour[0], minutes, 0, hour[1])
    if s.low(j) not in ("past", "to", "after") or minutes >= MINUTES:
        return None
    return _past_hour(s, minutes, i, j)


def _past_hour(s: Sentence, minutes: int, i: int, j: int) -> tuple[Clock, int] | None:
    worded = s.low(i) in ("a", "half", "quarter", "three") or s.low(j - 1).startswith("min")
    found = number(s, j + 1)
    if found is None or not 1 <= found[0] <= DOZEN or (s.low(j) != "past" and not worded):
        return None
    if s.low(j) == "to" and s.low(found[1]) in words.UNITS:
        return None
    hour = found[0] if s.low(j) != "to" else (found[0] - 1 or DOZEN)
    return _made(s, hour, minutes if s.low(j) != "to" else 60 - minutes, 0, found[1])


AFTER_HOUR = words.listed(
    "and or to until till on tomorrow today tonight in this next please for yesterday so "
    "if but from when sharp"
)


def _bare(s: Sentence, i: int, *, led: bool) -> tuple[Clock, int] | None:
    """At 7, at seven thirty: a number alone, where the words before make it an hour."""
    found = number(s, i)
    if not led or found is None or not 1 <= found[0] <= LAST_HOUR:
        return None
    hour, j = found
    if s.low(j) in ("+", "%", "/", "x"):
        return None
    minutes = number(s, s.skip(j, "-")) if s.at(i).sort == "word" else None
    if minutes and 1 <= minutes[0] < 60 and s.at(minutes[1] - 1).sort == "word":  # noqa: PLR2004 -- minutes of an hour
        return _made(s, hour, minutes[0], 0, s.skip(minutes[1], "minutes"))
    if s.at(j).sort == "word" and s.low(j) not in AFTER_HOUR and s.low(j) not in words.WEEKDAYS:
        return None
    return _made(s, hour, 0, 0, j)


def _with_part(s: Sentence, found: Clock, j: int) -> tuple[Clock, int]:
    """The clock once "in the morning" and the like behind it are heard."""
    k = s.skip(j, "in")
    k = s.skip(k, "the")
    low = s.low(k)
    if low in words.NAMED_HOURS and k == j:
        return (Clock(found.hour % DOZEN, found.minute) if low == "midnight" else found), k + 1
    if low not in words.PARTS or low in words.PLURAL_PARTS:
        return found, j
    return by_part(found, Part(*words.PARTS[low])), k + 1


def by_part(found: Clock, part: Part) -> Clock:
    """An unsure clock made sure by the part of the day it lies in."""
    if part.last == LAST_HOUR and found.hour == DOZEN:
        return Clock(0, found.minute, found.second)
    return found.shifted(afternoon=part.first >= DOZEN or part.first == words.PARTS["lunch"][0])
