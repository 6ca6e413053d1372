import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.gauge.turns import Side, customers, parting, turns
from goldenthread.engine.types import MessageKind, Visibility

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk = talks.talk


def test_turns_are_what_the_two_sides_said_in_public():
    told = turns(talk("c My kettle leaks.", "r One moment.", "a Which one?"))
    assert [turn.side for turn in told] == [Side.CUSTOMER, Side.BOT, Side.AGENT]


@pytest.mark.parametrize(
    "change",
    [
        {"visibility": Visibility.INTERNAL},
        {"kind": MessageKind.SYSTEM},
        {"duplicate_of": "0"},
        {"body_text": "  "},
        {"author": None},
        {"author": 77},
    ],
)
def test_what_was_not_said_to_the_other_side_is_no_turn(change):
    whole = talk("c My kettle leaks.")
    changed = replace(whole, messages=(replace(whole.messages[0], **change),))
    assert turns(changed) == ()
    assert customers(changed) == []


def test_what_was_found_before_is_not_looked_for_again():
    whole = talk("c My kettle leaks.")
    marker = []
    assert turns(whole, {0: marker})[0].found is marker


@pytest.mark.parametrize(
    "text", ["Thanks, bye!", "Ok great.", "No, that's all, thank you", "Perfect", "cheers"]
)
def test_a_parting_word_wants_no_answer(text):
    assert parting(text)


@pytest.mark.parametrize(
    "text",
    ["Thanks, but when?", "It leaks.", "No, the blue one.", "Great, thanks for nothing " * 9],
)
def test_anything_else_does(text):
    assert not parting(text)


@given(st.text())
def test_any_text_is_judged(text):
    assert parting(text) in {True, False}
