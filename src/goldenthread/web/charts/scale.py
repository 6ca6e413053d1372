"""From a value to a place on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Scale:
    """Values `low`…`high` laid from `bottom` up to `top`, in pixels from the upper edge."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """Where `value` lies, to a tenth of a pixel; what is beyond the scale lies on its edge."""
        inside = min(max(value, self.low), self.high)
        part = (inside - self.low) / (self.high - self.low)
        return round(self.bottom - part * (self.bottom - self.top), 1)


def common_range(*series: Iterable[float | None], least: float = 0.2) -> tuple[float, float]:
    """One range for several rows of shares, so that they can be compared by eye.

    A tenth of air above and below, never narrower than `least` (a wobble must not look like a
    fall), never beyond 0…1. Nothing to show gives the whole 0…1.

    >>> common_range([0.71, 0.85, None], [0.9])
    (0.69, 0.92)
    """
    values = [value for row in series for value in row if value is not None]
    if not values:
        return 0.0, 1.0
    air = (max(values) - min(values)) / 10
    low, high = min(values) - air, max(values) + air
    missing = max(0.0, least - (high - low)) / 2
    low, high = low - missing, high + missing
    if low < 0:
        low, high = 0.0, high - low
    if high > 1:
        low, high = max(0.0, low - (high - 1)), 1.0
    return round(low, 2), round(high, 2)


def spread(count: int, start: float, end: float) -> list[float]:
    """Places of `count` points from `start` to `end`, evenly; a single one stands at the end.

    >>> spread(3, 0, 10)
    [0, 5.0, 10.0]
    """
    if count == 1:
        return [end]
    step = (end - start) / max(1, count - 1)
    return [round(start + step * place, 1) if place else start for place in range(count)]


def runs(places: Sequence[tuple[float, float | None]]) -> tuple[str, ...]:
    """Lines through the places, broken wherever nothing was observed.

    >>> runs([(0, 1.0), (1, 2.0), (2, None), (3, 1.5)])
    ('0,1 1,2', '3,1.5')
    """
    lines: list[list[str]] = [[]]
    for x, y in places:
        if y is None:
            lines.append([])
        else:
            lines[-1].append(f"{x:g},{y:g}")
    return tuple(" ".join(line) for line in lines if line)
