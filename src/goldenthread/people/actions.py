"""Writes of the room, one function a verb: lock, policy, rules, save, stitch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.ground.refusals import Refused
from goldenthread.ground.thread import SYSTEM, person, stitch
from goldenthread.people import policy, queries
from goldenthread.people.models import (
    Alias,
    AliasKind,
    Member,
    MemberRole,
    Organisation,
    Unit,
    UnitKind,
    office_hours,
)
from goldenthread.people.rules import same_name

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

ORGANISATION_PK = 1


class EmailTaken(Refused):
    """Two members cannot share an address."""

    code = "people.email_taken"
    sentence = "Somebody already has this e-mail address. Use another one, or find them by it."


class NothingSuch(Refused):
    """The record asked for is not here."""

    code = "people.nothing_such"
    status = 404
    sentence = "There is no such name waiting. Reload the page: it may have been mapped already."


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of the organisation as a source names them."""

    name: str | None = None
    email: str | None = None
    native_id: str | None = None

    @property
    def written(self) -> str:
        """By what this person is known again: address, else native id, else name."""
        return (self.email or self.native_id or same_name(self.name or ""))[:200].lower()


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who is who: unit key by team name as written, member key by `Staff.written`."""

    units: dict[str, int]
    members: dict[str, int]


@dataclass(frozen=True, slots=True)
class Place:
    """What an organisation is called and when it works.

    Attributes:
        name: As customers know it.
        zone_name: Whose midnight counts, such as `Europe/London`.
        country: Two letters, for public holidays; empty for none.
        hours: Opening and closing time of each weekday, Monday first, None for a day off; None
            as a whole for nine to five.
    """

    name: str
    zone_name: str = "UTC"
    country: str = ""
    hours: list[list[str] | None] | None = None


@transaction.atomic
def found(*, by: Member | None, place: Place, now: datetime) -> Organisation:
    """Set the organisation up, or set it anew; `by` is None at the first run."""
    if by is not None:
        policy.must_administer(by)
    organisation, _ = Organisation.objects.update_or_create(
        pk=ORGANISATION_PK,
        defaults={
            "name": place.name,
            "zone_name": place.zone_name,
            "country": place.country,
            "hours": place.hours or office_hours(),
        },
    )
    organisation.full_clean()
    queries.forget_time()
    stitch(
        by=person(by) if by else SYSTEM, verb="organisation.set_up", subject=organisation, at=now
    )
    return organisation


@transaction.atomic
def add_unit(
    *, by: Member | None, name: str, kind: str = UnitKind.TEAM, parent: Unit | None, now: datetime
) -> Unit:
    """Add a department or a team, or return the one that bears this name."""
    if by is not None:
        policy.must_administer(by)
    unit, made = Unit.objects.get_or_create(
        same_name=same_name(name), defaults={"name": name, "kind": kind, "parent": parent}
    )
    if made:
        stitch(by=person(by) if by else SYSTEM, verb="unit.add", subject=unit, at=now)
    return unit


@dataclass(frozen=True, slots=True)
class NewMember:
    """Who is to become a member."""

    email: str
    name: str
    role: MemberRole = MemberRole.AGENT
    unit: Unit | None = None
    password: str | None = None


@transaction.atomic
def add_member(*, by: Member | None, new: NewMember, now: datetime) -> Member:
    """Make an account. Without a password nobody can sign in with it yet.

    Raises:
        EmailTaken: Another member has the address.
    """
    if by is not None:
        policy.must_administer(by)
    if queries.member_by_email(new.email) is not None:
        raise EmailTaken
    member = Member.objects.create_user(
        new.email, new.password, name=new.name, role=new.role, unit=new.unit
    )
    stitch(
        by=person(by) if by else SYSTEM,
        verb="member.add",
        subject=member,
        at=now,
        role=str(new.role),
    )
    return member


def recognise(
    *, source: str, teams: Collection[str], staff: Collection[Staff], now: datetime
) -> Recognised:
    """Say which unit and member the names of a batch mean, and note down those that mean nobody.

    A mapping made by hand wins; then an e-mail address, then a name that only one member bears.
    Call inside the import's transaction.
    """
    units = _recognise_units(source, teams)
    members = _recognise_members(source, staff)
    _note_unknown(source, AliasKind.TEAM, {same_name(t): t for t in teams if t not in units}, now)
    unknown = {s.written: s.name or s.written for s in staff if s.written not in members}
    _note_unknown(source, AliasKind.PERSON, unknown, now)
    return Recognised(units, members)


def _recognise_units(source: str, teams: Collection[str]) -> dict[str, int]:
    if not teams:
        return {}
    written = {team: same_name(team)[:200] for team in teams}
    known: dict[str, int] = dict(
        Unit.objects.filter(same_name__in=written.values()).values_list("same_name", "pk")
    )
    mapped = Alias.objects.filter(
        source=source, kind=AliasKind.TEAM, written__in=written.values(), unit__isnull=False
    ).values_list("written", "unit_id")
    known |= dict(mapped)
    return {team: known[name] for team, name in written.items() if name in known}


def _recognise_members(source: str, staff: Collection[Staff]) -> dict[str, int]:
    if not staff:
        return {}
    by_email, by_name = _members_by_email_and_name(staff)
    written = [s.written for s in staff]
    mapped = Alias.objects.filter(
        source=source, kind=AliasKind.PERSON, written__in=written, member__isnull=False
    ).values_list("written", "member_id")
    by_hand = dict(mapped)
    known: dict[str, int] = {}
    for one in staff:
        meant = (
            by_hand.get(one.written)
            or by_email.get((one.email or "").lower())
            or by_name.get(same_name(one.name or ""))
        )
        if meant:
            known[one.written] = meant
    return known


def _members_by_email_and_name(
    staff: Collection[Staff],
) -> tuple[dict[str, int], dict[str, int]]:
    emails = {one.email.lower() for one in staff if one.email}
    by_email = dict(Member.objects.filter(email__in=emails).values_list("email", "pk"))
    # A name counts only when nobody else bears it.
    bearers: dict[str, list[int]] = {}
    for pk, name in Member.objects.values_list("pk", "name"):
        bearers.setdefault(same_name(name), []).append(pk)
    return by_email, {name: pks[0] for name, pks in bearers.items() if name and len(pks) == 1}


def _note_unknown(source: str, kind: AliasKind, names: dict[str, str], now: datetime) -> None:
    Alias.objects.bulk_create(
        [
            Alias(source=source, kind=kind, written=w[:200], shown=shown[:200], first_seen=now)
            for w, shown in sorted(names.items())
            if w
        ],
        ignore_conflicts=True,
    )


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a name means: a unit or a member."""

    unit: Unit | None = None
    member: Member | None = None


@transaction.atomic
def map_name(*, by: Member, alias_pk: int, meaning: Meaning, now: datetime) -> Alias:
    """Say whom a name on conversations means.

    Raises:
        NothingSuch: The name is not waiting any more.
    """
    policy.must_import(by)
    alias = Alias.objects.select_for_update().filter(pk=alias_pk).first()
    if alias is None:
        raise NothingSuch
    alias.unit, alias.member = meaning.unit, meaning.member
    alias.full_clean()
    alias.save()
    stitch(by=person(by), verb="name.map", subject=alias, at=now)
    return alias
