import importlib.util
from pathlib import Path

import pytest

from goldenthread.engine.gauge.regard import taken_seriously

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk = talks.talk

OPENING = "c My kettle leaks and I would like a new one."


@pytest.mark.parametrize(
    ("slighted", "ordinary"),
    [
        ("I feel ignored.", "I feel tired."),
        ("You fobbed me off.", "The lid came off."),
        ("Nobody takes me seriously.", "Nobody takes milk."),
        ("You treat me like a liar.", "You treat me like a friend."),
        ("Nobody is listening.", "Nobody is home."),
        ("You don't care.", "I don't care which colour."),
        ("They brushed it aside.", "They put it aside for me."),
        ("He made me feel stupid.", "He made me a coffee."),
        ("So it's my fault?", "It came by default?"),
        ("You don't believe me.", "I believe you."),
        ("I have been waiting and nobody cares.", "I have been waiting since Monday."),
        ("You've forgotten about me.", "I've forgotten my password."),
        ("Don't patronise me.", "Don't post it to me."),
        ("I'm not making this up.", "I'm not making tea."),
        ("So you're saying it's me?", "So you're saying it's Tuesday?"),
        ("You make me sound like a thief.", "You make a sound lamp."),
        ("I was forgotten again.", "The lamp was forgotten in the van."),
        ("You treat it as my own fault?", "It was my own fault, I read it wrongly."),
        ("You made me feel stupid.", "I felt stupid when I saw it was unplugged."),
    ],
)
def test_disregard_is_said_and_a_complaint_of_delay_is_none(slighted, ordinary):
    assert taken_seriously(talk(f"c {slighted}", "a Noted."))[0] is False
    assert taken_seriously(talk(f"c {ordinary}", "a Noted."))[0] is None


@pytest.mark.parametrize(
    ("slights", "respects"),
    [
        ("You're overreacting.", "You are right to complain."),
        ("You should have checked.", "We should have checked. That was our mistake."),
        ("It's all in your head.", "We take this seriously."),
        ("Are you sure you didn't drop it?", "Thank you for telling us."),
        ("We have other customers too.", "Thank you for your patience."),
        ("It can't be that bad.", "Thank you for pointing it out."),
        ("I find that hard to believe.", "You have every right to ask."),
        ("There's no need to be dramatic.", "It should not have happened."),
        ("What did you expect at that price?", "What you saw should not have happened."),
        ("It works for everyone else.", "It matters to us."),
    ],
)
def test_an_agent_slights_or_respects(slights, respects):
    assert taken_seriously(talk(OPENING, f"a {slights}"))[0] is False
    assert taken_seriously(talk(OPENING, f"a {respects}"))[0] is True


@pytest.mark.parametrize(
    "ordinary",
    [
        "You should have been sent a label.",
        "You're not the only one, there is a fault in your street.",
        "You didn't sign the last page, so the form came back.",
        "What did you expect to see there?",
        "It is nothing to do with your line.",
    ],
)
def test_ordinary_wording_is_no_slight(ordinary):
    assert taken_seriously(talk(OPENING, f"a {ordinary}"))[0] is None


def test_the_same_words_count_by_who_says_them():
    words = "You should have read it."
    assert taken_seriously(talk(OPENING, f"a {words}"))[0] is False
    assert taken_seriously(talk(f"c {words}", "a Noted."))[0] is None


def test_waiting_alone_is_no_disregard():
    late = talk(
        OPENING, "a Noted.", "c It is two weeks late and still nothing.", minutes=[0, 900, 999]
    )
    assert taken_seriously(late) == (None, ())
