"""What the weeks before let one expect of this week: a beta-binomial, and how odd a count is."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import betaln, gammaln

from goldenthread.engine.stats.charts import laney_sigma, pooled, z_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from goldenthread.engine.stats.intervals import Count

# Even where the weeks before show none, true rates wander a little: this much correlation within
# a week is a standard deviation of one and a half points at 88 %, two and a quarter at 50 %.
LEAST_WANDER = 0.002
USUAL_WANDER = 0.01  # estimates below this are believed even when they are not significant
DOUBT = 2.0  # an estimate of so many standard errors counts for half
MOST_WANDER = 0.5
SAME = 1e-9  # two probabilities this close are one, whatever the rounding


class Expected(NamedTuple):
    """Parameters of the beta-binomial; both above zero."""

    kept: float
    broken: float

    @property
    def share(self) -> float:
        """The share to be expected, 0…1."""
        return self.kept / (self.kept + self.broken)


def expected(baseline: Sequence[Count], weeks_ahead: int = 1) -> Expected:
    """What to expect of the next week, uncertainty of the baseline and its wandering included.

    Args:
        baseline: Weeks before, at least one with any.
        weeks_ahead: How many weeks are expected together; they wander each on its own.

    Raises:
        ValueError: No week counts anything.
    """
    weeks = [c for c in baseline if c.n]
    whole = pooled(weeks)
    if whole.n == 0:
        message = "nothing was counted in the weeks before"
        raise ValueError(message)
    share = (whole.kept + 0.5) / (whole.n + 1)  # never 0 or 1: the next week may differ
    spread, usual_n = share * (1 - share), len(weeks) / sum(1 / c.n for c in weeks)
    wander = _wander(weeks, share, usual_n)
    variance = spread * ((1 + (usual_n - 1) * wander) / whole.n + wander / weeks_ahead)
    strength = max(2.0, spread / variance - 1)
    return Expected(share * strength, (1 - share) * strength)


def _wander(weeks: Sequence[Count], share: float, usual_n: float) -> float:
    """Correlation within a week, from Laney's sigma_z; shrunk as far as chance explains it."""
    others = len(weeks) - 1
    if others < 1 or usual_n <= 1:
        return LEAST_WANDER
    z = z_values(weeks, share)
    # A shift inside the baseline inflates the second alone, one lurch the first.
    sigma_squared = min(laney_sigma(z) ** 2, sum(v * v for v in z) / others)
    excess = max(0.0, (sigma_squared - 1) / (usual_n - 1) - LEAST_WANDER)
    error = sqrt(2.4 / others) / (usual_n - 1)  # 2.4: a moving range is a little less exact than 2
    belief = excess**2 + USUAL_WANDER**2
    return min(MOST_WANDER, LEAST_WANDER + excess * belief / (belief + (DOUBT * error) ** 2))


def probabilities(n: int, what: Expected) -> NDArray[np.float64]:
    """The chance of each count 0…n."""
    j = np.arange(n + 1, dtype=np.float64)
    ways = gammaln(n + 1) - gammaln(j + 1) - gammaln(n - j + 1)
    weighed = betaln(j + what.kept, n - j + what.broken) - betaln(what.kept, what.broken)
    chances: NDArray[np.float64] = np.exp(ways + weighed)
    return chances


def oddness(n: int, what: Expected) -> NDArray[np.float64]:
    """Two-sided p-value of each count 0…n: how likely one at least as odd, 0…1.

    Counts are odd in the order of their probability; the count itself and its equals enter with
    half (mid-p), which keeps small numbers from being judged more timidly than large ones.

    Source: H. O. Lancaster (1961), Journal of the American Statistical Association 56:223–234.

    >>> round(float(oddness(10, Expected(5e8, 5e8))[5]), 2)  # five of ten at one half
    0.88
    """
    chances = probabilities(n, what)
    ranked = np.sort(chances)
    below = np.concatenate(([0.0], np.cumsum(ranked)))
    odder = below[np.searchsorted(ranked, chances * (1 - SAME))]
    not_less_odd = below[np.searchsorted(ranked, chances * (1 + SAME), side="right")]
    p: NDArray[np.float64] = np.minimum(1.0, (odder + not_less_odd) / 2)
    return p


def reach(p: NDArray[np.float64], level: float) -> tuple[int, int]:
    """The least and the most count that is not odder than `level`, from what `oddness` gives."""
    ordinary = np.flatnonzero(p > level)
    return int(ordinary[0]), int(ordinary[-1])
