"""Is a change real, or is it noise? The rules, in one place.

1. **Too few.** Fewer than 10 this week, fewer than 30 in the weeks before, or fewer than 4 weeks
   before with any: nothing is said.
2. **The weeks before** are the last 20. They give a share, how uncertain it is, and how much the
   weeks wander beyond chance (Laney's sigma_z, never below one, and never less than one and a
   half points of wandering at 88 %). Together these say how likely each count of this week is,
   were nothing to have changed (a beta-binomial).
3. **Real** is a week whose count, or one odder still, has at most one chance in a hundred.
4. **A run.** Four weeks together, this one the last and all on one side, are weighed in the same
   way against the weeks before them, at a tenth of that chance: a shift too small for one week.
5. **Many at once.** Among the series of one family, findings stand as far as at most 5 % of them
   are expected to be chance (Benjamini and Hochberg). A family is one question asked in several
   places: one promise, for all and for each team.

`docs/using/real-or-noise.md` says the same for readers, with the measured error rates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.stats.charts import pooled
from goldenthread.engine.stats.intervals import Count, Interval
from goldenthread.engine.stats.many import benjamini_hochberg
from goldenthread.engine.stats.predictive import Expected, expected, oddness, reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEVEL = 0.01
LEAST_NOW, LEAST_BEFORE, LEAST_WEEKS = 10, 30, 4
WEEKS_BEFORE = 20
RUN, RUN_COST = 4, 10.0
FALSE_DISCOVERIES = 0.05


class Verdict(StrEnum):
    """One plain word beside a figure."""

    REAL = "real"
    NOISE = "noise"
    TOO_FEW = "too_few"


class Direction(StrEnum):
    """Where a real change went; `none` for everything else."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a share.

    Attributes:
        verdict: Whether the change is real.
        direction: Where to, when it is real.
        before: Share of the weeks before, 0…1; None when they hold nothing.
        change: This week's share minus `before`; None when either is missing.
        p: How likely so odd a week is by chance; None when there are too few.
        why: The reason in one sentence.
        limits: Shares between which chance alone would leave a week like this one; None when
            there are too few.
    """

    verdict: Verdict
    direction: Direction
    before: float | None
    change: float | None
    p: float | None
    why: str
    limits: Interval | None = None


class Series(NamedTuple):
    """Weeks before, oldest first, this week, and the family of questions it belongs to."""

    before: Sequence[Count]
    now: Count
    family: str = ""


def signal(before: Sequence[Count], now: Count) -> Change:
    """Judge one series by the rules above, as if it were the only one.

    Args:
        before: Weeks before, oldest first, weeks without any as `Count(0, 0)`.
        now: This week.

    Source: the rules at the head of this module; D. B. Laney (2002), Quality Engineering
    14:531–537, for the wandering.

    >>> from goldenthread.engine.stats import Count
    >>> weeks = [Count(16, 14), Count(15, 13), Count(17, 15), Count(16, 14)] * 2
    >>> str(signal(weeks, Count(16, 8)).verdict), str(signal(weeks, Count(16, 13)).verdict)
    ('real', 'noise')
    """
    return _settle(_weigh(before, now), stands=True)


def judge_many(
    series: Iterable[Series | tuple[Sequence[Count], Count]],
) -> list[Change]:
    """Judge all series of one brief, in order: rules 1 to 5; no series gives [].

    Args:
        series: Give each its family, the promise it belongs to: in one family of sixty a team's
            fall is found in two of three cases instead of five of six.

    >>> judge_many([])
    []
    """
    asked = [Series(*one) for one in series]
    weighed = [_weigh(one.before, one.now) for one in asked]
    stands = [False] * len(asked)
    for family in {one.family for one in asked}:
        places = [
            place
            for place, one in enumerate(asked)
            if one.family == family and weighed[place].p is not None
        ]
        findings = benjamini_hochberg([weighed[at].p or 0.0 for at in places], FALSE_DISCOVERIES)
        for place, finding in zip(places, findings, strict=True):
            stands[place] = finding
    return [_settle(one, stands=ok) for one, ok in zip(weighed, stands, strict=True)]


def chance_range(before: Sequence[Count], n: int) -> Interval | None:
    """Shares between which chance alone keeps a week of `n`: the band behind a chart.

    None when the weeks before hold too little to say.
    """
    baseline = before[-WEEKS_BEFORE:]
    if _too_few_before(baseline) or n == 0:
        return None
    low, high = reach(oddness(n, expected(baseline)), LEVEL)
    return Interval(low / n, high / n)


def _weigh(before: Sequence[Count], now: Count) -> Change:
    """Everything but the verdict, which stays `noise` until `_settle`."""
    baseline = before[-WEEKS_BEFORE:]
    whole = pooled(baseline)
    share, was = now.share, whole.share
    change = None if share is None or was is None else share - was
    lacking = _too_few_now(now) or _too_few_before(baseline)
    if lacking:
        return Change(Verdict.TOO_FEW, Direction.NONE, was, change, None, lacking)
    odd = oddness(now.n, expected(baseline))
    low, high = reach(odd, LEVEL)
    limits, p = Interval(low / now.n, high / now.n), float(odd[now.kept])
    why = _why(now, low, high)
    alone = Change(Verdict.NOISE, Direction.NONE, was, change, p, why, limits)
    run = _run(baseline, now)
    return alone if run is None or (alone.p or 0.0) <= (run.p or 0.0) else run


def _run(baseline: Sequence[Count], now: Count) -> Change | None:
    """This week and the three before it, all on one side and too far out; None otherwise."""
    earlier, weeks = baseline[: 1 - RUN], [*baseline[1 - RUN :], now]
    if _too_few_before(earlier):
        return None
    what = expected(earlier, RUN)
    sides = {_side(week, what) for week in weeks}
    if len(sides) != 1 or 0 in sides:
        return None
    was, share = pooled(earlier).share, now.share
    change = None if share is None or was is None else share - was
    together = pooled(weeks)
    p = RUN_COST * float(oddness(together.n, what)[together.kept])
    if p > LEVEL:
        return None
    side = "above" if 1 in sides else "below"
    why = (
        f"Four weeks in a row lie {side} the {_points(what.share)} % of the weeks before, together "
        "further than chance would take them."
    )
    low, high = reach(oddness(now.n, expected(earlier)), LEVEL)
    limits = Interval(low / now.n, high / now.n)
    return Change(Verdict.NOISE, Direction.NONE, was, change, p, why, limits)


def _side(week: Count, what: Expected) -> int:
    share = week.share
    if share is None or share == what.share:
        return 0
    return 1 if share > what.share else -1


def _settle(weighed: Change, *, stands: bool) -> Change:
    """Say the verdict; `stands` is what the other series of the family leave of it."""
    if weighed.p is None or weighed.p > LEVEL:
        return weighed
    if not stands:
        why = "Odd for one series alone, but so many were looked at that chance explains it."
        return replace(weighed, why=why)
    direction = Direction.UP if (weighed.change or 0) > 0 else Direction.DOWN
    return replace(weighed, verdict=Verdict.REAL, direction=direction)


def _too_few_now(now: Count) -> str:
    if now.n >= LEAST_NOW:
        return ""
    return f"Only {now.n} this week; {LEAST_NOW} are needed to judge."


def _too_few_before(baseline: Sequence[Count]) -> str:
    n, weeks = pooled(baseline).n, sum(1 for week in baseline if week.n)
    if weeks < LEAST_WEEKS:
        return f"Only {weeks} weeks before with any; {LEAST_WEEKS} are needed to compare."
    if n < LEAST_BEFORE:
        return f"Only {n} in the weeks before; {LEAST_BEFORE} are needed to compare."
    return ""


def _why(now: Count, low: int, high: int) -> str:
    place = "within" if low <= now.kept <= high else "outside"
    return (
        f"{now.kept:,} of {now.n:,} were kept, {place} the {low:,} to {high:,} that chance alone"
        " would give."
    )


def _points(share: float) -> int:
    return round(share * 100)
