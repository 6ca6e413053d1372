import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from goldenthread.engine.readers import from_json, to_json
from goldenthread.engine.types import (
    Answer,
    Attachment,
    Conversation,
    Event,
    Identifier,
    Message,
    Metric,
    Participant,
    Privacy,
    Related,
    Source,
    Span,
    Survey,
)

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs/using/json/conversation.schema.json").read_text()
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
STORABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)
TIMES = st.datetimes(
    datetime(1971, 1, 1),  # noqa: DTZ001 - the strategy gives the zone
    datetime(2099, 1, 1),  # noqa: DTZ001 - the strategy gives the zone
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
)
COUNTS = st.integers(0, 2**31)
PLAIN = {
    str: STORABLE,
    int: COUNTS,
    float: st.floats(-1e6, 1e6),
    bool: st.booleans(),
    datetime: TIMES,
}
NAMES = {"Mapping": Mapping, "Any": Any, "datetime": datetime}


def of_hint(hint):
    """Values of an annotation; lists are empty where a test does not fill them."""
    if get_origin(hint) is UnionType:
        return st.none() | of_hint(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return st.just(()) if get_args(hint)[0] is not str else st.lists(STORABLE).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return PLAIN[hint] if hint in PLAIN else build(hint)


def build(kind, **given_fields):
    hints = get_type_hints(kind, localns=NAMES)
    open_fields = {
        one.name: hints[one.name] for one in fields(kind) if one.name not in given_fields
    }
    return st.builds(kind, **{n: of_hint(h) for n, h in open_fields.items()}, **given_fields)


def some(kind, **given_fields):
    return st.lists(build(kind, **given_fields), max_size=2).map(tuple)


def maybe(strategy):
    return st.none() | strategy


ANYTHING = maybe(st.dictionaries(STORABLE, STORABLE | COUNTS | st.booleans(), max_size=2))
IDENTIFIERS = some(Identifier, type=st.sampled_from(["email", "phone", "user_id", "other"]))
MESSAGES = some(
    Message,
    author=st.none() | st.just(0),
    spans=st.lists(st.builds(Span, COUNTS, COUNTS, STORABLE), max_size=2).map(tuple),
    attachments=some(Attachment),
    native=ANYTHING,
)
SURVEYS = some(
    Survey,
    match_method=st.sampled_from(["native", "external_id", "email_window", "manual", "none"]),
    metric=st.sampled_from(Metric),
    answers=some(Answer, normalized=maybe(st.floats(0, 1))),
    native=ANYTHING,
)
CONVERSATIONS = build(
    Conversation,
    participants=st.tuples(build(Participant, idx=st.just(0), identifiers=IDENTIFIERS)),
    messages=MESSAGES,
    events=some(Event, native=ANYTHING),
    surveys=SURVEYS,
    related=some(Related, type=st.sampled_from(["merged_into", "parent", "related"])),
    custom=ANYTHING,
    privacy=build(Privacy, redaction=st.sampled_from(["none", "source", "ours"])),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CONVERSATIONS)
def test_a_conversation_is_the_same_after_its_json(conversation):
    said = to_json(conversation)

    VALIDATOR.validate(orjson.loads(orjson.dumps(said)))
    assert from_json(orjson.loads(orjson.dumps(said))) == conversation


def test_an_event_says_from_and_to_as_the_schema_does():
    event = Event("e", "status_changed", from_value="open", to_value="solved")
    said = to_json(Conversation("a:1", Source("a", "1"), "chat", events=(event,)))

    assert said["events"] == [{"id": "e", "type": "status_changed", "from": "open", "to": "solved"}]


MINIMAL = {
    "schema": "goldenthread.conversation/1",
    "source": {"system": "desk", "native_id": "7"},
    "channel": "chat",
    "messages": [{"body_text": "Hello"}],
}


def test_ids_and_numbers_left_out_are_filled_in():
    conversation = from_json(MINIMAL)

    assert conversation.id == "desk:7"
    assert [(one.id, one.seq) for one in conversation.messages] == [("desk:7/m0", 0)]


def test_a_date_that_is_none_leaves_the_message_undated_with_a_warning():
    conversation = from_json(MINIMAL | {"messages": [{"body_text": "Hi", "sent_at": "2026-02-30"}]})

    assert conversation.messages[0].sent_at is None
    assert "“2026-02-30” could not be read as a date" in conversation.ingest.warnings[0]


def test_an_entry_the_schema_does_not_know_is_left_out_with_a_warning():
    conversation = from_json(MINIMAL | {"mood": "bad"})

    assert conversation.ingest.warnings == ("The schema has no entry “mood”; it was left out.",)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"schema": "goldenthread.conversation/2"}, "of schema “goldenthread.conversation/2”"),
        ({"source": []}, "“source” is not an object"),
        ({"source": {"system": "desk"}}, "“source.native_id” is missing"),
        ({"channel": "pigeon"}, "“channel” is “pigeon”, not one of email"),
        ({"messages": "Hello"}, "“messages” is not a list"),
        ({"messages": [{"body_text": 7}]}, r"“messages\[0\].body_text” is not a text"),
        ({"messages": [{"body_text": "Hi", "author": 3}]}, "author 3 who took no part"),
        ({"participants": [{"idx": 0, "role": "agent"}] * 2}, "the same idx"),
        ({"participants": [{"idx": -1, "role": "agent"}]}, "“participants.0..idx” is not a whole"),
    ],
)
def test_what_is_no_conversation_says_what_is_wrong_and_where(change, reason):
    with pytest.raises(ValueError, match=reason):
        from_json(MINIMAL | change)
