"""The course of a conversation: who had it, who waited, what was put right, how it ended.

Everything is read from messages and events in their order; times are used where there are any.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from goldenthread.engine.gauge import handing, retelling
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import ENDED, STILL_OPEN, Side, parting, questions, turns
from goldenthread.engine.gauge.types import Evidence
from goldenthread.engine.types import Channel, EventType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from goldenthread.engine.dates import Calendar
    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.types import Conversation, Event

HOUR = 3600.0
PATIENCE = {
    Channel.CHAT: HOUR / 6,
    Channel.VOICE: HOUR / 6,
    Channel.VIDEO: HOUR / 6,
    Channel.MESSAGING: HOUR,
    Channel.SMS: HOUR,
    Channel.SOCIAL: 4 * HOUR,
}
"""Working seconds a customer waits for an answer before it counts as waiting, by channel."""

PATIENCE_ELSEWHERE = 16 * HOUR
_ONE_SIDED = frozenset({Channel.SURVEY, Channel.REVIEW})
_PUBLIC_PLACES = _ONE_SIDED | {Channel.SOCIAL}
_CLOSING_VALUES = frozenset({"solved", "closed", "resolved", "done", "complete", "completed"})
_CORRECTS = re.compile(
    r"\W*no\b[,.!;:\s-]+(?!need|rush|hurry|worries|problem)\w+[^.!?\n]*", re.IGNORECASE
)
_SAID_BACK = frozenset({"restates", "checks", "done", "assumes"})
_FEWEST = 4


def handovers(conversation: Conversation) -> list[Evidence]:
    """Every time the case went from one person or team to another, with or without its story.

    A bot giving way to a person is none. Where a source keeps both events and messages, the
    one that shows more of them counts.
    """
    return handing.handovers(conversation, turns(conversation))


def ending(conversation: Conversation, told: Sequence[Turn]) -> list[Evidence]:
    """What was left when it ended: a customer nobody answered, a case closed without a word."""
    if not told or told[-1].side is not Side.CUSTOMER or conversation.status in STILL_OPEN:
        return []
    last = told[-1]
    alone = all(turn.side is Side.CUSTOMER for turn in told)
    if parting(last.text) or (alone and not _owed(conversation)):
        return []
    closing = _closing(conversation, last)
    if closing is not None:
        return [_event_evidence("closed_unexplained", closing)]
    ended = conversation.status in ENDED
    if not ended and not questions(last):
        return []
    sign = "unanswered" if questions(last) else "closed_unexplained"
    return [evidence(sign, last.message.seq, 0, len(last.text))]


def _owed(conversation: Conversation) -> bool:
    return conversation.channel not in _PUBLIC_PLACES and conversation.status in ENDED


def _closing(conversation: Conversation, last: Turn) -> Event | None:
    for event in reversed(conversation.events):
        closes = event.type is EventType.STATUS_CHANGED and (
            (event.to_value or "").lower() in _CLOSING_VALUES
        )
        if closes and _after(event.at, last.message.sent_at):
            return event
    return None


def _after(later: datetime | None, earlier: datetime | None) -> bool:
    return later is None or earlier is None or later >= earlier


def unanswered(conversation: Conversation) -> list[Evidence]:
    """A customer's question or complaint that no message followed before the end."""
    return ending(conversation, turns(conversation))


def reopenings(conversation: Conversation) -> list[Evidence]:
    """Every time the case had to be opened again."""
    return [
        _event_evidence("reopened", event)
        for event in conversation.events
        if event.type is EventType.REOPENED
    ]


def _event_evidence(sign: str, event: Event) -> Evidence:
    plain = evidence(sign, None, 0, 0)
    return Evidence(None, 0, 0, sign, plain.letter, plain.seen, plain.weight, event.id)


def waits(
    conversation: Conversation, told: Sequence[Turn], calendar: Calendar | None = None
) -> list[Evidence]:
    """Customers' messages whose answer took longer than `PATIENCE`, in working time."""
    longest = PATIENCE.get(conversation.channel, PATIENCE_ELSEWHERE)
    waiting: Turn | None = None
    found = []
    for turn in told:
        if turn.side is Side.CUSTOMER:
            if waiting is None and not parting(turn.text):
                waiting = turn
            continue
        if waiting is None or turn.side is not Side.AGENT:
            continue
        passed = _between(waiting.message.sent_at, turn.message.sent_at, calendar)
        if passed is not None and passed > longest:
            found.append(evidence("waited", waiting.message.seq, 0, len(waiting.text)))
        waiting = None
    return found


def _between(
    since: datetime | None, until: datetime | None, calendar: Calendar | None
) -> float | None:
    if since is None or until is None:
        return None
    if calendar is not None:
        return calendar.working_seconds(since, until)
    if (since.tzinfo is None) != (until.tzinfo is None):
        return None
    return max(0.0, (until - since).total_seconds())


def first_reply_seconds(
    conversation: Conversation, calendar: Calendar | None = None
) -> float | None:
    """Working seconds from the customer's first message to the first answer by a person.

    None when there is no such pair or a time is missing; without a calendar the clock counts.
    """
    asked: Turn | None = None
    for turn in turns(conversation):
        if turn.side is Side.CUSTOMER:
            asked = asked or turn
        elif turn.side is Side.AGENT and asked is not None:
            return _between(asked.message.sent_at, turn.message.sent_at, calendar)
    return None


def corrections(told: Sequence[Turn]) -> list[Evidence]:
    """Where a customer has to put right what an agent took down or took for granted."""
    found = []
    for before, turn in pairwise(told):
        if turn.side is not Side.CUSTOMER or before.side is Side.CUSTOMER:
            continue
        match = _CORRECTS.match(turn.text)
        said_back = any(hit.name in _SAID_BACK for hit in before.found)
        if match is not None and said_back and not parting(turn.text):
            found.append(evidence("corrected", turn.message.seq, *match.span()))
    return found


def scripts(told: Sequence[Turn]) -> list[Evidence]:
    """Where an agent sends the very words sent before."""
    seen: set[str] = set()
    found = []
    for turn in told:
        if turn.side is not Side.AGENT:
            continue
        if turn.text in seen and len(retelling.content(turn.text)) >= _FEWEST:
            found.append(evidence("script", turn.message.seq, 0, len(turn.text)))
        seen.add(turn.text)
    return found


def signs(
    conversation: Conversation, told: Sequence[Turn], calendar: Calendar | None = None
) -> list[Evidence]:
    """Everything the course of a conversation says of the principles."""
    if len(told) <= 1 and not conversation.events:
        return ending(conversation, told)
    return [
        *handing.handovers(conversation, told),
        *retelling.repeats(told),
        *retelling.asked_again(told),
        *corrections(told),
        *scripts(told),
        *waits(conversation, told, calendar),
        *reopenings(conversation),
        *ending(conversation, told),
    ]
