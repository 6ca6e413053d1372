from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.dates import Calendar

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
OFFICE = Calendar.standard(LONDON, country="GB-ENG")
ROUND_THE_CLOCK = Calendar(zone=NEW_YORK, hours=((time(0), time(0)),) * 7)
SHOP = Calendar(
    zone=NEW_YORK,
    hours=(None, *((time(10), time(18, 30)),) * 4, (time(9), time(0)), (time(11), time(16))),
    holidays=frozenset({date(2026, 7, 4), date(2026, 11, 3)}),
)

moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 20)).map(  # noqa: DTZ001 -- made aware below
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)


def minutes_worked(calendar, since, until):
    """Count working minutes one at a time, by the clock on the wall."""
    worked, moment = 0, since
    while moment < until:
        local = moment.astimezone(calendar.zone)
        hours = calendar.hours[local.weekday()]
        if hours is not None and local.date() not in calendar.holidays:
            opening, closing = hours
            closing_clock = closing if closing != time(0) else time(23, 59, 59)
            worked += opening <= local.time() <= closing_clock and local.time() != closing_clock
        moment += timedelta(minutes=1)
    return worked


@settings(max_examples=40, deadline=None)
@given(
    calendar=st.sampled_from([OFFICE, SHOP, ROUND_THE_CLOCK]),
    since=moments,
    length=st.integers(0, 4 * 24 * 60),
)
def test_working_time_equals_a_count_of_every_minute(calendar, since, length):
    until = since + timedelta(minutes=length)
    assert calendar.working_seconds(since, until) == 60 * minutes_worked(calendar, since, until)


@given(since=moments, first=st.integers(0, 90_000), second=st.integers(0, 90_000))
def test_working_time_adds_up_over_a_cut(since, first, second):
    cut = since + timedelta(minutes=first)
    until = cut + timedelta(minutes=second)
    whole = OFFICE.working_seconds(since, until)
    parts = OFFICE.working_seconds(since, cut) + OFFICE.working_seconds(cut, until)
    assert whole == parts


@given(day=st.dates(date(2025, 1, 1), date(2027, 1, 1)), n=st.integers(-40, 40))
def test_the_nth_working_day_has_n_working_days_up_to_it(day, n):
    reached = OFFICE.add_working_days(day, n)
    assert OFFICE.is_working(reached)
    if n:
        low, high = (day + timedelta(days=1), reached) if n > 0 else (reached, day - timedelta(1))
        between = [low + timedelta(days=i) for i in range((high - low).days + 1)]
        assert sum(OFFICE.is_working(each) for each in between) == abs(n)


@given(moment=moments)
def test_the_next_working_moment_has_no_working_time_before_it(moment):
    reached = SHOP.next_working(moment)
    assert reached >= moment
    assert SHOP.working_seconds(moment, reached) == 0
    assert SHOP.working_seconds(reached, reached + timedelta(minutes=1)) == 60


def test_the_day_the_clocks_change_is_an_hour_shorter_or_longer():
    spring = datetime(2026, 3, 8, tzinfo=NEW_YORK)
    autumn = datetime(2026, 11, 1, tzinfo=NEW_YORK)
    assert ROUND_THE_CLOCK.working_seconds(spring, spring + timedelta(days=1)) == 23 * 3600
    assert ROUND_THE_CLOCK.working_seconds(autumn, autumn + timedelta(days=1)) == 25 * 3600


def test_a_message_on_friday_evening_answered_on_monday_at_ten_waited_an_hour():
    friday = datetime(2026, 6, 5, 18, 30, tzinfo=LONDON)
    monday = datetime(2026, 6, 8, 10, 0, tzinfo=LONDON)
    assert OFFICE.working_seconds(friday, monday) == 3600


def test_public_holidays_are_those_of_the_part_of_the_country():
    assert not OFFICE.is_working(date(2026, 4, 6))
    assert Calendar.standard(LONDON, country="GB-SCT").is_working(date(2026, 4, 6))


def test_a_moment_without_a_zone_is_a_moment_of_the_organisation():
    bare = datetime(2026, 6, 5, 9, 0)  # noqa: DTZ001 -- what is tested
    assert OFFICE.working_seconds(bare, bare + timedelta(hours=1)) == 3600


def test_closing_and_opening_are_none_on_a_day_off():
    assert OFFICE.opens(date(2026, 6, 6)) is None
    assert OFFICE.closes(date(2026, 6, 6)) is None
    assert SHOP.closes(date(2026, 6, 6)) == datetime(2026, 6, 7, tzinfo=NEW_YORK)


def test_a_span_turned_round_holds_no_working_time():
    now = datetime(2026, 6, 5, 12, 0, tzinfo=LONDON)
    assert OFFICE.working_seconds(now, now - timedelta(hours=1)) == 0


@pytest.mark.parametrize(
    "hours",
    [
        ((time(9), time(17)),) * 5,
        (None,) * 7,
        ((time(17), time(9)),) * 7,
    ],
)
def test_hours_that_make_no_sense_are_refused(hours):
    with pytest.raises(ValueError, match=r"hours|closes?|day"):
        Calendar(zone=UTC, hours=hours)


def test_an_unknown_country_is_refused_by_name():
    with pytest.raises(ValueError, match="XQ"):
        Calendar.standard(UTC, country="XQ")
