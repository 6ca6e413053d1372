"""Tables of the room: the organisation, its units, its members, and the names they go by."""

from __future__ import annotations

from calendar import day_name
from datetime import date, time
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import Q
from typing_extensions import override

from goldenthread.engine.dates import Calendar
from goldenthread.people.rules import hours_in_words, same_name

if TYPE_CHECKING:
    from typing import Any

WEEKDAYS = 7


def office_hours() -> list[list[str] | None]:
    """Nine to five, Monday to Friday: what a new organisation begins with."""
    return [["09:00", "17:00"]] * 5 + [None, None]


class Organisation(models.Model):
    """The one organisation this installation belongs to."""

    name = models.CharField(max_length=120)
    zone_name = models.CharField(max_length=60, default="UTC")
    week_start = models.PositiveSmallIntegerField(default=0)  # 0 is Monday
    hours = models.JSONField(default=office_hours)
    country = models.CharField(max_length=6, blank=True)
    extra_holidays = models.JSONField(default=list, blank=True)

    class Meta:
        """One row, and no second one."""

        constraints = (
            models.CheckConstraint(name="organisation_only_one", condition=Q(pk=1)),
            models.CheckConstraint(
                name="organisation_week_starts_on_a_weekday",
                condition=Q(week_start__lt=WEEKDAYS),
            ),
        )

    @override
    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """Whose midnight counts."""
        return ZoneInfo(self.zone_name)

    @property
    def week_start_name(self) -> str:
        """The day on which weeks begin."""
        return day_name[self.week_start]

    @property
    def hours_in_words(self) -> str:
        """When it works, such as `Monday to Friday 09:00–17:00`."""
        return hours_in_words(self.hours)

    def calendar(self) -> Calendar:
        """Working hours and holidays, as the engine reckons with them."""
        hours = tuple(
            None if pair is None else (time.fromisoformat(pair[0]), time.fromisoformat(pair[1]))
            for pair in self.hours
        )
        public = Calendar.standard(self.zone, self.country or None).holidays
        extra = frozenset(date.fromisoformat(day) for day in self.extra_holidays)
        return Calendar(zone=self.zone, hours=hours, holidays=public | extra)


class UnitKind(models.TextChoices):
    """How a part of the organisation is spoken of."""

    DEPARTMENT = "department"
    TEAM = "team"


class Unit(models.Model):
    """A department or a team; a team stands under a department or on its own."""

    name = models.CharField(max_length=120)
    same_name = models.CharField(max_length=120, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=UnitKind.choices, default=UnitKind.TEAM)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        """By name, as lists show them."""

        ordering = ("name",)

    @override
    def __str__(self) -> str:
        return self.name

    @override
    def save(self, **options: Any) -> None:
        """Keep the comparable form of the name beside it."""
        self.same_name = same_name(self.name)
        super().save(**options)


class MemberRole(models.TextChoices):
    """What a member comes here for."""

    EXECUTIVE = "executive", "executive"
    TEAM_LEADER = "team_leader", "team leader"
    AGENT = "agent", "agent"
    ANALYST = "analyst", "quality analyst"
    ADMINISTRATOR = "administrator", "administrator"


class Members(BaseUserManager["Member"]):
    """Makes accounts; their name is an e-mail address."""

    def create_user(
        self, email: str, password: str | None = None, **fields: str | Unit | None
    ) -> Member:
        """Make a member who may sign in once they have a password."""
        member = self.model(email=self.normalize_email(email).lower(), **fields)
        member.set_password(password)
        member.save(using=self._db)
        return member

    @override
    def get_by_natural_key(self, username: str | None) -> Member:
        return self.get(email__iexact=username)


class Member(AbstractUser):
    """Somebody who belongs to the organisation, and their account.

    A member who has left keeps their words and loses their access (`is_active`).
    """

    username = None  # type: ignore[assignment]  # an e-mail address is the name here
    first_name = None  # type: ignore[assignment]  # one name, as people write it themselves
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=14, choices=MemberRole.choices, default=MemberRole.AGENT)
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="members"
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = Members()  # type: ignore[assignment,misc]  # takes an e-mail, not a username

    class Meta:
        """By name, as lists show them."""

        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(
                name="member_role_known", condition=Q(role__in=MemberRole.values)
            ),
        )

    @override
    def __str__(self) -> str:
        return self.name or self.email

    @override
    def get_full_name(self) -> str:
        return self.name

    @override
    def get_short_name(self) -> str:
        return self.name.split(" ")[0] if self.name else self.email


class AliasKind(models.TextChoices):
    """What a name found on a conversation may stand for."""

    TEAM = "team"
    PERSON = "person"


class Alias(models.Model):
    """A name as a source writes it, and whom it means here; nobody yet when it waits for mapping.

    For a person `written` is an e-mail address, a native id or a name, in this order of trust.
    """

    source = models.CharField(max_length=60)
    kind = models.CharField(max_length=6, choices=AliasKind.choices)
    written = models.CharField(max_length=200)
    shown = models.CharField(max_length=200)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.CASCADE)
    member = models.ForeignKey(Member, null=True, blank=True, on_delete=models.CASCADE)
    first_seen = models.DateTimeField()

    class Meta:
        """One meaning for one writing in one source."""

        ordering = ("kind", "shown")
        constraints = (
            models.UniqueConstraint(
                name="alias_once_per_source", fields=("source", "kind", "written")
            ),
            models.CheckConstraint(
                name="alias_means_one_thing",
                condition=Q(unit__isnull=True) | Q(member__isnull=True),
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.shown} in {self.source}"
