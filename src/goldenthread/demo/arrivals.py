"""When conversations begin: a year with its busy Mondays, cold months and quiet holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from math import cos, pi
from typing import TYPE_CHECKING

from goldenthread.demo.chance import stream
from goldenthread.demo.promises import Vow
from goldenthread.engine.types import Channel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from goldenthread.demo.hours import Hours
    from goldenthread.demo.people import Organisation, Team
    from goldenthread.demo.truth import Truth

_WEEKDAYS = (1.25, 1.12, 1.0, 0.97, 0.9, 0.32, 0.24)
_HOLIDAY = 0.25
_FRIDAY = 4
_GROWTH = 0.15
_WINTER = 0.2
_NOISE = 0.07
_COLDEST_DAY = 20

_CHANNELS = (Channel.VOICE, Channel.CHAT, Channel.EMAIL, Channel.SURVEY)
_MIX = (0.37, 0.22, 0.33, 0.08)
_WRITING_MIX = (0.12, 0.28, 0.52, 0.08)
_CLOSED_MIX = (0.0, 0.28, 0.62, 0.10)

# How many have begun by the end of each hour of the day, from midnight on.
_CALLS = tuple(accumulate((0,) * 8 + (7, 12, 13, 11, 8, 9, 10, 9, 8, 3) + (0,) * 6))
_LAST_CALLS = 17
_LAST_CALL_MINUTE = 25
_WRITING = tuple(accumulate((0,) * 7 + (4, 8, 10, 10, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 0)))


@dataclass(frozen=True, slots=True)
class Arrival:
    """One beginning: the wall clock's time, the team it comes to, and how."""

    at: datetime
    team: Team
    channel: Channel


class Arrivals:
    """All beginnings of one run, in order of time; one day at a time is held in memory."""

    def __init__(self, truth: Truth, organisation: Organisation, hours: Hours) -> None:
        self._truth = truth
        self._teams = organisation.teams
        self._shares = list(accumulate(team.share for team in organisation.teams))
        self._hours = hours

    def __iter__(self) -> Iterator[Arrival]:
        """The arrivals from the first day to the last."""
        rng = stream("arrivals", self._truth.seed)
        for day, count in self._counts():
            today = [self._arrival(day, rng) for _ in range(count)]
            today.sort(key=lambda arrival: arrival.at)
            yield from today

    def _counts(self) -> Iterator[tuple[date, int]]:
        rng = stream("volume", self._truth.seed)
        length = (self._truth.until - self._truth.since).days
        days = [self._truth.since + timedelta(days=n) for n in range(length)]
        weights = [self._weight(day, rng) for day in days]
        total = sum(weights)
        before = 0
        # Rounding what has gone by, not each day, makes the sum exactly what was asked for.
        for day, so_far in zip(days, accumulate(weights), strict=True):
            until_now = round(so_far / total * self._truth.conversations)
            yield day, until_now - before
            before = until_now

    def _weight(self, day: date, rng: Random) -> float:
        working = self._hours.works(day)
        weekday = _WEEKDAYS[day.weekday()]
        base = weekday if working or day.weekday() > _FRIDAY else _HOLIDAY
        grown = 1 + _GROWTH * (day - self._truth.since).days / 365
        cold = 1 + _WINTER * cos(2 * pi * (day.timetuple().tm_yday - _COLDEST_DAY) / 365)
        between_years = 0.5 if (day.month, day.day) >= (12, 24) else 1.0
        return base * grown * cold * between_years * rng.lognormvariate(0, _NOISE)

    def _arrival(self, day: date, rng: Random) -> Arrival:
        team = rng.choices(self._teams, cum_weights=self._shares)[0]
        channel = rng.choices(_CHANNELS, weights=self._mix(day, team))[0]
        hours = _CALLS if channel is Channel.VOICE else _WRITING
        hour = rng.choices(range(24), cum_weights=hours)[0]
        # The last call of a day still has to end on that day.
        late = channel is Channel.VOICE and hour == _LAST_CALLS
        minute = rng.randrange(_LAST_CALL_MINUTE if late else 60)
        at = datetime.combine(day, time(hour, minute, rng.randrange(60)))
        return Arrival(at, team, channel)

    def _mix(self, day: date, team: Team) -> tuple[float, ...]:
        if not self._hours.works(day):
            return _CLOSED_MIX
        # A telephone is answered at once, so a change in answering shows among the written ones.
        writes = self._truth.effect(Vow.ANSWER_SOON, team.name)
        return _WRITING_MIX if writes else _MIX
