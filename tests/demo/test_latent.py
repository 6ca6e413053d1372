from datetime import date, timedelta
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.demo.latent import Latent, leaning
from goldenthread.demo.people import organisation
from goldenthread.demo.promises import KEPT
from goldenthread.demo.truth import Order, monday_of, planted

UNTIL = date(2026, 11, 24)
HOUSE = organisation(5)
TRUTH = planted(Order(5, 5000, UNTIL), HOUSE)
WEEKS = [monday_of(TRUTH.since) + timedelta(weeks=n) for n in range(53)]


@pytest.mark.parametrize("wobble", TRUTH.wobbles, ids=lambda wobble: wobble.promise)
def test_a_wobble_stays_within_two_points_of_its_constant(wobble):
    latent = Latent(TRUTH)
    for team in HOUSE.teams:
        rates = [latent.kept(wobble.promise, team.name, week) for week in WEEKS]
        assert max(rates) - min(rates) <= 0.04 + 1e-9
        assert fmean(rates) == pytest.approx(KEPT[wobble.promise], abs=0.02)
        assert len(set(rates)) > 40


def test_a_planted_break_shows_in_its_team_and_week_only():
    broke = TRUTH.effects[0]
    latent = Latent(TRUTH)
    for team in HOUSE.teams:
        for week in WEEKS:
            rate = latent.kept(broke.promise, team.name, week)
            fell = team.name == broke.team and week >= broke.begins
            assert (rate < 0.6) is fell


def test_the_affected_promise_has_an_occasion_in_most_conversations():
    broke = TRUTH.effects[0]
    assert Latent(TRUTH).occasion(broke.promise, broke.team) > 0.7


@given(st.floats(0.5, 0.95), st.floats(0, 0.6), st.floats(0.01, 0.99))
def test_leaning_never_moves_the_mean(rate, weight, chance):
    bad = leaning(rate, weight, chance, bad=True)
    good = leaning(rate, weight, chance, bad=False)
    assert chance * bad + (1 - chance) * good == pytest.approx(rate)
    assert bad <= good <= 1
