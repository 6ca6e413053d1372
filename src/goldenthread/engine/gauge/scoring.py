"""From weighted signs to a principle's score: the mean of a Beta, with its interval."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from scipy.special import betaincinv

from goldenthread.engine.gauge.signs import MOST
from goldenthread.engine.gauge.types import Score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from goldenthread.engine.gauge.types import Evidence

LETTERS = ("P", "R", "O", "U", "D")
LOW, HIGH = 0.025, 0.975
_HUNDRED = 100.0


def principles(signs: Iterable[Evidence]) -> dict[str, Score | None]:
    """A score for each letter that has any sign; None for the others.

    Source: DOMAIN.md rule 0, 100 × the mean of Beta(1 + seen, 1 + broken) with its central 95 %.

    >>> principles([])["P"] is None
    True
    """
    kept: dict[str, list[Evidence]] = defaultdict(list)
    times: Counter[str] = Counter()
    for sign in signs:
        times[sign.sign] += 1
        if sign.letter and times[sign.sign] <= MOST:
            kept[sign.letter].append(sign)
    return {letter: _score(kept[letter]) if kept[letter] else None for letter in LETTERS}


def _score(signs: list[Evidence]) -> Score:
    seen = sum(sign.weight for sign in signs if sign.seen)
    broken = sum(sign.weight for sign in signs if not sign.seen)
    score, low, high = weighed(round(seen, 2), round(broken, 2))
    return Score(score, low, high, tuple(signs))


@lru_cache(maxsize=65_536)
def weighed(seen: float, broken: float) -> tuple[float, float, float]:
    """Score 0…100 with its interval from the summed weights seen and broken.

    >>> weighed(0.0, 0.0)[0], weighed(2.0, 0.0)[0]
    (50.0, 75.0)
    """
    for_it, against = 1.0 + seen, 1.0 + broken
    mean = for_it / (for_it + against)
    low, high = betaincinv(for_it, against, (LOW, HIGH))
    return _HUNDRED * mean, _HUNDRED * float(low), _HUNDRED * float(high)
