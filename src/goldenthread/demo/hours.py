"""Working time: when somebody is there to answer. Times are naive, as the wall clock shows them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

import holidays

_SATURDAY = 5
_WAKES, _SLEEPS = 7, 23


@lru_cache(maxsize=8)
def _days_off(country: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, years=year))


class Hours:
    """Monday to Friday from `opens` to `closes`, but for the country's public holidays."""

    def __init__(self, country: str, opens: int, closes: int) -> None:
        self._country = country
        self._opens = time(opens)
        self._closes = time(closes)
        self._works: dict[date, bool] = {}

    def works(self, day: date) -> bool:
        """Whether anybody works on `day`."""
        known = self._works.get(day)
        if known is None:
            off = day in _days_off(self._country, day.year)
            known = self._works[day] = day.weekday() < _SATURDAY and not off
        return known

    def day_after(self, day: date, count: int = 1) -> date:
        """The working day that comes `count` working days after `day`."""
        while count:
            day += timedelta(days=1)
            count -= self.works(day)
        return day

    def day_before(self, day: date, count: int = 1) -> date:
        """The working day that comes `count` working days before `day`."""
        while count:
            day -= timedelta(days=1)
            count -= self.works(day)
        return day

    def there(self, moment: datetime) -> datetime:
        """`moment`, or the next opening when nobody is there."""
        if self.works(moment.date()) and moment.time() < self._closes:
            return max(moment, datetime.combine(moment.date(), self._opens))
        return datetime.combine(self.day_after(moment.date()), self._opens)

    def later(self, moment: datetime, minutes: float) -> datetime:
        """The moment when `minutes` of working time have gone by since `moment`.

        Example:
            >>> friday = datetime(2026, 10, 2, 17, 30)
            >>> Hours("GB", 8, 18).later(friday, 45).isoformat(" ", "minutes")
            '2026-10-05 08:15'
        """
        moment = self.there(moment)
        left = timedelta(minutes=minutes)
        closes = datetime.combine(moment.date(), self._closes)
        while moment + left >= closes:
            left -= closes - moment
            moment = datetime.combine(self.day_after(moment.date()), self._opens)
            closes = datetime.combine(moment.date(), self._closes)
        return moment + left


def awake(moment: datetime) -> datetime:
    """`moment`, or the morning after when a customer would be asleep.

    It also keeps every message clear of the hour in which clocks are changed.
    """
    if _WAKES <= moment.hour < _SLEEPS:
        return moment
    morning = moment.date() + timedelta(days=moment.hour >= _SLEEPS)
    return datetime.combine(morning, time(_WAKES, moment.minute, moment.second))
