from datetime import UTC, datetime

import pytest

from goldenthread.engine.types import (
    Channel,
    Conversation,
    Message,
    Participant,
    Role,
    Source,
)

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
TEN = datetime(2026, 3, 2, 10, tzinfo=UTC)


def conversation(*messages, **more):
    return Conversation(
        id="desk:1",
        source=Source("desk", "1"),
        channel=Channel.EMAIL,
        participants=(Participant(0, Role.CUSTOMER), Participant(1, Role.AGENT)),
        messages=messages,
        **more,
    )


@pytest.mark.parametrize(
    ("author", "role"),
    [(0, Role.CUSTOMER), (1, Role.AGENT), (2, Role.UNKNOWN), (None, Role.UNKNOWN)],
)
def test_a_message_has_the_role_of_its_author(author, role):
    message = Message("m", 0, "Hello", author=author)

    assert conversation(message).role_of(message) is role


def test_a_conversation_without_a_start_is_dated_by_its_earliest_message():
    late, early = Message("a", 0, "b", sent_at=TEN), Message("b", 1, "a", sent_at=NINE)

    assert conversation(late, early).dated_at == NINE


def test_the_start_the_source_states_comes_before_its_messages():
    assert conversation(Message("a", 0, "b", sent_at=TEN), started_at=NINE).dated_at == NINE


def test_a_conversation_without_any_time_is_undated():
    assert conversation(Message("a", 0, "b")).dated_at is None


@pytest.mark.parametrize(("new", "said"), [(None, "Yes.\n> Really?"), ("Yes.", "Yes."), ("", "")])
def test_a_message_says_its_new_part_where_quotes_were_found(new, said):
    assert Message("m", 0, "Yes.\n> Really?", body_new_text=new).text == said
