"""The brief's promises: how each was kept this week, and whether a change is real."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from goldenthread.charter import queries as charter
from goldenthread.engine.stats import (
    Change,
    Count,
    Interval,
    Series,
    Verdict,
    chance_range,
    judge_many,
    wilson,
)
from goldenthread.insights.rules import WEEK
from goldenthread.people import queries as people

if TYPE_CHECKING:
    from datetime import date

    from goldenthread.insights.rules import Week

BASELINE_WEEKS = 20
DRAWN_WEEKS = 9


@dataclass(frozen=True, slots=True)
class Standing:
    """How a promise was kept in one week, by everyone or by one team.

    `share`, `low` and `high` are 0…1 and None when there was no occasion; `limits` are the shares
    between which chance alone would leave this week. `weeks` are the last nine, oldest first, this
    one last.
    """

    n: int
    kept: int
    share: float | None
    low: float | None
    high: float | None
    change: Change
    limits: Interval | None
    weeks: tuple[Count, ...]

    @property
    def points(self) -> list[float | None]:
        """Share kept in each of the weeks; None for a week without occasion."""
        return [week.kept / week.n if week.n else None for week in self.weeks]

    @property
    def is_real(self) -> bool:
        """Whether its change is more than chance."""
        return self.change.verdict is Verdict.REAL


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One team's part of a promise."""

    name: str
    unit_key: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise of the brief."""

    id: str
    text: str
    owner: str
    standing: Standing
    teams: tuple[TeamLine, ...]

    @property
    def real_teams(self) -> tuple[TeamLine, ...]:
        """Teams whose change is real."""
        return tuple(team for team in self.teams if team.standing.is_real)

    @property
    def real_directions(self) -> list[str]:
        """Which way it really changed: as a whole, or else in each team that did."""
        if self.standing.is_real:
            return [self.standing.change.direction.value]
        return [team.standing.change.direction.value for team in self.real_teams]

    @property
    def is_real(self) -> bool:
        """Whether something changed, everywhere or in one team."""
        return self.standing.is_real or bool(self.real_teams)


def promise_lines(week: Week, units: frozenset[int] | None) -> list[PromiseLine]:
    """A line for each promise, in the charter's order.

    All series of one brief, promises and their teams, are judged together, so that among many
    of them chance does not pass for news.
    """
    since = week.since - BASELINE_WEEKS * WEEK
    weekly = charter.weekly(since, week.until, units)
    names = people.unit_names()
    keys = [
        (promise.id, unit_key)
        for promise in charter.promises()
        for unit_key in sorted(weekly.get(promise.id, {}), key=lambda key: key or 0)
    ]
    series = [_series(weekly[slug][unit], since, week.since) for slug, unit in keys]
    changes = judge_many(
        Series(weeks[:-1], weeks[-1], family=slug)
        for (slug, _), weeks in zip(keys, series, strict=True)
    )
    standings = {
        key: _standing(weeks, change)
        for key, weeks, change in zip(keys, series, changes, strict=True)
    }
    return [_line(promise, standings, names) for promise in charter.promises()]


def _series(counts: dict[date, Count], since: date, last: date) -> list[Count]:
    """A count for every week, oldest first; weeks before the first occasion are left out."""
    weeks: list[Count] = []
    day = since
    while day <= last:
        count = counts.get(day, Count(0, 0))
        if weeks or count.n or day == last:
            weeks.append(count)
        day += timedelta(days=7)
    return weeks


def _standing(weeks: list[Count], change: Change) -> Standing:
    now = weeks[-1]
    bounds = wilson(now.kept, now.n) if now.n else None
    return Standing(
        n=now.n,
        kept=now.kept,
        share=now.kept / now.n if now.n else None,
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
        change=change,
        limits=chance_range(weeks[:-1], now.n),
        weeks=tuple(weeks[-DRAWN_WEEKS:]),
    )


def _line(
    promise: charter.PromiseInForce,
    standings: dict[tuple[str, int | None], Standing],
    names: dict[int, str],
) -> PromiseLine:
    teams = [
        TeamLine(names.get(unit, "no team named"), unit, standing)
        for (slug, unit), standing in standings.items()
        if slug == promise.id and unit is not None
    ]
    whole = standings.get((promise.id, None))
    if whole is None:
        nothing = [Count(0, 0)]
        whole = _standing(nothing, judge_many([Series([], nothing[0])])[0])
    return PromiseLine(
        id=promise.id,
        text=promise.text,
        owner=promise.owner,
        standing=whole,
        teams=tuple(sorted(teams, key=lambda team: team.name)),
    )
