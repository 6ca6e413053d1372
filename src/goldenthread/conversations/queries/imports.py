"""What was brought in, what could not be read, and the names that wait to be mapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.conversations.models import Import, RejectedRow
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


def rejected_rows(run: Import, limit: int = 200) -> QuerySet[RejectedRow]:
    """What it could not read, in the order of the file."""
    return run.rejected_rows.order_by("pk")[:limit]


def waiting_names(member: Member) -> list[Alias]:
    """Names found on conversations that mean nobody yet."""
    people.must_import(member)
    return list(names.waiting()[:200])
