"""Dates and times as exports write them, read into instants in UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from goldenthread.engine.readers.cleaning import word_of
from goldenthread.engine.readers.found import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from goldenthread.engine.readers.found import Notes

EARLIEST_YEAR, LATEST_YEAR = 1970, 2100
_TIME = (
    r"(?:[T,\s]+(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})"
    r"(?:[.,](?P<fraction>\d{1,6})\d*)?)?\s*(?P<half>[ap])?\.?(?:m\.?)?"
    r"\s*(?:Uhr)?)?"
)
_ZONE = r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s*\([A-Za-z ]+\))?"
_NUMBERS = re.compile(
    r"(?P<a>\d{1,4})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{2,4})\.?" + _TIME + _ZONE,
    re.IGNORECASE,
)
_DAY_NAME = r"(?:[A-Za-z]{2,9}\.?,?\s+)?"
_NAMED = (
    re.compile(
        _DAY_NAME + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+(?P<month>[^\W\d_]{3,9})\.?,?[\s-]+"
        r"(?P<year>\d{2,4})" + _TIME + _ZONE,
        re.IGNORECASE,
    ),
    re.compile(
        _DAY_NAME + r"(?P<month>[^\W\d_]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+"
        r"(?P<year>\d{4})" + _TIME + _ZONE,
        re.IGNORECASE,
    ),
    re.compile(
        r"[A-Za-z]{3}\s+(?P<month>[A-Za-z]{3})\s+(?P<day>\d{1,2})\s+(?P<hour>\d{2}):(?P<minute>\d{2})"
        r":(?P<second>\d{2})(?P<fraction>)(?P<half>)" + _ZONE + r"\s+(?P<year>\d{4})",
        re.IGNORECASE,
    ),
)
_EPOCH = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)
_COMPACT_DAY = re.compile(r"(?:19|20)\d{6}")
_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan januar",
            "feb februar",
            "mar mär mrz",
            "apr",
            "may mai",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct okt",
            "nov",
            "dec dez",
        ],
        start=1,
    )
    for name in names.split()
}
_EXCEL_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day has no zone
_DIGITS_OF_A_YEAR, _MONTHS_IN_A_YEAR, _HOURS_ON_A_DIAL = 4, 12, 12
_SPREADSHEET = range(20_000, 80_000)
_FIRST_SECOND, _FIRST_MILLISECOND, _FIRST_MICROSECOND, _BEYOND_ALL_TIME = 1e8, 1e11, 1e14, 1e17


@dataclass(frozen=True, slots=True)
class Manner:
    """How one file writes its times.

    Attributes:
        zone: The zone of times that state none.
        order: `dmy` or `mdy` for dates such as 03/04/2026.
        formats: `strptime` formats tried before anything else.
    """

    zone: tzinfo = UTC
    order: str = "dmy"
    formats: tuple[str, ...] = ()


def moment(value: object, manner: Manner) -> datetime | None:
    """Read one time, in UTC; None when the cell is empty or holds the epoch itself.

    Reads ISO 8601, seconds, milliseconds or microseconds since 1970, days of a spreadsheet,
    numeric dates in the manner's order, and English or German month names.

    Raises:
        Unreadable: Something stands there, and it is no time between 1970 and 2100.

    Example:
        >>> moment("03/04/2026 2:05 pm", Manner(order="dmy")).isoformat()
        '2026-04-03T14:05:00+00:00'
    """
    word = repr(value) if type(value) in {int, float} else word_of(value)
    if word is None:
        return None
    try:
        return _checked(_read(word, manner), manner)
    except (ValueError, OverflowError):
        raise Unreadable(_impossible(word)) from None


def noted_moment(value: object, manner: Manner, notes: Notes) -> datetime | None:
    """Read one time; an impossible one becomes None and a note, so that no row is lost."""
    try:
        return moment(value, manner)
    except Unreadable as reason:
        notes.add(str(reason))
        return None


def order_of(values: Iterable[Any]) -> str | None:
    """Whether numeric dates put the day or the month first: `dmy`, `mdy`, or None if unclear.

    Example:
        >>> order_of(["03/04/2026", "03/25/2026"])
        'mdy'
    """
    for value in values:
        found = _NUMBERS.match(str(value).strip())
        if found is None or len(found["a"]) == _DIGITS_OF_A_YEAR:
            continue
        first, second = int(found["a"]), int(found["b"])
        if max(first, second) > _MONTHS_IN_A_YEAR:
            return "dmy" if first > second else "mdy"
        if found["mark"] == ".":
            return "dmy"
        if found["half"] and found["mark"] == "/":
            return "mdy"
    return None


def _read(word: str, manner: Manner) -> datetime:
    for pattern in manner.formats:
        try:
            return datetime.strptime(word, pattern)  # noqa: DTZ007 - the manner gives the zone
        except ValueError:
            continue
    if _EPOCH.fullmatch(word) and not _COMPACT_DAY.fullmatch(word):
        return _since_epoch(float(word))
    try:
        return datetime.fromisoformat(word)
    except ValueError:
        return _written_out(word, manner)


def _written_out(word: str, manner: Manner) -> datetime:
    numbers = _NUMBERS.fullmatch(word)
    if numbers:
        return _put_together(_day_of_numbers(numbers, manner.order), numbers)
    for pattern in _NAMED:
        named = pattern.fullmatch(word)
        if named:
            month = _month(named["month"])
            return _put_together((_full_year(named["year"]), month, int(named["day"])), named)
    raise ValueError(word)


def _day_of_numbers(found: re.Match[str], order: str) -> tuple[int, int, int]:
    first, second, third = found["a"], found["b"], found["c"]
    if len(first) == _DIGITS_OF_A_YEAR:
        return int(first), int(second), int(third)
    if order == "mdy":
        first, second = second, first
    return _full_year(third), int(second), int(first)


def _full_year(digits: str) -> int:
    year = int(digits)
    return year + 2000 if len(digits) < _DIGITS_OF_A_YEAR else year


def _month(name: str) -> int:
    lowered = name.lower()
    for known, number in _MONTHS.items():
        if lowered.startswith(known):
            return number
    raise ValueError(name)


def _put_together(day: tuple[int, int, int], found: re.Match[str]) -> datetime:
    hour = int(found["hour"] or 0)
    if found["half"]:
        if not 1 <= hour <= _HOURS_ON_A_DIAL:
            raise ValueError(hour)
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    fraction = (found["fraction"] or "").ljust(6, "0")
    clock = (hour, int(found["minute"] or 0), int(found["second"] or 0), int(fraction))
    return datetime(*day, *clock, tzinfo=_offset(found["zone"]))


def _offset(zone: str | None) -> tzinfo | None:
    if zone is None:
        return None
    if zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-ahead if zone[0] == "-" else ahead)


def _since_epoch(number: float) -> datetime:
    if number == 0:
        return datetime.fromtimestamp(0, UTC)
    if int(number) in _SPREADSHEET:
        return _EXCEL_DAY_ZERO + timedelta(seconds=round(number * 86_400))
    if not _FIRST_SECOND <= number < _BEYOND_ALL_TIME:
        raise Unreadable(_impossible(f"{number:g}"))
    divisor = 1.0 if number < _FIRST_MILLISECOND else 1e3 if number < _FIRST_MICROSECOND else 1e6
    return datetime.fromtimestamp(number / divisor, UTC)


def _checked(read: datetime, manner: Manner) -> datetime | None:
    if not EARLIEST_YEAR <= read.year <= LATEST_YEAR:
        raise Unreadable(_impossible(read.isoformat(" ")))
    aware = read if read.tzinfo else read.replace(tzinfo=manner.zone)
    instant = aware.astimezone(UTC)
    # Some systems write the epoch where they mean "never".
    return None if instant.timestamp() == 0 else instant


def _impossible(word: str) -> str:
    return f"“{word[:60]}” could not be read as a date, so it was left undated."
