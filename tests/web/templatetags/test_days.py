from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from goldenthread.engine.dates import Calendar
from goldenthread.ground import ports
from goldenthread.web.templatetags.days import day, due, moment

LATE = datetime(2026, 11, 3, 22, 30, tzinfo=UTC)


class Auckland:
    def zone(self):
        return ZoneInfo("Pacific/Auckland")

    def calendar(self):
        return Calendar.standard(self.zone())


@pytest.fixture(autouse=True)
def in_auckland(monkeypatch):
    monkeypatch.setattr(ports, "_clock", [Auckland()])


@pytest.mark.parametrize(
    ("style", "written"),
    [("full", "3 November 2026"), ("weekday", "Tuesday 3 November"), ("short", "3 Nov")],
)
def test_a_day_is_written_as_people_say_it(style, written):
    assert day(date(2026, 11, 3), style) == f'<time datetime="2026-11-03">{written}</time>'


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("full", "4 November 2026, 11:30"),
        ("weekday", "Wednesday 4 November, 11:30"),
        ("short", "Wed 11:30"),
        ("clock", "11:30"),
    ],
)
def test_a_moment_is_the_organisations_own(style, written):
    assert moment(LATE, style) == f'<time datetime="2026-11-04T11:30:00+13:00">{written}</time>'


@pytest.mark.parametrize(
    ("until", "written"),
    [
        (datetime(2026, 11, 4, 4, tzinfo=UTC), "Wed 17:00"),
        (datetime(2026, 11, 4, 11, tzinfo=UTC), "Wed 4 Nov"),
        (datetime(2026, 11, 4, 10, 59, tzinfo=UTC), "Wed 4 Nov"),
    ],
)
def test_what_is_due_at_the_end_of_a_day_is_due_that_day(until, written):
    assert f">{written}</time>" in due(until)


def test_what_has_no_date_is_called_undated():
    assert (day(None), moment(None)) == ("undated", "undated")
