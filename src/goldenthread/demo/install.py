"""Put the believable organisation into an empty installation, through the ordinary doors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from goldenthread.charter import actions as charter
from goldenthread.charter.actions import NewNote
from goldenthread.conversations import actions as conversations
from goldenthread.conversations.actions import What
from goldenthread.demo import files
from goldenthread.demo.people import Organisation, Post, organisation
from goldenthread.demo.truth import Order, Truth, planted
from goldenthread.ground.refusals import Refused
from goldenthread.people import actions as people
from goldenthread.people import queries
from goldenthread.people.actions import NewMember
from goldenthread.people.models import MemberRole, UnitKind

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.conversations.actions import Outcome, Progress
    from goldenthread.people.models import Unit

PASSWORD = "goldenthread demo"  # noqa: S105 - shown to whoever runs the demo; nothing real is in it
_ROLES = {
    Post.EXECUTIVE: MemberRole.EXECUTIVE,
    Post.TEAM_LEADER: MemberRole.TEAM_LEADER,
    Post.AGENT: MemberRole.AGENT,
    Post.QUALITY_ANALYST: MemberRole.ANALYST,
    Post.ADMINISTRATOR: MemberRole.ADMINISTRATOR,
}
# Which team answers for which promise, by the kind of work it does.
_OWNERS = {
    "answer-soon": "contact",
    "call-back": "field",
    "story-once": "contact",
    "ask-first": "contact",
    "honest-no": "billing",
    "courtesy": "contact",
    "taken-seriously": "contact",
    "one-owner": "digital",
    "leave-lighter": "moving",
    "worth-it": "field",
}


class HouseIsTaken(Refused):
    """The installation belongs to somebody else already."""

    code = "demo.house_is_taken"
    sentence = (
        "This installation belongs to an organisation already, and the demo would mix with it."
        " Give the demo a folder of its own: GOLDENTHREAD_HOME=/tmp/demo goldenthread demo"
    )


@dataclass(frozen=True, slots=True)
class Installed:
    """What the demo put in: nothing was brought in when it stood there already."""

    organisation: Organisation
    truth: Truth
    outcome: Outcome | None


def install(order: Order, folder: Path, *, now: datetime, progress: Progress) -> Installed:
    """Set up the organisation of a seed and bring in its year.

    Args:
        order: Seed, how many conversations, until when, in whose words.
        folder: Where the files of the demo go: conversations, people, truth.
        now: When.
        progress: Told after every batch.

    Raises:
        HouseIsTaken: Another organisation lives here.
    """
    house = organisation(order.seed)
    truth = planted(order, house)
    taken = queries.organisation()
    if taken is not None and taken.name != house.name:
        raise HouseIsTaken
    if taken is not None and (folder / "done").exists():
        return Installed(house, truth, None)
    paths = files.write(folder, order)
    units = _settle(house, now)
    _charter(house, units, truth, now)
    outcome = conversations.bring_in(
        What(Path(paths.conversations)), by=None, now=now, progress=progress
    )
    (folder / "done").touch()
    return Installed(house, truth, outcome)


def _settle(house: Organisation, now: datetime) -> dict[str, Unit]:
    """Organisation, departments, teams and members; teams by their name."""
    people.found(
        by=None,
        place=people.Place(house.name, house.zone, house.country, house.to_json()["hours"]),
        now=now,
    )
    teams: dict[str, Unit] = {}
    for team in house.teams:
        above = people.add_unit(
            by=None, name=team.unit, kind=UnitKind.DEPARTMENT, parent=None, now=now
        )
        teams[team.name] = people.add_unit(by=None, name=team.name, parent=above, now=now)
    for member in house.members:
        if member.listed and queries.member_by_email(member.email) is None:
            role = _ROLES[member.post]
            unit = teams.get(member.team or "")
            # Hashing a password is slow on purpose: only those one would sign in as get one.
            password = (
                None if role is MemberRole.AGENT and _is_not_first(house, member) else PASSWORD
            )
            new = NewMember(member.email, member.name, role, unit, password)
            people.add_member(by=None, new=new, now=now)
    return teams


def _is_not_first(house: Organisation, member: object) -> bool:
    return all(team.agents[0] is not member for team in house.teams)


def _charter(house: Organisation, units: dict[str, Unit], truth: Truth, now: datetime) -> None:
    charter.install_ready_charter(by=None, now=now)
    of_kind = {team.kind: units[team.name] for team in house.teams}
    for promise, kind in _OWNERS.items():
        charter.give_to(by=None, promise=promise, owner=of_kind[kind], now=now)
    for effect in truth.effects:
        if effect.note is not None:
            unit = units[effect.team] if effect.team else None
            note = NewNote(effect.note.on, effect.note.text, effect.promise.value, unit)
            charter.note(by=None, new=note, now=now)


def sign_ins(house: Organisation) -> list[tuple[str, str]]:
    """One member of each role to sign in as: role and e-mail address."""
    found: dict[Post, str] = {}
    for member in house.members:
        if member.listed:
            found.setdefault(member.post, member.email)
    return [(_ROLES[post].label, email) for post, email in found.items()]
