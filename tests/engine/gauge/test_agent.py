import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.gauge import agent

# Each pair says the same thing twice: first so that the principle is kept, then broken.
TWINS = [
    ("P", "Good morning, thank you for writing to us.", "Calm down and stop complaining."),
    ("P", "I am sorry that it broke.", "No idea, lol."),
    ("R", "You are right, this should not have happened.", "That's just how it is."),
    ("R", "Thank you for your patience.", "You will just have to wait."),
    ("R", "Dear Maria,", "You should have read the small print."),
    ("O", "I will look into it.", "That is not our department."),
    ("O", "I'll stay with you until it is fixed.", "You need to call the billing department."),
    ("O", "I've told my colleague everything.", "My hands are tied, it is company policy."),
    ("U", "So if I understand correctly, the lid is cracked.", "I assume you want the large one."),
    (
        "D",
        "I have refunded your order.",
        "Your refund cannot be made, unfortunately we can't refund.",
    ),
    ("D", "We can't mend it because the part is gone.", "We can't mend it."),
]


def letters(text, *, seen):
    return {sign.letter for sign in agent.signs(text) if sign.seen is seen}


@pytest.mark.parametrize(("letter", "kept", "broken"), TWINS)
def test_twins_are_told_apart(letter, kept, broken):
    assert letter in letters(kept, seen=True)
    assert letter not in letters(kept, seen=False)
    assert letter in letters(broken, seen=False)


@pytest.mark.parametrize(
    "text", ["Once it has been refunded we write.", "Has it been delivered?", "It was not sent."]
)
def test_what_is_not_done_yet_is_not_done(text):
    assert "done" not in {sign.sign for sign in agent.signs(text)}


def test_a_greeting_word_is_no_name():
    names = [
        {sign.sign for sign in agent.signs(text)} >= {"uses_name"}
        for text in ("Hi Maria, how are you?", "Hi [name 1],", "Hi there,", "Hello, Thank you")
    ]
    assert names == [True, True, False, False]


def test_a_hand_over_with_the_story_told_is_no_passing_on():
    cold = "I'll transfer you to the billing team."
    warm = cold + " I have given them all the details, so you won't have to repeat anything."
    assert "passes_on" in {sign.sign for sign in agent.signs(cold)}
    assert {"warm_handover"} <= {sign.sign for sign in agent.signs(warm)}
    assert "passes_on" not in {sign.sign for sign in agent.signs(warm)}


def test_a_closing_formula_is_no_question():
    assert not letters("Anything else I can help you with?", seen=True) & {"U"}


def test_one_stock_phrase_is_no_script_but_two_are():
    one = "Your call is important to us."
    two = one + " Please be advised that your case has been noted."
    assert "script" not in {sign.sign for sign in agent.signs(one)}
    assert "script" in {sign.sign for sign in agent.signs(two)}


@given(st.text())
def test_any_text_is_read_and_its_spans_lie_inside(text):
    assert all(0 <= s.start < s.end <= len(text) for s in agent.signs(text))
    assert agent.is_formula(text) in {True, False}
