"""Finding every time expression of a text and the time it names."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.feasts import FEAST_STARTS
from goldenthread.engine.dates.lengths import length
from goldenthread.engine.dates.ranges import beginning, ending, point, span
from goldenthread.engine.dates.tokens import Sentence, Token, may_tell_time, tokenise
from goldenthread.engine.dates.types import Kind, When
from goldenthread.engine.dates.values import (
    Clock,
    Day,
    Found,
    Length,
    Moment,
    Part,
    Stretch,
    Value,
)

if TYPE_CHECKING:
    from goldenthread.engine.dates.calendar import Calendar

STARTERS = frozenset(
    {
        *words.MONTHS,
        *words.WEEKDAYS,
        *words.UNITS,
        *words.ONES,
        *words.TENS,
        *words.ORDINALS,
        *words.PARTS,
        *words.NAMED_HOURS,
        *words.RELATIVE,
        *words.TODAY,
        *words.VAGUE,
        *words.EDGES,
        *words.BEFORE,
        *words.AFTER,
        *FEAST_STARTS,
    }
    | words.listed(
        "a an the my in within inside from between half quarter all full whole another now "
        "right at on around about rest close cob eod eow eom eoy workweek q h no not as any "
        "more less christmas xmas easter new boxing good black thanksgiving labor labour "
        "independence juneteenth halloween valentine over during up ½ year"
    )
)
NUMBERS = frozenset({"stamp", "clock", "triple", "pair", "nth", "number", "decade"})
# A phrase without one of these names no time; the words before it are worth reading only then.
STRONG = frozenset(
    {
        *words.MONTHS,
        *words.WEEKDAYS,
        *words.UNITS,
        *words.ONES,
        *words.TENS,
        *words.ORDINALS,
        *words.PARTS,
        *words.NAMED_HOURS,
        *words.TODAY,
        *FEAST_STARTS,
    }
    | words.listed(
        "half quarter quarters q h day now moment business play trading "
        "close cob eod eow eom eoy workweek christmas xmas"
        "easter year friday thanksgiving boxing labor labour independence juneteenth "
        "halloween valentine"
    )
)
REACH = 5
YEAR_LENGTH = 4
COMPANY = words.listed("am pm a p ish o oclock past h q d w hrs hr min mins sec")
LEADS = words.listed(
    "on at by before after until till since from for between in around about the q h and to @"
)
# "Every Monday" is a habit and names no one time.
HABITS = frozenset({"every", "each", "per"})


def resolve(text: str, reference: datetime, *, calendar: Calendar | None = None) -> list[When]:
    """Every time expression of a text, in order, with the time it names.

    Args:
        text: What was written.
        reference: When it was written; its zone is the zone of the answer. Without a zone the
            answer has none either.
        calendar: Hours and holidays for working days and the end of business; without it
            Monday to Friday, until five.

    Returns:
        The expressions, never overlapping. The future reading where several are possible; a
        day is midnight to midnight. Text that names no time gives [].

    >>> monday = datetime(2026, 6, 1, 10, 0)
    >>> [str(when.until) for when in resolve("You will have it by Friday.", monday)]
    ['2026-06-06 00:00:00']
    """
    if not may_tell_time(text):
        return []
    tokens = tokenise(text)
    s = Sentence.of(
        tokens, reference.replace(tzinfo=None), calendar, month_first=_month_first(calendar)
    )
    worth = _worth(tokens)
    found: list[When] = []
    i = 0
    while i < len(tokens):
        if not worth[i]:
            i += 1
            continue
        hit = _phrase(s, i)
        if hit is None:
            i += 1
            continue
        when = _within_years(s, hit, i)
        if when is not None:
            found.append(_zoned(when, reference.tzinfo))
        i = hit[1]
    return found


def _worth(tokens: list[Token]) -> list[bool]:
    """For each token, whether a phrase could begin there: its own word and a strong one near.

    A bare number is nothing without a word of time behind it or a word such as "at" in front:
    a table of figures costs no more than other text.
    """
    worth = [False] * len(tokens)
    word = figure = -REACH - 1
    for i in range(len(tokens) - 1, -1, -1):
        token = tokens[i]
        bare = token.sort == "number" and len(token.low) != YEAR_LENGTH
        if bare:
            worth[i] = 0 <= word - i <= REACH or _accompanied(tokens, i)
        elif token.sort in NUMBERS:
            worth[i] = True
        else:
            word = i if token.low in STRONG else word
            near = min(abs(word - i), abs(figure - i))
            worth[i] = token.low in STARTERS and near <= REACH and max(word, figure) >= 0
        figure = i if token.sort in NUMBERS else figure
    return worth


def _accompanied(tokens: list[Token], i: int) -> bool:
    """Whether the word before or behind a bare number makes it an hour or a day."""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return after in COMPANY or (i > 0 and tokens[i - 1].low in LEADS)


def _month_first(calendar: Calendar | None) -> bool:
    """Whether 5/6 is the sixth of May: by the organisation's zone, else yes."""
    if calendar is None:
        return True
    name = str(getattr(calendar.zone, "key", "UTC"))
    return name.startswith(words.MONTH_FIRST)


def _phrase(s: Sentence, i: int) -> Found | None:
    try:
        best = point(s, i)
        for rule in (span, length):
            found = rule(s, i)
            if found is not None and (best is None or found[1] > best[1]):
                best = found
        hedged = _hedged(s, i)
    except (OverflowError, ValueError):
        return None  # a time no calendar can hold, such as 9999 years on
    if hedged is not None and (best is None or hedged[1] > best[1]):
        best = hedged
    if best is not None and s.low(i - 1) in HABITS:
        return None
    return best


def _hedged(s: Sentence, i: int) -> Found | None:
    """More than an hour, less than two days: the length counts, and the words belong to it."""
    if s.low(i) in ("more", "less") and s.low(i + 1) == "than":
        return length(s, i + 2)
    return None


def _within_years(s: Sentence, hit: Found, i: int) -> When | None:
    try:
        return _when(s, hit[0], s.at(i).start, s.at(hit[1] - 1).end)
    except OverflowError:
        return None


def _when(s: Sentence, value: Value, start: int, end: int) -> When:
    if isinstance(value, Length):
        return When(start, end, "duration", None, None, value.total)
    if isinstance(value, Clock):
        at = datetime.combine(s.now.date(), value.time)
        at += timedelta(days=at < s.now)
        return When(start, end, "time", at, at)
    if isinstance(value, Part | Stretch):
        return _hours(s, value, start, end)
    kind: Kind = "date" if isinstance(value, Day) else "range"
    if isinstance(value, Moment):
        kind = "datetime"
    return When(start, end, kind, beginning(value), ending(value))


def _hours(s: Sentence, value: Part | Stretch, start: int, end: int) -> When:
    """A range of hours on the next day that still holds some of it."""
    today = s.now.date()
    if isinstance(value, Part):
        period = value.of(today)
        since, until = period.since or s.now, period.until or s.now
    else:
        since = datetime.combine(today, value.first.time)
        until = datetime.combine(today, value.last.time)
        until += timedelta(days=until < since)
    late = timedelta(days=until <= s.now)
    return When(start, end, "range", since + late, until + late)


def _zoned(when: When, zone: tzinfo | None) -> When:
    if zone is None:
        return when
    since = when.since.replace(tzinfo=zone) if when.since else None
    until = when.until.replace(tzinfo=zone) if when.until else None
    return When(when.start, when.end, when.kind, since, until, when.seconds)
