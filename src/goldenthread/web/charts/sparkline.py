"""A row of weeks, small enough to stand in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.web.charts.scale import Scale, common_range, runs, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, EDGE = 150, 40, 4


@dataclass(frozen=True, slots=True)
class Band:
    """The shaded limits: upper edge and height."""

    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One observed week."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Lines, limits, weeks that stand alone between gaps, and the last week if it was observed."""

    lines: tuple[str, ...]
    band: Band | None
    alone: tuple[Dot, ...]
    end: Dot | None
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(
    points: Sequence[float | None],
    limits: tuple[float, float] | None = None,
    within: tuple[float, float] | None = None,
) -> Sparkline:
    """Lay out shares 0…1, oldest first; None is a week without one.

    Args:
        points: One share a week; empty gives an empty picture.
        limits: Between which a week is no news; None shades nothing.
        within: The scale, to share it with other rows; None fits these values.
    """
    low, high = within or common_range(points, limits or ())
    scale = Scale(low, high, EDGE, HEIGHT - EDGE)
    places = [
        (x, None if value is None else scale.y(value))
        for x, value in zip(spread(len(points), EDGE, WIDTH - EDGE), points, strict=True)
    ]
    seen = [Dot(x, y) for x, y in places if y is not None]
    lines = runs(places)
    alone = tuple(dot for dot in seen if f"{dot.x:g},{dot.y:g}" in lines)
    end = seen[-1] if seen and places[-1][1] is not None else None
    return Sparkline(tuple(line for line in lines if " " in line), _band(limits, scale), alone, end)


def _band(limits: tuple[float, float] | None, scale: Scale) -> Band | None:
    if limits is None:
        return None
    top, bottom = scale.y(limits[1]), scale.y(limits[0])
    return Band(top, round(bottom - top, 1))
