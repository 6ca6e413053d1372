"""Give a new organisation the ready charter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.charter import policy
from goldenthread.charter.models import Promise, PromiseVersion
from goldenthread.charter.rules import READY
from goldenthread.ground.thread import SYSTEM, person, stitch

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.people.models import Member


@transaction.atomic
def install_ready_charter(by: Member | None, now: datetime) -> None:
    """Add those of the ten ready promises that are not there yet; change none that are.

    They are in force for as long as there are conversations: an organisation that brings in
    last year's wants to know how last year was.

    Args:
        by: Who asked for it; None at the first run.
        now: When.

    Raises:
        MayNotEdit: `by` is neither executive nor administrator.
    """
    if by is not None:
        policy.must_edit(by)
    actor = person(by) if by else SYSTEM
    there = set(Promise.objects.values_list("pk", flat=True))
    for position, ready in enumerate(READY, start=1):
        if ready.slug in there:
            continue
        promise = Promise.objects.create(slug=ready.slug, position=position)
        version = PromiseVersion.objects.create(
            promise=promise,
            text=ready.text,
            explanation=ready.explanation,
            letters=ready.letters,
            standard=dict(ready.standard),
        )
        stitch(by=actor, verb="promise.publish", subject=promise, at=now, version=version.number)
