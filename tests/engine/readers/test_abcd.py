import json

from goldenthread.engine.types import EventType, Role

CHAT = {
    "convo_id": 12,
    "scenario": {
        "personal": {"customer_name": "ana lind", "email": "ana@example.org", "username": "ana7"},
        "flow": "shipping",
        "subflow": "late",
    },
    "original": [
        ["agent", "Hello!"],
        ["customer", "My parcel is late."],
        ["action", "A refund has been made for Ana."],
        ["agent", "It is on its way back to you."],
    ],
    "delexed": [
        {"targets": ["late", "retrieve_utterance", None, [], 1]},
        {"targets": ["late", None, None, [], -1]},
        {"targets": ["late", "take_action", "offer-refund", ["5"], -1]},
        {"targets": ["late", "retrieve_utterance", None, [], 2]},
    ],
}


def test_a_chat_keeps_its_words_and_makes_actions_events_in_their_place(write, read_all):
    (one,) = read_all(write("abcd.json", json.dumps([CHAT])))[0]

    assert [one.role_of(said) for said in one.messages] == [Role.AGENT, Role.CUSTOMER, Role.AGENT]
    (event,) = one.events
    assert (event.type, event.field) == (EventType.REFUND_ISSUED, "offer-refund")
    assert event.to_value == "A refund has been made for Ana."
    assert event.message_id == one.messages[1].id
    assert (one.id, one.tags) == ("abcd:12", ("shipping", "late"))


def test_the_customer_is_known_by_what_the_scenario_says(write, read_all):
    (one,) = read_all(write("abcd.json", json.dumps({"train": [CHAT], "dev": []})))[0]

    customer = next(each for each in one.participants if each.role is Role.CUSTOMER)
    assert customer.name == "ana lind"
    assert [each.value for each in customer.identifiers] == ["ana@example.org", "ana7"]


def test_turns_that_are_none_are_rejected(write, read_all):
    broken = {**CHAT, "original": [["agent"]]}
    _, rejected = read_all(write("abcd.json", json.dumps([broken])))

    assert rejected[0].reason == "A turn of the chat is not a pair of speaker and text."
