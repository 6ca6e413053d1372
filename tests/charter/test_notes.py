from datetime import date, timedelta

import pytest

from goldenthread.charter import actions, queries
from goldenthread.charter.actions import NewNote
from goldenthread.charter.models import Note
from goldenthread.charter.policy import MayNotNote, NoSuchPromise
from goldenthread.ground.models import Stitch

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
WEEK = timedelta(days=7)


def leave(by, now, *, promise="ask-first", unit=None, day=DAY):
    new = NewNote(day, "We ask before we touch the system.", promise, unit)
    return actions.note(by=by, new=new, now=now)


def read(units=None, promise=None):
    return queries.notes(DAY - WEEK, DAY + WEEK, units, promise)


def test_a_note_names_its_promise_and_its_place(charter, ana, field, now):
    leave(ana, now, unit=field)

    (line,) = read()
    assert (line.day, line.promise, line.unit, line.by) == (
        DAY,
        "ask-first",
        "Field service",
        "Ana",
    )
    assert line.promise_text == "We ask before we assume"


def test_a_note_is_stitched_without_its_words(charter, ana, now):
    leave(ana, now)

    line = Stitch.objects.get(verb="note.leave")
    assert line.facts == {"day": "2026-03-02"}


def test_a_team_leader_notes_for_their_own_team_alone(charter, ben, field, desk, now):
    leave(ben, now, unit=field)
    for unit in (desk, None):
        with pytest.raises(MayNotNote):
            leave(ben, now, unit=unit)

    assert Note.objects.count() == 1


@pytest.mark.parametrize("who", ["cleo", "dora", "emil"])
def test_who_does_not_lead_leaves_no_note(charter, request, field, now, who):
    with pytest.raises(MayNotNote):
        leave(request.getfixturevalue(who), now, unit=field)


def test_a_note_about_no_promise_of_ours_is_refused(charter, ana, now):
    with pytest.raises(NoSuchPromise):
        leave(ana, now, promise="world-peace")


def test_notes_are_read_by_period_place_and_promise(charter, ana, field, desk, now):
    leave(ana, now, unit=field)
    leave(ana, now, promise=None)
    leave(ana, now, day=DAY + WEEK)

    assert len(read()) == 2
    assert [line.unit for line in read(frozenset({desk.pk}))] == [""]
    assert [line.unit for line in read(promise="ask-first")] == ["Field service"]


def test_notes_cost_one_query(charter, ana, now, django_assert_num_queries):
    for _ in range(3):
        leave(ana, now)

    with django_assert_num_queries(1):
        read()


def test_the_first_run_may_leave_a_note_before_anybody_is_there(charter, now):
    leave(None, now)

    (line,) = read()
    assert line.by == ""
