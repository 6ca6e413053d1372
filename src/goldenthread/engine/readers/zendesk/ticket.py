"""One ticket with all that belongs to it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from goldenthread.engine.readers.cast import Person
from goldenthread.engine.readers.cleaning import Json, text_of, truth_of, word_of
from goldenthread.engine.readers.draft import Draft, visibility_of
from goldenthread.engine.readers.moments import noted_moment
from goldenthread.engine.readers.words import channel_of, role_of, status_of
from goldenthread.engine.readers.zendesk.chats import add_chat, chats_of, says_something
from goldenthread.engine.readers.zendesk.history import add_history
from goldenthread.engine.readers.zendesk.ratings import add_rating
from goldenthread.engine.types import Channel, EventType, Related, Role, Status

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.readers.moments import Manner
    from goldenthread.engine.readers.shelf import Shelf
    from goldenthread.engine.types import Conversation

SYSTEM = "zendesk"
_OPENING = timedelta(minutes=5)
_PREFIX = re.compile(r"^ticket description:\s*", re.IGNORECASE)
_RELATED = {
    "merged_ticket_ids": "merged_from",
    "followup_ids": "child",
    "via_followup_source_id": "followup_of",
    "problem_id": "parent",
}


class Ticket:
    """A ticket being read: its row, the shelf with the rest of the export, and its draft."""

    def __init__(self, row: Record, shelf: Shelf, manner: Manner) -> None:
        self.row = row
        self.id = word_of(row.cells.get("id")) or ""
        self.shelf = shelf
        self.draft = Draft(SYSTEM, self.id, SYSTEM)
        self._manner = manner

    def conversation(self, *warnings: str) -> Conversation:
        """Put it together.

        Raises:
            Unreadable: Nobody said anything in it.
        """
        self._add_opening()
        for row in _once(self.shelf.take("comment", self.id)):
            self._add_comment(row)
        for chat in chats_of(self):
            add_chat(self, chat)
        add_history(self, _once(self.shelf.take("field_history", self.id)))
        add_rating(self, self.shelf.take("rating", self.id))
        for row in _once(self.shelf.take("sla_policy", self.id)):
            self.draft.happen(
                EventType.OTHER,
                self.time(row, "policy_applied_at"),
                field="sla_policy",
                to_value=word_of(row.cells.get("sla_policy_id")),
            )
        self._add_facts()
        return self.draft.finished(warnings)

    def has_words(self) -> bool:
        """Whether somebody said something that belongs to this ticket."""
        said = any(
            text_of(row.cells.get("body")).strip() for row in self.shelf.take("comment", self.id)
        )
        return said or any(says_something(self.shelf, chat) for chat in chats_of(self))

    def cell(self, name: str) -> Json:
        """A cell of the ticket's own row."""
        return self.row.cells.get(name)

    def time(self, row: Record, column: str) -> datetime | None:
        """A time of a row; an impossible one is noted and left out."""
        return noted_moment(row.cells.get(column), self._manner, self.draft.notes)

    def person(self, user_id: object, otherwise: Role = Role.UNKNOWN) -> int | None:
        """The number of a user by their id, with name and role from the users; None for nobody."""
        native_id = word_of(user_id)
        if native_id is None:
            return None
        found = next(iter(self.shelf.take("user", native_id)), None)
        cells = found.cells if found else {}
        role = role_of(cells.get("role")) if found else self._role_here(native_id, otherwise)
        return self.draft.cast.number(
            Person(
                role,
                word_of(cells.get("name")),
                native_id,
                word_of(cells.get("email")),
                word_of(cells.get("phone")),
                team=self._team() if native_id == word_of(self.cell("assignee_id")) else None,
            )
        )

    def group(self, group_id: object) -> str | None:
        """A group's name, its id when the export does not name it; None for no group."""
        return self._name_of("group", group_id)

    def _name_of(self, table: str, native_id: object) -> str | None:
        key = word_of(native_id)
        found = next(iter(self.shelf.take(table, key)), None) if key else None
        return (word_of(found.cells.get("name")) if found else None) or key

    def _team(self) -> str | None:
        return self.group(self.cell("group_id"))

    def _role_here(self, native_id: str, otherwise: Role) -> Role:
        if native_id == word_of(self.cell("requester_id")):
            return Role.CUSTOMER
        return Role.AGENT if native_id == word_of(self.cell("assignee_id")) else otherwise

    def _add_opening(self) -> None:
        created_at = self.time(self.row, "created_at")
        requester = self.person(self.cell("requester_id"), Role.CUSTOMER)
        if created_at is not None:
            by = self.person(self.cell("submitter_id"))
            self.draft.happen(EventType.CREATED, created_at, actor=by)
        text = text_of(self.cell("description"))
        if not self._is_repeated(text, created_at):
            self.draft.say(text, requester, created_at)

    def _is_repeated(self, text: str, created_at: datetime | None) -> bool:
        # The first comment repeats the ticket's description; the customer said it only once.
        wanted = _bare(text)
        for row in self.shelf.take("comment", self.id):
            if _bare(text_of(row.cells.get("body"))) == wanted:
                said_at = self._commented_at(row)
                if said_at is None or created_at is None:
                    return True
                if abs(said_at - created_at) <= _OPENING:
                    return True
        return False

    def _commented_at(self, row: Record) -> datetime | None:
        return self.time(row, "created") or self.time(row, "created_at")

    def _add_comment(self, row: Record) -> None:
        internal = truth_of(row.cells.get("public")) is False
        # Only staff can write what the customer does not see.
        author = row.cells.get("user_id") or row.cells.get("author_id")
        number = self.person(author, Role.AGENT if internal else Role.UNKNOWN)
        self.draft.say(
            text_of(row.cells.get("body")),
            number,
            self._commented_at(row),
            native_id=word_of(row.cells.get("id")),
            visibility=visibility_of(internal=internal),
        )

    def _add_facts(self) -> None:
        status, via = word_of(self.cell("status")), word_of(self.cell("via_channel"))
        if via:
            self.draft.channel = channel_of(via)
        elif chats_of(self):
            self.draft.channel = Channel.CHAT
        started = self.time(self.row, "created_at")
        self.draft.values |= {
            "channel_native": via,
            "subject": word_of(self.cell("subject")),
            "status": status_of(status) if status else Status.UNKNOWN,
            "status_native": status,
            "priority": word_of(self.cell("priority")),
            "team": self._team(),
            "brand": self._name_of("brand", self.cell("brand_id")),
            "tags": self._tags() or None,
            "started_at": started,
            "assignee": self.person(self.cell("assignee_id"), Role.AGENT),
            "related": self._related() or None,
        }

    def _tags(self) -> tuple[str, ...]:
        words = (word_of(row.cells.get("tag")) for row in self.shelf.take("tag", self.id))
        return tuple(dict.fromkeys(filter(None, words)))

    def _related(self) -> tuple[Related, ...]:
        return tuple(
            Related(kind, native_id)
            for column, kind in _RELATED.items()
            for native_id in re.findall(r"\w+", word_of(self.cell(column)) or "")
        )


def _once(rows: list[Record]) -> list[Record]:
    # Exports overlap, and the same row can come twice.
    kept: dict[str, Record] = {}
    for row in rows:
        kept.setdefault(repr(row.cells), row)
    return list(kept.values())


def _bare(text: str) -> str:
    return " ".join(_PREFIX.sub("", text).split()).casefold()
