from datetime import date, timedelta

import pytest

from goldenthread.demo.people import organisation
from goldenthread.demo.promises import MAY_BREAK, MAY_IMPROVE
from goldenthread.demo.truth import Order, monday_of, planted, week_of

UNTIL = date(2026, 11, 24)
SEEDS = range(60)


def truth(seed, until=UNTIL):
    return planted(Order(seed, 5000, until), organisation(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_one_promise_breaks_and_another_improves(seed):
    broke, improved = truth(seed).effects
    assert broke.promise in MAY_BREAK
    assert improved.promise in MAY_IMPROVE
    assert broke.promise is not improved.promise
    assert broke.before - broke.after >= 0.35
    assert improved.after - improved.before >= 0.22
    assert improved.note is not None
    assert improved.note.on == improved.begins


@pytest.mark.parametrize("seed", SEEDS)
def test_effects_fall_on_large_teams(seed):
    house = organisation(seed)
    broke, improved = planted(Order(seed, 5000, UNTIL), house).effects
    assert house.team(broke.team).share >= 0.22
    assert improved.team is None or house.team(improved.team).share >= 0.22
    assert improved.team != broke.team


@pytest.mark.parametrize("seed", SEEDS)
def test_a_break_has_begun_by_the_last_complete_week(seed):
    broke, improved = truth(seed).effects
    last = monday_of(UNTIL) - timedelta(weeks=1)
    assert last - timedelta(weeks=6) <= broke.begins < last
    assert improved.begins < last
    assert broke.begins.weekday() == improved.begins.weekday() == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_every_other_promise_only_wobbles(seed):
    planned = truth(seed)
    changed = {effect.promise for effect in planned.effects}
    assert len(planned.wobbles) == 8
    assert not changed & {wobble.promise for wobble in planned.wobbles}


def test_seeds_differ_in_what_where_and_when():
    planned = [truth(seed).effects for seed in SEEDS]
    assert {broke.promise for broke, _ in planned} == set(MAY_BREAK)
    assert {improved.promise for _, improved in planned} == set(MAY_IMPROVE)
    assert len({broke.begins for broke, _ in planned}) == 6
    assert len({broke.team for broke, _ in planned}) > 3
    assert {improved.team is None for _, improved in planned} == {True, False}


def test_the_truth_says_itself_in_json():
    said = truth(1).to_json()
    down, up = said["effects"]
    assert said["schema"] == "goldenthread.demo.truth/1"
    assert (said["since"], said["until"]) == ("2025-11-24", "2026-11-24")
    assert (down["direction"], up["direction"]) == ("down", "up")
    assert set(down) == set(up) == {
        "promise", "team", "week", "until", "direction", "before", "after", "note",
    }  # fmt: skip
    assert up["note"]["date"] == truth(1).effects[1].begins.isoformat()


def test_weeks_are_those_of_the_calendar_in_use():
    assert week_of(date(2026, 12, 31)) == "2026-W53"
    assert monday_of(date(2026, 11, 24)) == date(2026, 11, 23)
