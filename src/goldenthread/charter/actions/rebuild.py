"""Compute the roll-up anew from the rows."""

from __future__ import annotations

from django.db import transaction

from goldenthread.charter.actions.record import figures_of
from goldenthread.charter.models import VerdictDay, VerdictRow
from goldenthread.ground import rollups


@transaction.atomic
def rebuild_days() -> None:
    """Make the figures of every day from the verdicts: what the roll-up must always equal."""
    VerdictDay.objects.all().delete()
    rollups.add(VerdictDay, VerdictDay.KEY, dict(figures_of(VerdictRow.objects.all())))
