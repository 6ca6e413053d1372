import json

from goldenthread.engine.types import Channel, Role

TURNS = [
    {"speaker": "USER", "utterance": "A table for two, please.", "frames": []},
    {"speaker": "SYSTEM", "utterance": "At what time?", "frames": []},
]
DIALOGUE = {"dialogue_id": "1_00000", "services": ["Tables_1"], "turns": TURNS}


def test_a_dialogue_is_an_undated_chat_of_customer_and_agent(write, read_all):
    (one,) = read_all(write("dialogues_001.json", json.dumps([DIALOGUE])))[0]

    assert (one.id, one.channel, one.tags) == ("sgd:1_00000", Channel.CHAT, ("Tables_1",))
    assert [(one.role_of(said), said.text) for said in one.messages] == [
        (Role.CUSTOMER, "A table for two, please."),
        (Role.AGENT, "At what time?"),
    ]
    assert one.dated_at is None


def test_parts_that_number_their_dialogues_alike_are_kept_apart(write, read_all, tmp_path):
    write("train/dialogues_001.json", json.dumps([DIALOGUE]))
    write("dev_dialogues_001.json", json.dumps([DIALOGUE]))

    assert {one.source.native_id for one in read_all(tmp_path)[0]} == {
        "train/1_00000",
        "dev/1_00000",
    }


def test_a_dialogue_that_is_none_is_rejected_and_the_next_one_read(write, read_all):
    broken = [{**DIALOGUE, "turns": ["Hello"]}, {**DIALOGUE, "turns": []}, DIALOGUE]
    kept, rejected = read_all(write("a.json", json.dumps(broken)), "sgd")

    assert len(kept) == 1
    assert [one.place for one in rejected] == ["a.json record 1", "a.json record 2"]
