"""Who may see and do what with the charter. Everyone who belongs here may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.charter.models import Promise
from goldenthread.ground.refusals import NotHere, NotYours
from goldenthread.people import policy as people

if TYPE_CHECKING:
    from goldenthread.people.models import Member


class NoSuchPromise(NotHere):
    """The charter has no promise by that name."""

    code = "charter.no_such_promise"
    sentence = "The charter has no such promise. Choose one from the board."


class MayNotNote(NotYours):
    """Notes are left by those who lead."""

    code = "charter.may_not_note"
    sentence = "Executives and team leaders note what was done, each for their own teams. Ask one."


class MayNotEdit(NotYours):
    """The charter is changed by executives and administrators."""

    code = "charter.may_not_edit"
    sentence = "Executives and administrators change the charter. Ask one of them."


def promise(slug: str) -> Promise:
    """The promise by that name.

    Raises:
        NoSuchPromise: There is none.
    """
    found = Promise.objects.filter(pk=slug).first()
    if found is None:
        raise NoSuchPromise
    return found


def may_note(member: Member) -> bool:
    """Whether the member may leave notes at all."""
    return people.leads(member)


def must_note(member: Member, unit_key: int | None) -> None:
    """Refuse who may not leave a note about this unit; None is the whole organisation.

    Raises:
        MayNotNote: The member does not lead, or not there.
    """
    seen = people.units_seen_by(member)
    about_their_own = seen is None or (unit_key is not None and unit_key in seen)
    if not may_note(member) or not about_their_own:
        raise MayNotNote


def must_edit(member: Member) -> None:
    """Refuse who may not change the charter.

    Raises:
        MayNotEdit: The member is neither executive nor administrator.
    """
    if not (people.reads_everything(member) or people.administers(member)):
        raise MayNotEdit


def units_seen_by(member: Member) -> frozenset[int] | None:
    """Units whose own figures the member may see; the whole organisation's anyone may."""
    return people.units_seen_by(member)
