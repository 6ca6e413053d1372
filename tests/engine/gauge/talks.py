"""Small conversations for tests: `talk("c Where is it?", "a On its way.")`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from goldenthread.engine.types import (
    Channel,
    Conversation,
    Event,
    EventType,
    Message,
    Participant,
    Role,
    Source,
)

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday
WHO = {"c": 0, "a": 1, "b": 2, "r": 3}
PEOPLE = (
    Participant(0, Role.CUSTOMER, "Maria"),
    Participant(1, Role.AGENT, "Ann"),
    Participant(2, Role.AGENT, "Bob"),
    Participant(3, Role.BOT),
)


def talk(*lines, minutes=None, **more):
    """A conversation of lines that begin with who speaks: customer, agents a and b, robot."""
    sent = [None if minutes is None else NINE + timedelta(minutes=at) for at in minutes or lines]
    messages = tuple(
        Message(str(i), i, line[2:], WHO[line[0]], sent_at=sent[i]) for i, line in enumerate(lines)
    )
    whole = Conversation("1", Source("test", "1"), Channel.CHAT, PEOPLE, messages)
    return replace(whole, **more)


def event(kind, minute=None, **more):
    """An event, dated by the minute after nine."""
    at = None if minute is None else NINE + timedelta(minutes=minute)
    return Event(f"e{minute}", EventType(kind), at=at, **more)
