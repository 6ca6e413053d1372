import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.web.charts.scale import Scale, common_range, runs, spread

shares = st.lists(st.none() | st.floats(0, 1), max_size=12)


@given(shares, shares)
def test_a_common_range_holds_every_row_and_stays_within_all_and_none(one, other):
    low, high = common_range(one, other)

    assert 0 <= low < high <= 1
    for value in filter(None, [*one, *other]):
        assert low - 0.006 <= value <= high + 0.006  # the range is rounded to whole points


@given(shares)
def test_a_wobble_is_never_blown_up_to_a_fall(row):
    low, high = common_range(row)

    assert high - low >= 0.19


@given(st.floats(-1, 2))
def test_nothing_is_drawn_beside_the_paper(value):
    assert 4 <= Scale(0.6, 1.0, top=4, bottom=36).y(value) <= 36


def test_more_is_higher_up():
    scale = Scale(0, 1, top=10, bottom=110)

    assert [scale.y(0), scale.y(0.25), scale.y(1)] == [110, 85, 10]


@pytest.mark.parametrize(("count", "places"), [(0, []), (1, [10]), (2, [0, 10]), (3, [0, 5, 10])])
def test_points_stand_evenly_and_a_single_one_last(count, places):
    assert spread(count, 0, 10) == places


def test_a_line_breaks_where_nothing_was_observed():
    assert runs([(0, None), (1, 2.5), (2, 3), (3, None), (4, None), (5, 1)]) == ("1,2.5 2,3", "5,1")
