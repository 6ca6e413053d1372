"""Write a prepared batch: rows, readings, roll-ups, verdicts, in the caller's transaction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from goldenthread.charter import actions as charter
from goldenthread.charter.actions import Judged
from goldenthread.conversations.actions import rows
from goldenthread.conversations.actions.customers import customers_of
from goldenthread.conversations.actions.who import who_is_who
from goldenthread.conversations.models import (
    Answer,
    Conversation,
    GivenWord,
    Message,
    Participant,
    Reading,
    ReadingDay,
    search,
)
from goldenthread.conversations.rules import contributions
from goldenthread.ground import rollups
from goldenthread.ground.clock import local_day
from goldenthread.ground.database import insert_many
from goldenthread.ground.rollups import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from goldenthread.conversations.models import Import
    from goldenthread.engine.batch import Prepared

_CHILDREN = (Message, Participant, Answer, GivenWord, Reading)


def keep(prepared: Sequence[Prepared], *, run: Import, now: datetime) -> dict[str, int]:
    """Write what is new or has changed; count conversations and messages.

    Whoever else brought in the very same since the batch was compared has written it already:
    that is counted as the same.
    """
    known = _known(prepared)
    fresh = [one for one in prepared if _hash(known, one) != one.content_hash]
    counts = {
        "new": sum(_name(one) not in known for one in fresh),
        "changed": sum(_name(one) in known for one in fresh),
        "same": len(prepared) - len(fresh),
        "undated": sum(one.conversation.dated_at is None for one in fresh),
        "messages": sum(len(one.conversation.messages) for one in fresh),
    }
    if not fresh:
        return counts
    changed = [known[_name(one)] for one in fresh if _name(one) in known]
    _take_back(changed)
    who = who_is_who([one.conversation for one in fresh], now=now)
    kept = _write_conversations(fresh, who.units, known=known, run=run, now=now)
    _write_parts(fresh, kept, who.members)
    _add_to_days(kept)
    charter.record(_judged(fresh, kept), known={row.pk for row in changed})
    return counts


def _name(one: Prepared) -> tuple[str, str]:
    return one.conversation.source.system, one.conversation.source.native_id


def _known(prepared: Sequence[Prepared]) -> dict[tuple[str, str], Conversation]:
    by_source: dict[str, list[str]] = defaultdict(list)
    for one in prepared:
        source, native_id = _name(one)
        by_source[source].append(native_id)
    return {
        (row.source, row.native_id): row
        for source, names in by_source.items()
        for row in Conversation.objects.filter(source=source, native_id__in=names)
    }


def _hash(known: dict[tuple[str, str], Conversation], one: Prepared) -> str | None:
    row = known.get(_name(one))
    return row.content_hash if row else None


def _take_back(changed: list[Conversation]) -> None:
    """Remove what the former state of changed conversations had added, and its parts."""
    if not changed:
        return
    _add_to_days(changed, back=True)
    keys = [row.pk for row in changed]
    for model in _CHILDREN:
        model._default_manager.filter(conversation_id__in=keys).delete()  # noqa: SLF001 - documented API
    search.remove(keys)


def _write_conversations(
    fresh: Sequence[Prepared],
    units: Sequence[int],
    *,
    known: dict[tuple[str, str], Conversation],
    run: Import,
    now: datetime,
) -> list[Conversation]:
    customers = customers_of(fresh, now=now)
    kept: list[Conversation] = []
    added: list[Conversation] = []
    for one, unit, customer in zip(fresh, units, customers, strict=True):
        row = known.get(_name(one)) or Conversation()
        rows.fill(row, one, unit_key=unit, day=local_day(one.conversation.dated_at))
        row.customer_id, row.imported_by = customer, run
        kept.append(row)
        if _name(one) not in known:
            added.append(row)
    Conversation.objects.bulk_create(added)
    Conversation.objects.bulk_update(
        [row for row in kept if _is_known(row, known)], rows.CONVERSATION_COLUMNS
    )
    return kept


def _is_known(row: Conversation, known: dict[tuple[str, str], Conversation]) -> bool:
    return (row.source, row.native_id) in known


def _write_parts(
    fresh: Sequence[Prepared],
    kept: Sequence[Conversation],
    members: dict[tuple[str, str], int],
) -> None:
    pairs = list(zip(fresh, kept, strict=True))
    insert_many(Message, rows.MESSAGE, [r for one, row in pairs for r in rows.messages(one, row)])
    insert_many(
        Participant,
        rows.PARTICIPANT,
        [r for one, row in pairs for r in rows.participants(one, row, members)],
    )
    insert_many(Answer, rows.ANSWER, [r for one, row in pairs for r in rows.answers(one, row)])
    insert_many(GivenWord, rows.GIVEN, [r for one, row in pairs for r in rows.given(one, row)])
    insert_many(Reading, rows.READING, [rows.reading(one, row) for one, row in pairs])
    search.add([(row.pk, rows.words(one)) for one, row in pairs])


def _judged(fresh: Sequence[Prepared], kept: Sequence[Conversation]) -> list[Judged]:
    return [
        Judged(
            conversation_id=row.pk,
            day=row.day,
            unit_key=row.unit_key,
            channel=row.channel,
            facts=one.facts,
        )
        for one, row in zip(fresh, kept, strict=True)
    ]


def _add_to_days(kept: Iterable[Conversation], *, back: bool = False) -> None:
    dated = {row.pk: row for row in kept if row.day is not None}
    deltas: dict[tuple[object, ...], Figure] = defaultdict(Figure)
    for reading in Reading.objects.filter(pk__in=dated):
        for key, figure in figures_of(dated[reading.pk], reading):
            deltas[key] += -figure if back else figure
    rollups.add(ReadingDay, ReadingDay.KEY, deltas)


def figures_of(row: Conversation, reading: Reading) -> Iterable[tuple[tuple[object, ...], Figure]]:
    """Everything a dated conversation adds to its day: key of the roll-up row, and figure."""
    parts = contributions(
        scores=reading.scores(), began=reading.began, ended=reading.ended, rating=reading.rating
    )
    for part in parts:
        yield (
            (row.day, row.unit_key, row.channel, part.measure),
            Figure(1, int(part.kept), part.hundredths, part.hundredths**2),
        )
