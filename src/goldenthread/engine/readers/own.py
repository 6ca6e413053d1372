"""Our own JSON lines: one conversation of the published schema a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.readers.draft import NOTHING_SAID
from goldenthread.engine.readers.found import Found, Unreadable, rejected
from goldenthread.engine.readers.parsing import parsed
from goldenthread.engine.types import Rejected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from goldenthread.engine.readers.documents import RecordOrRejected
    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.readers.task import Task
    from goldenthread.engine.types import Conversation


def is_own(record: Record) -> bool:
    """Whether a record says it is of our schema, of whichever version."""
    return str(record.cells.get("schema", "")).startswith("goldenthread.conversation/")


def conversations_of(task: Task, records: Iterable[RecordOrRejected]) -> Iterator[Found]:
    """Each record as the conversation it is."""
    for record in records:
        if isinstance(record, Rejected):
            yield record
            continue
        try:
            yield _conversation(record, task)
        except Unreadable as reason:
            yield rejected(record.place, str(reason), record.cells)


def _conversation(record: Record, task: Task) -> Conversation:
    conversation = parsed(record.cells, zone=task.zone, repaired=record.notes)
    said = any(message.body_text.strip() for message in conversation.messages)
    if not said and not conversation.events and not conversation.surveys:
        raise Unreadable(NOTHING_SAID)
    return conversation
