"""How a customer comes and leaves, read from words that need no anger."""

import importlib.util
from pathlib import Path

import pytest

from goldenthread.engine.gauge import Gauge
from goldenthread.engine.gauge.customer import TONE

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk = talks.talk


@pytest.fixture(scope="module")
def gauge():
    return Gauge.load()


def leaves_upset(gauge, text):
    return gauge.read(talk("c Hello.", "a Hello.", f"c {text}")).feeling_end < -TONE


def comes_upset(gauge, text):
    return gauge.read(talk(f"c {text}", "a Hello.", "c Bye.")).feeling_start < -TONE


@pytest.mark.parametrize(
    ("upset", "calm"),
    [
        ("So that's it, is it?", "So that's it done?"),
        ("Well that's no use to me.", "Well that's useful to me."),
        ("I'm no further on.", "No further news, I take it?"),
        ("That doesn't help me in the slightest.", "If that doesn't help I'll write again."),
        ("Is that all?", "Is that all you need from me?"),
        ("I'll move to another bank.", "I've moved to another address."),
        ("What am I supposed to do now?", "What am I supposed to bring on Monday?"),
        ("I've heard that before.", "I've heard of that lamp before."),
        ("Whatever.", "Whatever suits you."),
        ("If you say so.", "If you say so, I trust you."),
        ("Lovely. Just lovely.", "Lovely. Bye."),
        ("Great, another week of waiting.", "Great, another lamp for the hall."),
        ("Cancel it then.", "Can I cancel it within 14 days?"),
        ("I can't wait that long.", "I can't wait to try it."),
        ("I expected better.", "It is better than I expected."),
        ("Thanks, but that doesn't solve anything.", "Thanks, that solves it."),
        ("That puts me back in the same queue.", "The lamp is back in the hall."),
        ("Nothing has changed.", "Nothing has changed, but it is working now."),
    ],
)
def test_who_leaves_with_nothing_is_upset_and_who_agrees_or_asks_is_not(gauge, upset, calm):
    assert leaves_upset(gauge, upset)
    assert not leaves_upset(gauge, calm)


@pytest.mark.parametrize(
    ("upset", "calm"),
    [
        ("I've told you three times now.", "I've bought three lamps."),
        ("How many more times do I have to ask?", "How many lamps are in a box?"),
        ("Nobody bothered to ring me.", "Nobody is in on Monday."),
        ("I took a whole day off work for this.", "I work on Mondays."),
        ("Is anyone actually dealing with this?", "Is anyone in on Monday?"),
        ("I want to make a complaint.", "I want to change my address."),
    ],
)
def test_who_had_to_ask_again_or_was_left_waiting_comes_upset(gauge, upset, calm):
    assert comes_upset(gauge, upset)
    assert not comes_upset(gauge, calm)


def test_giving_up_is_asked_of_the_last_message_only(gauge):
    assert not comes_upset(gauge, "Cancel it then.")


def test_a_greeting_alone_is_not_how_a_customer_came(gauge):
    reading = gauge.read(
        talk("c Hello", "a Hello.", "c I've told you three times now.", "a Done.", "c Perfect, ta!")
    )
    assert reading.feeling_start < -TONE < reading.feeling_end
