import importlib.util
import time
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.dates import Calendar
from goldenthread.engine.gauge import course
from goldenthread.engine.gauge.turns import turns
from goldenthread.engine.types import Channel, Status

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk, event = talks.talk, talks.event

OPENING = "c My kettle leaks and I would like a new one."


def names(evidence):
    return [one.sign for one in evidence]


def signs(conversation, calendar=None):
    return names(course.signs(conversation, turns(conversation), calendar))


def test_a_case_kept_by_one_agent_is_not_handed_over():
    assert course.handovers(talk(OPENING, "a Which model?", "c The blue one.", "a Thanks.")) == []


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("b I have read your conversation with Ann; a new kettle it is.", "handed_over_warm"),
        ("b Hello, how can I help you?", "handed_over_cold"),
        ("b A new kettle it is.", "handed_over"),
    ],
)
def test_a_new_agent_shows_whether_the_story_came_along(line, sign):
    found = course.handovers(talk(OPENING, "a One moment.", line))
    assert names(found) == [sign]
    assert found[0].message == 2


def test_a_story_told_by_the_first_agent_makes_it_warm():
    told = "a I have told Bob everything, so you will not have to repeat it."
    assert names(course.handovers(talk(OPENING, told, "b A new kettle it is."))) == [
        "handed_over_warm"
    ]


def test_a_customer_who_must_explain_again_makes_it_cold():
    conversation = talk(OPENING, "a One moment.", "b Good day.", "c As I already said, it leaks.")
    assert names(course.handovers(conversation)) == ["handed_over_cold"]


def test_events_tell_of_hand_overs_no_message_shows():
    moves = (
        event("assigned", 1, to_value="Front"),
        event("assigned", 2, from_value="Front", to_value="Repairs"),
        event("transferred", 3, from_value="Repairs", to_value="Front"),
    )
    found = course.handovers(talk(OPENING, "a Which model?", minutes=[0, 5], events=moves))
    assert [one.event for one in found] == ["e2", "e3"]


def test_a_transfer_and_its_assignment_are_one_move():
    moves = (
        event("transferred", 2, from_value="Front", to_value="Repairs"),
        event("assigned", 2, from_value="Front", to_value="Repairs"),
    )
    assert len(course.handovers(talk(OPENING, minutes=[0], events=moves))) == 1


def test_a_robot_giving_way_is_no_hand_over():
    moves = (event("transferred", 1, from_participant=3, to_participant=1),)
    conversation = talk(OPENING, "r One moment.", "a Which model?", minutes=[0, 1, 2], events=moves)
    assert course.handovers(conversation) == []


def test_a_correction_is_marked_where_an_agent_took_it_down_wrongly():
    wrong = talk(OPENING, "a So you would like the green one?", "c No, the blue one.")
    right = talk(OPENING, "a So you would like the blue one?", "c Yes, the blue one.")
    assert "corrected" in signs(wrong)
    assert "corrected" not in signs(right)


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (talk(OPENING, "a Noted.", "c When will it come?"), ["unanswered"]),
        (talk(OPENING, "a Noted.", "c When will it come?", "a On Friday."), []),
        (talk(OPENING, "a Noted.", "c Thank you, bye!"), []),
        (talk(OPENING, "a Noted.", "c When will it come?", status=Status.OPEN), []),
        (talk("c When will it come?", status=Status.CLOSED), ["unanswered"]),
        (talk("c When will it come?", channel=Channel.SURVEY), []),
        (talk("c It leaks.", channel=Channel.REVIEW, status=Status.CLOSED), []),
    ],
)
def test_a_question_nobody_answered(conversation, expected):
    assert names(course.unanswered(conversation)) == expected


def test_a_case_closed_on_the_customers_last_word_is_closed_without_a_word():
    closing = (event("status_changed", 9, from_value="open", to_value="solved"),)
    lines = (OPENING, "a Noted.", "c It still leaks.")
    conversation = talk(*lines, minutes=[0, 1, 2], events=closing, status=Status.SOLVED)
    found = course.unanswered(conversation)
    assert [(one.sign, one.event) for one in found] == [("closed_unexplained", "e9")]


def test_a_case_opened_again_is_marked():
    assert "reopened" in signs(
        talk(OPENING, "a Done.", minutes=[0, 1], events=(event("reopened", 5),))
    )


def test_waiting_counts_beyond_the_channels_patience_and_in_working_time():
    slow, quick = (
        talk(OPENING, "a Hello.", minutes=[0, 30]),
        talk(OPENING, "a Hello.", minutes=[0, 5]),
    )
    overnight = talk(OPENING, "a Hello.", minutes=[475, 24 * 60 + 1])  # 16:55 to 9:01
    assert "waited" in signs(slow)
    assert "waited" not in signs(quick)
    assert "waited" in signs(overnight)
    assert "waited" not in signs(overnight, Calendar())


def test_the_first_reply_is_a_persons_and_counts_working_time():
    conversation = talk(OPENING, "r One moment.", "a Hello.", minutes=[475, 476, 24 * 60 + 1])
    assert course.first_reply_seconds(conversation, Calendar()) == 6 * 60
    by_the_clock = timedelta(minutes=24 * 60 + 1 - 475).total_seconds()
    assert course.first_reply_seconds(conversation) == by_the_clock


def test_no_reply_or_no_times_give_no_first_reply():
    assert course.first_reply_seconds(talk(OPENING, minutes=[0])) is None
    assert course.first_reply_seconds(talk(OPENING, "a Hello.")) is None


LINES = st.lists(
    st.tuples(
        st.sampled_from("cabr"), st.sampled_from([OPENING[2:], "No, two", "?", "How?"]) | st.text()
    )
)


@given(LINES, st.sampled_from(list(Status)))
def test_any_conversation_is_followed_and_its_evidence_lies_inside(lines, status):
    conversation = talk(*(f"{who} {text}" for who, text in lines), status=status)
    for one in course.signs(conversation, turns(conversation)):
        assert one.message is not None
        assert 0 <= one.start < one.end <= len(conversation.messages[one.message].text)


def test_the_turns_of_a_conversation_are_found_once():
    conversation = talk(OPENING, "a Which model?")
    assert turns(conversation) is turns(conversation)
    assert turns(talk(OPENING)) != turns(conversation)


@pytest.mark.parametrize("text", ["no " * 300_000, "?" * 300_000, "a" * 300_000])
def test_a_hostile_text_is_followed_in_linear_time(text):
    conversation = talk(f"c {text}", f"a {text}", f"c {text}")
    began = time.process_time()
    course.signs(conversation, turns(conversation))
    assert time.process_time() - began < 2
