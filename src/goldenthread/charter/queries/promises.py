"""What the charter says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.charter.models import PromiseVersion

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PromiseInForce:
    """A promise as it stands now.

    Attributes:
        id: Its name in addresses and files.
        text: What customers read.
        explanation: What counts, in a sentence or two.
        letters: The letters of PROUD it serves.
        measured: How it is measured, in words.
        owner: Name of the unit that owns it; empty when nobody does yet.
        number: Which version this is.
        since: From when it is in force; None for always.
    """

    id: str
    text: str
    explanation: str
    letters: str
    measured: str
    owner: str
    number: int
    since: date | None


def promises() -> list[PromiseInForce]:
    """Every promise in force, in the charter's order; one query."""
    versions = (
        PromiseVersion.objects.filter(until__isnull=True)
        .select_related("promise__owner")
        .order_by("promise__position", "promise_id")
    )
    return [in_force(version) for version in versions]


def in_force(version: PromiseVersion) -> PromiseInForce:
    """A version as pages show it; `promise__owner` should be loaded."""
    owner = version.promise.owner
    return PromiseInForce(
        id=version.promise_id,
        text=version.text,
        explanation=version.explanation,
        letters=version.letters,
        measured=version.parsed().words,
        owner=owner.name if owner else "",
        number=version.number,
        since=version.since,
    )
