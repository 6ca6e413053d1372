"""What pieces of a time expression mean before they are put together."""

from __future__ import annotations

import calendar as months_of
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from goldenthread.engine.dates import vocabulary as words

FIRST_YEAR, LAST_YEAR = 1, 9998
NIGHTFALL = time(23, 59, 59)
HOURS = 24


@dataclass(frozen=True, slots=True)
class Day:
    """One day. `year` and `month` say whether the words named them; `weekly` if it comes weekly."""

    date: date
    year: bool = True
    month: bool = True
    weekly: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the day. `sure` is False while morning or afternoon is a guess."""

    hour: int
    minute: int = 0
    second: int = 0
    sure: bool = True

    @property
    def time(self) -> time:
        """The time of day, with an unsure hour read as people at work mean it."""
        hour = self.hour
        if not self.sure and 0 < hour <= 7:  # noqa: PLR2004 -- "at three" is an afternoon
            hour += 12
        return time(hour % HOURS, self.minute, self.second)

    def shifted(self, afternoon: bool) -> Clock:  # noqa: FBT001 -- the one thing it says
        """The same clock once morning or afternoon is known."""
        if self.sure:
            return self
        hour = self.hour % 12 + (12 if afternoon else 0)
        return Clock(hour, self.minute, self.second)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, such as its morning; hours 0…24."""

    first: int
    last: int

    def of(self, day: date) -> Period:
        """This part of one day."""
        return Period(
            datetime.combine(day, time(self.first)),
            datetime.combine(day, NIGHTFALL if self.last == HOURS else time(self.last)),
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one hour of the day to another."""

    first: Clock
    last: Clock


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant of the local clock."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open local time; None where it is open. `year` says whether the words named one."""

    since: datetime | None
    until: datetime | None
    unit: str = ""
    year: bool = True


@dataclass(frozen=True, slots=True)
class Length:
    """How long, in months and seconds, or in working days; `least` is the shorter of a choice."""

    months: float = 0
    seconds: float = 0
    days: float = 0
    working: int = 0
    least: Length | None = None

    @property
    def coarse(self) -> bool:
        """Whether it is told in days or longer, so that the hour does not matter."""
        return not self.seconds

    @property
    def total(self) -> float:
        """Seconds, a month 30 days and a year 365."""
        years, rest = divmod(self.months, 12)
        whole = years * words.SECONDS["year"] + rest * words.SECONDS["month"]
        return whole + self.seconds + (self.days + self.working) * words.SECONDS["day"]

    def after(self, moment: datetime, sign: int = 1) -> datetime:
        """The moment this much later, or earlier with `sign` −1."""
        moved = add_months(moment, sign * int(self.months))
        extra = (self.months % 1) * words.SECONDS["month"] + self.seconds
        return moved + timedelta(days=sign * self.days, seconds=sign * extra)


Value = Day | Clock | Part | Stretch | Moment | Period | Length
Found = tuple[Value, int]


def midnight(day: date) -> datetime:
    """The moment a day begins."""
    return datetime.combine(day, time(0))


def add_months(moment: datetime, n: int) -> datetime:
    """The same day `n` months on, or the month's last day where there is none.

    Raises:
        OverflowError: When it lies outside the years dates can tell.
    """
    index = moment.year * 12 + moment.month - 1 + n
    year, month = divmod(index, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OverflowError
    last = months_of.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def month_period(year: int, month: int, *, named: bool = True) -> Period:
    """A whole month."""
    first = datetime(year, month, 1)  # noqa: DTZ001 -- local clock; the zone is added at the end
    return Period(first, add_months(first, 1), "month", named)


def year_period(year: int) -> Period:
    """A whole year."""
    first = datetime(year, 1, 1)  # noqa: DTZ001 -- local clock; the zone is added at the end
    return Period(first, add_months(first, 12), "year")


def week_period(day: date) -> Period:
    """The week, Monday to Monday, a day lies in."""
    first = midnight(day - timedelta(days=day.weekday()))
    return Period(first, first + timedelta(days=7), "week")


def safe_date(year: int, month: int, day: int) -> date | None:
    """That date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
