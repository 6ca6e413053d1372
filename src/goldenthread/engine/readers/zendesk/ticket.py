"""One ticket with all that belongs to it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from goldenthread.engine.readers.cleaning import text_of, truth_of, word_of
from goldenthread.engine.readers.draft import visibility_of
from goldenthread.engine.readers.words import channel_of, status_of
from goldenthread.engine.readers.zendesk.case import Case
from goldenthread.engine.readers.zendesk.chats import add_chat, chats_of, says_something
from goldenthread.engine.readers.zendesk.history import add_history
from goldenthread.engine.readers.zendesk.ratings import add_rating
from goldenthread.engine.types import Channel, EventType, Related, Role, Status

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.types import Conversation

_OPENING = timedelta(minutes=5)
_PREFIX = re.compile(r"^ticket description:\s*", re.IGNORECASE)
_RELATED = {
    "merged_ticket_ids": "merged_from",
    "followup_ids": "child",
    "via_followup_source_id": "followup_of",
    "problem_id": "parent",
}


class Ticket(Case):
    """A ticket, put together from all tables."""

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
            "team": self.team(),
            "brand": self.name_of("brand", self.cell("brand_id")),
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
