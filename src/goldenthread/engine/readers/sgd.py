"""Dialogues of the Schema-Guided Dialogue format: a user and an assistant, without times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.readers.cast import Person
from goldenthread.engine.readers.cleaning import text_of, word_of
from goldenthread.engine.readers.draft import Draft
from goldenthread.engine.readers.found import Found, Unreadable, rejected
from goldenthread.engine.types import Channel, Rejected, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from goldenthread.engine.readers.documents import RecordOrRejected
    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.readers.task import Task
    from goldenthread.engine.types import Conversation

SYSTEM = "sgd"
_ROLES = {"USER": Role.CUSTOMER, "SYSTEM": Role.AGENT}
_PARTS = ("train", "dev", "test")


def is_sgd(record: Record) -> bool:
    """Whether a record is a dialogue of this format."""
    return "dialogue_id" in record.cells and isinstance(record.cells.get("turns"), list)


def conversations_of(task: Task, records: Iterable[RecordOrRejected]) -> Iterator[Found]:
    """Each dialogue as a conversation; the assistant speaks in the agent's place.

    The training, development and test parts number their dialogues alike, so the part, when
    the file's or folder's name says it, belongs to the id.
    """
    part = _part_of(task.path)
    for record in records:
        if isinstance(record, Rejected):
            yield record
            continue
        try:
            yield _conversation(record, part)
        except Unreadable as reason:
            yield rejected(record.place, str(reason), record.cells)


def _part_of(path: Path) -> str | None:
    named = (path.name.split("_")[0].lower(), path.parent.name.lower())
    return next((name for name in named if name in _PARTS), None)


def _conversation(record: Record, part: str | None) -> Conversation:
    dialogue, turns = word_of(record.cells.get("dialogue_id")), record.cells.get("turns")
    if dialogue is None or not isinstance(turns, list):
        message = "A dialogue needs a dialogue_id and a list of turns."
        raise Unreadable(message)
    draft = Draft(SYSTEM, f"{part}/{dialogue}" if part else dialogue, SYSTEM, Channel.CHAT)
    for turn in turns:
        _say(draft, turn)
    services = record.cells.get("services")
    if isinstance(services, list):
        draft.values["tags"] = tuple(dict.fromkeys(filter(None, map(word_of, services)))) or None
    return draft.finished(record.notes)


def _say(draft: Draft, turn: object) -> None:
    if not isinstance(turn, dict):
        message = "A turn of the dialogue is not an object with speaker and utterance."
        raise Unreadable(message)
    role = _ROLES.get(text_of(turn.get("speaker")).upper(), Role.UNKNOWN)
    draft.say(text_of(turn.get("utterance")), draft.cast.number(Person(role)))
