"""Weeks of the organisation, named by the day they begin on."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def week_holding(day: date, week_start: int = 0) -> date:
    """The first day of the week that holds `day`; `week_start` 0 is Monday.

    Example:
        >>> week_holding(date(2026, 11, 11))
        datetime.date(2026, 11, 9)
    """
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def last_whole_week(last_day: date, week_start: int = 0) -> date:
    """The first day of the last week the data reach to the end of.

    Example:
        >>> last_whole_week(date(2026, 11, 14)), last_whole_week(date(2026, 11, 15))
        (datetime.date(2026, 11, 2), datetime.date(2026, 11, 9))
    """
    return week_holding(last_day + DAY, week_start) - WEEK


def weeks_between(first: date, last: date) -> list[date]:
    """The first days of all weeks from `first` to `last`, both such days and both included.

    Example:
        >>> len(weeks_between(date(2026, 11, 2), date(2026, 11, 16)))
        3
    """
    return [first + place * WEEK for place in range((last - first) // WEEK + 1)]
