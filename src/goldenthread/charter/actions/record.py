"""Judge conversations by the charter, and keep rows and roll-up the same thing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import orjson
from django.db import transaction
from django.db.models import Count, Q, QuerySet

from goldenthread.charter.models import PromiseVersion, VerdictDay, VerdictRow
from goldenthread.engine.standard import Outcome, Standard, evaluate
from goldenthread.ground import rollups
from goldenthread.ground.database import insert_many
from goldenthread.ground.rollups import Figure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.standard import Facts

# How much of the evidence a row keeps: a page shows the words, not all of forty greetings.
MOST_EVIDENCE = 6
# How many conversations one statement names: well below every database's limit.
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """A conversation to be judged: where it counts, and what the standards see of it.

    `day` is None for an undated one, which is judged by today's charter and enters no period.
    """

    conversation_id: int
    day: date | None
    unit_key: int
    channel: str
    facts: Facts


class _Version(NamedTuple):
    key: int
    standard: Standard
    since: date | None
    until: date | None

    def is_in_force(self, day: date | None) -> bool:
        if day is None:
            return self.until is None
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


class _Versions:
    """Every version whose standard can run, looked up by the day it judges."""

    def __init__(self) -> None:
        found = [
            _Version(row.pk, row.parsed(), row.since, row.until)
            for row in PromiseVersion.objects.all()
        ]
        self._all = [version for version in found if not version.standard.check()]
        self._on: dict[date | None, list[_Version]] = {}

    def judge(self, one: Judged) -> Iterator[tuple[int, bool, str]]:
        """Key of each version observed, whether it was kept, and the evidence as it is stored."""
        if one.day not in self._on:
            self._on[one.day] = [v for v in self._all if v.is_in_force(one.day)]
        for version in self._on[one.day]:
            outcome, evidence = evaluate(version.standard, one.facts)
            if outcome is not Outcome.NOT_OBSERVED:
                yield version.key, outcome is Outcome.KEPT, _plain(evidence)


@transaction.atomic
def record(judged: Sequence[Judged], *, known: Collection[int] = ()) -> None:
    """Judge conversations by every version in force on their day.

    Call within the transaction that writes the conversations. Recording the same again changes
    nothing, as long as `known` names it.

    Args:
        judged: Each conversation once.
        known: Ids of those that may have been judged before: their verdicts are taken back
            first. Leave out what is new, which costs a query.
    """
    _take_back(known)
    versions = _Versions()
    rows: list[tuple[object, ...]] = []
    tallies: dict[tuple[object, ...], list[int]] = defaultdict(lambda: [0, 0])
    for one in judged:
        where = (one.day, one.unit_key, one.channel)
        for key, kept, evidence in versions.judge(one):
            rows.append((one.conversation_id, key, kept, *where, evidence))
            tally = tallies[(*where, key)]
            tally[0] += 1
            tally[1] += kept
    insert_many(VerdictRow, VerdictRow.COLUMNS, rows)
    dated = {key: Figure(*tally) for key, tally in tallies.items() if key[0] is not None}
    rollups.add(VerdictDay, VerdictDay.KEY, dated)


@transaction.atomic
def move(conversation_ids: Collection[int], unit_key: int) -> None:
    """Give the verdicts of conversations to another unit: their team has become known."""
    for chunk in _chunks(conversation_ids):
        moving = VerdictRow.objects.filter(conversation_id__in=chunk).exclude(unit_key=unit_key)
        deltas: dict[tuple[object, ...], Figure] = defaultdict(Figure)
        for (day, unit, channel, version), figure in figures_of(moving):
            deltas[day, unit, channel, version] += -figure
            deltas[day, unit_key, channel, version] += figure
        moving.update(unit_key=unit_key)
        rollups.add(VerdictDay, VerdictDay.KEY, deltas)


@transaction.atomic
def forget(conversation_ids: Collection[int]) -> None:
    """Remove the verdicts of conversations, and what they added to any figure."""
    _take_back(conversation_ids)


def _take_back(conversation_ids: Collection[int]) -> None:
    for chunk in _chunks(conversation_ids):
        going = VerdictRow.objects.filter(conversation_id__in=chunk)
        deltas = {key: -figure for key, figure in figures_of(going)}
        going.delete()
        rollups.add(VerdictDay, VerdictDay.KEY, deltas)


def figures_of(rows: QuerySet[VerdictRow]) -> Iterator[tuple[tuple[object, ...], Figure]]:
    """What these rows have added to the roll-up, by its key."""
    sums = (
        rows.filter(day__isnull=False)
        .order_by()
        .values_list("day", "unit_key", "channel", "version_id")
        .annotate(observed=Count("pk"), of_them_kept=Count("pk", filter=Q(kept=True)))
    )
    for *key, n, kept in sums:
        yield tuple(key), Figure(n=n, kept=kept)


def _plain(evidence: Sequence[Evidence]) -> str:
    plain = [[e.message, e.start, e.end, e.sign, e.event] for e in evidence[:MOST_EVIDENCE]]
    return orjson.dumps(plain).decode()


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    every = sorted(set(ids))
    for first in range(0, len(every), CHUNK):
        yield every[first : first + CHUNK]
