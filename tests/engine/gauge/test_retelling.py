import importlib.util
from pathlib import Path

import pytest

from goldenthread.engine.gauge import customer, retelling

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk = talks.talk

OPENING = "c My kettle leaks and I would like a new one."


def names(evidence):
    return [one.sign for one in evidence]


def test_saying_it_twice_is_retold_and_saying_more_is_not():
    again = talk(OPENING, "a Pardon?", "c My kettle leaks, I would like a new one please.")
    more = talk(OPENING, "a Which model?", "c The blue kettle from your spring catalogue.")
    assert "repeats" in names(retelling.retold(again))
    assert retelling.retold(more) == []


def test_a_question_asked_twice_is_retold_unless_it_is_a_formula():
    ask = "What is your order number?"
    twice = talk(OPENING, f"a {ask}", "c 12345", f"b {ask}")
    formula = talk(
        OPENING, "a Anything else I can help with?", "c No", "a Anything else I can help with?"
    )
    assert names(retelling.retold(twice)) == ["asked_again"]
    assert retelling.retold(formula) == []


def test_a_question_for_what_was_given_is_retold_and_for_something_else_is_not():
    told = "c Hello, it is about order 7781, which never came."
    given = talk(told, "a One moment.", "b What is your order number?")
    other = talk(told, "a One moment.", "b What is your postcode?")
    assert names(retelling.retold(given)) == ["asked_for_given"]
    assert retelling.retold(other) == []


@pytest.mark.parametrize(
    "question",
    [
        "Would you like to order the blue kettle now?",
        "Do you need any other help with your kettle?",
        "Is the blue kettle working again now?",
        "Can you confirm your date of birth for security?",
    ],
)
def test_an_offer_or_a_check_made_twice_is_no_retelling(question):
    assert retelling.retold(talk(OPENING, f"a {question}", "c Not yet.", f"b {question}")) == []


def test_the_mail_quoted_under_an_answer_is_no_retelling():
    quoted = talk(OPENING, "a Pardon?", "c Blue.\n> My kettle leaks and I would like a new one.")
    assert retelling.retold(quoted) == []


def test_thanking_twice_is_no_retelling():
    thanks = "c Thank you so much for your kind help, wonderful service."
    assert retelling.retold(talk(OPENING, "a Done.", thanks, "a Bye.", thanks)) == []


@pytest.mark.parametrize(
    ("said", "mentioned"),
    [
        ("I find myself explaining it.", "I find myself drinking more tea."),
        ("It was in the first line of my message.", "It was in the first box."),
        ("I told your colleague everything.", "Your colleague told me everything."),
        ("As I said, it leaks.", "As I said, thank you so much."),
        ("I have to go through it all again.", "You don't have to go through it again."),
        ("They keep asking me for my email.", "The app keeps asking for my email."),
        ("It's all in my last letter.", "The number is in my last bill."),
        ("Jan took it all down.", "I have noted it down."),
        ("You already have my details.", "You already have been so kind."),
        ("I put all of that in my first message.", "I put the kettle on first."),
        ("As per my previous email, it leaks.", "As per your email, I rinsed it."),
        ("We went through this yesterday.", "We went through the park yesterday."),
        ("That's the third time you've asked me.", "That's the third time it has failed."),
        ("I answered that on Monday; I've answered that.", "I answered the door."),
        ("Why are you asking that again?", "Why does it beep again?"),
        ("Do I start explaining it again?", "Do I start the kettle again?"),
        ("As I already said, it leaks.", "My wife already has a kettle like it."),
        ("This is the third time I'm telling you.", "This is the third time I'm staying here."),
        ("Do I have to go through all that again?", "Do I have to fast again?"),
        ("How many times do I have to say this?", "How many times can I use the card?"),
        ("I told your colleague everything.", "I told my husband everything."),
        ("I've explained this to four different people.", "Four people can explain this to me."),
        ("Same story every time I ring.", "I liked the story of your founder."),
        ("You keep asking me for the serial number.", "You can keep the serial number."),
        ("Didn't your colleague leave a note?", "Could you leave a note for your colleague?"),
        ("It's all in my first email.", "It's all in the box."),
        ("Nobody passes anything on.", "Please pass this on."),
        ("Every time I phone I have to explain it.", "Every time I phone I enjoy the music."),
        ("I don't want to repeat myself.", "The film does repeat at nine."),
        ("I was transferred four times.", "I made a transfer four times."),
    ],
)
def test_having_to_tell_it_again_is_said_and_not_merely_mentioned(said, mentioned):
    assert customer.retold([said, mentioned]) == [True, False]
