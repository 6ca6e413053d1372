from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.charter import actions, queries
from goldenthread.charter.actions import Judged
from goldenthread.charter.models import Promise, PromiseVersion, VerdictDay, VerdictRow
from goldenthread.engine.gauge.types import Evidence
from goldenthread.engine.standard import Facts

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)


def days():
    """The roll-up as it stands, without rows that have come down to nothing."""
    columns = ("day", "unit_key", "channel", "version_id", "n", "kept", "total", "squares")
    rows = VerdictDay.objects.exclude(n=0, kept=0, total=0, squares=0)
    return sorted(rows.values_list(*columns))


def recounted():
    """What the roll-up must be, counted here from the rows."""
    observed, kept = Counter(), Counter()
    for row in VerdictRow.objects.filter(day__isnull=False):
        where = (row.day, row.unit_key, row.channel, row.version_id)
        observed[where] += 1
        kept[where] += row.kept
    return sorted((*where, n, kept[where], 0, 0) for where, n in observed.items())


def verdicts(conversation_id):
    return {line.promise: line.verdict for line in queries.verdicts_of(conversation_id)}


def test_what_was_at_stake_is_judged_and_the_rest_left_out(charter, judged):
    actions.record([judged(1, kept=False), judged(2)])

    assert verdicts(1) == {"answer-soon": "broken", "story-once": "broken", "one-owner": "kept"}
    assert set(verdicts(2).values()) == {"kept"}
    assert days() == recounted()


def test_a_verdict_opens_to_the_words_it_rests_on(charter):
    words = Evidence(4, 10, 22, "c_retold", "O")
    facts = Facts(channel="chat", retold=True, retold_evidence=(words,))
    actions.record([Judged(1, MONDAY, 0, "chat", facts)])

    (line,) = queries.verdicts_of(1)
    (found,) = line.evidence
    assert (found.message, found.start, found.end, found.sign) == (4, 10, 22, "c_retold")


def test_an_undated_conversation_is_judged_and_enters_no_figure(charter, judged):
    actions.record([judged(1, day=None)])

    assert len(verdicts(1)) == 3
    assert days() == []


def test_recording_again_changes_nothing(charter, judged):
    batch = [judged(n, kept=n % 2 == 0) for n in range(6)]
    actions.record(batch)
    before = days()

    actions.record(batch, known=range(6))

    assert days() == before == recounted()
    assert VerdictRow.objects.count() == 18


def test_a_changed_conversation_takes_its_old_verdicts_back(charter, judged):
    actions.record([judged(1, kept=False, unit_key=7)])
    actions.record([judged(1, day=MONDAY + timedelta(days=1), unit_key=8)], known=[1])

    assert set(verdicts(1).values()) == {"kept"}
    assert {row[1] for row in days()} == {8}
    assert days() == recounted()


def test_each_day_is_judged_by_the_version_in_force_on_it(charter, judged):
    first = PromiseVersion.objects.get(promise="answer-soon")
    first.until = MONDAY
    first.save()
    PromiseVersion.objects.create(
        promise_id="answer-soon",
        number=2,
        text="Within a minute",
        standard={"measure": "first_reply", "parameters": {"seconds": 30}},
        since=MONDAY,
    )
    sunday = MONDAY - timedelta(days=1)

    actions.record([judged(1, day=sunday), judged(2, day=MONDAY), judged(3, day=None)])

    assert [verdicts(n)["answer-soon"] for n in (1, 2, 3)] == ["kept", "broken", "broken"]


def test_a_standard_that_cannot_run_judges_nothing(charter, judged):
    PromiseVersion.objects.filter(promise="one-owner").update(standard={"measure": "gone"})

    actions.record([judged(1)])

    assert "one-owner" not in verdicts(1)
    assert len(verdicts(1)) == 2


def test_without_a_charter_nothing_is_judged(house, judged):
    actions.record([judged(1)])

    assert not VerdictRow.objects.exists()


def test_moving_takes_figures_along(charter, judged):
    actions.record([judged(1, unit_key=0), judged(2, unit_key=0), judged(3, day=None)])

    actions.move([1, 3], 5)

    assert {row[1] for row in days()} == {0, 5}
    assert days() == recounted()
    assert set(VerdictRow.objects.filter(conversation_id=3).values_list("unit_key")) == {(5,)}


def test_moving_twice_is_moving_once(charter, judged):
    actions.record([judged(1)])
    actions.move([1], 5)
    before = days()

    actions.move([1], 5)

    assert days() == before == recounted()


def test_what_is_forgotten_leaves_no_figure(charter, judged):
    actions.record([judged(1), judged(2)])

    actions.forget([1])
    actions.forget([2])

    assert days() == []
    assert not VerdictRow.objects.exists()


def test_rebuilding_finds_what_is_there(charter, judged):
    actions.record([judged(n, kept=n % 3 == 0, unit_key=n % 2) for n in range(9)])
    before = days()
    VerdictDay.objects.update(n=99)

    actions.rebuild_days()

    assert days() == before


STEP = st.tuples(
    st.sampled_from(["record", "record", "move", "forget"]),
    st.lists(st.integers(1, 8), min_size=1, max_size=5, unique=True),
    st.booleans(),
    st.sampled_from([None, MONDAY, MONDAY + timedelta(days=1)]),
    st.sampled_from([0, 3, 4]),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(STEP, min_size=1, max_size=8))
def test_figures_equal_a_recount_whatever_happened(charter, judged, steps):
    VerdictRow.objects.all().delete()
    VerdictDay.objects.all().delete()
    known = set()
    for verb, numbers, kept, day, unit_key in steps:
        if verb == "record":
            batch = [judged(n, kept=kept, day=day, unit_key=unit_key) for n in numbers]
            actions.record(batch, known=known.intersection(numbers))
            known.update(numbers)
        elif verb == "move":
            actions.move(numbers, unit_key)
        else:
            actions.forget(numbers)
            known.difference_update(numbers)
        assert days() == recounted()
    before = days()

    actions.rebuild_days()

    assert days() == before
    assert Promise.objects.count() == 10


def test_new_conversations_cost_no_more_queries_however_many(
    charter, judged, django_assert_num_queries
):
    for many in (1, 40):
        batch = [judged(n + 100 * many) for n in range(many)]
        with django_assert_num_queries(5):  # savepoint, versions, rows, figures, release
            actions.record(batch)
