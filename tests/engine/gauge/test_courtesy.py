import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from goldenthread.engine.gauge.courtesy import courteous
from goldenthread.engine.types import Visibility

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk = talks.talk

OPENING = "c My kettle leaks and I would like a new one."
LONG = "a It is in the second drawer under the sink, behind the box with the old cups in it."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("a Good morning. It is sent.",), True),
        (("a Sent. Thanks.",), True),
        (("a Sent, sorry.",), True),
        (("a Please use the rear door.",), True),
        (("a Sent.",), None),
        ((LONG,), False),
        (("a It is in the second drawer.", "a Behind the box with old cups."), False),
        ((LONG, "a You're welcome."), True),
        (("a Hello. You people always complain.",), False),
        (("a That's your own fault.",), False),
        (("a Sorry, it is your own fault.",), True),
        (("a No.",), False),
        (("r Hello, thanks for waiting!", LONG), False),
        (("r It is in the second drawer under the sink, behind the box with the old cups.",), None),
        ((), None),
    ],
)
def test_courtesy_is_seen_in_manners_and_broken_by_rudeness_or_their_absence(lines, expected):
    verdict, words = courteous(talk(OPENING, *lines))
    assert verdict is expected
    assert bool(words) is (expected is not None)


def test_what_is_missing_is_shown_by_the_first_message():
    _, (words,) = courteous(talk(OPENING, LONG))
    assert (words.sign, words.message, words.start, words.end) == (
        "no_courtesy",
        1,
        0,
        len(LONG) - 2,
    )


def test_a_note_is_not_written_to_the_customer():
    conversation = talk(OPENING, "a Thanks for taking this one, Bob.", LONG)
    first, note, last = conversation.messages
    hidden = replace(note, visibility=Visibility.INTERNAL)
    assert courteous(conversation)[0] is True
    assert courteous(replace(conversation, messages=(first, hidden, last)))[0] is False


@pytest.mark.parametrize(
    ("rude", "ordinary"),
    [
        ("Whatever you say, calm down.", "Whatever you choose, the price stays calm."),
        ("You should have read the terms.", "You should have received the terms."),
        ("Just deal with it.", "My team will deal with it."),
        ("It's just a kettle.", "It's just a formality."),
        ("You'll just have to wait.", "You will have to wait two days."),
        ("It's not my problem.", "It's not a problem."),
        ("Why didn't you read the email?", "Did you read the email?"),
    ],
)
def test_harsh_words_are_harsh_only_where_meant(rude, ordinary):
    assert courteous(talk(OPENING, f"a {rude}"))[0] is False
    assert courteous(talk(OPENING, f"a {ordinary}"))[0] is None
