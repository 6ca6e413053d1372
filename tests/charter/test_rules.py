from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.charter.rules import WEEK, last_whole_week, week_holding, weeks_between

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@settings(deadline=None)
@given(DAYS, st.integers(0, 6))
def test_a_week_begins_on_its_weekday_and_holds_the_day(day, week_start):
    first = week_holding(day, week_start)

    assert first.weekday() == week_start
    assert first <= day < first + WEEK


@settings(deadline=None)
@given(DAYS, st.integers(0, 6))
def test_the_last_whole_week_is_over_and_the_next_one_is_not(last_day, week_start):
    first = last_whole_week(last_day, week_start)

    assert first + timedelta(days=6) <= last_day < first + timedelta(days=13)
    assert first.weekday() == week_start


@pytest.mark.parametrize(("weeks", "many"), [(0, 1), (3, 4), (-1, 0)])
def test_weeks_are_counted_with_both_ends(weeks, many):
    first = date(2026, 3, 2)

    assert len(weeks_between(first, first + weeks * WEEK)) == many
