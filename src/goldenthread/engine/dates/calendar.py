"""When an organisation works: its zone, hours and holidays, and arithmetic on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import holidays as public_holidays

if TYPE_CHECKING:
    from collections.abc import Iterable

Hours = tuple[time, time]

NINE_TO_FIVE: Hours = (time(9), time(17))
WEEK = 7
YEARS = range(2010, 2041)
DAY = timedelta(days=1)
LONGEST_CLOSURE = 3660
MIDNIGHT = time(0)


@dataclass(frozen=True)
class Calendar:
    """The working time of an organisation.

    A closing time of 00:00 is the midnight that ends the day, so `(time(0), time(0))` is round
    the clock. Moments without a zone are taken as moments of `zone`.

    Attributes:
        zone: The organisation's time zone.
        hours: Opening and closing time, Monday to Sunday; None for a day it does not work.
        holidays: Days on which it does not work whatever the weekday.

    Raises:
        ValueError: When there are not seven days, a day closes before it opens, or no day works.

    >>> office = Calendar.standard("Europe/London", country="GB-ENG")
    >>> office.is_working(date(2026, 4, 3)), office.add_working_days(date(2026, 4, 2), 1)
    (False, datetime.date(2026, 4, 7))
    """

    zone: tzinfo = UTC
    hours: tuple[Hours | None, ...] = (NINE_TO_FIVE,) * 5 + (None,) * 2
    holidays: frozenset[date] = frozenset()
    _windows: dict[date, tuple[float, float] | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if len(self.hours) != WEEK:
            msg = "hours holds one entry for each day, Monday to Sunday"
            raise ValueError(msg)
        open_days = [pair for pair in self.hours if pair is not None]
        if not open_days:
            msg = "at least one day of the week must have hours"
            raise ValueError(msg)
        if any(closing <= opening and closing != MIDNIGHT for opening, closing in open_days):
            msg = "a day must close after it opens"
            raise ValueError(msg)

    @classmethod
    def standard(
        cls, zone: str | tzinfo, country: str | None = None, years: Iterable[int] = YEARS
    ) -> Calendar:
        """Monday to Friday, nine to five, with the public holidays of a country.

        Args:
            zone: A zone or its name, such as `Europe/London`.
            country: Two-letter code, with a part where holidays differ: `GB`, `GB-SCT`, `US-CA`.
            years: The years whose holidays are wanted.

        Raises:
            ValueError: When the country or its part is not known.
        """
        place = ZoneInfo(zone) if isinstance(zone, str) else zone
        days = _public_holidays(country.upper(), tuple(years)) if country else frozenset()
        return cls(zone=place, holidays=days)

    def is_working(self, day: date) -> bool:
        """Whether anybody works on that day at all."""
        return self.hours[day.weekday()] is not None and day not in self.holidays

    def opens(self, day: date) -> datetime | None:
        """The moment that day's work begins; None on a day off."""
        hours = self.hours[day.weekday()]
        if hours is None or day in self.holidays:
            return None
        return datetime.combine(day, hours[0], tzinfo=self.zone)

    def closes(self, day: date) -> datetime | None:
        """The moment that day's work ends; None on a day off."""
        hours = self.hours[day.weekday()]
        if hours is None or day in self.holidays:
            return None
        last = day + DAY if hours[1] == MIDNIGHT else day
        return datetime.combine(last, hours[1], tzinfo=self.zone)

    def working_seconds(self, since: datetime, until: datetime) -> float:
        """Seconds of working time in `[since, until)`; 0.0 when it is empty or turned round."""
        since, until = self._local(since), self._local(until)
        first, last = since.timestamp(), until.timestamp()
        total = 0.0
        day, final = since.date(), until.date()
        while day <= final:
            window = self._window(day)
            if window is not None:
                total += max(0.0, min(window[1], last) - max(window[0], first))
            day += DAY
        return total

    def add_working_days(self, day: date, n: int) -> date:
        """The `n`-th working day after `day` (before it when negative).

        Zero gives the day itself, or the next working day when nobody works on it.
        """
        if n == 0:
            return day if self.is_working(day) else self.add_working_days(day, 1)
        step = DAY if n > 0 else -DAY
        left, closed = abs(n), 0
        while left:
            day += step
            if self.is_working(day):
                left, closed = left - 1, 0
                continue
            closed += 1
            if closed > LONGEST_CLOSURE:
                msg = "the calendar has no working day for ten years"
                raise ValueError(msg)
        return day

    def next_working(self, moment: datetime) -> datetime:
        """`moment` when it lies in working time, else the moment work begins again."""
        local = self._local(moment)
        stamp = local.timestamp()
        window = self._window(local.date())
        if window is not None and window[0] <= stamp < window[1]:
            return local
        day = local.date()
        if window is None or stamp >= window[1]:
            day = self.add_working_days(day, 1)
        opening = self.opens(day)
        return local if opening is None else opening

    def _local(self, moment: datetime) -> datetime:
        if moment.tzinfo is None:
            return moment.replace(tzinfo=self.zone)
        return moment.astimezone(self.zone)

    def _window(self, day: date) -> tuple[float, float] | None:
        """The day's opening and closing as seconds since the epoch, worked out once a day."""
        try:
            return self._windows[day]
        except KeyError:
            opening, closing = self.opens(day), self.closes(day)
            window = None
            if opening is not None and closing is not None:
                window = (opening.timestamp(), closing.timestamp())
            self._windows[day] = window
            return window


@lru_cache(maxsize=64)
def _public_holidays(country: str, years: tuple[int, ...]) -> frozenset[date]:
    code, _, part = country.partition("-")
    try:
        found = public_holidays.country_holidays(code, subdiv=part or None, years=years)
    except NotImplementedError as unknown:
        msg = f"no public holidays are known for {country}"
        raise ValueError(msg) from unknown
    return frozenset(found)
