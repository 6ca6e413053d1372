import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.gauge import language
from goldenthread.engine.types import (
    Channel,
    Conversation,
    Message,
    Participant,
    Role,
    Source,
)

GERMAN = "Seit zwei Wochen warte ich auf meine Bestellung und niemand antwortet mir."


@pytest.mark.parametrize(
    "text",
    [
        "Where is my bag?",
        "Cancelled flight, lost luggage, terrible",
        "ok",
        "Danke!",
        "Order 4471-B damaged on arrival, photos attached, replacement requested urgently",
    ],
)
def test_english_and_short_texts_are_read(text):
    assert language.unread([text]) == [None]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", language.EMPTY),
        (" \n\t", language.EMPTY),
        ("👍👍", language.WORDLESS),
        ("12:30 ... !!!", language.WORDLESS),
        ("Где мой чемодан?", language.SCRIPT),
        ("私の荷物はどこですか", language.SCRIPT),
        (GERMAN, language.FOREIGN),
    ],
)
def test_what_is_not_read_says_why(text, why):
    assert language.unread([text]) == [why]


def test_a_text_beyond_the_bound_is_read():
    assert language.unread(["The parcel did not come. " * 50_000]) == [None]


def _said(*texts, role=Role.CUSTOMER):
    messages = tuple(Message(str(i), i, text, 0) for i, text in enumerate(texts))
    who = (Participant(0, role),)
    return Conversation("1", Source("test", "1"), Channel.CHAT, who, messages)


def test_a_conversation_is_judged_as_a_whole():
    assert language.language_of(_said("Hallo!", GERMAN)) == "de"
    assert language.language_of(_said("Where is my bag?", "Danke")) == "en"


def test_without_a_customer_the_other_messages_are_judged():
    assert language.language_of(_said(GERMAN, role=Role.AGENT)) == "de"


def test_a_conversation_without_words_has_no_language():
    assert language.language_of(_said("...", "👍")) is None
    assert language.language_of(_said()) is None


@given(st.lists(st.text(st.characters()) | st.just("\ud800 the \ud800")))
def test_any_texts_give_one_answer_each(texts):
    assert len(language.unread(texts)) == len(texts)
