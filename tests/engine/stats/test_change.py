import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from goldenthread.engine.stats import (
    Count,
    Direction,
    Series,
    Verdict,
    chance_range,
    judge_many,
    signal,
)
from goldenthread.engine.stats.predictive import Expected, oddness, probabilities

STEADY = [Count(16, 14)] * 10
WEEK = st.integers(0, 60).flatmap(lambda n: st.integers(0, n).map(lambda kept: Count(n, kept)))


def weeks(chance, *, mean_n, many, share, wobble=0.0):
    """So many weeks of about so many conversations, the true share wobbling from week to week."""
    ns = np.maximum(1, chance.poisson(mean_n, many))
    shares = np.clip(share + wobble * chance.standard_normal(many), 0.001, 0.999)
    return [Count(int(n), int(k)) for n, k in zip(ns, chance.binomial(ns, shares), strict=True)]


def share_real(found):
    return sum(one.verdict is Verdict.REAL for one in found) / len(found)


def test_the_chances_are_those_of_scipys_beta_binomial():
    ours = probabilities(30, Expected(13.0, 4.5))

    assert ours == pytest.approx(stats.betabinom(30, 13.0, 4.5).pmf(np.arange(31)), abs=1e-12)


def test_with_a_baseline_beyond_doubt_oddness_is_the_exact_binomial_test():
    sure = Expected(3e9, 1e9)
    exact = stats.binomtest(12, 30, 0.75).pvalue

    assert oddness(30, sure)[12] == pytest.approx(
        exact - stats.binom(30, 0.75).pmf(12) / 2, rel=1e-4
    )


def test_counts_equally_likely_are_equally_odd():
    even = oddness(11, Expected(5e8, 5e8))

    assert even == pytest.approx(even[::-1], rel=1e-4)
    assert even[5] == pytest.approx(1 - stats.binom(11, 0.5).pmf(5), rel=1e-4)


@pytest.mark.parametrize(
    ("before", "now", "why"),
    [
        (STEADY, Count(9, 2), "Only 9 this week"),
        ([Count(100, 90)] * 3, Count(50, 10), "Only 3 weeks before"),
        ([Count(7, 6)] * 4, Count(50, 10), "Only 28 in the weeks before"),
        ([], Count(50, 10), "Only 0 weeks before"),
    ],
)
def test_too_few_to_say(before, now, why):
    found = signal(before, now)

    assert (found.verdict, found.direction, found.p) == ("too_few", "none", None)
    assert found.why.startswith(why)


def test_a_fall_is_real_and_says_why():
    found = signal(STEADY, Count(16, 7))

    assert (found.verdict, found.direction) == ("real", "down")
    assert found.before == pytest.approx(0.875)
    assert found.change == pytest.approx(7 / 16 - 0.875)
    assert found.why == "7 of 16 were kept, outside the 10 to 16 that chance alone would give."


def test_a_rise_is_real_and_says_so():
    found = signal([Count(80, 50)] * 8, Count(80, 70))

    assert (found.verdict, found.direction) == ("real", "up")


def test_a_week_like_the_others_is_noise():
    found = signal(STEADY, Count(16, 12))

    assert (found.verdict, found.direction) == ("noise", "none")
    assert "within" in found.why


def test_a_small_shift_that_lasts_four_weeks_is_found_as_a_run():
    before = [Count(60, 53)] * 12 + [Count(60, 47)] * 3
    alone, together = signal(before[:-3], Count(60, 47)), signal(before, Count(60, 47))

    assert alone.verdict is Verdict.NOISE
    assert together.verdict is Verdict.REAL
    assert together.direction is Direction.DOWN
    assert together.before == pytest.approx(53 / 60)
    assert together.change == pytest.approx(-6 / 60)
    assert together.why.startswith("Four weeks in a row lie below the 88 %")


def test_only_the_last_twenty_weeks_count():
    long_ago = [Count(50, 5)] * 30

    assert signal(long_ago + [Count(50, 45)] * 20, Count(50, 44)).before == pytest.approx(0.9)


def test_restless_weeks_let_more_pass():
    calm = [Count(200, 160)] * 12
    restless = [Count(200, 160 + move) for move in (-24, 24) * 6]

    assert signal(calm, Count(200, 140)).verdict is Verdict.REAL
    assert signal(restless, Count(200, 140)).verdict is Verdict.NOISE


@pytest.mark.parametrize("n", [16, 187])
def test_the_band_is_exactly_where_a_week_is_noise(n):
    before = [Count(n, round(n * 0.88))] * 10
    low, high = chance_range(before, n)

    for kept in range(n + 1):
        found = signal(before, Count(n, kept))
        inside = low <= kept / n <= high
        assert (found.verdict is Verdict.NOISE) == inside == ("within" in found.why)
        assert found.limits == (low, high)


def test_there_is_no_band_where_nothing_can_be_said():
    assert chance_range(STEADY[:2], 16) is None
    assert chance_range(STEADY, 0) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(WEEK, max_size=24), WEEK)
def test_every_series_gets_one_plain_answer(before, now):
    found = signal(before, now)

    assert found.why.endswith(".")
    assert (found.direction == "none") == (found.verdict is not Verdict.REAL)
    assert found.p is None or 0 <= found.p <= 1
    if found.verdict is Verdict.REAL:
        assert (found.change > 0) == (found.direction == "up")


def test_among_many_of_one_family_a_finding_must_be_stronger():
    odd, quiet = Series(STEADY, Count(16, 9)), Series(STEADY, Count(16, 14))
    alone = judge_many([odd])[0]
    crowd = judge_many([odd, *[quiet] * 30])[0]

    assert alone.verdict is Verdict.REAL
    assert crowd.verdict is Verdict.NOISE
    assert "so many were looked at" in crowd.why


def test_families_are_questions_of_their_own():
    odd = Series(STEADY, Count(16, 9), "call-back")
    others = [Series(STEADY, Count(16, 14), "honest-no")] * 30

    assert [one.verdict for one in judge_many([*others, odd])][-1] is Verdict.REAL


def test_what_cannot_be_judged_takes_no_part_in_the_count():
    odd, few = Series(STEADY, Count(16, 9)), Series(STEADY, Count(3, 1))
    found = judge_many([odd, *[few] * 30])

    assert found[0].verdict is Verdict.REAL
    assert {one.verdict for one in found[1:]} == {Verdict.TOO_FEW}


@pytest.mark.parametrize("many", [8, 20])
def test_a_team_that_falls_from_88_to_50_percent_is_found_in_its_first_week(many):
    chance = np.random.default_rng(11)
    found = []
    for _ in range(700):
        now = weeks(chance, mean_n=16, many=1, share=0.5)[0]
        now = Count(now.n, now.kept) if 12 <= now.n <= 20 else Count(16, chance.binomial(16, 0.5))
        found.append(signal(weeks(chance, mean_n=16, many=many, share=0.88, wobble=0.01), now))

    assert share_real(found) >= 0.8


@pytest.mark.parametrize(
    ("mean_n", "wobble"), [(16, 0.0), (16, 0.02), (80, 0.02), (400, 0.01), (400, 0.02)]
)
def test_noise_and_small_wobble_are_rarely_called_real(mean_n, wobble):
    chance = np.random.default_rng(12)
    found = []
    for _ in range(80):
        series = weeks(chance, mean_n=mean_n, many=28, share=0.85, wobble=wobble)
        found += [signal(series[:week], series[week]) for week in range(18, 28)]

    assert share_real(found) <= 0.02
