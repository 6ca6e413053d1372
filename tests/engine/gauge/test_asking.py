import importlib.util
from pathlib import Path

import pytest

from goldenthread.engine.gauge.asking import asked_first

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk = talks.talk

OPENING = "c My kettle leaks and I would like a new one."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((OPENING, "a Could you tell me which model it is?"), True),
        ((OPENING, "a Hello [name 1].", "a So if I understand, you want a new one?"), True),
        ((OPENING, "a I have sent you a new one."), None),
        ((OPENING, "a We only replace within a year."), None),
        ((OPENING, "a I have sent a green one.", "c No!", "a Which one do you want?"), None),
        ((OPENING, "a One moment please."), None),
        ((OPENING, "a May I have your order number?", "c 12", "a A new one is sent."), None),
        ((OPENING, "a Sorry to hear that. Where does it leak, at the spout or below?"), True),
        ((OPENING, "a How was your experience today?"), None),
        ((OPENING,), None),
        (("c Thank you, bye!", "a Goodbye."), None),
    ],
)
def test_asking_before_answering(lines, expected):
    verdict, words = asked_first(talk(*lines))
    assert verdict is expected
    assert (words is None) == (expected is None)


@pytest.mark.parametrize(
    ("corrects", "goes_on"),
    [
        ("That's not what I asked.", "That's what I asked for."),
        ("I didn't ask about the price.", "I forgot to ask about the price."),
        ("You haven't read my message.", "You have read my mind."),
        ("As I wrote, it is the lid, not the spout.", "It is the lid and the spout."),
        ("No, I meant the lid.", "No, that is all."),
        ("My question was whether you repair it.", "My question is answered."),
        ("You've misunderstood me.", "You've understood me."),
        ("I never said I wanted a refund.", "I said I wanted a refund."),
        ("You didn't even ask what I wanted.", "You asked what I wanted."),
        ("You just assumed it was broken.", "I was just going to say it was broken."),
        ("By SEA I said.", "By sea, please."),
        ("It's the lid I'm asking about.", "It's the best kettle in the shop."),
        ("What I reported was a leak.", "What I reported last year is mended."),
        ("I wrote to you about a leak.", "I wrote to the maker about it."),
        ("I'm not buying, I'm returning.", "I'm not worried, thank you."),
        ("Thirty pounds? I said it leaks.", "Thirty pounds? Lovely."),
        ("I never agreed to a new one.", "I never expected such a quick answer."),
        ("You could have asked me first.", "You could not have been kinder."),
        ("What has the price got to do with my kettle?", "What do I need to bring?"),
        ("You've told me the price. I want it mended.", "You've told me the price, thanks."),
        ("There's nothing wrong with the lid.", "There's nothing else, thanks."),
        ("I think this was meant for someone else.", "It was meant as a gift."),
        ("The exact opposite!", "The very best!"),
        ("Have you actually read this?", "Have you checked with the driver?"),
        ("I need it mended, not the price.", "I hope so, it's not the first time."),
        ("The lid is correct. It's the spout.", "The lid is correct, thank you."),
        ("My issue is with the lid.", "My other question is about the lid."),
        ("Nobody's asking for a price.", "Nobody's at home."),
        ("Please reread my message.", "Please read it to me."),
        ("Price doesn't come into it.", "It doesn't fit."),
        ("I can't have been clear, it leaks.", "That is clear now."),
    ],
)
def test_a_customer_who_was_not_read_says_so(corrects, goes_on):
    answered = "a A kettle costs thirty pounds."
    verdict, words = asked_first(talk(OPENING, answered, f"c {corrects}"))
    assert (verdict, words.sign, words.message) == (False, "c_misread", 2)
    assert asked_first(talk(OPENING, answered, f"c {goes_on}"))[0] is None


def test_a_correction_of_a_question_is_an_answer_and_before_any_agent_no_breach():
    asked = talk(OPENING, "a Do you mean the spout?", "c No, I meant the lid.")
    first = talk("c That's not what I asked.", "a What did you ask?")
    assert asked_first(asked)[0] is True
    assert asked_first(first)[0] is True
