"""Chats of the Action-Based Conversations format: turns, and what the agent did between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from goldenthread.engine.readers.cast import Person
from goldenthread.engine.readers.cleaning import text_of, word_of
from goldenthread.engine.readers.draft import Draft
from goldenthread.engine.readers.found import Found, Unreadable, rejected
from goldenthread.engine.types import Channel, EventType, Rejected, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from goldenthread.engine.readers.documents import RecordOrRejected
    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.readers.task import Task
    from goldenthread.engine.types import Conversation

SYSTEM = "abcd"
_EVENTS = {"offer-refund": EventType.REFUND_ISSUED}


def is_abcd(record: Record) -> bool:
    """Whether a record is a chat of this format."""
    return "convo_id" in record.cells and isinstance(record.cells.get("original"), list)


def conversations_of(_: Task, records: Iterable[RecordOrRejected]) -> Iterator[Found]:
    """Each chat as a conversation; actions are events, in their place among the messages."""
    for record in records:
        if isinstance(record, Rejected):
            yield record
            continue
        try:
            yield _conversation(record)
        except Unreadable as reason:
            yield rejected(record.place, str(reason), record.cells)


def _conversation(record: Record) -> Conversation:
    native_id, turns = word_of(record.cells.get("convo_id")), record.cells.get("original")
    if native_id is None or not isinstance(turns, list):
        message = "A chat needs a convo_id and its original turns."
        raise Unreadable(message)
    draft = Draft(SYSTEM, native_id, SYSTEM, Channel.CHAT)
    scenario = _object(record.cells.get("scenario"))
    people = {
        "customer": _customer(_object(scenario.get("personal"))),
        "agent": Person(Role.AGENT),
    }
    actions = _actions(record.cells.get("delexed"), len(turns))
    for turn, action in zip(turns, actions, strict=True):
        _add(draft, turn, action, people)
    flows = (word_of(scenario.get("flow")), word_of(scenario.get("subflow")))
    draft.values["tags"] = tuple(filter(None, flows)) or None
    return draft.finished(record.notes)


def _add(draft: Draft, turn: object, action: str | None, people: dict[str, Person]) -> None:
    if not isinstance(turn, list) or len(turn) != len(("speaker", "text")):
        message = "A turn of the chat is not a pair of speaker and text."
        raise Unreadable(message)
    speaker, text = text_of(turn[0]).lower(), text_of(turn[1])
    if speaker == "action":
        # Only finished conversations number their messages, by the order they are said in.
        said = sum(1 for message in draft.messages if message["body_text"].strip())
        draft.happen(
            _EVENTS.get(action or "", EventType.OTHER),
            actor=draft.cast.number(people["agent"]),
            field=action,
            to_value=text or None,
            message_id=f"{draft.id}/m{said - 1}" if said else None,
        )
        return
    draft.say(text, draft.cast.number(people.get(speaker, Person())))


def _customer(personal: dict[str, Any]) -> Person:
    return Person(
        Role.CUSTOMER,
        word_of(personal.get("customer_name")),
        None,
        word_of(personal.get("email")),
        word_of(personal.get("phone")),
        handle=word_of(personal.get("username")),
    )


def _actions(delexed: object, turns: int) -> list[str | None]:
    if not isinstance(delexed, list) or len(delexed) != turns:
        return [None] * turns
    return [_action(_object(turn).get("targets")) for turn in delexed]


def _action(targets: object) -> str | None:
    if not isinstance(targets, list) or targets[1:2] != ["take_action"]:
        return None
    return word_of("".join(map(text_of, targets[2:3])))


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
