"""What was brought in, what could not be read, and the names that wait to be mapped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from goldenthread.conversations.models import Import
from goldenthread.ground.refusals import NotHere
from goldenthread.people import policy as people
from goldenthread.people import queries as names

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from goldenthread.people.models import Alias, Member


def imports(member: Member) -> QuerySet[Import]:
    """The last imports, newest first."""
    people.must_import(member)
    return Import.objects.select_related("by")[:20]


def one_import(member: Member, pk: int) -> Import:
    """One import.

    Raises:
        NotHere: There is none.
    """
    people.must_import(member)
    found = Import.objects.select_related("by").filter(pk=pk).first()
    if found is None:
        raise NotHere
    return found


@dataclass(frozen=True, slots=True)
class NotRead:
    """One place that could not be read, why, and what stands there, masked."""

    place: str
    reason: str
    masked: str


def rejected_rows(run: Import, limit: int = 200) -> list[NotRead]:
    """What it could not read, in the order of the file, which is called what its sender calls it.

    The name an upload is kept under means nothing to anybody: of a single file the row is left.
    """
    kept_as = Path(run.path).name
    return [
        NotRead(row.place.removeprefix(kept_as).strip() or run.name, row.reason, row.masked)
        for row in run.rejected_rows.order_by("pk")[:limit]
    ]


def waiting_names(member: Member) -> list[Alias]:
    """Names found on conversations that mean nobody yet."""
    people.must_import(member)
    return list(names.waiting()[:200])
