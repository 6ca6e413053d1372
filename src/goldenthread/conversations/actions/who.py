"""Which unit a conversation belongs to, and which members took part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.engine.types import Role
from goldenthread.ground.rollups import NO_UNIT
from goldenthread.people import actions as people
from goldenthread.people.actions import Recognised, Staff
from goldenthread.people.models import Member

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from goldenthread.engine.types import Conversation, Participant

STAFF = frozenset({Role.AGENT, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Who:
    """Unit key of each conversation of a batch, and member key by source and name as written."""

    units: list[int]
    members: dict[tuple[str, str], int]


def staff_of(participant: Participant) -> Staff:
    """A participant of the organisation, as `people` recognises them."""
    email = next((i.value for i in participant.identifiers if i.type == "email"), None)
    return Staff(name=participant.name, email=email, native_id=participant.native_id)


def team_of(conversation: Conversation) -> str:
    """The team's name as the source writes it; empty when it names none."""
    if conversation.team or conversation.queue:
        return (conversation.team or conversation.queue or "").strip()
    teams = [p.team for p in conversation.participants if p.role in STAFF and p.team]
    return teams[0].strip() if teams else ""


def who_is_who(batch: Sequence[Conversation], *, now: datetime) -> Who:
    """Recognise teams and staff of a batch; a team that is written wins over the agent's own."""
    known = {source: _recognise(source, of, now) for source, of in _by_source(batch).items()}
    members = {
        (source, written): pk
        for source, who in known.items()
        for written, pk in who.members.items()
    }
    homes = dict(
        Member.objects.filter(pk__in=set(members.values()), unit__isnull=False).values_list(
            "pk", "unit_id"
        )
    )
    units = [_unit(c, known[c.source.system], homes) for c in batch]
    return Who(units=units, members=members)


def _by_source(batch: Sequence[Conversation]) -> dict[str, list[Conversation]]:
    found: dict[str, list[Conversation]] = defaultdict(list)
    for conversation in batch:
        found[conversation.source.system].append(conversation)
    return found


def _recognise(source: str, batch: Sequence[Conversation], now: datetime) -> Recognised:
    teams = {team for team in map(team_of, batch) if team}
    staff = {
        one.written: one
        for conversation in batch
        for one in map(staff_of, (p for p in conversation.participants if p.role in STAFF))
        if one.written
    }
    return people.recognise(source=source, teams=teams, staff=list(staff.values()), now=now)


def _unit(conversation: Conversation, known: Recognised, homes: dict[int, int]) -> int:
    team = team_of(conversation)
    if team:
        return known.units.get(team, NO_UNIT)
    for participant in conversation.participants:
        if participant.role in STAFF:
            member = known.members.get(staff_of(participant).written)
            home = homes.get(member) if member else None
            if home:
                return home
    return NO_UNIT
