from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.readers.found import Notes, Unreadable
from goldenthread.engine.readers.moments import Manner, moment, noted_moment

EVENING = datetime(2026, 3, 1, 17, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-01T17:05:00Z",
        "2026-03-01 17:05",
        "2026-03-01 17:05:00 UTC",
        "2026-03-01T18:05:00.000+01:00",
        "2026/03/01 17:05",
        "01/03/2026 17:05",
        "1.3.2026, 17:05 Uhr",
        "01-03-26 5:05 PM",
        "1 March 2026 17:05",
        "1. März 2026 17:05",
        "Mar 1, 2026 5:05 p.m.",
        "Sun, 01 Mar 2026 18:05:00 +0100",
        "Sun Mar 01 17:05:00 +0000 2026",
        1772384700,
        "1772384700",
        1772384700000,
        "1772384700000000",
        46082.711805555555,
    ],
)
def test_one_instant_is_read_however_it_is_written(written):
    assert moment(written, Manner()) == EVENING


@pytest.mark.parametrize("nothing", [None, "", "  ", "NULL", "n/a", 0, "1970-01-01T00:00:00Z"])
def test_an_empty_cell_is_no_time(nothing):
    assert moment(nothing, Manner()) is None


@pytest.mark.parametrize(
    "impossible",
    [
        "31/02/2026",
        "2026-13-01",
        "yesterday",
        "0001-01-01",
        "9999-12-31",
        "25:61",
        1e308,
        67_768_036_191_676_798_074_881,
        -7,
        True,
    ],
)
def test_an_impossible_time_is_none_and_noted(impossible):
    notes = Notes()

    assert noted_moment(impossible, Manner(), notes) is None
    assert "could not be read as a date" in notes.said[0]


def test_a_time_of_no_zone_takes_the_manners_and_one_of_a_zone_keeps_its_own():
    berlin = Manner(ZoneInfo("Europe/Berlin"))

    assert moment("2026-07-01 12:00", berlin) == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert moment("2026-07-01 12:00+00:00", berlin) == datetime(2026, 7, 1, 12, tzinfo=UTC)


def test_the_manner_says_whether_the_month_comes_first():
    assert [moment("03/04/2026", Manner(order=order)).month for order in ("dmy", "mdy")] == [4, 3]


def test_formats_of_the_manner_are_tried_first():
    assert moment("2026|060", Manner(formats=("%Y|%j",))) == datetime(2026, 3, 1, tzinfo=UTC)


@given(
    st.datetimes(
        datetime(1971, 1, 1),  # noqa: DTZ001 - the strategy gives the zone
        datetime(2099, 1, 1),  # noqa: DTZ001 - the strategy gives the zone
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=-7))]),
    )
)
def test_every_iso_time_is_read_as_the_instant_it_is(instant):
    assert moment(instant.isoformat(), Manner()) == instant


@given(st.text() | st.floats() | st.integers() | st.booleans())
def test_whatever_stands_in_a_cell_is_a_time_in_range_or_unreadable(cell):
    try:
        read = moment(cell, Manner())
    except Unreadable:
        return
    assert read is None or 1969 <= read.year <= 2101
