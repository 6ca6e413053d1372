"""All conversations of one export: every ticket, and what belongs to tickets not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.readers.found import Record, Unreadable, rejected
from goldenthread.engine.readers.moments import Manner
from goldenthread.engine.readers.shelf import Shelf
from goldenthread.engine.readers.zendesk.tables import shelve
from goldenthread.engine.readers.zendesk.ticket import Ticket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from goldenthread.engine.readers.found import Found
    from goldenthread.engine.readers.task import Task
    from goldenthread.engine.types import Rejected

NOT_THERE = "The ticket itself is not in the export; only what belongs to it was read."
_WITHOUT_WORDS = ("field_history", "chat", "sla_policy", "tag", "rating")


def conversations_of(task: Task) -> Iterator[Found]:
    """Each ticket as a conversation.

    Comments of a ticket that is not in the export make a conversation of their own, with a
    warning: the words count, whatever else is missing. Rows of such a ticket without words are
    rejected one by one.
    """
    shelf = Shelf()
    try:
        yield from shelve(task, shelf)
        manner = Manner(task.zone)
        for _, row in shelf.all("ticket"):
            yield _read(Ticket(row, shelf, manner))
        yield from _of_missing_tickets(shelf, manner)
        yield from _chats_without_ticket(shelf)
    finally:
        shelf.close()


def _read(ticket: Ticket, *warnings: str) -> Found:
    try:
        return ticket.conversation(*warnings)
    except Unreadable as reason:
        return rejected(ticket.row.place, str(reason), ticket.row.cells)


def _of_missing_tickets(shelf: Shelf, manner: Manner) -> Iterator[Found]:
    read: set[str] = set()
    for kind in ("comment", "chat"):
        for ticket_id in shelf.keys_without(kind, "ticket"):
            if ticket_id in read:
                continue
            ticket = _missing(ticket_id, shelf, manner)
            if ticket.has_words():
                read.add(ticket_id)
                yield _read(ticket, NOT_THERE)
    yield from _left_over(shelf, read)


def _missing(ticket_id: str, shelf: Shelf, manner: Manner) -> Ticket:
    first = [*shelf.take("comment", ticket_id), *shelf.take("chat", ticket_id)][0]
    return Ticket(Record(first.place, {"id": ticket_id}), shelf, manner)


def _left_over(shelf: Shelf, read: set[str]) -> Iterator[Rejected]:
    for kind in _WITHOUT_WORDS:
        for ticket_id in shelf.keys_without(kind, "ticket"):
            if ticket_id not in read:
                reason = f"The row belongs to ticket {ticket_id}, which is not in the export."
                for row in shelf.take(kind, ticket_id):
                    yield rejected(row.place, reason, row.cells)


def _chats_without_ticket(shelf: Shelf) -> Iterator[Rejected]:
    for chat_id in shelf.keys_without("chat_event", "ticket_of_chat"):
        reason = f"The row belongs to chat {chat_id}, which belongs to no ticket."
        for row in shelf.take("chat_event", chat_id):
            yield rejected(row.place, reason, row.cells)
