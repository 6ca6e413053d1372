"""The thread: one line for every change, and the names people bear on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from typing_extensions import override

if TYPE_CHECKING:
    from typing import Any


class ActorKind(models.TextChoices):
    """Who can do things here."""

    PERSON = "person"
    SYSTEM = "system"
    CUSTOMER = "customer"
    ANONYMOUS = "anonymous"


class Pseudonym(models.Model):
    """A person's name on the thread. Erased with the account, so nobody can be traced back."""

    holder = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(max_length=60, unique=True)

    @override
    def __str__(self) -> str:
        return self.name


class Stitch(models.Model):
    """Who did what to which record, and when. A mistake is mended by the next stitch."""

    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=10, choices=ActorKind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    pseudonym = models.CharField(max_length=60, db_index=True)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=80, db_index=True)
    facts = models.JSONField(default=dict)

    class Meta:
        """Newest last, as a thread reads."""

        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                name="stitch_actor_kind_known",
                condition=Q(actor_kind__in=ActorKind.values),
            ),
            models.CheckConstraint(
                name="stitch_only_a_person_has_an_account",
                condition=Q(by__isnull=True) | Q(actor_kind=ActorKind.PERSON.value),
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.pseudonym} {self.verb} {self.subject}"

    @override
    def save(self, **options: Any) -> None:
        """Write a new stitch; one that is written is never edited."""
        if not self._state.adding:
            message = "a stitch is never edited; add another"
            raise TypeError(message)
        super().save(**options)


class Worker(models.Model):
    """A process that works on the queue, and when it last showed that it lives."""

    name = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField(db_index=True)

    @override
    def __str__(self) -> str:
        return self.name
