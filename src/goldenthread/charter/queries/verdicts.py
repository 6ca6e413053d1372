"""What the standards said of single conversations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import Q

from goldenthread.charter.models import VerdictRow
from goldenthread.engine.gauge.types import Evidence
from goldenthread.engine.standard import Outcome

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """One promise of one conversation, and the words its verdict rests on."""

    promise: str
    text: str
    owner: str
    verdict: str
    evidence: tuple[Evidence, ...]


def verdicts_of(conversation_id: int) -> list[VerdictLine]:
    """Every promise kept or broken in a conversation, in the charter's order; one query."""
    rows = (
        VerdictRow.objects.filter(conversation_id=conversation_id)
        .select_related("version__promise__owner")
        .order_by("version__promise__position", "version__promise_id")
    )
    return [_line(row) for row in rows]


def conversation_ids(
    promise: str,
    verdict: str = Outcome.BROKEN,
    since: date | None = None,
    until: date | None = None,
    units: frozenset[int] | None = None,
) -> QuerySet[VerdictRow, Any]:
    """Ids of the conversations with this verdict, as a queryset to be used within another.

    Args:
        promise: Its id.
        verdict: `kept` or `broken`; anything else finds none.
        since: First local day; None for any, undated ones too.
        until: The first day no longer counted.
        units: Keys of the units; None for all.
    """
    wanted = Q(version__promise_id=promise)
    if verdict not in {Outcome.KEPT, Outcome.BROKEN}:
        return VerdictRow.objects.none().values("conversation_id")
    wanted &= Q(kept=verdict == Outcome.KEPT)
    if since is not None:
        wanted &= Q(day__gte=since)
    if until is not None:
        wanted &= Q(day__lt=until)
    if units is not None:
        wanted &= Q(unit_key__in=sorted(units))
    return VerdictRow.objects.filter(wanted).values("conversation_id")


def _line(row: VerdictRow) -> VerdictLine:
    owner = row.version.promise.owner
    return VerdictLine(
        promise=row.version.promise_id,
        text=row.version.text,
        owner=owner.name if owner else "",
        verdict=row.outcome,
        evidence=tuple(
            Evidence(message, start, end, sign, event=event)
            for message, start, end, sign, event in orjson.loads(row.evidence)
        ),
    )
