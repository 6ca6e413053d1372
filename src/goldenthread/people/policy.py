"""Who may see whom, and who may do what. The only place that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.ground.refusals import NotYours
from goldenthread.people.models import MemberRole, Unit

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from goldenthread.people.models import Member


class NotAnAdministrator(NotYours):
    """Only an administrator may do this."""

    code = "people.not_an_administrator"
    sentence = "Only an administrator can do this. Ask yours; the People page names them."


class MayNotImport(NotYours):
    """Bringing in conversations is for executives and administrators."""

    code = "people.may_not_import"
    sentence = "Executives and administrators bring in conversations. Ask one of them."


class NotAnAnalyst(NotYours):
    """The sample belongs to quality analysts."""

    code = "people.not_an_analyst"
    sentence = "The sample is for quality analysts. Ask an administrator to give you that role."


class NotALeader(NotYours):
    """The page is for those who lead."""

    code = "people.not_a_leader"
    sentence = (
        "This page is for team leaders and executives. You find your own conversations under"
        " Conversations."
    )


def leads(member: Member) -> bool:
    """Whether the member gets a brief: executives and team leaders."""
    return member.role in {MemberRole.EXECUTIVE, MemberRole.TEAM_LEADER}


def reads_everything(member: Member) -> bool:
    """Whether no team limits what the member sees."""
    return member.role == MemberRole.EXECUTIVE


def may_import(member: Member) -> bool:
    """Whether the member may bring in conversations."""
    return member.role in {MemberRole.EXECUTIVE, MemberRole.ADMINISTRATOR}


def administers(member: Member | AnonymousUser) -> bool:
    """Whether the member looks after this installation."""
    return getattr(member, "role", None) == MemberRole.ADMINISTRATOR


def analyses(member: Member) -> bool:
    """Whether the member judges the sample."""
    return member.role == MemberRole.ANALYST


def must_administer(member: Member | AnonymousUser) -> None:
    """Refuse everyone but administrators.

    Raises:
        NotAnAdministrator: The member is none.
    """
    if not administers(member):
        raise NotAnAdministrator


def must_import(member: Member) -> None:
    """Refuse who may not bring in conversations.

    Raises:
        MayNotImport: The member is neither executive nor administrator.
    """
    if not may_import(member):
        raise MayNotImport


def must_analyse(member: Member) -> None:
    """Refuse everyone but quality analysts.

    Raises:
        NotAnAnalyst: The member is none.
    """
    if not analyses(member):
        raise NotAnAnalyst


def must_lead(member: Member) -> None:
    """Refuse who does not lead.

    Raises:
        NotALeader: The member is neither executive nor team leader.
    """
    if not leads(member):
        raise NotALeader


def units_seen_by(member: Member) -> frozenset[int] | None:
    """Keys of the units whose figures and conversations the member may see; None means all.

    A team leader sees their own unit and those below it; an agent sees no unit, only
    themselves.
    """
    if reads_everything(member):
        return None
    if member.role == MemberRole.TEAM_LEADER and member.unit_id is not None:
        return _with_those_below(member.unit_id)
    return frozenset()


def _with_those_below(unit_pk: int) -> frozenset[int]:
    below: dict[int | None, list[int]] = {}
    for pk, parent in Unit.objects.values_list("pk", "parent_id"):
        below.setdefault(parent, []).append(pk)
    seen: set[int] = set()
    waiting = [unit_pk]
    while waiting:
        unit = waiting.pop()
        if unit not in seen:
            seen.add(unit)
            waiting += below.get(unit, [])
    return frozenset(seen)


_FIRST_PAGE = {
    MemberRole.EXECUTIVE: "insights:brief",
    MemberRole.TEAM_LEADER: "insights:brief",
    MemberRole.AGENT: "conversations:list",
    MemberRole.ANALYST: "conversations:sample",
    MemberRole.ADMINISTRATOR: "conversations:imports",
}


def first_page(member: Member) -> str:
    """The page a role comes for, by its route."""
    return _FIRST_PAGE[MemberRole(member.role)]
