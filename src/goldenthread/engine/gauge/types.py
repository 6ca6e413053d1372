"""What the gauge says: values with the words they came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.engine.types import Span


class GaugeUnavailable(Exception):
    """The mode asked for needs a part that is not installed; the text says which."""


class Stance(StrEnum):
    """What sort of statement a customer makes."""

    FEEDBACK = "feedback"
    OPINION = "opinion"
    PRAISE_SPECIFIC = "praise_specific"
    PRAISE_VAGUE = "praise_vague"
    QUESTION = "question"
    OTHER = "other"


class Fate(StrEnum):
    """What became of a given word."""

    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "open"
    UNKNOWABLE = "unknowable"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words, or the event, that a reading rests on.

    Attributes:
        message: `seq` of the message the words stand in; None when an event is the evidence.
        start: First character in that message's text.
        end: One past the last character.
        sign: What was seen there, as a short code such as `passed_on` or `greets`.
        letter: The principle it speaks for or against; empty when it belongs to none.
        seen: True for a sign of the principle, False for a breach of it.
        weight: How much it counts.
        event: `id` of the event, when an event is the evidence.
    """

    message: int | None
    start: int
    end: int
    sign: str
    letter: str = ""
    seen: bool = False
    weight: float = 1.0
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A principle's score for one conversation, 0…100, with its central 95 % interval."""

    score: float
    low: float
    high: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A given word: what an agent told one customer will be done.

    `deadline` is the complete phrase, preposition included. `due_from` and `due_until` are the
    half-open time it falls due in; both None when nothing in the words names a time.
    `message` is the `seq` of the message it stands in, when read from a conversation.
    """

    start: int
    end: int
    deadline: Span | None = None
    due_from: datetime | None = None
    due_until: datetime | None = None
    message: int | None = None


class Given(NamedTuple):
    """A given word of a conversation, what became of it, and how that is known."""

    promise: Promise
    fate: Fate
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All the gauge has to say about one conversation, read from the customer's side.

    Attributes:
        principles: A score per letter of PROUD; None where nobody had occasion to show it.
        feeling_start: Valence −1…1 of the customer's first message; None when there is none.
        feeling_end: The same of the last one; None when there is only one message.
        stance: Of the customer's weightiest statement; None when no customer wrote.
        coping: `fight`, `flight` or None.
        word_of_mouth: `against`, `for` or None.
        retold: Whether the customer had to tell it again.
        promises: Every given word and its fate.
        language: Two-letter code the conversation was judged to be in.
        unread: Why it was not read; None when it was. Then everything else is empty.
        marks: Evidence beyond the principles: coping, word of mouth, feelings, stance.
    """

    principles: dict[str, Score | None]
    feeling_start: float | None
    feeling_end: float | None
    stance: Stance | None
    coping: str | None
    word_of_mouth: str | None
    retold: bool
    promises: tuple[Given, ...]
    language: str | None
    unread: str | None
    marks: tuple[Evidence, ...] = ()
