import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from goldenthread.engine.gauge.scoring import LETTERS, principles, weighed
from goldenthread.engine.gauge.signs import SIGNS, evidence

WEIGHTS = st.floats(0, 40)


@given(WEIGHTS, WEIGHTS)
def test_a_score_is_a_betas_mean_with_its_central_interval(seen, broken):
    ours = weighed(round(seen, 2), round(broken, 2))
    theirs = beta(1 + round(seen, 2), 1 + round(broken, 2))
    expected = (100 * theirs.mean(), 100 * theirs.ppf(0.025), 100 * theirs.ppf(0.975))
    assert ours == pytest.approx(expected, abs=1e-6)


def test_nothing_observed_is_no_score():
    assert principles([]) == dict.fromkeys(LETTERS)


@given(st.lists(st.sampled_from(sorted(SIGNS))))
def test_only_letters_with_a_sign_are_scored_and_each_score_shows_its_signs(names):
    scores = principles([evidence(name, i, 0, 1) for i, name in enumerate(names)])
    told = {SIGNS[name].letter for name in names} - {""}
    assert {letter for letter, score in scores.items() if score is not None} == told
    for letter in told:
        assert all(one.letter == letter for one in scores[letter].evidence)
