from datetime import date, timedelta

import pytest

from goldenthread.charter import actions, queries
from goldenthread.charter.models import Promise
from goldenthread.engine.stats import Count, wilson
from goldenthread.people.models import Organisation

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)
WEEK = timedelta(days=7)


def test_the_board_says_share_and_interval(charter, judged, field):
    Promise.objects.filter(pk="story-once").update(owner=field)
    actions.record([judged(n, kept=n < 9) for n in range(12)])

    board = {line.promise: line for line in queries.board(MONDAY, MONDAY + WEEK, None)}
    line = board["story-once"]
    assert (line.n, line.kept, line.share, line.owner) == (12, 9, 0.75, "Field service")
    assert (line.low, line.high) == wilson(9, 12)
    assert board["worth-it"].share is None
    assert len(board) == 10


def test_the_board_counts_days_and_units_asked_for(charter, judged):
    actions.record(
        [
            judged(1, unit_key=4),
            judged(2, unit_key=5),
            judged(3, unit_key=4, day=MONDAY + WEEK),
            judged(4, unit_key=4, day=None),
        ]
    )

    def n(units):
        return queries.board(MONDAY, MONDAY + WEEK, units)[0].n

    assert (n(None), n(frozenset({4})), n(frozenset())) == (2, 1, 0)


def test_weeks_are_counted_by_team_and_together(charter, weeks_of):
    after = weeks_of([(4, 3), (2, 2)], unit_key=4)
    weeks_of([(3, 1)], unit_key=5, first_number=after)

    counts = queries.weekly(MONDAY - WEEK, MONDAY + WEEK, None)["answer-soon"]
    assert counts == {
        None: {MONDAY - WEEK: Count(4, 3), MONDAY: Count(5, 3)},
        4: {MONDAY - WEEK: Count(4, 3), MONDAY: Count(2, 2)},
        5: {MONDAY: Count(3, 1)},
    }


def test_all_of_some_units_is_the_sum_of_these(charter, weeks_of):
    after = weeks_of([(4, 3)], unit_key=4)
    weeks_of([(3, 1)], unit_key=5, first_number=after)

    counts = queries.weekly(MONDAY, MONDAY + WEEK, frozenset({5}))
    assert counts["answer-soon"] == {None: {MONDAY: Count(3, 1)}, 5: {MONDAY: Count(3, 1)}}
    assert queries.weekly(MONDAY, MONDAY + WEEK, frozenset()) == {}


def test_weeks_begin_where_the_organisation_says(charter, judged):
    Organisation.objects.update(week_start=6)
    actions.record([judged(1, day=MONDAY), judged(2, day=MONDAY + timedelta(days=6))])

    counts = queries.weekly(MONDAY - WEEK, MONDAY + 2 * WEEK, None)["answer-soon"][None]
    assert list(counts) == [MONDAY - timedelta(days=1), MONDAY + timedelta(days=6)]


def test_weeks_of_everything_cost_two_queries(charter, weeks_of, django_assert_num_queries):
    weeks_of([(9, 8)] * 12, unit_key=4)

    with django_assert_num_queries(2):  # the week's first day, the figures
        queries.weekly(MONDAY - 20 * WEEK, MONDAY + WEEK, None)
    with django_assert_num_queries(2):  # the figures, the promises
        queries.board(MONDAY - 20 * WEEK, MONDAY + WEEK, None)


def test_conversations_are_found_by_verdict_period_and_unit(charter, judged):
    actions.record(
        [
            judged(1, kept=False, unit_key=4),
            judged(2, kept=False, unit_key=5),
            judged(3, kept=False, day=None),
            judged(4),
        ]
    )

    def found(*asked):
        return sorted(
            row["conversation_id"] for row in queries.conversation_ids("story-once", *asked)
        )

    assert found() == [1, 2, 3]
    assert found("kept") == [4]
    assert found("broken", MONDAY, MONDAY + WEEK) == [1, 2]
    assert found("broken", None, None, frozenset({5})) == [2]
    assert found("not_observed") == []


def test_the_last_day_is_that_of_what_is_still_there(charter, judged):
    assert queries.last_day() is None
    actions.record([judged(1), judged(2, day=MONDAY + WEEK)])
    assert queries.last_day() == MONDAY + WEEK

    actions.forget([2])

    assert queries.last_day() == MONDAY
