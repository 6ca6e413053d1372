"""Chats that became tickets: what was said, and who came, went and handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.readers.cast import Person
from goldenthread.engine.readers.cleaning import text_of, word_of
from goldenthread.engine.readers.decoding import decode
from goldenthread.engine.readers.found import Unreadable
from goldenthread.engine.types import EventType, MessageKind, Role

if TYPE_CHECKING:
    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.readers.shelf import Shelf
    from goldenthread.engine.readers.zendesk.case import Case

_EVENTS = {
    "chatjoin": EventType.JOINED,
    "chatleave": EventType.LEFT,
    "chatdepartmenttransfer": EventType.TRANSFERRED,
    "chatrating": EventType.RATED,
    "chatrequestrating": EventType.SURVEY_OFFERED,
    "chattagadded": EventType.TAG_ADDED,
    "chattagremoved": EventType.TAG_REMOVED,
}
_AGENT = "agent:"
_SYSTEM = "__"


def chats_of(ticket: Case) -> list[str]:
    """The chats told in this ticket; one that several tickets share belongs to one of them."""
    rows = ticket.shelf.take("chat", ticket.id)
    chats = dict.fromkeys(filter(None, (word_of(row.cells.get("chat_id")) for row in rows)))
    return [chat for chat in chats if _owner(ticket.shelf, chat) == ticket.id]


def says_something(shelf: Shelf, chat: str) -> bool:
    """Whether anybody said anything in a chat."""
    return any(_is_message(row) and _text(row) for row in shelf.take("chat_event", chat))


def add_chat(ticket: Case, chat: str) -> None:
    """Add a chat's messages and events."""
    for row in ticket.shelf.take("chat_event", chat):
        at = ticket.time(row, "created_at")
        actor, automatic = _actor(ticket, row)
        text = _text(row)
        if not _is_message(row):
            kind = text_of(row.cells.get("type"))
            found = _EVENTS.get(kind.lower(), EventType.OTHER)
            ticket.draft.happen(found, at, actor=actor, field=kind or None, to_value=text or None)
        elif text:
            ticket.draft.say(
                text,
                actor,
                at,
                native_id=word_of(row.cells.get("message_id")),
                kind=MessageKind.SYSTEM if automatic else MessageKind.TEXT,
                is_automatic=automatic or None,
            )
        else:
            ticket.draft.notes.add("A chat message without text, such as a form, was left out.")


def _owner(shelf: Shelf, chat: str) -> str | None:
    # Reading a chat under two tickets would count the customer's words twice.
    rows = shelf.take("ticket_of_chat", chat)
    tickets = [word_of(row.cells.get("ticket_id")) or "" for row in rows]
    known = [ticket for ticket in tickets if shelf.take("ticket", ticket)]
    return next(iter(known or tickets), None)


def _is_message(row: Record) -> bool:
    return text_of(row.cells.get("type")).lower() in {"chatmessage", ""}


def _text(row: Record) -> str:
    text = text_of(row.cells.get("message"))
    return text if text.strip() or not _is_message(row) else _original_text(row)


def _original_text(row: Record) -> str:
    try:
        original, _ = decode(text_of(row.cells.get("original_message")) or "null")
    except Unreadable:
        return ""
    for name in ("content", "text", "text"):
        original = original.get(name) if isinstance(original, dict) else None
    return original if isinstance(original, str) else ""


def _actor(ticket: Case, row: Record) -> tuple[int | None, bool]:
    said = text_of(row.cells.get("actor_id")).strip()
    if said.startswith(_SYSTEM):
        return ticket.draft.cast.number(Person(Role.SYSTEM)), True
    if said.startswith(_AGENT):
        return _staff(ticket, word_of(said.removeprefix(_AGENT))), False
    return ticket.person(said, Role.CUSTOMER), False


def _staff(ticket: Case, native_id: str | None) -> int:
    # Whoever writes as an agent is one, whatever the users' table has them as.
    name = ticket.name_of("user", native_id)
    known = name if name != native_id else None
    return ticket.draft.cast.number(Person(Role.AGENT, known, native_id))
