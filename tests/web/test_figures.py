import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.web import figures


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (0, "0 %"),
        (0.004, "<1 %"),
        (0.285, "29 %"),
        (0.9949, "99 %"),
        (0.996, ">99 %"),
        (1, "100 %"),
    ],
)
def test_a_share_is_whole_percent_and_never_rounds_to_all_or_none(share, written):
    assert figures.percent(share).replace("\u00a0", " ") == written


def test_what_was_not_observed_is_a_dash_and_not_zero():
    assert figures.percent(None) == "–"


@given(st.floats(0, 1), st.floats(0, 1))
def test_an_interval_never_runs_backwards(a, b):
    low, high = sorted((a, b))
    left, right = map(int, figures.reach(low, high).split("–"))

    assert 0 <= left <= right <= 100


@given(st.floats(-1, 1))
def test_a_change_always_carries_its_sign(change):
    assert figures.signed(change)[0] == ("−" if change < 0 else "+")
