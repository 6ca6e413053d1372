from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.demo.hours import Hours, awake

HOURS = Hours("GB", 8, 18)
MOMENTS = st.datetimes(datetime.fromisoformat("2025-01-01"), datetime.fromisoformat("2027-12-31"))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(date(2026, 11, 24), True, id="a Tuesday"),
        pytest.param(date(2026, 11, 28), False, id="a Saturday"),
        pytest.param(date(2026, 12, 25), False, id="Christmas"),
    ],
)
def test_which_days_are_worked(day, works):
    assert HOURS.works(day) is works


def test_a_weekend_takes_no_working_time():
    friday = datetime.fromisoformat("2026-11-20 17:00")
    assert HOURS.later(friday, 120) == datetime.fromisoformat("2026-11-23 09:00")


@given(MOMENTS, st.integers(0, 3000))
def test_time_later_is_working_time(moment, minutes):
    later = HOURS.later(moment, minutes)
    assert later >= moment
    assert HOURS.there(later) == later


@given(MOMENTS, st.integers(0, 900), st.integers(0, 900))
def test_waiting_twice_is_waiting_the_sum(moment, first, second):
    at_once = HOURS.later(moment, first + second)
    assert HOURS.later(HOURS.later(moment, first), second) == at_once


@given(st.dates(date(2025, 1, 1), date(2027, 12, 1)), st.integers(1, 5))
def test_the_day_after_has_that_many_working_days_between(day, count):
    after = HOURS.day_after(day, count)
    between = [date.fromordinal(n) for n in range(day.toordinal() + 1, after.toordinal() + 1)]
    assert sum(map(HOURS.works, between)) == count


@given(MOMENTS)
def test_customers_write_when_awake(moment):
    assert 7 <= awake(moment).hour < 23
    assert awake(moment) >= moment or awake(moment).date() == moment.date()
