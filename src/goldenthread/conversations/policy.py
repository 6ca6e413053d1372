"""Who may see which conversations. The only place that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.conversations.models import Conversation, SampleItem
from goldenthread.ground.refusals import NotHere
from goldenthread.people import policy as people
from goldenthread.people.models import MemberRole

if TYPE_CHECKING:
    from goldenthread.conversations.models import ConversationQuerySet
    from goldenthread.people.models import Member


def visible_to(member: Member) -> ConversationQuerySet:
    """The conversations the member may read.

    Executives all; team leaders those of their unit and the units below; agents those they took
    part in; quality analysts those of a sample; administrators none.
    """
    everything = Conversation.objects.all()
    if people.reads_everything(member):
        return everything
    if member.role == MemberRole.TEAM_LEADER:
        return everything.of_units(people.units_seen_by(member) or ())
    if member.role == MemberRole.AGENT:
        return everything.with_member(member.pk)
    if member.role == MemberRole.ANALYST:
        return everything.filter(pk__in=SampleItem.objects.values("conversation_id"))
    return everything.none()


def reads_any(member: Member) -> bool:
    """Whether any conversation could ever be the member's to read."""
    return member.role != MemberRole.ADMINISTRATOR


def must_see(member: Member, conversation_pk: int) -> Conversation:
    """Return the conversation, or refuse without saying whether it exists.

    Raises:
        NotHere: There is none, or it is not the member's to read.
    """
    found = visible_to(member).filter(pk=conversation_pk).first()
    if found is None:
        raise NotHere
    return found
