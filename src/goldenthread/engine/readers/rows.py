"""Rows of any table as conversations, by what a mapping says their columns mean."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from goldenthread.engine.readers.cast import Person
from goldenthread.engine.readers.cleaning import Json, text_of, truth_of, word_of
from goldenthread.engine.readers.draft import Draft, visibility_of
from goldenthread.engine.readers.found import Found, Record, Unreadable, rejected
from goldenthread.engine.readers.guessing import completed
from goldenthread.engine.readers.moments import Manner, noted_moment
from goldenthread.engine.readers.nesting import rows_in, turns_in
from goldenthread.engine.readers.ratings import Scale, answer_of
from goldenthread.engine.readers.shelf import Shelf
from goldenthread.engine.readers.words import channel_of, direction_of, plain, role_of, status_of
from goldenthread.engine.types import Channel, Rejected, Role, Survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from goldenthread.engine.readers.documents import RecordOrRejected
    from goldenthread.engine.readers.mapping import Mapping
    from goldenthread.engine.readers.task import Task
    from goldenthread.engine.types import Answer, Conversation

_LOOKED_AT = 500
_SAYS_WHO = {"role", "author", "author_id"}
_EMPTY_RATING = "There is no rating."


def conversations_of(task: Task, records: Iterable[RecordOrRejected]) -> Iterator[Found]:
    """Conversations out of flat or nested records.

    Rows that share a conversation id become one conversation, wherever they stand in the file.

    Raises:
        Unreadable: No column holds a text or a rating, or the mapping names a missing column.
    """
    stream = iter(records)
    head = list(islice(stream, _LOOKED_AT))
    first = [row for record in head if isinstance(record, Record) for row in rows_in(record)]
    if not first:
        yield from (record for record in chain(head, stream) if isinstance(record, Rejected))
        return
    _refuse_more_headers(first)
    header = list(dict.fromkeys(chain.from_iterable(row.cells for row in first)))
    mapping = completed(task.mapping, header, [row.cells for row in first])
    _check(mapping, header)
    yield from _Assembly(task, mapping).conversations(chain(head, stream))


def _refuse_more_headers(first: list[Record]) -> None:
    for row in first[:2]:
        if any(text_of(cell).startswith('{"ImportId"') for cell in row.cells.values()):
            message = (
                "This is a survey export with three header rows, which is not read yet. "
                "Export it with one header row."
            )
            raise Unreadable(message)


def _check(mapping: Mapping, header: list[str]) -> None:
    shown = ", ".join(header[:20])
    for meaning, column in mapping.columns.items():
        if column not in header:
            message = (
                f"The mapping takes {meaning} from a column “{column}”, which is not there; "
                f"the columns are {shown}."
            )
            raise Unreadable(message)
    if "text" not in mapping.columns and "rating" not in mapping.columns:
        message = (
            f"No column looks like what was said; the columns are {shown}. "
            "Name the column in a mapping."
        )
        raise Unreadable(message)


@dataclass(frozen=True, slots=True)
class _Assembly:
    """One table being read."""

    task: Task
    mapping: Mapping

    def conversations(self, records: Iterable[RecordOrRejected]) -> Iterator[Found]:
        together = "conversation" in self.mapping.columns and self.mapping.rows != "conversations"
        if not together:
            for record in records:
                yield record if isinstance(record, Rejected) else self._alone(record)
            return
        shelf = Shelf()
        try:
            yield from self._shelved(records, shelf)
            shelf.seal()
            for native_id, rows in shelf.groups("row"):
                yield self._built(native_id, rows)
        finally:
            shelf.close()

    def _shelved(self, records: Iterable[RecordOrRejected], shelf: Shelf) -> Iterator[Found]:
        column = self.mapping.columns["conversation"]
        for record in records:
            if isinstance(record, Rejected):
                yield record
                continue
            rows = rows_in(record)
            native_id = word_of(rows[0].cells.get(column)) if rows else None
            if native_id is None or turns_in(record.cells):
                yield self._alone(record)
            else:
                shelf.put("row", native_id, rows[0])

    def _alone(self, record: Record) -> Found:
        rows = rows_in(record)
        column = self.mapping.columns.get("conversation", "")
        native_id = word_of(rows[0].cells.get(column)) if rows else None
        return self._built(native_id or self.task.occurrences.name(record.cells), rows)

    def _built(self, native_id: str, rows: list[Record]) -> Found:
        try:
            return _Case(self, native_id, rows).conversation()
        except Unreadable as reason:
            return rejected(rows[0].place, str(reason), rows[0].cells)

    @property
    def manner(self) -> Manner:
        """How this table writes its times."""
        mapping = self.mapping
        zone = ZoneInfo(mapping.zone) if mapping.zone else self.task.zone
        return Manner(zone, mapping.order or "dmy", mapping.formats)


class _Case:
    """The rows of one conversation."""

    def __init__(self, assembly: _Assembly, native_id: str, rows: list[Record]) -> None:
        self._mapping = assembly.mapping
        self._manner = assembly.manner
        self._rows = rows
        self._draft = Draft(self._mapping.source, native_id, "table")

    def conversation(self) -> Conversation:
        """Put it together.

        Raises:
            Unreadable: It holds no words and no rating.
        """
        draft = self._draft
        draft.channel = self._channel()
        for row in self._rows:
            self._add(row)
        self._add_survey()
        draft.url = self._first("url")
        draft.values |= self._about()
        return draft.finished(chain.from_iterable(row.notes for row in self._rows))

    def _cell(self, row: Record, meaning: str) -> Json:
        if meaning in self._mapping.fixed:
            return self._mapping.fixed[meaning]
        column = self._mapping.columns.get(meaning)
        if column is None:
            return None
        value = row.cells.get(column)
        words = self._mapping.values.get(meaning)
        return words.get(text_of(value).strip(), value) if words else value

    def _word(self, row: Record, meaning: str) -> str | None:
        return word_of(self._cell(row, meaning))

    def _first(self, meaning: str) -> str | None:
        if meaning not in self._mapping.columns and meaning not in self._mapping.fixed:
            return None
        return next(filter(None, (self._word(row, meaning) for row in self._rows)), None)

    def _time(self, row: Record, meaning: str) -> datetime | None:
        return noted_moment(self._cell(row, meaning), self._manner, self._draft.notes)

    def _channel(self) -> Channel:
        word = self._first("channel")
        return channel_of(word) if word else Channel.OTHER

    def _add(self, row: Record) -> None:
        text = text_of(self._cell(row, "text"))
        author = self._author(row)
        said_at = self._time(row, "said_at")
        self._draft.say(
            text,
            author,
            said_at,
            native_id=self._word(row, "message"),
            visibility=visibility_of(internal=self._internal(row)),
        )
        reply = text_of(self._cell(row, "reply"))
        if reply.strip():
            self._draft.say(reply, self._agent(row), self._time(row, "replied_at") or said_at)

    def _internal(self, row: Record) -> bool | None:
        column = plain(self._mapping.columns.get("visibility"))
        cell = self._cell(row, "visibility")
        truth = truth_of(cell)
        if truth is None:
            return plain(cell) in {"internal", "private", "note", "internal_note"}
        return truth if "internal" in column or "private" in column else not truth

    def _author(self, row: Record) -> int:
        role = self._role(row)
        name = self._word(row, "author")
        native_id = self._word(row, "author_id")
        if role is Role.CUSTOMER:
            return self._draft.cast.number(self._customer(row, name, native_id))
        team = self._word(row, "team") if role is Role.AGENT else None
        if role is Role.AGENT and not name:
            name = self._word(row, "agent")
        return self._draft.cast.number(Person(role, name, native_id, team=team))

    def _customer(self, row: Record, name: str | None, native_id: str | None) -> Person:
        return Person(
            Role.CUSTOMER,
            name or self._word(row, "customer"),
            native_id or self._word(row, "customer_id"),
            self._word(row, "email"),
            self._word(row, "phone"),
        )

    def _role(self, row: Record) -> Role:
        cell = self._cell(row, "role")
        truth = truth_of(cell)
        if truth is not None and "role" in self._mapping.columns:
            return Role.CUSTOMER if truth else Role.AGENT
        if word_of(cell):
            return role_of(cell)
        return self._role_by_name(row)

    def _role_by_name(self, row: Record) -> Role:
        # Nobody is named as the author anywhere: it is what customers said.
        if not _SAYS_WHO & {*self._mapping.columns}:
            return Role.CUSTOMER
        name = self._word(row, "author") or self._word(row, "author_id")
        if name is None:
            return Role.CUSTOMER if len(self._rows) == 1 else Role.UNKNOWN
        if name == self._word(row, "agent"):
            return Role.AGENT
        if name in {self._word(row, "customer"), self._word(row, "customer_id")}:
            return Role.CUSTOMER
        if len(self._rows) > 1:
            self._draft.notes.add("Who is a customer was told by who wrote first.")
        return Role.CUSTOMER if name == self._first_author() else Role.AGENT

    def _first_author(self) -> str | None:
        return self._first("author") or self._first("author_id")

    def _agent(self, row: Record) -> int:
        return self._draft.cast.number(
            Person(Role.AGENT, self._word(row, "agent"), team=self._word(row, "team"))
        )

    def _about(self) -> dict[str, Any]:
        first = self._rows[0]
        status = self._first("status")
        tags = text_of(self._cell(first, "tags"))
        custom = {name: first.cells[name] for name in self._mapping.custom if name in first.cells}
        agent = self._first("agent")
        words = ("subject", "language", "priority", "queue", "team", "brand")
        return {name: self._first(name) for name in words} | {
            "channel_native": self._first("channel"),
            "status": status_of(status) if status else None,
            "status_native": status,
            "direction": direction_of(word) if (word := self._first("direction")) else None,
            "tags": tuple(dict.fromkeys(filter(None, map(str.strip, _parted(tags))))) or None,
            "started_at": self._time(first, "started_at"),
            "ended_at": self._time(self._rows[-1], "ended_at"),
            "assignee": self._agent(self._agent_row(agent)) if agent else None,
            "custom": custom or None,
        }

    def _agent_row(self, agent: str) -> Record:
        # The last one who is named has the case.
        return next(row for row in reversed(self._rows) if self._word(row, "agent") or agent == "")

    def _add_survey(self) -> None:
        if not {"rating", "question", "survey"} & {*self._mapping.columns, *self._mapping.fixed}:
            return
        answers = list(dict.fromkeys(filter(None, map(self._answer, self._rows))))
        asked = self._first("survey") or self._first("question")
        if not answers and not (asked and self._draft.channel is Channel.SURVEY):
            return
        scale = self._mapping.scale or Scale(1, 5)
        self._draft.surveys.append(
            Survey(
                id=f"{self._draft.id}/s0",
                source_system=self._draft.system,
                metric=scale.metric,
                answers=tuple(answers),
                survey_name=self._first("survey"),
                conversation_id=self._draft.id,
                respondent=self._respondent(),
                submitted_at=self._time(self._rows[0], "said_at"),
            )
        )

    def _answer(self, row: Record) -> Answer | None:
        scale = self._mapping.scale or Scale(1, 5)
        try:
            answer = answer_of(self._cell(row, "rating"), scale, self._word(row, "question"))
        except Unreadable as reason:
            self._draft.notes.add(str(reason))
            return None
        asked = self._draft.channel is Channel.SURVEY and "rating" in self._mapping.columns
        if answer is None and asked:
            self._draft.notes.add(_EMPTY_RATING)
        return answer

    def _respondent(self) -> int | None:
        people = self._draft.cast.people
        return next((person.idx for person in people if person.role is Role.CUSTOMER), None)


def _parted(tags: str) -> list[str]:
    for mark in ("\n", ";", "|", ","):
        if mark in tags:
            return tags.split(mark)
    return [tags]
