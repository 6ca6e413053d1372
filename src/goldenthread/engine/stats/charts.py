"""Control charts of shares: the limits within which chance alone keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from scipy.special import chdtrc

from goldenthread.engine.stats.intervals import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGMAS = 3.0
RANGE_TO_SIGMA = 1.128  # the mean range of two normal values, in standard deviations
DISPERSED = 0.05  # so improbable must the spread be before the limits are widened


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One period: its share and limits 0…1; `share` is None when nothing was counted."""

    share: float | None
    low: float
    high: float
    signal: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A p-chart; `sigma_z` is 1 unless the periods spread more than chance (Laney's p')."""

    centre: float
    sigma_z: float
    points: tuple[ChartPoint, ...]


def pooled(counts: Sequence[Count]) -> Count:
    """All together."""
    return Count(sum(c.n for c in counts), sum(c.kept for c in counts))


def z_values(counts: Sequence[Count], centre: float) -> list[float]:
    """How far each period lies from `centre`, in its own standard deviations.

    Periods without any are left out; a centre of 0 or 1 has no spread and gives zeros.
    """
    spread = sqrt(centre * (1 - centre))
    return [
        (c.kept / c.n - centre) / (spread / sqrt(c.n)) if spread else 0.0 for c in counts if c.n
    ]


def laney_sigma(z: Sequence[float]) -> float:
    """How many times more the periods vary than chance: mean moving range over 1.128.

    Fewer than two periods give 1.

    Source: D. B. Laney (2002), Quality Engineering 14:531–537.

    >>> laney_sigma([0.0, 1.128, 0.0])
    1.0
    """
    if len(z) < 2:  # noqa: PLR2004 - a range needs two
        return 1.0
    moves = [abs(b - a) for a, b in pairwise(z)]
    return sum(moves) / len(moves) / RANGE_TO_SIGMA


def p_chart(points: Sequence[Count], *, laney: bool | None = None) -> Chart:
    """A chart of shares with three-sigma limits for each period's own n.

    Args:
        points: Periods, oldest first; all of them make the centre line.
        laney: Widen the limits by Laney's sigma_z; None does so when a chi-square test says that
            the periods spread more than chance would have them (p below .05).

    Raises:
        ValueError: No period counts anything.

    Source: W. A. Shewhart (1931), Economic Control of Quality of Manufactured Product;
    D. B. Laney (2002) as above.

    >>> weeks = [Count(100, kept) for kept in (90, 92, 88, 91, 60)]
    >>> [point.signal for point in p_chart(weeks, laney=False).points]
    [False, False, False, False, True]
    """
    whole = pooled(points)
    if whole.n == 0:
        message = "a chart needs at least one period that counts something"
        raise ValueError(message)
    centre = whole.kept / whole.n
    z = z_values(points, centre)
    widen = _is_dispersed(z) if laney is None else laney
    sigma_z = max(1.0, laney_sigma(z)) if widen else 1.0
    return Chart(centre, sigma_z, tuple(_point(count, centre, sigma_z) for count in points))


def _is_dispersed(z: Sequence[float]) -> bool:
    return len(z) > 1 and chdtrc(len(z) - 1, sum(v * v for v in z)) < DISPERSED


def _point(count: Count, centre: float, sigma_z: float) -> ChartPoint:
    if count.n == 0:
        return ChartPoint(None, 0.0, 1.0, signal=False)
    reach = SIGMAS * sigma_z * sqrt(centre * (1 - centre) / count.n)
    share, low, high = count.kept / count.n, centre - reach, centre + reach
    return ChartPoint(share, max(0.0, low), min(1.0, high), signal=not low <= share <= high)
