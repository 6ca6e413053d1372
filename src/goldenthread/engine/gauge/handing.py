"""Hand-overs: the case going from one person or team to another, its story told or not."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from goldenthread.engine.gauge import asking
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side
from goldenthread.engine.gauge.types import Evidence
from goldenthread.engine.types import EventType, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldenthread.engine.gauge.patterns import Found
    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.types import Conversation, Event

_SENTENCE_END = re.compile(r"[.!?\n]")
_PASSING = frozenset({EventType.TRANSFERRED, EventType.ASSIGNED})


def handovers(conversation: Conversation, told: Sequence[Turn]) -> list[Evidence]:
    """Every hand-over; the events' or the messages', whichever shows more."""
    events = _by_events(conversation, told)
    messages = _by_messages(told)
    return events if len(events) >= len(messages) else messages


def _by_messages(told: Sequence[Turn]) -> list[Evidence]:
    agents = [turn for turn in told if turn.side is Side.AGENT]
    found = []
    for before, after in pairwise(agents):
        if before.message.author != after.message.author:
            sign, span = _story(before, after, told)
            found.append(evidence(sign, after.message.seq, *span))
    return found


def _story(before: Turn | None, after: Turn, told: Sequence[Turn]) -> tuple[str, tuple[int, int]]:
    """Whether the story came along: the sign, and the words of `after` that show it."""
    known = next((hit for hit in after.found if hit.name == "story_known"), None)
    again = next((hit for hit in after.found if _starts_again(hit, after.text)), None)
    given = before is not None and any(hit.name == "warm_handover" for hit in before.found)
    if known is not None:
        return "handed_over_warm", (known.start, known.end)
    if again is not None:
        return "handed_over_cold", (again.start, again.end)
    if given:
        return "handed_over_warm", (0, len(after.text))
    cold = _told_again_after(after, told)
    return ("handed_over_cold" if cold else "handed_over"), (0, len(after.text))


def _starts_again(hit: Found, text: str) -> bool:
    """Whether the matter is asked for afresh; who the customer is may be asked by anyone."""
    if hit.name != "starts_again":
        return False
    sentence = _SENTENCE_END.split(text[hit.start :], maxsplit=1)[0]
    return not asking.identifies(sentence)


def _told_again_after(after: Turn, told: Sequence[Turn]) -> bool:
    at = next(i for i, turn in enumerate(told) if turn is after)
    answer = next((turn for turn in told[at + 1 :] if turn.side is Side.CUSTOMER), None)
    return answer is not None and any(hit.name == "c_retold" for hit in answer.found)


def _by_events(conversation: Conversation, told: Sequence[Turn]) -> list[Evidence]:
    bots = {who.idx for who in conversation.participants if who.role is Role.BOT}
    found: list[Evidence] = []
    holder: int | str | None = None
    last: Event | None = None
    for event in conversation.events:
        if event.type not in _PASSING:
            continue
        giver = event.from_participant if event.from_participant is not None else event.from_value
        taker = event.to_participant if event.to_participant is not None else event.to_value
        passed = _passed(event, giver if giver is not None else holder, taker)
        if passed and giver not in bots and not _same_move(last, event):
            found.append(_judged(event, told))
            last = event
        holder = taker if taker is not None else holder
    return found


def _passed(event: Event, giver: int | str | None, taker: int | str | None) -> bool:
    if giver is not None and giver == taker:
        return False
    return event.type is EventType.TRANSFERRED or (giver is not None and taker is not None)


def _same_move(last: Event | None, event: Event) -> bool:
    """A transfer and the assignment that follows from it are one hand-over."""
    return (
        last is not None
        and last.type is not event.type
        and (last.at == event.at or event.at is None)
    )


def _judged(event: Event, told: Sequence[Turn]) -> Evidence:
    agents = [turn for turn in told if turn.side is Side.AGENT]
    after = next((turn for turn in agents if _follows(turn, event)), None)
    sign = "handed_over"
    if after is not None:
        at = agents.index(after)
        sign, _ = _story(agents[at - 1] if at else None, after, told)
    plain = evidence(sign, None, 0, 0)
    return Evidence(None, 0, 0, sign, plain.letter, plain.seen, plain.weight, event.id)


def _follows(turn: Turn, event: Event) -> bool:
    if event.to_participant is not None and turn.message.author != event.to_participant:
        return False
    sent, at = turn.message.sent_at, event.at
    if sent is not None and at is not None and (sent.tzinfo is None) == (at.tzinfo is None):
        return sent >= at
    return event.to_participant is not None
