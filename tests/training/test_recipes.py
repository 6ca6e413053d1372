import json

import pytest

from training import recipes

BANK = [
    ("card_not_working", "My card was declined twice today."),
    ("pending_transfer", "I have a transfer that is still pending."),
    ("transfer_fee_charged", "How much is the fee for a transfer?"),
    ("exchange_rate", "What is the exchange rate?"),
    ("apple_pay_or_google_pay", "My top up isn't working since I have a new phone."),
]
SAID = [
    ("Thanks, that is all.", ["THANK_YOU"]),
    ("I need a table for two.", ["INFORM_INTENT"]),
    ("What is the address?", ["REQUEST"]),
    ("That sounds great.", ["SELECT"]),
]


def lines(rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def taught(tmp_path):
    """What each text teaches, from corpora of a few lines."""
    turns = [
        {"speaker": "USER", "utterance": text, "frames": [{"actions": [{"act": a} for a in acts]}]}
        for text, acts in SAID
    ]
    files = {
        "goemotions/train.jsonl": lines([{"text": "Who cares.", "emotions": ["annoyance"]}]),
        "gold/customers.jsonl": lines([{"text": "Measured."}]),
        "nhs_feedback/train.jsonl": lines(
            [{"text": "Too slow.", "criticality": -3, "subtopic": "Listening"}]
        ),
        "banking77/train.jsonl": lines([{"topic": t, "text": text} for t, text in BANK]),
        "sgd/train_dialogues_001.json": json.dumps([{"turns": turns}]),
        "clinc150/data_small.json": json.dumps({"train": [["book a flight", "book_flight"]]}),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    return {sentence.text: sentence for sentence in recipes.sentences(tmp_path)}


@pytest.mark.parametrize("at", [0, 1])
def test_a_failure_reported_to_a_bank_is_a_complaint(taught, at):
    told = taught[BANK[at][1]]
    assert (told.sign, told.stance, told.broken) == ("negative", "feedback", frozenset("D"))


@pytest.mark.parametrize("at", [2, 3])
def test_how_something_is_done_is_a_calm_question(taught, at):
    told = taught[BANK[at][1]]
    assert (told.sign, told.stance, told.broken) == ("neutral", "question", frozenset())


def test_a_failure_among_questions_teaches_nothing(taught):
    assert BANK[4][1] not in taught


def test_errands_are_calm_and_break_nothing(taught):
    for text in (SAID[1][0], SAID[2][0], "book a flight"):
        assert taught[text].sign == "neutral"
        assert taught[text].broken == frozenset()


def test_thanks_to_an_assistant_are_pleased_and_a_warm_word_is_left_open(taught):
    assert taught[SAID[0][0]].sign == "positive"
    assert taught[SAID[3][0]].sign is None


def test_only_our_own_sentences_are_tested_on(taught):
    own = {row["text"] for row in recipes.corpora.examples()}
    assert {text for text, told in taught.items() if told.ours} == own
