from importlib import resources

import pytest

from goldenthread.demo.chance import stream
from goldenthread.demo.phrases import faults, load, raw
from goldenthread.demo.phrases.keys import ANSWERS, KEYS, QUESTIONS, STORIES

BANKS = sorted(
    file.name.removesuffix(".json")
    for file in resources.files("goldenthread.demo.phrases").iterdir()
    if file.name.endswith(".json")
)


def broken(key, templates):
    return faults({**raw("first"), key: templates})


@pytest.mark.parametrize("name", BANKS)
def test_every_bank_says_everything(name):
    assert faults(raw(name)) == []


def test_the_first_bank_is_there():
    assert "first" in BANKS


def test_too_few_templates_are_a_fault():
    assert broken("hello", ["Hi,"] * 20) == ["hello: 1 templates, at least 8 are needed"]


def test_a_slot_nobody_fills_is_a_fault():
    templates = [*raw("first")["hello"], "Hello {whoever},"]
    assert broken("hello", templates) == ["hello: unknown slot whoever: Hello {whoever},"]


def test_a_given_word_without_its_time_is_a_fault():
    templates = [*raw("first")["word.call"], "I'll call you."]
    assert broken("word.call", templates) == ["word.call: lacks slot when: I'll call you."]


def test_a_bracket_left_open_is_a_fault():
    templates = [*raw("first")["hello"], "[Hi|Hello,"]
    assert broken("hello", templates) == ["hello: a bracket is not closed: [Hi|Hello,"]


def test_a_key_nobody_asked_for_is_a_fault():
    assert broken("helo", ["Hi,"]) == ["helo: nobody asked for this key"]


def test_an_opening_that_nothing_answers_is_a_fault():
    templates = [*raw("first")["open.question"], "@moon Is the moon made of cheese?"]
    assert broken("open.question", templates) == [
        "topic.question: nothing fits the group moon of open.question",
        "solve.question: nothing fits the group moon of open.question",
    ]


def test_an_answer_is_drawn_from_the_group_of_its_question():
    bank = load("first")
    mine = {bank.draw("solve.question", stream(n), "hours") for n in range(50)}
    others = {bank.draw("solve.question", stream(n), "hard") for n in range(50)}
    assert mine
    assert not mine & others


def test_groups_come_up_as_often_as_they_have_templates():
    bank = load("first")
    rng = stream(3)
    drawn = [bank.group("open.late_engineer", rng) for _ in range(2000)]
    lines = bank.lines["open.late_engineer"]
    share = len(lines.grouped["part"]) / sum(map(len, lines.grouped.values()))
    assert drawn.count("part") / 2000 == pytest.approx(share, abs=0.03)


def test_keys_speak_of_known_stories_only():
    assert {key for pair in ANSWERS for key in pair} <= set(KEYS)
    assert {story for stories in QUESTIONS.values() for story in stories} <= set(STORIES)


def test_agents_give_their_word_in_words_only():
    # A word given in passing would be neither kept nor broken on purpose.
    giving = ("i'll call", "i will call", "will get back", "i'll write", "will be in touch")
    loose = [
        (key, template)
        for key, templates in raw("first").items()
        if KEYS[key].who == "agent" and not key.startswith("word.")
        for template in templates
        if any(phrase in template.lower() for phrase in giving)
    ]
    assert loose == []
