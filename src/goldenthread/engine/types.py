"""What a conversation is: the values every reader yields and every reading starts from.

The fields are those of the published conversation schema (`docs/using/json/`), so that a
value and its JSON say the same thing with the same names. Every value is frozen; a change is
a new value made with `dataclasses.replace`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

SCHEMA = "goldenthread.conversation/1"


class Channel(StrEnum):
    """How the customer and the organisation spoke."""

    EMAIL = "email"
    CHAT = "chat"
    MESSAGING = "messaging"
    SMS = "sms"
    VOICE = "voice"
    VIDEO = "video"
    SOCIAL = "social"
    WEB_FORM = "web_form"
    REVIEW = "review"
    IN_PERSON = "in_person"
    SURVEY = "survey"
    OTHER = "other"


class Direction(StrEnum):
    """Who began it."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    INTERNAL = "internal"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Where the case stands in the system it came from."""

    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    ON_HOLD = "on_hold"
    SOLVED = "solved"
    CLOSED = "closed"
    SPAM = "spam"
    DELETED = "deleted"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a participant is to the conversation."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"
    SUPERVISOR = "supervisor"
    THIRD_PARTY = "third_party"
    SYSTEM = "system"
    UNKNOWN = "unknown"


class Visibility(StrEnum):
    """Whether the customer could see a message."""

    PUBLIC = "public"
    INTERNAL = "internal"


class MessageKind(StrEnum):
    """What sort of thing was sent."""

    TEXT = "text"
    VOICE_TURN = "voice_turn"
    SYSTEM = "system"
    ATTACHMENT_ONLY = "attachment_only"
    TEMPLATE = "template"
    RATING_PROMPT = "rating_prompt"


class EventType(StrEnum):
    """What happened to the case between its messages."""

    CREATED = "created"
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    TRANSFERRED = "transferred"
    QUEUE_ENTERED = "queue_entered"
    QUEUE_LEFT = "queue_left"
    STATUS_CHANGED = "status_changed"
    PRIORITY_CHANGED = "priority_changed"
    FIELD_CHANGED = "field_changed"
    TAG_ADDED = "tag_added"
    TAG_REMOVED = "tag_removed"
    MERGED = "merged"
    SPLIT = "split"
    REOPENED = "reopened"
    SNOOZED = "snoozed"
    UNSNOOZED = "unsnoozed"
    HOLD = "hold"
    UNHOLD = "unhold"
    MUTE = "mute"
    UNMUTE = "unmute"
    JOINED = "joined"
    LEFT = "left"
    SLA_BREACHED = "sla_breached"
    SLA_MET = "sla_met"
    MACRO_APPLIED = "macro_applied"
    BOT_HANDOFF = "bot_handoff"
    SURVEY_OFFERED = "survey_offered"
    RATED = "rated"
    CALL_ATTEMPTED = "call_attempted"
    CALL_CONNECTED = "call_connected"
    REFUND_ISSUED = "refund_issued"
    REPLACEMENT_SENT = "replacement_sent"
    APPOINTMENT_SET = "appointment_set"
    REDACTED = "redacted"
    OTHER = "other"


class Metric(StrEnum):
    """What a survey asked for."""

    CSAT = "csat"
    NPS = "nps"
    CES = "ces"
    FCR = "fcr"
    CUSTOM = "custom"


class AnswerType(StrEnum):
    """What shape an answer has."""

    RATING = "rating"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    TEXT = "text"
    BOOLEAN = "boolean"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one text, half-open, in characters of that text."""

    start: int
    end: int
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a conversation was found: a system, and its own name for the conversation."""

    system: str
    native_id: str
    instance: str | None = None
    url: str | None = None
    native_type: str | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """One way to know a person again.

    `type` is `email`, `phone`, `user_id`, `handle`, `external_id` or `other`.
    """

    type: str
    value: str
    normalized: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part; `idx` is what messages and events refer to."""

    idx: int
    role: Role
    name: str | None = None
    native_id: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    org: str | None = None
    team: str | None = None
    is_internal: bool | None = None
    joined_at: datetime | None = None
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """What was attached, never its content."""

    native_id: str | None = None
    filename: str | None = None
    mediatype: str | None = None
    size: int | None = None
    sha512: str | None = None
    ref: str | None = None
    inline: bool | None = None
    content_id: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said. `body_new_text` is the part that is not quoted from earlier mail."""

    id: str
    seq: int
    body_text: str
    author: int | None = None
    sent_at: datetime | None = None
    visibility: Visibility = Visibility.PUBLIC
    kind: MessageKind = MessageKind.TEXT
    native_id: str | None = None
    offset_ms: int | None = None
    duration_ms: int | None = None
    to: tuple[int, ...] = ()
    cc: tuple[int, ...] = ()
    channel: str | None = None
    subject: str | None = None
    body_new_text: str | None = None
    body_html: str | None = None
    body_sha256: str | None = None
    language: str | None = None
    spans: tuple[Span, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    in_reply_to: str | None = None
    message_id: str | None = None
    references: tuple[str, ...] = ()
    is_automatic: bool | None = None
    duplicate_of: str | None = None
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    source_sentiment: str | None = None
    charset_fixed_from: str | None = None
    native: Mapping[str, Any] | None = None

    @property
    def text(self) -> str:
        """What this message itself says: the new part where quotes were found, else all of it."""
        return self.body_text if self.body_new_text is None else self.body_new_text


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the case. JSON calls the values `from` and `to`."""

    id: str
    type: EventType
    at: datetime | None = None
    actor: int | None = None
    native_id: str | None = None
    offset_ms: int | None = None
    field: str | None = None
    from_value: str | None = None
    to_value: str | None = None
    from_participant: int | None = None
    to_participant: int | None = None
    message_id: str | None = None
    native: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a survey; `normalized` is 0…1, 1 the best for the customer."""

    type: AnswerType
    question_id: str | None = None
    question_text: str | None = None
    value_text: str | None = None
    value_num: float | None = None
    scale_min: float | None = None
    scale_max: float | None = None
    normalized: float | None = None
    choice_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """What a customer answered about the conversation."""

    id: str
    source_system: str
    metric: Metric
    match_method: str = "native"
    answers: tuple[Answer, ...] = ()
    native_id: str | None = None
    survey_id: str | None = None
    survey_name: str | None = None
    conversation_id: str | None = None
    respondent: int | None = None
    about_participant: int | None = None
    offered_at: datetime | None = None
    submitted_at: datetime | None = None
    language: str | None = None
    native: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another conversation of the same source that this one hangs together with."""

    type: str
    native_id: str


@dataclass(frozen=True, slots=True)
class Ingest:
    """Which reader made this value, and what it had to put up with."""

    connector: str
    connector_version: str = "1"
    fetched_at: datetime | None = None
    raw_ref: str | None = None
    content_hash: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Privacy:
    """What has been masked: `none`, `source` (before it reached us) or `ours`."""

    redaction: str = "none"
    retention_until: datetime | None = None
    legal_hold: bool | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """One case from its first word to its last.

    Times carry their zone. A conversation without any time is undated: it is kept, and enters
    no period's figure. A survey row is a conversation with one message and one survey.
    """

    id: str
    source: Source
    channel: Channel
    participants: tuple[Participant, ...] = ()
    messages: tuple[Message, ...] = ()
    events: tuple[Event, ...] = ()
    surveys: tuple[Survey, ...] = ()
    direction: Direction = Direction.UNKNOWN
    status: Status = Status.UNKNOWN
    channel_native: str | None = None
    subject: str | None = None
    language: str | None = None
    status_native: str | None = None
    priority: str | None = None
    tags: tuple[str, ...] = ()
    queue: str | None = None
    team: str | None = None
    brand: str | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    last_activity_at: datetime | None = None
    assignee: int | None = None
    related: tuple[Related, ...] = ()
    custom: Mapping[str, Any] | None = None
    ingest: Ingest = field(default_factory=lambda: Ingest(connector="unknown"))
    privacy: Privacy = field(default_factory=Privacy)

    def role_of(self, message: Message) -> Role:
        """The role of who wrote `message`; `unknown` when nobody is named."""
        for participant in self.participants:
            if participant.idx == message.author:
                return participant.role
        return Role.UNKNOWN

    @property
    def dated_at(self) -> datetime | None:
        """When it began, by the best the source can say; None for an undated conversation."""
        if self.started_at is not None:
            return self.started_at
        return min((m.sent_at for m in self.messages if m.sent_at is not None), default=None)


@dataclass(frozen=True, slots=True)
class Rejected:
    """What could not be read: where it stands and why, in a sentence; `raw` as far as kept.

    `place` names file and row, such as `tickets.csv row 17`.
    """

    place: str
    reason: str
    raw: str | None = None
