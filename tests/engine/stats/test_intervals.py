import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

from goldenthread.engine.stats import Count, beta_interval, mean_interval, newcombe, wilson

COUNTS = st.integers(1, 5_000).flatmap(lambda n: st.integers(0, n).map(lambda kept: Count(n, kept)))


@pytest.mark.parametrize(
    ("kept", "n", "low", "high"),
    [
        (45, 60, 0.62768, 0.84223),
        (9, 10, 0.59585, 0.98212),
        (0, 12, 0.0, 0.24249),
        (120, 150, 0.72886, 0.85616),
    ],
)
def test_wilson_agrees_with_the_golden_vectors(kept, n, low, high):
    # The last digits of the vectors were cut, not rounded.
    assert wilson(kept, n) == pytest.approx((low, high), abs=1e-5)


@settings(deadline=None)  # the machine may be busy
@given(COUNTS)
def test_wilson_agrees_with_statsmodels(count):
    theirs = proportion_confint(count.kept, count.n, method="wilson")

    assert wilson(count.kept, count.n) == pytest.approx(theirs, abs=1e-9)


@settings(deadline=None)
@given(COUNTS)
def test_a_share_lies_in_its_own_interval(count):
    low, high = wilson(count.kept, count.n)

    assert 0 <= low <= count.share <= high <= 1


def test_nothing_counted_could_be_anything():
    assert wilson(0, 0) == (0, 1)
    assert Count(0, 0).share is None
    assert newcombe(Count(0, 0), Count(9, 3)) == (-1, 1)


@pytest.mark.parametrize(("kept", "n"), [(-1, 3), (4, 3)])
def test_more_kept_than_counted_is_no_share(kept, n):
    with pytest.raises(ValueError, match="no share"):
        wilson(kept, n)


@settings(deadline=None)
@given(st.floats(0, 400), st.floats(0, 400))
def test_the_beta_interval_agrees_with_scipy(seen, broken):
    theirs = stats.beta(1 + seen, 1 + broken).interval(0.95)

    assert beta_interval(seen, broken) == pytest.approx(theirs, abs=1e-9)


def test_no_sign_makes_nothing_sure():
    assert beta_interval(0, 0) == pytest.approx((0.025, 0.975))


def test_a_sign_cannot_weigh_less_than_nothing():
    with pytest.raises(ValueError, match="below zero"):
        beta_interval(-1, 0)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=60))
def test_the_interval_of_a_mean_agrees_with_statsmodels(values):
    ours = mean_interval(len(values), sum(values), sum(v * v for v in values))
    theirs = (
        DescrStatsW(np.array(values, dtype=float)).tconfint_mean()
        if set(values[1:]) != {values[0]}
        else (values[0], values[0])
    )

    assert ours == pytest.approx(theirs, abs=0.01, rel=1e-6)


def test_one_value_has_no_interval():
    assert mean_interval(1, 50, 2500) is None
    assert mean_interval(0, 0, 0) is None


def test_newcombe_agrees_with_the_golden_vector():
    ours = newcombe(Count(150, 120), Count(150, 100))

    assert ours == pytest.approx((0.03321, 0.23007), abs=1e-5)


@settings(deadline=None)
@given(COUNTS, COUNTS)
def test_newcombe_agrees_with_statsmodels(first, second):
    theirs = confint_proportions_2indep(
        first.kept, first.n, second.kept, second.n, method="newcomb", compare="diff"
    )

    assert newcombe(first, second) == pytest.approx(theirs, abs=1e-9)
