import importlib.util
from pathlib import Path

import pytest

from goldenthread.engine.gauge.handing import handovers
from goldenthread.engine.gauge.turns import turns

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk, event = talks.talk, talks.event

LINES = ("c My kettle leaks.", "a One moment.", "b Hello, how can I help you?")


def found(*lines, **more):
    conversation = talk(*lines, **more)
    return handovers(conversation, turns(conversation))


def test_an_event_is_judged_by_the_message_that_follows_it():
    move = event("transferred", 2, from_participant=1, to_participant=2)
    (one,) = found(*LINES, minutes=[0, 1, 3], events=(move,))
    assert (one.sign, one.event, one.message) == ("handed_over_cold", "e2", None)


def test_an_undated_event_is_judged_by_the_first_words_of_who_took_over():
    move = event("transferred", from_participant=1, to_participant=2)
    assert [one.sign for one in found(*LINES, events=(move,))] == ["handed_over_cold"]


@pytest.mark.parametrize(
    ("asks", "sign"),
    [
        ("May I have your account number please?", "handed_over"),
        ("Could you tell me what the problem is?", "handed_over_cold"),
    ],
)
def test_asking_who_it_is_after_a_hand_over_is_not_starting_again(asks, sign):
    assert [one.sign for one in found(*LINES[:2], f"b {asks}")] == [sign]


def test_the_first_assignment_is_no_hand_over():
    assert found(*LINES[:2], minutes=[0, 1], events=(event("assigned", 0, to_participant=1),)) == []


@pytest.mark.parametrize("kind", ["unassigned", "queue_entered", "tag_added"])
def test_other_events_are_none(kind):
    move = event(kind, 2, from_participant=1, to_participant=2)
    assert found(*LINES[:2], minutes=[0, 1], events=(move,)) == []


def test_going_there_and_back_is_two():
    assert len(found("c It leaks.", "a Hm.", "b Hm.", "a Yes.")) == 2
