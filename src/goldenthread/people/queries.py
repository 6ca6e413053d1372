"""Reads of the room: the organisation's time, its units and members, names that wait."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from django.core.cache import cache

from goldenthread.engine.dates import Calendar
from goldenthread.people.models import Alias, Member, MemberRole, Organisation, Unit
from goldenthread.people.rules import same_name

if TYPE_CHECKING:
    from django.db.models import QuerySet

_TIME = "people.organisation_time"
_TIME_SECONDS = 30  # how long another process may still reckon with the old hours


def organisation() -> Organisation | None:
    """The organisation's row; None before the first run."""
    return Organisation.objects.first()


def organisation_name() -> str:
    """What the organisation is called; a plain word before the first run."""
    found = organisation()
    return found.name if found else "Your organisation"


def organisation_time() -> Calendar:
    """Zone, working hours and holidays; UTC, nine to five, before the first run."""
    held: Calendar | None = cache.get(_TIME)
    if held is None:
        found = organisation()
        held = found.calendar() if found else Calendar.standard(UTC)
        cache.set(_TIME, held, _TIME_SECONDS)
    return held


def forget_time() -> None:
    """Read hours and holidays anew; call when they have changed."""
    cache.delete(_TIME)


def units() -> QuerySet[Unit]:
    """All units by name."""
    return Unit.objects.order_by("name")


def unit_names() -> dict[int, str]:
    """Name of every unit by its key."""
    return dict(Unit.objects.values_list("pk", "name"))


def members() -> QuerySet[Member]:
    """Everyone, with their unit."""
    return Member.objects.select_related("unit").order_by("name", "pk")


def top_executive() -> Member | None:
    """Whom the brief is for when nobody else is named: the executive who was here first."""
    return Member.objects.filter(role=MemberRole.EXECUTIVE, is_active=True).order_by("pk").first()


def member_by_email(email: str) -> Member | None:
    """The member with this address, whatever its case."""
    return Member.objects.filter(email__iexact=email.strip()).first()


def waiting() -> QuerySet[Alias]:
    """Names found on conversations that mean nobody yet."""
    return Alias.objects.filter(unit__isnull=True, member__isnull=True)


def same_team(written: str) -> str:
    """The form in which two writings of one team's name are equal."""
    return same_name(written)[:200]
