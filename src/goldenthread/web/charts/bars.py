"""Bars of 0…100: how full, and how sure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meter:
    """How far a bar is filled, in percent of its width."""

    fill: float


@dataclass(frozen=True, slots=True)
class RangeBar:
    """Where an interval begins, how wide it is, and where the estimate lies, in percent."""

    start: float
    width: float
    point: float


def _inside(value: float) -> float:
    return min(100.0, max(0.0, value))


def meter(value: float, of: float = 100) -> Meter:
    """Fill a bar to `value` of `of`; a bar of nothing stays empty.

    >>> meter(2, of=5)
    Meter(fill=40.0)
    """
    return Meter(round(_inside(100 * value / of), 1) if of > 0 else 0.0)


def range_bar(score: float, low: float, high: float) -> RangeBar:
    """Lay out a score 0…100 with its interval.

    >>> range_bar(72, 58, 84)
    RangeBar(start=58, width=26, point=72)
    """
    start, end = _inside(low), _inside(high)
    return RangeBar(round(start, 1), round(max(0.0, end - start), 1), round(_inside(score), 1))
