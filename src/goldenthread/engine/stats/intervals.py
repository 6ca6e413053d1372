"""Where the true value lies with 95 % confidence."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from scipy.special import betaincinv, stdtrit

Z = 1.959963984540054  # 95 % of a normal lie within this many standard deviations
TAIL = 0.025  # what is left out at each end


class Interval(NamedTuple):
    """From where to where, both ends included."""

    low: float
    high: float


class Count(NamedTuple):
    """How many, and how many of them kept."""

    n: int
    kept: int

    @property
    def share(self) -> float | None:
        """Kept among all, 0…1; None when there is nothing to share."""
        return self.kept / self.n if self.n else None


def wilson(kept: int, n: int) -> Interval:
    """The 95 % interval of a share, 0…1; the whole range when nothing was counted.

    It never leaves 0…1 and stays honest for small numbers and for shares near 0 or 1.

    Args:
        kept: How many, 0…n.
        n: Of how many.

    Raises:
        ValueError: `kept` is below zero or above `n`.

    Source: E. B. Wilson (1927), Journal of the American Statistical Association 22:209–212.

    >>> low, high = wilson(45, 60)
    >>> round(low, 5), round(high, 5)
    (0.62768, 0.84223)
    """
    _must_be_part_of(kept, n)
    if n == 0:
        return Interval(0.0, 1.0)
    share, square = kept / n, Z * Z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    # At the ends the formula gives exactly 0 and 1; rounding must not say otherwise.
    low = 0.0 if kept == 0 else centre - half
    high = 1.0 if kept == n else centre + half
    return Interval(max(0.0, low), min(1.0, high))


def beta_interval(seen: float, broken: float) -> Interval:
    """Central 95 % of Beta(1 + seen, 1 + broken): how sure weighted signs make one, 0…1.

    Args:
        seen: Weight of the signs for, not below zero.
        broken: Weight of the signs against, not below zero.

    Raises:
        ValueError: A weight is below zero.

    Source: Bayes' rule with a uniform prior on a share.

    >>> low, high = beta_interval(2, 0)
    >>> round(low, 3), round(high, 3)
    (0.292, 0.992)
    """
    if seen < 0 or broken < 0:
        message = f"weights are not below zero, got {seen} and {broken}"
        raise ValueError(message)
    low, high = betaincinv(1 + seen, 1 + broken, (TAIL, 1 - TAIL))
    return Interval(float(low), float(high))


def mean_interval(n: int, total: float, squares: float) -> Interval | None:
    """The 95 % interval of a mean, from a roll-up; None for fewer than two values.

    Args:
        n: How many values.
        total: Their sum, in any unit.
        squares: The sum of their squares, in that unit squared.

    Source: Student (1908), The probable error of a mean, Biometrika 6:1–25.

    >>> low, high = mean_interval(3, 6.0, 14.0)  # 1, 2 and 3
    >>> round(low, 2), round(high, 2)
    (-0.48, 4.48)
    """
    if n < 2:  # noqa: PLR2004 - one value says nothing of the spread
        return None
    mean = total / n
    variance = max(0.0, squares - total * mean) / (n - 1)
    half = float(stdtrit(n - 1, 1 - TAIL)) * sqrt(variance / n)
    return Interval(mean - half, mean + half)


def newcombe(first: Count, second: Count) -> Interval:
    """The 95 % interval of the difference of two shares, first minus second, −1…1.

    Source: R. G. Newcombe (1998), Statistics in Medicine 17:873–890, method 10.

    >>> low, high = newcombe(Count(150, 120), Count(150, 100))
    >>> round(low, 5), round(high, 5)
    (0.03321, 0.23007)
    """
    if first.n == 0 or second.n == 0:
        return Interval(-1.0, 1.0)
    one, other = first.kept / first.n, second.kept / second.n
    low_1, high_1 = wilson(first.kept, first.n)
    low_2, high_2 = wilson(second.kept, second.n)
    down = sqrt((one - low_1) ** 2 + (high_2 - other) ** 2)
    up = sqrt((high_1 - one) ** 2 + (other - low_2) ** 2)
    return Interval(max(-1.0, one - other - down), min(1.0, one - other + up))


def _must_be_part_of(kept: int, n: int) -> None:
    if not 0 <= kept <= n:
        message = f"{kept} of {n} is no share"
        raise ValueError(message)
