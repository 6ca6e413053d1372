"""Give a promise to the unit that answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.charter import policy
from goldenthread.ground.thread import SYSTEM, person, stitch

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.charter.models import Promise
    from goldenthread.people.models import Member, Unit


@transaction.atomic
def give_to(*, by: Member | None, promise: str, owner: Unit, now: datetime) -> Promise:
    """Name the unit that owns a promise; `by` is None at the first run.

    Raises:
        MayNotEdit: `by` is neither executive nor administrator.
        NoSuchPromise: The charter has none by that name.
    """
    if by is not None:
        policy.must_edit(by)
    given = policy.promise(promise)
    given.owner = owner
    given.save(update_fields=["owner"])
    actor = person(by) if by else SYSTEM
    stitch(by=actor, verb="promise.give", subject=given, at=now, unit=owner.pk)
    return given
