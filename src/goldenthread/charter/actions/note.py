"""Note down what was done about a promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.charter import policy
from goldenthread.charter.models import Note
from goldenthread.ground.thread import SYSTEM, person, stitch

if TYPE_CHECKING:
    from datetime import date, datetime

    from goldenthread.people.models import Member, Unit


@dataclass(frozen=True, slots=True)
class NewNote:
    """What was done, from which day, about which promise and where; None for all of them."""

    day: date
    text: str
    promise: str | None = None
    unit: Unit | None = None


@transaction.atomic
def note(*, by: Member | None, new: NewNote, now: datetime) -> Note:
    """Leave a dated note, so that a change can be set beside what was done.

    `by` is None at the first run.

    Raises:
        MayNotNote: The member does not lead, or not there.
        NoSuchPromise: The charter has none by that name.
    """
    if by is not None:
        policy.must_note(by, new.unit.pk if new.unit else None)
    about = policy.promise(new.promise) if new.promise else None
    left = Note(day=new.day, text=new.text, promise=about, unit=new.unit, by=by, at=now)
    left.full_clean(exclude=["by"])
    left.save()
    actor = person(by) if by else SYSTEM
    stitch(by=actor, verb="note.leave", subject=left, at=now, day=new.day.isoformat())
    return left
