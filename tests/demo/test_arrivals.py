from collections import Counter
from datetime import date
from statistics import fmean

import pytest

from goldenthread.demo.arrivals import Arrivals
from goldenthread.demo.hours import Hours
from goldenthread.demo.people import organisation
from goldenthread.demo.truth import Order, planted
from goldenthread.engine.types import Channel

UNTIL = date(2026, 11, 24)
HOUSE = organisation(1)
HOURS = Hours("GB", 8, 18)


def arrivals(count, seed=1):
    return list(Arrivals(planted(Order(seed, count, UNTIL), HOUSE), HOUSE, HOURS))


@pytest.fixture(scope="module")
def year():
    return arrivals(8000)


@pytest.mark.parametrize("count", [0, 1, 7, 365, 1001])
def test_as_many_arrive_as_were_asked_for(count):
    assert len(arrivals(count)) == count


def test_they_arrive_in_order_within_the_year(year):
    times = [arrival.at for arrival in year]
    assert times == sorted(times)
    assert date(2025, 11, 24) <= times[0].date()
    assert times[-1].date() < UNTIL


def test_mondays_are_busy_and_weekends_quiet(year):
    days = Counter(arrival.at.weekday() for arrival in year)
    assert days[0] == max(days.values())
    assert days[6] < days[4] / 2


def test_holidays_are_quiet(year):
    per_day = Counter(arrival.at.date() for arrival in year)
    assert per_day[date(2025, 12, 25)] < fmean(per_day.values()) / 3


def test_nobody_phones_when_nobody_is_there(year):
    calls = [arrival.at for arrival in year if arrival.channel is Channel.VOICE]
    assert calls
    assert all(HOURS.there(at) == at for at in calls)


def test_teams_get_their_shares(year):
    counts = Counter(arrival.team.name for arrival in year)
    for team in HOUSE.teams:
        assert counts[team.name] / len(year) == pytest.approx(team.share, abs=0.02)


def test_all_four_channels_are_used(year):
    counts = Counter(arrival.channel for arrival in year)
    assert set(counts) == {Channel.VOICE, Channel.CHAT, Channel.EMAIL, Channel.SURVEY}
    assert min(counts.values()) > len(year) * 0.05
