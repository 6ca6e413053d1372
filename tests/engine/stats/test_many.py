from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from goldenthread.engine.stats import benjamini_hochberg

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=80)


@settings(deadline=None)
@given(P_VALUES, st.sampled_from([0.01, 0.05, 0.2]))
def test_agrees_with_statsmodels(p_values, level):
    theirs = multipletests(p_values, alpha=level, method="fdr_bh")[0]

    assert benjamini_hochberg(p_values, level) == list(theirs)


def test_no_question_has_no_answer():
    assert benjamini_hochberg([]) == []


def test_one_finding_among_many_must_be_stronger():
    assert benjamini_hochberg([0.02]) == [True]
    assert benjamini_hochberg([0.02, *[0.5] * 9])[0] is False
