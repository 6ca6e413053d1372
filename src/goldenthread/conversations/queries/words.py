"""Customers' own words, found by rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.conversations.models import Conversation, Message, Reading
from goldenthread.conversations.queries.marks import drawn
from goldenthread.conversations.rules import KEPT_FROM, PLEASED_ABOVE
from goldenthread.engine.types import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from goldenthread.conversations.models import ConversationQuerySet


def with_customer_words(
    since: date, until: date, units: frozenset[int] | None
) -> ConversationQuerySet:
    """Conversations of a period in which a customer said something that was read."""
    return (
        Conversation.objects.of_units(units)
        .between(since, until)
        .filter(reading__unread="")
        .exclude(reading__began="")
    )


def worst(pool: ConversationQuerySet) -> QuerySet[Conversation, int]:
    """Primary keys of those treated badly, the worst first; equals by the source's own names."""
    return (
        pool.filter(reading__weight__gt=0)
        .order_by("-reading__weight", "source", "native_id")
        .values_list("pk", flat=True)
    )


def delighted(pool: ConversationQuerySet) -> QuerySet[Conversation, int]:
    """Primary keys of those who ended pleased, the most delighted first."""
    return (
        pool.filter(reading__feeling_end__gt=PLEASED_ABOVE, reading__weight=0)
        .order_by("-reading__feeling_end", "source", "native_id")
        .values_list("pk", flat=True)
    )


@dataclass(frozen=True, slots=True)
class CustomerWord:
    """One message of a customer with its marks; `broken` are principles."""

    conversation: int
    text: str
    marks: tuple[tuple[int, int, str], ...]
    broken: tuple[str, ...]
    channel: str


def customer_words(
    keys: Sequence[int], *, last: Collection[int] = (), hardest: Collection[int] = ()
) -> list[CustomerWord]:
    """For each conversation the customer's message that says most.

    That is the one with the most marks, the later of equals; for the conversations of `hardest`
    the one with the most against us, for those of `last` the last one, in which somebody who was
    helped says so.
    """
    readings = Reading.objects.select_related("conversation").in_bulk(list(keys))
    said: dict[int, list[Message]] = {}
    for message in Message.objects.filter(
        conversation_id__in=keys, role=Role.CUSTOMER, internal=False
    ):
        if message.text.strip():
            said.setdefault(message.conversation_id, []).append(message)
    return [
        _word(readings[key], said[key][-1:] if key in last else said[key], hard=key in hardest)
        for key in keys
        if key in said and key in readings
    ]


def _word(reading: Reading, messages: list[Message], *, hard: bool) -> CustomerWord:
    marks = drawn(reading.evidence, {message.seq: message.text for message in messages})
    best = max(messages, key=lambda m: (_telling(marks.get(m.seq, ()), hard=hard), m.seq))
    return CustomerWord(
        conversation=reading.pk,
        text=best.text,
        marks=tuple(marks.get(best.seq, ())),
        broken=tuple(
            letter
            for letter, score in reading.scores().items()
            if score is not None and score < KEPT_FROM
        ),
        channel=reading.conversation.get_channel_display(),
    )


def _telling(marks: Sequence[tuple[int, int, str]], *, hard: bool) -> tuple[int, int]:
    """How much a message says: what is against us first, where the hardest words are wanted."""
    against = sum(kind == "bad" for _, _, kind in marks) if hard else 0
    return against, len(marks)
