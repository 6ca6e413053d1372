"""How often the rules err, on made-up series whose truth is known: `python signals.py`.

Each series has 12 to 45 weeks before the one that is judged, with as many conversations in a week
as chance gives around a mean. A share that wobbles moves by a normal draw from week to week. A
brief is ten promises, for all and for five teams: sixty series, judged promise by promise, or all
as one family for comparison. The draws are seeded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from goldenthread.engine.stats import Count, Series, Verdict, judge_many, signal, wilson

if TYPE_CHECKING:
    from numpy.random import Generator

WEEKS_BEFORE = (12, 20, 28, 45)
SHARES = (0.70, 0.85, 0.95)
SERIES, BRIEFS = 2_000, 400
PROMISES, TEAMS, TEAM_N = 10, 5, 16
FELL_FROM, FELL_TO = 0.88, 0.50


class Found(NamedTuple):
    """What was named real in made-up briefs."""

    fell: int
    others: int


def main() -> None:
    """Print the false alarms of single series, then what is found and what not in briefs."""
    print("nothing changed but chance and a wobble; named real:")
    for wobble in (0.0, 0.01, 0.02):
        for mean_n in (16, 80, 400):
            told = ", ".join(
                f"{share:.0%}: {_false_alarms(mean_n, share, wobble)}" for share in SHARES
            )
            print(f"  wobble {wobble * 100:.0f} points, {mean_n:3} a week, around {told}")
    print(f"a team of {TEAM_N} a week falls from {FELL_FROM:.0%} to {FELL_TO:.0%}, in a brief:")
    for one_family in (False, True):
        _tell_briefs(one_family=one_family)


def _tell_briefs(*, one_family: bool) -> None:
    chance = np.random.default_rng(7)
    found = [_brief(chance, one_family=one_family) for _ in range(BRIEFS)]
    fell = sum(each.fell for each in found)
    others = sum(each.others for each in found)
    still = BRIEFS * (PROMISES * (TEAMS + 1) - 2)  # neither the team nor all of that promise
    judged = "all as one family" if one_family else "promise by promise"
    print(f"  judged {judged}: found {_share(fell, BRIEFS)}; others {_share(others, still)}")


def _brief(chance: Generator, *, one_family: bool) -> Found:
    """One brief in which the first team's first promise fell in the last week."""
    series = []
    for promise in range(PROMISES):
        teams = [_weeks(chance, TEAM_N, FELL_FROM, 0.0, 29) for _ in range(TEAMS)]
        if promise == 0:
            n = max(teams[0][-1].n, 12)
            teams[0][-1] = Count(n, int(chance.binomial(n, FELL_TO)))
        family = "" if one_family else str(promise)
        series += [_series(weeks, family) for weeks in (_together(teams), *teams)]
    real = [change.verdict is Verdict.REAL for change in judge_many(series)]
    return Found(fell=int(real[1]), others=sum(real[2:]))


def _together(teams: list[list[Count]]) -> list[Count]:
    return [
        Count(sum(week.n for week in weeks), sum(week.kept for week in weeks))
        for weeks in zip(*teams, strict=True)
    ]


def _series(weeks: list[Count], family: str) -> Series:
    return Series(weeks[:-1], weeks[-1], family)


def _false_alarms(mean_n: int, share: float, wobble: float) -> str:
    chance = np.random.default_rng(1)
    changes = [
        signal(weeks[:-1], weeks[-1])
        for number in range(SERIES)
        for weeks in [_weeks(chance, mean_n, share, wobble, WEEKS_BEFORE[number % 4] + 1)]
    ]
    return f"{sum(change.verdict is Verdict.REAL for change in changes) / len(changes):.1%}"


def _weeks(chance: Generator, mean_n: int, share: float, wobble: float, many: int) -> list[Count]:
    shares = np.clip(share + wobble * chance.standard_normal(many), 0.001, 0.999)
    sizes = chance.poisson(mean_n, many)
    kept = chance.binomial(sizes, shares)
    return [Count(int(n), int(k)) for k, n in zip(kept, sizes, strict=True)]


def _share(k: int, n: int) -> str:
    low, high = wilson(k, n)
    return f"{k / n:.2%} [{low:.2%}, {high:.2%}] (n {n:,})"


if __name__ == "__main__":
    main()
