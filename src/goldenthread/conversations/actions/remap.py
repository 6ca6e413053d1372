"""A name on conversations turned out to mean a unit or a member: give them what is theirs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.charter import actions as charter
from goldenthread.conversations.actions.keep import figures_of
from goldenthread.conversations.models import Conversation, Participant, Reading, ReadingDay
from goldenthread.ground import queue, rollups
from goldenthread.ground.rollups import NO_UNIT, Figure
from goldenthread.people import actions as people
from goldenthread.people.models import Alias, AliasKind
from goldenthread.people.queries import same_team

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from goldenthread.conversations.models import ConversationQuerySet
    from goldenthread.people.actions import Meaning
    from goldenthread.people.models import Member

CHUNK = 500


@transaction.atomic
def map_name(*, by: Member, alias_pk: int, meaning: Meaning, now: datetime) -> Alias:
    """Say whom a waiting name means; its conversations follow in the background."""
    alias = people.map_name(by=by, alias_pk=alias_pk, meaning=meaning, now=now)
    queue.enqueue("goldenthread.conversations.jobs.apply_mapping", alias_pk=alias.pk)
    return alias


def apply_mapping(alias_pk: int) -> int:
    """Move the conversations of a mapped name, in chunks; count them.

    May run any number of times: what has moved already is not touched again.
    """
    alias = Alias.objects.filter(pk=alias_pk).first()
    if alias is None:
        return 0
    if alias.kind == AliasKind.TEAM and alias.unit_id:
        waiting = Conversation.objects.filter(source=alias.source).exclude(team_written="")
        names = [
            written
            for written in waiting.values_list("team_written", flat=True).distinct()
            if same_team(written) == alias.written
        ]
        return _move(waiting.filter(team_written__in=names), alias.unit_id)
    if alias.kind == AliasKind.PERSON and alias.member:
        return _name_member(alias, alias.member)
    return 0


def _name_member(alias: Alias, member: Member) -> int:
    theirs = Participant.objects.filter(written=alias.written, conversation__source=alias.source)
    theirs.update(member=member)
    if member.unit_id is None:
        return 0
    homeless = Conversation.objects.filter(
        pk__in=theirs.values("conversation_id"), team_written="", unit_key=NO_UNIT
    )
    return _move(homeless, member.unit_id)


def _move(conversations: ConversationQuerySet, unit_key: int) -> int:
    moved = 0
    while chunk := list(conversations.exclude(unit_key=unit_key).order_by("pk")[:CHUNK]):
        with transaction.atomic():
            _shift(chunk, unit_key)
        moved += len(chunk)
    return moved


def _shift(chunk: Iterable[Conversation], unit_key: int) -> None:
    keys = [row.pk for row in chunk]
    locked = Conversation.objects.select_for_update().filter(pk__in=keys)
    rows = {row.pk: row for row in locked}
    readings = list(Reading.objects.filter(pk__in=rows))
    deltas: dict[tuple[object, ...], Figure] = defaultdict(Figure)
    _collect(deltas, rows, readings, back=True)
    for row in rows.values():
        row.unit_key = unit_key
    Conversation.objects.bulk_update(rows.values(), ["unit_key"])
    _collect(deltas, rows, readings, back=False)
    rollups.add(ReadingDay, ReadingDay.KEY, deltas)
    charter.move(list(rows), unit_key)


def _collect(
    deltas: dict[tuple[object, ...], Figure],
    rows: dict[int, Conversation],
    readings: Iterable[Reading],
    *,
    back: bool,
) -> None:
    for reading in readings:
        row = rows[reading.pk]
        if row.day is not None:
            for key, figure in figures_of(row, reading):
                deltas[key] += -figure if back else figure


@transaction.atomic
def rebuild_days() -> None:
    """Compute the figures of every day anew from the rows: what roll-ups must always equal."""
    ReadingDay.objects.all().delete()
    deltas: dict[tuple[object, ...], Figure] = defaultdict(Figure)
    dated = Reading.objects.filter(conversation__day__isnull=False).select_related("conversation")
    for reading in dated.iterator(chunk_size=CHUNK):
        for key, figure in figures_of(reading.conversation, reading):
            deltas[key] += figure
    rollups.add(ReadingDay, ReadingDay.KEY, deltas)
    charter.rebuild_days()
