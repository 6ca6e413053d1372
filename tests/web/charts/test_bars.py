import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.web.charts.bars import Meter, meter, range_bar

scores = st.floats(-20, 120)


@pytest.mark.parametrize(
    ("value", "of", "fill"), [(0, 100, 0), (35, 100, 35), (3, 4, 75), (130, 100, 100), (1, 0, 0)]
)
def test_a_meter_fills_from_nothing_to_all(value, of, fill):
    assert meter(value, of) == Meter(fill)


@given(scores, scores, scores)
def test_a_range_stays_on_its_bar(score, low, high):
    bar = range_bar(score, low, high)

    assert 0 <= bar.start <= 100
    assert 0 <= bar.width <= 100.1 - bar.start
    assert 0 <= bar.point <= 100
