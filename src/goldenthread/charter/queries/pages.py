"""What the room's two pages show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.charter import policy
from goldenthread.charter.models import PromiseVersion
from goldenthread.charter.queries import figures
from goldenthread.charter.queries.figures import Standing, standing
from goldenthread.charter.queries.notes import NoteLine, notes
from goldenthread.charter.queries.promises import PromiseInForce, in_force, promises
from goldenthread.charter.rules import WEEK, last_whole_week, weeks_between
from goldenthread.engine.stats import (
    Change,
    Count,
    Series,
    Verdict,
    judge_many,
    signal,
)
from goldenthread.people import queries as people

if TYPE_CHECKING:
    from datetime import date

    from goldenthread.people.models import Member

WEEKS_SHOWN = 13
WEEKS_CHARTED = 26
WEEKS_BEFORE = 20
NO_TEAM = "no team named"


@dataclass(frozen=True, slots=True)
class Place:
    """A promise in one part of the organisation; `key` is the unit's, None for all of it.

    `weeks` are the last thirteen, oldest first; `change` judges the last of them.
    """

    key: int | None
    name: str
    standing: Standing
    weeks: tuple[Count, ...]
    change: Change

    @property
    def points(self) -> list[float | None]:
        """Share kept in each week; None for a week without occasion."""
        return [week.share for week in self.weeks]


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One promise: as a whole, and by each team the reader may see."""

    promise: PromiseInForce
    whole: Place
    teams: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The charter as it stands; `weeks`, by first day, is empty before the first conversation."""

    lines: list[BoardLine]
    weeks: list[date]

    @property
    def last_week(self) -> date | None:
        """The week the changes are about; None before the first conversation."""
        return self.weeks[-1] if self.weeks else None

    @property
    def real(self) -> int:
        """In how many promises something changed for real in the last week."""
        return sum(
            any(place.change.verdict is Verdict.REAL for place in (line.whole, *line.teams))
            for line in self.lines
        )

    @property
    def scale(self) -> tuple[float, float]:
        """One scale for every row, so that rows can be compared."""
        drawn = [p for line in self.lines for p in line.whole.points if p is not None]
        return max(0.0, min(drawn, default=0.0) - 0.05), 1.0


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a control chart; `limits` is None where the weeks before say too little."""

    since: date
    count: Count
    change: Change


@dataclass(frozen=True, slots=True)
class PromisePage:
    """Everything about one promise."""

    promise: PromiseInForce
    whole: Place
    teams: tuple[Place, ...]
    channels: list[tuple[str, Standing]]
    weeks: list[Week]
    notes: list[NoteLine]
    since: date | None
    last: date | None

    @property
    def points(self) -> list[float | None]:
        """Share kept in each week, for the chart."""
        return [week.count.share for week in self.weeks]

    @property
    def ns(self) -> list[int]:
        """How many there were each week."""
        return [week.count.n for week in self.weeks]

    @property
    def limits(self) -> list[tuple[float, float, float] | None]:
        """Lower limit, centre, upper limit; None for a week too small, [] until one has them."""
        limits = [_limits(week.change) for week in self.weeks]
        return limits if any(limits) else []

    @property
    def labels(self) -> list[str]:
        """What each week is called: the day it begins on."""
        return [f"{week.since.day} {week.since:%b}" for week in self.weeks]

    @property
    def signals(self) -> list[int]:
        """Places of the weeks whose change is real."""
        return [
            place
            for place, week in enumerate(self.weeks)
            if week.change.verdict is Verdict.REAL and week.count.n
        ]

    @property
    def deeds(self) -> dict[int, str]:
        """What was done, by the place of its week; the newest of a week."""
        places: dict[int, str] = {}
        for note in self.notes:
            for place, week in enumerate(self.weeks):
                if week.since <= note.day < week.since + WEEK:
                    places.setdefault(place, "noted")
        return places


def board_page(member: Member) -> BoardPage:
    """The charter for one reader: the whole organisation's figures, and their own teams'."""
    held = promises()
    last, week_start = _last_week()
    if last is None:
        empty = [BoardLine(promise, _no_place(promise), ()) for promise in held]
        return BoardPage(empty, [])
    weeks = weeks_between(last - (WEEKS_SHOWN - 1 + WEEKS_BEFORE) * WEEK, last)
    counts = figures.weekly(weeks[0], last + WEEK, None, None, week_start)
    places = _places(held, counts, weeks, _keys_seen(member))
    lines = [
        BoardLine(promise, places[promise.id][0], tuple(places[promise.id][1:])) for promise in held
    ]
    return BoardPage(lines, weeks[-WEEKS_SHOWN:])


def promise_page(member: Member, slug: str) -> PromisePage:
    """One promise for one reader.

    Raises:
        NoSuchPromise: The charter has none by that name.
    """
    promise = _promise(slug)
    units = policy.units_seen_by(member)
    last, week_start = _last_week()
    if last is None:
        return PromisePage(promise, _no_place(promise), (), [], [], [], None, None)
    since = last - (WEEKS_SHOWN - 1) * WEEK
    first = last - (WEEKS_CHARTED + WEEKS_BEFORE - 1) * WEEK
    counts = figures.weekly(first, last + WEEK, None, slug, week_start)
    weeks = weeks_between(first, last)
    places = _places([promise], counts, weeks, _keys_seen(member))[slug]
    channels = figures.by_channel(since, last + WEEK, None, slug)
    return PromisePage(
        promise=promise,
        whole=places[0],
        teams=tuple(places[1:]),
        channels=[
            (channel.replace("_", " "), standing(promise, count))
            for channel, count in channels.items()
        ],
        weeks=_charted(_series(counts.get(slug, {}).get(None, {}), weeks), weeks),
        notes=notes(last - (WEEKS_CHARTED - 1) * WEEK, last + 2 * WEEK, units, slug),
        since=since,
        last=last,
    )


def _promise(slug: str) -> PromiseInForce:
    version = (
        PromiseVersion.objects.filter(promise_id=slug, until__isnull=True)
        .select_related("promise__owner")
        .first()
    )
    if version is None:
        raise policy.NoSuchPromise
    return in_force(version)


def _last_week() -> tuple[date | None, int]:
    """The last whole week of the data, and on which weekday weeks begin."""
    last_day, week_start = figures.last_day(), figures.first_weekday()
    return None if last_day is None else last_whole_week(last_day, week_start), week_start


def _keys_seen(member: Member) -> dict[int, str]:
    """Names of the units whose own figures the reader may see, by key and in order of name."""
    seen = policy.units_seen_by(member)
    names = people.unit_names()
    if seen is None:
        names[0] = NO_TEAM
    kept = {key: name for key, name in names.items() if seen is None or key in seen}
    return dict(sorted(kept.items(), key=lambda item: (item[0] == 0, item[1])))


def _places(
    held: list[PromiseInForce],
    counts: dict[str, dict[int | None, figures.Weeks]],
    weeks: list[date],
    keys: dict[int, str],
) -> dict[str, list[Place]]:
    """Every promise as a whole and by team, judged together."""
    asked: list[tuple[PromiseInForce, int | None, list[Count]]] = []
    for promise in held:
        found = counts.get(promise.id, {})
        asked.append((promise, None, _series(found.get(None, {}), weeks)))
        asked += [(promise, key, _series(found[key], weeks)) for key in keys if key in found]
    changes = judge_many(
        Series(series[:-1], series[-1], promise.id) for promise, _, series in asked
    )
    places: dict[str, list[Place]] = {promise.id: [] for promise in held}
    for (promise, key, series), change in zip(asked, changes, strict=True):
        name = "the whole organisation" if key is None else keys[key]
        places[promise.id].append(_place(promise, key, name, series, change))
    return places


def _place(
    promise: PromiseInForce, key: int | None, name: str, series: list[Count], change: Change
) -> Place:
    shown = series[-WEEKS_SHOWN:]
    whole = Count(sum(week.n for week in shown), sum(week.kept for week in shown))
    return Place(key, name, standing(promise, whole), tuple(shown), change)


def _no_place(promise: PromiseInForce) -> Place:
    nothing = Count(0, 0)
    return _place(promise, None, "the whole organisation", [nothing], signal([], nothing))


def _series(counts: figures.Weeks, weeks: list[date]) -> list[Count]:
    """A count for each week, oldest first."""
    return [counts.get(week, Count(0, 0)) for week in weeks]


def _charted(series: list[Count], weeks: list[date]) -> list[Week]:
    """The weeks of a control chart from the first with any, each judged by those before it."""
    charted = [
        Week(weeks[place], count, signal(series[:place], count))
        for place, count in enumerate(series)
        if place >= len(series) - WEEKS_CHARTED
    ]
    first = next((place for place, week in enumerate(charted) if week.count.n), len(charted))
    return charted[first:]


def _limits(change: Change) -> tuple[float, float, float] | None:
    """Where chance alone would leave a week, around the weeks before; None when too small."""
    if change.limits is None or change.before is None:
        return None
    low, high = change.limits
    return low, change.before, high
