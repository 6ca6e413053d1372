"""The course of a conversation: who had it, who waited, who had to say it twice, how it ended.

Everything is read from messages and events in their order; times are used where there are any.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from goldenthread.engine.gauge import agent, handing
from goldenthread.engine.gauge.patterns import clipped
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import ENDED, STILL_OPEN, Side, parting, questions, turns
from goldenthread.engine.gauge.types import Evidence
from goldenthread.engine.types import Channel, EventType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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
_WORD = re.compile(r"[a-z0-9']{3,}")
_STOP = re.compile(r"[.!?\n]")
_CORRECTS = re.compile(
    r"\W*no\b[,.!;:\s-]+(?!need|rush|hurry|worries|problem)\w+[^.!?\n]*", re.IGNORECASE
)
_SAID_BACK = frozenset({"restates", "checks", "done", "assumes"})
_ALIKE = 0.6
_ALIKE_QUESTION = 0.75
_FEWEST = 4
_FEWEST_ASKED = 2
_MOST_TURNS = 80
_PLAIN = """
the and that this with for you your have has are was were not but can could would will please just
get got from they them there what when where which how why who its it's i'm i've about any all been
"""
_EMPTY_WORDS = frozenset(_PLAIN.split())


def handovers(conversation: Conversation) -> list[Evidence]:
    """Every time the case went from one person or team to another, with or without its story.

    A bot giving way to a person is none. Where a source keeps both events and messages, the
    one that shows more of them counts.
    """
    return handing.handovers(conversation, turns(conversation))


def retold(conversation: Conversation) -> list[Evidence]:
    """What shows that the customer had to tell it again: their words, or a question asked twice."""
    told = turns(conversation)
    return said_again(told) + repeats(told) + asked_again(told)


def said_again(told: Sequence[Turn]) -> list[Evidence]:
    """Where customers say that they told it before, or were passed from one to another."""
    return [
        evidence(hit.name, turn.message.seq, hit.start, hit.end)
        for turn in told
        if turn.side is Side.CUSTOMER
        for hit in turn.found
        if hit.name in {"c_retold", "c_passed_on"}
    ]


def repeats(told: Sequence[Turn]) -> list[Evidence]:
    """Where a customer writes nearly the same as before."""
    earlier: list[frozenset[str]] = []
    found = []
    for turn in told[:_MOST_TURNS]:
        if turn.side is not Side.CUSTOMER:
            continue
        words = _content(turn.text)
        if len(words) < _FEWEST:
            continue
        if any(_likeness(words, before) >= _ALIKE for before in earlier):
            found.append(evidence("repeats", turn.message.seq, 0, len(turn.text)))
        earlier.append(words)
    return found


def asked_again(told: Sequence[Turn]) -> list[Evidence]:
    """Where somebody asks the customer what was asked before, after the customer has spoken."""
    earlier: list[frozenset[str]] = []
    fresh: list[frozenset[str]] = []
    found = []
    for turn in told[:_MOST_TURNS]:
        if turn.side is Side.CUSTOMER:
            earlier += fresh
            fresh = []
            continue
        for start, end in _questions(clipped(turn.text)):
            question = turn.text[start:end]
            words = _content(question)
            if len(words) < _FEWEST_ASKED or agent.is_formula(question):
                continue
            if any(_likeness(words, before) >= _ALIKE_QUESTION for before in earlier):
                found.append(evidence("asked_again", turn.message.seq, start, end))
            fresh.append(words)
    return found


def _questions(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence stands that ends as a question."""
    start = 0
    for stop in _STOP.finditer(text):
        if stop.group() == "?":
            yield start, stop.end()
        start = stop.end()


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(clipped(text).lower())) - _EMPTY_WORDS


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


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


def asked_first(conversation: Conversation) -> tuple[bool | None, Evidence | None]:
    """Whether an agent asked or said back what is wanted before answering.

    `(None, None)` when there was no occasion: nothing wanted, or nobody answered. Otherwise the
    words that asked, or those that answered without asking.
    """
    told = turns(conversation)
    wanted = next((at for at, turn in enumerate(told) if _wants(turn)), None)
    if wanted is None:
        return None, None
    for turn in told[wanted + 1 :]:
        if turn.side is Side.AGENT:
            verdict = _opens(turn)
            if verdict is not None:
                return verdict
    return None, None


def _wants(turn: Turn) -> bool:
    return (
        turn.side is Side.CUSTOMER and not parting(turn.text) and not agent.is_greeting(turn.text)
    )


def _opens(turn: Turn) -> tuple[bool, Evidence] | None:
    """What one message does first: ask, answer, or neither (a greeting, "one moment")."""
    asks = agent.asking(turn.found)
    answer = next((hit for hit in turn.found if hit.name in agent.ANSWERS), None)
    seq = turn.message.seq
    if asks is not None and (answer is None or asks.start <= answer.start):
        return True, evidence(asks.name, seq, asks.start, asks.end)
    if answer is not None:
        return False, evidence("answers", seq, answer.start, answer.end)
    if agent.is_formula(turn.text) or agent.is_greeting(turn.text):
        return None
    return False, evidence("answers", seq, 0, len(turn.text))


def refusals(conversation: Conversation) -> list[tuple[Evidence, bool]]:
    """Where an agent says it cannot be done, and whether with a reason or a way on.

    The reason may stand in the same message or in the agent's next one before the customer.
    """
    told = turns(conversation)
    found = []
    for at, turn in enumerate(told):
        hit = agent.refusal(turn.found) if turn.side is Side.AGENT else None
        if hit is None:
            continue
        more = (
            told[at + 1].found if told[at + 1 : at + 2] and told[at + 1].side is Side.AGENT else []
        )
        words = evidence("refuses", turn.message.seq, hit.start, hit.end)
        found.append((words, agent.explained(turn.found) or agent.explained(more)))
    return found


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
        if turn.text in seen and len(_content(turn.text)) >= _FEWEST:
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
        *repeats(told),
        *asked_again(told),
        *corrections(told),
        *scripts(told),
        *waits(conversation, told, calendar),
        *reopenings(conversation),
        *ending(conversation, told),
    ]
