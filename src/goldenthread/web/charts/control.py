"""A control chart: weeks, the limits chance keeps to, and the weeks that left them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from goldenthread.web.charts.scale import Scale, common_range, runs, spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEIGHT, TOP, BOTTOM = 250, 34.0, 218.0
LEFT, RIGHT = 2.0, 98.0
TEXT_DROP = 5.0
TICKS_APART = 16.0
Limit: TypeAlias = "tuple[float, float, float]"
Edge: TypeAlias = "tuple[float, float]"


@dataclass(frozen=True, slots=True)
class Series:
    """What is drawn.

    Attributes:
        points: One share 0…1 a week, oldest first; None is a week without one.
        limits: Lower limit, centre, upper limit of each week, None for a week too small to have
            any; empty draws none.
        labels: What each week is called.
        signals: Weeks, by place, in which the change is real, each with its words or none.
        notes: What was done, by the place of its week.
    """

    points: Sequence[float | None]
    limits: Sequence[Limit | None] = ()
    labels: Sequence[str] = ()
    signals: Mapping[int, str] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Week:
    """One observed week; `tone` is `calm`, or `good` or `bad` for a real change."""

    x: float
    y: float
    tone: str
    words: str = ""

    @property
    def is_late(self) -> bool:
        """Whether it stands in the right half, so that its words go to its left."""
        return self.x > (LEFT + RIGHT) / 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A value or a week named at the edge."""

    at: float
    value: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done, standing at its week."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Control:
    """The whole picture; x in percent of its width, y in pixels."""

    band: str
    centre: str
    lines: tuple[str, ...]
    weeks: tuple[Week, ...]
    signals: tuple[Week, ...]
    values: tuple[Tick, ...]
    labels: tuple[Tick, ...]
    deeds: tuple[Deed, ...]
    height: int = HEIGHT


def control(series: Series) -> Control:
    """Lay out a control chart; no week gives an empty picture.

    Raises:
        ValueError: There are limits or labels, but not one for each week.
    """
    _agree(series)
    known = [limit for limit in series.limits if limit]
    low, high = common_range(series.points, *known, least=0.1)
    scale = Scale(low, high, TOP, BOTTOM)
    across = spread(len(series.points), LEFT, RIGHT)
    places = [
        (x, None if value is None else scale.y(value))
        for x, value in zip(across, series.points, strict=True)
    ]
    weeks = _weeks(series, places)
    stretches = _stretches(series.limits, across)
    return Control(
        band="".join(_band(limits, edges, scale) for limits, edges in stretches),
        centre="".join(
            _steps([centre for _, centre, _ in limits], edges, scale) for limits, edges in stretches
        ),
        lines=runs(places),
        weeks=tuple(week for week in weeks if week.tone == "calm"),
        signals=tuple(week for week in weeks if week.tone != "calm"),
        values=_values(known, scale),
        labels=_labels(series.labels, across),
        deeds=tuple(_deed(across[place], words) for place, words in series.notes.items()),
    )


def _agree(series: Series) -> None:
    weeks = len(series.points)
    for name, given in (("limits", series.limits), ("labels", series.labels)):
        if given and len(given) != weeks:
            message = f"{len(given)} {name} for {weeks} weeks: give one a week, or none"
            raise ValueError(message)


def _weeks(series: Series, places: list[tuple[float, float | None]]) -> list[Week]:
    weeks = []
    for place, (x, y) in enumerate(places):
        if y is None:
            continue
        tone = _tone(series, place) if place in series.signals else "calm"
        weeks.append(Week(x, y, tone, series.signals.get(place, "")))
    return weeks


def _tone(series: Series, place: int) -> str:
    """A real change is for the worse below the centre, for the better at or above it."""
    value = series.points[place]
    limit = series.limits[place] if series.limits else None
    centre = limit[1] if limit else 0.0
    return "bad" if value is not None and value < centre else "good"


def _edges(across: Sequence[float]) -> list[Edge]:
    """From where to where each week reaches: halfway to its neighbours, or to the edge."""
    halves = [round((a + b) / 2, 1) for a, b in pairwise(across)]
    return list(zip([0.0, *halves], [*halves, 100.0], strict=True))


def _stretches(
    limits: Sequence[Limit | None], across: Sequence[float]
) -> list[tuple[list[Limit], list[Edge]]]:
    """Weeks with limits that follow each other, and from where to where each reaches."""
    stretches: list[tuple[list[Limit], list[Edge]]] = []
    is_open = False
    for limit, edge in zip(limits, _edges(across), strict=False):
        if limit and not is_open:
            stretches.append(([], []))
        if limit:
            stretches[-1][0].append(limit)
            stretches[-1][1].append(edge)
        is_open = limit is not None
    return stretches


def _walk(values: Sequence[float], edges: Sequence[Edge], scale: Scale) -> str:
    return "".join(
        f"V{scale.y(value):g}H{end:g}" for value, (_, end) in zip(values, edges, strict=True)
    )


def _steps(values: Sequence[float], edges: Sequence[Edge], scale: Scale) -> str:
    return f"M{edges[0][0]:g} {scale.y(values[0]):g}" + _walk(values, edges, scale)


def _band(limits: Sequence[Limit], edges: Sequence[Edge], scale: Scale) -> str:
    there = _steps([high for _, _, high in limits], edges, scale)
    back_edges = [(end, start) for start, end in reversed(edges)]
    back = _walk([low for low, _, _ in reversed(limits)], back_edges, scale)
    return f"{there}{back}Z"


def _values(limits: Sequence[Limit], scale: Scale) -> tuple[Tick, ...]:
    """The limits of the last week; where lines would cover each other, the centre alone."""
    if not limits:
        return (Tick(scale.top, scale.high), Tick(scale.bottom, scale.low))
    low, centre, high = limits[-1]
    ticks = [Tick(scale.y(centre), centre)]
    for value in (high, low):
        at = scale.y(value)
        if abs(at - ticks[0].at) >= TICKS_APART:
            ticks.append(Tick(at, value))
    return tuple(sorted(ticks, key=lambda tick: tick.at))


def _labels(labels: Sequence[str], across: Sequence[float]) -> tuple[Tick, ...]:
    """The first week, the middle one and the last, as far as there are so many."""
    if not labels:
        return ()
    last = len(labels) - 1
    named = sorted({0, last // 2, last}) if last > 1 else sorted({0, last})
    return tuple(Tick(across[place], place, labels[place]) for place in named)


def _deed(x: float, words: str) -> Deed:
    """Words lean away from the edge they are near."""
    anchor = "" if x < 25 else "end" if x > 75 else "mid"  # noqa: PLR2004 - quarters of the width
    return Deed(x, words, anchor)
