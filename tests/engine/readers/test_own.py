import orjson
import pytest

from goldenthread.engine.readers import to_json
from goldenthread.engine.types import Channel, Conversation, Message, Source

HELLO = Conversation(
    "desk:1", Source("desk", "1"), Channel.CHAT, messages=(Message("desk:1/m0", 0, "Hello"),)
)


def line(**change):
    return orjson.dumps(to_json(HELLO) | change) + b"\n"


def test_each_line_is_the_conversation_that_was_written(write, read_all):
    other = line(id="desk:2", source={"system": "desk", "native_id": "2"})
    kept, rejected = read_all(write("own.jsonl", line() + b"\n" + other))

    assert (kept[0], kept[1].id, rejected) == (HELLO, "desk:2", [])


def test_one_bad_line_costs_no_other(write, read_all):
    kept, rejected = read_all(write("own.jsonl", line() + b"{oops\n" + line(id="b")))

    assert [one.id for one in kept] == ["desk:1", "b"]
    assert [one.place for one in rejected] == ["own.jsonl line 2"]
    assert rejected[0].raw == "{oops"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"messages": []}, "It holds no words and no rating."),
        ({"messages": [{"body_text": " "}]}, "It holds no words and no rating."),
        ({"schema": "goldenthread.conversation/9"}, "“goldenthread.conversation/1” is read here"),
    ],
)
def test_a_line_that_is_no_conversation_is_rejected(write, read_all, change, reason):
    kept, rejected = read_all(write("own.jsonl", line(**change)))

    assert not kept
    assert reason in rejected[0].reason


def test_nul_and_lone_surrogates_are_replaced_so_that_the_text_can_be_stored(write, read_all):
    broken = line().replace(b"Hello", b"a\\u0000b \\ud800 c")
    kept, _ = read_all(write("own.jsonl", broken))

    assert kept[0].messages[0].text == "a\ufffdb \ufffd c"
