"""One conversation from its first word to its last, and what was read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from goldenthread.charter import queries as charter
from goldenthread.conversations import policy
from goldenthread.conversations.rules import summary
from goldenthread.engine.types import Role
from goldenthread.people import queries as people

if TYPE_CHECKING:
    from goldenthread.charter.queries import VerdictLine
    from goldenthread.conversations.models import (
        Answer,
        Conversation,
        GivenWord,
        Message,
        Reading,
    )
    from goldenthread.people.models import Member

NAMES = {
    "P": "Polite",
    "R": "Respect",
    "O": "Ownership",
    "U": "Understanding",
    "D": "Deliver",
}
_ON_OUR_SIDE = {Role.AGENT, Role.SUPERVISOR, Role.BOT, Role.SYSTEM}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a message that a reading rests on; `kind` is its colour."""

    start: int
    end: int
    kind: str
    sign: str


@dataclass(frozen=True, slots=True)
class Said:
    """One message as the page shows it."""

    message: Message
    who: str
    is_ours: bool
    marks: tuple[Mark, ...]
    given: tuple[GivenWord, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """One event between the messages."""

    words: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign with the words it was read from; without words, what happened."""

    sign: str
    words: str
    seen: bool
    message: int | None


@dataclass(frozen=True, slots=True)
class PrincipleLine:
    """One principle: score and interval 0…100, None when nobody had occasion to show it."""

    letter: str
    name: str
    score: float | None
    low: float
    high: float
    for_it: tuple[Sign, ...]
    against_it: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """Everything the page shows."""

    conversation: Conversation
    reading: Reading
    team: str
    course: list[Said | Happened]
    principles: list[PrincipleLine]
    given: list[tuple[GivenWord, str]]
    signals: list[Sign]
    answers: list[Answer]
    verdicts: list[VerdictLine]

    @property
    def told(self) -> str:
        """What happened, in two or three short sentences."""
        return summary(
            began=self.reading.began,
            ended=self.reading.ended,
            fates=[word.fate for word, _ in self.given],
            handovers=sum(
                isinstance(step, Happened) and step.words.startswith("passed on")
                for step in self.course
            ),
        )


def one(*, member: Member, pk: int) -> ConversationPage:
    """A conversation the member may read.

    Raises:
        NotHere: There is none, or it is not the member's to read.
    """
    conversation = policy.must_see(member, pk)
    messages = list(conversation.messages.all())
    reading = conversation.reading
    given = list(conversation.given_words.order_by("message_seq", "start"))
    texts = {message.seq: message.text for message in messages}
    return ConversationPage(
        conversation=conversation,
        reading=reading,
        team=people.unit_names().get(conversation.unit_key, conversation.team_written),
        course=_course(conversation, messages, reading, given),
        principles=[_principle(letter, reading, texts) for letter in NAMES],
        given=[(word, texts.get(word.message_seq, "")[word.start : word.end]) for word in given],
        signals=[_sign(mark, texts) for mark in reading.evidence if not mark[4]],
        answers=list(conversation.answers.all()),
        verdicts=charter.verdicts_of(conversation.pk),
    )


def _course(
    conversation: Conversation,
    messages: list[Message],
    reading: Reading,
    given: list[GivenWord],
) -> list[Said | Happened]:
    """Messages and events in the order they came; undated events stand at the end."""
    names = dict(conversation.participants.values_list("idx", "name"))
    teams = dict(conversation.participants.values_list("idx", "team"))
    marks = _marks(reading, given)
    said = [
        Said(
            message=message,
            who=_who(message, names, teams),
            is_ours=message.role in _ON_OUR_SIDE,
            marks=tuple(marks.get(message.seq, ())),
            given=tuple(word for word in given if word.message_seq == message.seq),
        )
        for message in messages
    ]
    return _woven(said, [_happened(event) for event in conversation.events])


def _woven(said: list[Said], events: list[Happened]) -> list[Said | Happened]:
    waiting = sorted((e.at, i) for i, e in enumerate(events) if e.at is not None)
    course: list[Said | Happened] = []
    for one_said in said:
        at = one_said.message.sent_at
        while waiting and at is not None and waiting[0][0] < at:
            course.append(events[waiting.pop(0)[1]])
        course.append(one_said)
    after = [events[i] for _, i in waiting]
    return [*course, *after, *(e for e in events if e.at is None)]


def _who(message: Message, names: dict[int, str], teams: dict[int, str]) -> str:
    if message.author is None:
        return message.role
    return teams.get(message.author) or names.get(message.author) or message.role


_EVENT_WORDS = {
    "assigned": "assigned to {to}",
    "transferred": "passed on to {to}",
    "status_changed": "status: {to}",
    "reopened": "opened again",
    "merged": "merged",
    "call_attempted": "a call was tried",
    "call_connected": "a call was made",
    "refund_issued": "a refund was made",
    "replacement_sent": "a replacement was sent",
    "appointment_set": "an appointment was set",
    "rated": "the customer rated it",
    "created": "opened",
}


def _happened(event: list[object]) -> Happened:
    _, kind, at, changed, _before, after = event
    words = _EVENT_WORDS.get(str(kind), str(kind).replace("_", " "))
    if changed and kind == "field_changed":
        words = f"{changed}: {{to}}"
    return Happened(
        words=words.replace("{to}", str(after or "somebody else")),
        at=datetime.fromisoformat(str(at)) if at else None,
    )


def _marks(reading: Reading, given: list[GivenWord]) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = {}
    for seq, start, end, sign, letter, seen, *_ in reading.evidence:
        if seq is not None:
            kind = "good" if seen else "bad" if letter else "due"
            marks.setdefault(seq, []).append(Mark(start, end, kind, sign))
    for word in given:
        marks.setdefault(word.message_seq, []).append(
            Mark(word.start, word.end, "due", "given_word")
        )
    return marks


def _sign(mark: list[object], texts: dict[int, str]) -> Sign:
    seq, start, end, sign, _letter, seen, *_ = mark
    text = texts.get(seq, "") if isinstance(seq, int) else ""
    words = text[int(str(start)) : int(str(end))] if text else ""
    return Sign(
        sign=str(sign).replace("_", " "),
        words=words,
        seen=bool(seen),
        message=seq if isinstance(seq, int) else None,
    )


def _principle(letter: str, reading: Reading, texts: dict[int, str]) -> PrincipleLine:
    score = reading.scores()[letter]
    low, high = reading.intervals.get(letter, (0.0, 100.0))
    signs = [_sign(mark, texts) for mark in reading.evidence if mark[4] == letter]
    return PrincipleLine(
        letter=letter,
        name=NAMES[letter],
        score=None if score is None else score / 100,
        low=low,
        high=high,
        for_it=tuple(sign for sign in signs if sign.seen),
        against_it=tuple(sign for sign in signs if not sign.seen),
    )
