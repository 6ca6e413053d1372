"""Which week a brief is about, and which of a customer's words it shows: plain values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WEEK = timedelta(days=7)
LONGEST_QUOTE = 320
_ISO_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{1,2})")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Week:
    """Seven local days of the organisation, half-open."""

    since: date

    @property
    def until(self) -> date:
        """The first day after it."""
        return self.since + WEEK

    @property
    def label(self) -> str:
        """As it is asked for, such as `2026-W46`."""
        # Its fourth day lies in the ISO week most of it belongs to, whatever day weeks begin on.
        year, week, _ = (self.since + timedelta(days=3)).isocalendar()
        return f"{year}-W{week:02}"

    @property
    def number(self) -> int:
        """The week's number in its year."""
        return int(self.label[-2:])


def week_named(written: str, *, week_start: int = 0) -> Week:
    """The week of `YYYY-Www`.

    Raises:
        ValueError: Not a week of a year.

    Example:
        >>> week_named("2026-W46").since
        datetime.date(2026, 11, 9)
    """
    found = _ISO_WEEK.fullmatch(written.strip().upper())
    if found is None:
        message = f"{written!r} is not a week; write it as 2026-W46"
        raise ValueError(message)
    # The day on which weeks begin here lies before the middle of that ISO week, or just after it.
    middle = date.fromisocalendar(int(found[1]), int(found[2]), 4)
    return week_of(middle, week_start=week_start)


def week_of(day: date, *, week_start: int = 0) -> Week:
    """The week that holds a day, where weeks begin on `week_start` (0 is Monday)."""
    return Week(day - timedelta(days=(day.weekday() - week_start) % 7))


def last_complete(last_day: date, *, week_start: int = 0) -> Week:
    """The last week that the data reach to the end of.

    Example:
        >>> last_complete(date(2026, 11, 15)).label, last_complete(date(2026, 11, 14)).label
        ('2026-W46', '2026-W45')
    """
    week = week_of(last_day, week_start=week_start)
    whole = week.until - timedelta(days=1) <= last_day
    return week if whole else Week(week.since - WEEK)


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of one message, shown as it was written, with marks inside it."""

    text: str
    marks: tuple[tuple[int, int, str], ...]


def quote_of(text: str, marks: Iterable[tuple[int, int, str]]) -> Quote:
    """The sentences of a message that carry its marks, whole and unaltered.

    A short message is shown whole. Of a long one, the whole sentences around the first mark, as
    many as fit; without a mark, its beginning.

    Args:
        text: The message, masked.
        marks: Start, end and kind of what matters in it.
    """
    inside = sorted((s, e, k) for s, e, k in marks if 0 <= s < e <= len(text))
    if len(text) <= LONGEST_QUOTE:
        start, end = 0, len(text)
    else:
        start, end = _around(_sentences(text), inside[0][0] if inside else 0)
    kept = tuple((s - start, min(e, end) - start, k) for s, e, k in inside if start <= s < end)
    return Quote(text[start:end], kept)


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def _around(sentences: Sequence[tuple[int, int]], mark: int) -> tuple[int, int]:
    """Whole sentences from the one that holds `mark` on, as many as fit."""
    if not sentences:
        return 0, 0
    first = next((i for i, (a, b) in enumerate(sentences) if a <= mark < b), 0)
    start, end = sentences[first]
    for _, following in sentences[first + 1 :]:
        if following - start > LONGEST_QUOTE:
            break
        end = following
    return start, min(end, start + 2 * LONGEST_QUOTE)


_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def headline(directions: Sequence[str]) -> str:
    """How many changes are real, and which way, in a sentence.

    Example:
        >>> headline(["down", "up"])
        'Two changes are real, one for the worse and one for the better; the rest is noise.'
        >>> headline([])
        'No change is real this week: what moved is no more than chance.'
    """
    if not directions:
        return "No change is real this week: what moved is no more than chance."
    worse = sum(direction == "down" for direction in directions)
    better = len(directions) - worse
    verb = "change is" if len(directions) == 1 else "changes are"
    return f"{_number(len(directions))} {verb} real, {_ways(worse, better)}; the rest is noise."


def _ways(worse: int, better: int) -> str:
    if worse and better:
        return (
            f"{_number(worse).lower()} for the worse and {_number(better).lower()} for the better"
        )
    quantifier = {1: "", 2: "both "}.get(worse + better, "all ")
    return f"{quantifier}for the {'worse' if worse else 'better'}"


def _number(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)
