import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.gauge import Gauge, Stance
from goldenthread.engine.gauge.customer import TONE
from goldenthread.engine.gauge.scoring import principles, weighed
from goldenthread.engine.gauge.signs import MOST, SIGNS, evidence
from goldenthread.engine.types import Channel, MessageKind, Visibility

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk = talks.talk

GOOD = (
    "c My kettle leaks.",
    "a Good morning Maria, I am sorry about that. Could you tell me which model it is?",
    "c The blue one.",
    "a Thank you. I have sent you a new one because this model is under warranty.",
    "c Wonderful, you have been so kind and you explained everything, thank you!",
)
BAD = (
    "c My kettle leaks.",
    "a That is not our department. You should have read the manual.",
    "c I already told two of you. Your man was rude and nobody listens!",
    "b How can I help you?",
    "c I give up, I will never buy from you again. Will anybody answer?",
)


@pytest.fixture(scope="module")
def gauge():
    return Gauge.load()


def test_a_conversation_kept_well_scores_above_its_broken_twin_on_every_letter(gauge):
    good, bad = gauge.read_many([talk(*GOOD), talk(*BAD)])
    for letter in "PROUD":
        assert bad.principles[letter].score < 50
        assert good.principles[letter] is None or good.principles[letter].score > 50


def test_a_score_is_the_mean_of_a_beta_with_its_interval():
    score = principles([evidence("c_polite", 0, 0, 1)])["P"]
    assert score.score == 75.0
    assert (score.low, score.high) == pytest.approx((29.24, 99.16), abs=0.01)


def test_no_sign_no_score(gauge):
    reading = gauge.read(talk("c The kettle is blue.", channel=Channel.SURVEY))
    assert set(reading.principles.values()) == {None}


def test_a_sign_counts_only_so_often():
    many = principles([evidence("thanks", i, 0, 1) for i in range(10)])["P"]
    assert len(many.evidence) == MOST
    assert many.score == weighed(round(MOST * SIGNS["thanks"].weight, 2), 0.0)[0]


def test_the_customers_word_outweighs_the_agents_courtesy(gauge):
    polite = "a Good morning, thank you, I am sorry, please have a nice day."
    reading = gauge.read(talk("c Your colleague was rude to me.", polite))
    assert reading.principles["P"].score < 50


def test_the_customers_courtesy_is_not_the_agents(gauge):
    reading = gauge.read(talk("c Good morning, could you please tell me the price? Thank you!"))
    assert reading.principles["P"] is None


def test_what_no_person_wrote_to_the_customer_does_not_count(gauge):
    whole = talk("c What is the price?", "a Thank you for your patience, I am sorry.")
    first, second = whole.messages
    for change in (
        {"visibility": Visibility.INTERNAL},
        {"kind": MessageKind.SYSTEM},
        {"is_automatic": True},
        {"author": 3},
    ):
        changed = type(second)(**{**_fields(second), **change})
        reading = gauge.read(type(whole)(**{**_fields(whole), "messages": (first, changed)}))
        assert reading.principles["P"] is None, change


def _fields(value):
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_feelings_are_the_first_and_the_last_messages(gauge):
    furious = "c I am furious, my kettle leaks again."
    reading = gauge.read(talk(furious, *GOOD[1:]))
    first, last = gauge.valence([furious[2:], GOOD[-1][2:]])
    assert (reading.feeling_start, reading.feeling_end) == pytest.approx((first, last))


@pytest.mark.parametrize(
    ("task", "upset"),
    [
        ("My kettle leaks.", "My kettle leaks and I am fed up."),
        ("It is still not here.", "It is still not here!! Where is it??"),
        ("No luck, it still beeps.", "No luck. How dare you leave me like this."),
        ("Thank you, that is a relief.", "Thanks for nothing. You ought to be ashamed."),
    ],
)
def test_a_task_told_upsets_nobody_and_who_minds_is_upset(gauge, task, upset):
    calm, angry = (
        gauge.read(talk("c Hello.", "a Hello.", f"c {text}")).feeling_end for text in (task, upset)
    )
    assert calm >= -TONE
    assert angry < -TONE


def test_one_message_has_no_end_and_no_customer_has_no_feeling(gauge):
    assert gauge.read(talk("c It leaks.")).feeling_end is None
    assert gauge.read(talk("a Hello Maria.")).feeling_start is None
    assert gauge.read(talk("a Hello Maria.")).stance is None


def test_coping_word_of_mouth_and_retelling_are_read_and_marked(gauge):
    reading = gauge.read(talk(*BAD))
    assert (reading.coping, reading.word_of_mouth, reading.retold) == ("flight", "against", True)
    assert {"flight", "against"} <= {mark.sign for mark in reading.marks}


def test_a_plain_request_in_a_conversation_is_no_complaint(gauge):
    reading = gauge.read(talk("c I want a table for two on Friday next week.", "a For what time?"))
    assert reading.stance not in {Stance.FEEDBACK, Stance.OPINION}
    assert reading.principles["D"] is None


def test_another_language_is_not_read_and_says_so(gauge):
    german = "c Seit zwei Wochen warte ich auf meine Bestellung und niemand antwortet mir."
    reading = gauge.read(talk(german, "a Guten Tag, ich schaue nach."))
    assert (reading.language, reading.unread is None) == ("de", False)
    assert set(reading.principles.values()) == {None}


def test_reading_many_gives_what_reading_each_gives(gauge):
    whole = [talk(*GOOD), talk(), talk(*BAD), talk("c 👍")]
    assert gauge.read_many(whole) == [gauge.read(one) for one in whole]
    assert gauge.read_many([]) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("cabr"), st.sampled_from([*GOOD, *BAD]) | st.text())))
def test_any_conversation_is_read_and_its_evidence_lies_inside(gauge, lines):
    conversation = talk(*(f"{who} {text}" for who, text in lines))
    reading = gauge.read(conversation)
    told = [one for score in reading.principles.values() if score for one in score.evidence]
    for one in (*told, *reading.marks):
        assert 0 <= one.start < one.end <= len(conversation.messages[one.message].text)
    for score in reading.principles.values():
        assert score is None or score.low <= score.score <= score.high
