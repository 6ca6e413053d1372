"""What leaders noted down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Q, Subquery

from goldenthread.charter.models import Note, PromiseVersion

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note: its day and words, the promise and the unit it is about, empty for none."""

    day: date
    text: str
    promise: str
    promise_text: str
    unit: str
    by: str


def notes(
    since: date, until: date, units: frozenset[int] | None, promise: str | None = None
) -> list[NoteLine]:
    """Notes of a period, newest first; one query.

    Args:
        since: First day.
        until: The first day no longer included.
        units: Notes about these units and about the whole organisation; None for all.
        promise: About one promise alone; None for all.
    """
    wanted = Q(day__gte=since, day__lt=until)
    if units is not None:
        wanted &= Q(unit__isnull=True) | Q(unit__in=sorted(units))
    if promise is not None:
        wanted &= Q(promise_id=promise)
    text = PromiseVersion.objects.filter(promise=OuterRef("promise"), until__isnull=True)
    rows = (
        Note.objects.filter(wanted)
        .select_related("unit", "by")
        .annotate(promise_text=Subquery(text.values("text")[:1]))
    )
    return [
        NoteLine(
            day=row.day,
            text=row.text,
            promise=row.promise_id or "",
            promise_text=row.promise_text or "",
            unit=row.unit.name if row.unit else "",
            by=row.by.name if row.by else "",
        )
        for row in rows
    ]
