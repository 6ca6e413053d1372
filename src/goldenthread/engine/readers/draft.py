"""A conversation while it is put together, and the finishing that every format shares."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from goldenthread.engine.readers.cast import Cast
from goldenthread.engine.readers.cleaning import LONGEST_ID, Json
from goldenthread.engine.readers.found import Notes, Unreadable
from goldenthread.engine.types import (
    Channel,
    Conversation,
    Event,
    EventType,
    Ingest,
    Message,
    Source,
    Survey,
    Visibility,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING_SAID = "It holds no words and no rating."
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Draft:
    """What is known of one conversation so far.

    `values` are further fields of `Conversation`, by name; `words` counts nothing: a draft with
    neither messages nor ratings is no conversation and is refused when finished.
    """

    system: str
    native_id: str
    connector: str
    channel: Channel = Channel.OTHER
    cast: Cast = field(default_factory=Cast)
    notes: Notes = field(default_factory=Notes)
    messages: list[dict[str, Json]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    surveys: list[Survey] = field(default_factory=list)
    url: str | None = None
    values: dict[str, Json] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.native_id) > LONGEST_ID:
            self.native_id = blake2b(self.native_id.encode(), digest_size=16).hexdigest()
            self.notes.add("Its id was longer than 200 characters and is kept as a hash.")

    @property
    def id(self) -> str:
        """The conversation's id: its system and its own id there."""
        return f"{self.system}:{self.native_id}"

    def say(
        self, text: str, author: int | None, sent_at: datetime | None = None, **more: Json
    ) -> None:
        """Add one message; numbers and ids are given when all are known."""
        said = {"body_text": text, "author": author, "sent_at": sent_at}
        self.messages.append(said | more)

    def happen(self, kind: EventType, at: datetime | None = None, **more: Json) -> None:
        """Add one event; its id is given when all are known."""
        self.events.append(Event(id="", type=kind, at=at, **more))

    def finished(self, warnings: Iterable[str] = ()) -> Conversation:
        """The conversation: messages and events in order of time, numbered, with its span.

        Raises:
            Unreadable: It holds no words and no rating.
        """
        if not any(message["body_text"].strip() for message in self.messages) and not any(
            survey.answers for survey in self.surveys
        ):
            raise Unreadable(NOTHING_SAID)
        messages = self._numbered_messages()
        for warning in warnings:
            self.notes.add(warning)
        times = [message.sent_at for message in messages if message.sent_at is not None]
        values: dict[str, Json] = {
            "started_at": min(times, default=None),
            "last_activity_at": max(times, default=None),
        }
        values |= {name: value for name, value in self.values.items() if value is not None}
        return Conversation(
            id=self.id,
            source=Source(system=self.system, native_id=self.native_id, url=self.url),
            channel=self.channel,
            participants=tuple(self.cast.people),
            messages=messages,
            events=self._numbered_events(),
            surveys=tuple(self.surveys),
            ingest=Ingest(connector=self.connector, warnings=tuple(self.notes.said)),
            **values,
        )

    def _numbered_messages(self) -> tuple[Message, ...]:
        said = [message for message in self.messages if message["body_text"].strip()]
        return tuple(
            Message(id=f"{self.id}/m{seq}", seq=seq, **message)
            for seq, message in enumerate(_by_time(said))
        )

    def _numbered_events(self) -> tuple[Event, ...]:
        ordered = sorted(self.events, key=lambda event: event.at or _NEVER)
        return tuple(replace(event, id=f"{self.id}/e{seq}") for seq, event in enumerate(ordered))


def _by_time(messages: list[dict[str, Json]]) -> list[dict[str, Json]]:
    # One without a time stays behind the one it followed; the source's order breaks ties.
    keyed: list[tuple[datetime, int]] = []
    latest = _NEVER
    for place, message in enumerate(messages):
        latest = message["sent_at"] or latest
        keyed.append((latest, place))
    return [messages[place] for _, place in sorted(keyed)]


def visibility_of(*, internal: bool | None) -> Visibility:
    """Internal when the source says so, else public."""
    return Visibility.INTERNAL if internal else Visibility.PUBLIC
