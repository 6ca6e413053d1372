"""What standards judge a conversation by, gathered once and cheap to keep."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from goldenthread.engine.gauge.asking import asked_first
from goldenthread.engine.gauge.course import first_reply_seconds, handovers
from goldenthread.engine.gauge.courtesy import courteous
from goldenthread.engine.gauge.refusing import refusals
from goldenthread.engine.gauge.regard import taken_seriously
from goldenthread.engine.gauge.signs import RETOLD
from goldenthread.engine.gauge.types import Evidence
from goldenthread.engine.types import EventType, Role, Status, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from goldenthread.engine.dates import Calendar
    from goldenthread.engine.gauge.types import Given, Reading, Score
    from goldenthread.engine.types import Conversation, Message

PEOPLE_OF_OURS = frozenset({Role.AGENT, Role.SUPERVISOR})
_DONE = frozenset({Status.SOLVED, Status.CLOSED})
# Signs that the story need not be told again: like those that it had to be, an occasion.
_STORY_KNOWN = frozenset({"story_known", "warm_handover", "handed_over_warm"})


@dataclass(frozen=True, slots=True)
class Facts:
    """One conversation as the standards see it. None means that there was no occasion.

    Attributes:
        channel: How they spoke.
        first_reply_seconds: Working time until a person answered; infinite when the case was
            closed without an answer.
        first_reply: The message that answered, or the one nobody answered.
        given: Every given word and what became of it.
        retold: Whether the customer had to tell it again.
        retold_evidence: The words that show it.
        asked_first: Whether the agent asked before acting; False when the customer says that
            something else was answered or assumed.
        asked_evidence: The words that show it.
        refusals: Every no, and whether it was explained.
        courteous: Whether people of ours were courteous.
        courteous_evidence: The words that show it; a whole message where courtesy is missing.
        taken_seriously: Whether the customer was taken seriously.
        taken_seriously_evidence: The words that show it.
        principles: Score and evidence by letter of PROUD, those observed.
        handovers: Every time it was passed on; None where nobody of ours took part.
        feeling_start: Valence −1…1 of the customer's first message.
        feeling_end: The same of the last one.
        last_word: The customer's last message.
        rating: What the customer answered, 0…1.
    """

    channel: str
    first_reply_seconds: float | None = None
    first_reply: Evidence | None = None
    given: tuple[Given, ...] = ()
    retold: bool | None = None
    retold_evidence: tuple[Evidence, ...] = ()
    asked_first: bool | None = None
    asked_evidence: Evidence | None = None
    refusals: tuple[tuple[Evidence, bool], ...] = ()
    courteous: bool | None = None
    courteous_evidence: tuple[Evidence, ...] = ()
    taken_seriously: bool | None = None
    taken_seriously_evidence: tuple[Evidence, ...] = ()
    principles: Mapping[str, Score | None] | None = None
    handovers: tuple[Evidence, ...] | None = None
    feeling_start: float | None = None
    feeling_end: float | None = None
    last_word: Evidence | None = None
    rating: float | None = None


@dataclass(frozen=True, slots=True)
class _Turns:
    """The messages that matter, by who wrote them."""

    customer: tuple[Message, ...]
    ours: tuple[Message, ...]
    first_reply: Message | None

    @property
    def writers(self) -> int:
        return len({message.author for message in self.ours})


def facts_of(conversation: Conversation, reading: Reading, calendar: Calendar) -> Facts:
    """Gather what standards judge; whatever could not be read stays unobserved.

    Args:
        conversation: As kept, masked or not.
        reading: What the gauge said of it.
        calendar: Working time of the organisation.
    """
    turns = _turns(conversation)
    is_read = reading.unread is None
    passed_on = tuple(handovers(conversation)) if turns.ours else None
    retold, retold_evidence = _retold(conversation, reading, turns) if is_read else (None, ())
    asked, asked_evidence = asked_first(conversation) if is_read else (None, None)
    manners, manners_evidence = courteous(conversation) if is_read else (None, ())
    regard, regard_evidence = taken_seriously(conversation) if is_read else (None, ())
    seconds, reply = _first_reply(conversation, turns, calendar)
    return Facts(
        channel=conversation.channel.value,
        first_reply_seconds=seconds,
        first_reply=reply,
        given=reading.promises,
        retold=retold,
        retold_evidence=retold_evidence,
        asked_first=asked,
        asked_evidence=asked_evidence,
        refusals=tuple(refusals(conversation)) if is_read else (),
        courteous=manners,
        courteous_evidence=manners_evidence,
        taken_seriously=regard,
        taken_seriously_evidence=regard_evidence,
        principles=reading.principles,
        handovers=passed_on,
        feeling_start=_number(reading.feeling_start),
        feeling_end=_number(reading.feeling_end),
        last_word=_whole(turns.customer[-1], "last_word") if turns.customer else None,
        rating=_rating(conversation),
    )


def _turns(conversation: Conversation) -> _Turns:
    roles = {participant.idx: participant.role for participant in conversation.participants}
    customer: list[Message] = []
    ours: list[Message] = []
    first_reply = None
    for message in conversation.messages:
        role = Role.UNKNOWN if message.author is None else roles.get(message.author, Role.UNKNOWN)
        if message.visibility is not Visibility.PUBLIC or message.is_automatic:
            continue
        if role is Role.CUSTOMER:
            customer.append(message)
        elif role in PEOPLE_OF_OURS:
            ours.append(message)
            if first_reply is None and customer:
                first_reply = message
    return _Turns(tuple(customer), tuple(ours), first_reply)


def _first_reply(
    conversation: Conversation, turns: _Turns, calendar: Calendar
) -> tuple[float | None, Evidence | None]:
    if not turns.customer:
        return None, None
    if turns.first_reply is not None:
        return first_reply_seconds(conversation, calendar), _whole(turns.first_reply, "first_reply")
    if conversation.status in _DONE and not conversation.surveys:
        return float("inf"), _whole(turns.customer[0], "unanswered")
    return None, None


def _retold(
    conversation: Conversation, reading: Reading, turns: _Turns
) -> tuple[bool | None, tuple[Evidence, ...]]:
    signs = tuple(_signs(reading))
    again = tuple(sign for sign in signs if sign.sign in RETOLD)
    if reading.retold:
        return True, again
    if any(sign.sign == "handed_over_cold" for sign in again):
        return True, again
    known = tuple(sign for sign in signs if sign.sign in _STORY_KNOWN)
    if known or turns.writers > 1 or _passed_on(conversation):
        return False, known
    return None, ()


def _passed_on(conversation: Conversation) -> bool:
    return any(
        event.type in {EventType.TRANSFERRED, EventType.REOPENED} for event in conversation.events
    )


def _signs(reading: Reading) -> Iterator[Evidence]:
    for score in reading.principles.values():
        if score is not None:
            yield from score.evidence
    yield from reading.marks


def _rating(conversation: Conversation) -> float | None:
    """The first rating, as everywhere else in the house."""
    for survey in conversation.surveys:
        for answer in survey.answers:
            if answer.normalized is not None:
                return answer.normalized
    return None


def _whole(message: Message, sign: str) -> Evidence:
    return Evidence(message.seq, 0, len(message.text), sign)


def _number(value: float | None) -> float | None:
    return None if value is None or isnan(value) else float(value)
