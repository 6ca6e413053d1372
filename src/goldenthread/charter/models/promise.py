"""A promise, and the words and standard it has had over time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from typing_extensions import override

from goldenthread.engine.standard import Standard
from goldenthread.people.models import Unit


class Promise(models.Model):
    """A line of the charter; what it says stands in its versions."""

    slug = models.SlugField(primary_key=True, max_length=40)
    position = models.PositiveSmallIntegerField()
    owner = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """In the charter's order."""

        ordering = ("position", "slug")

    @override
    def __str__(self) -> str:
        return self.slug


class PromiseVersion(models.Model):
    """What a promise said for a time, and what kept it; verdicts name the version in force.

    `since` is empty for a version that has been in force as long as anyone remembers, `until`,
    the first day it no longer is, for the one in force now.
    """

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.CharField(max_length=200)
    explanation = models.TextField(blank=True)
    letters = models.CharField(max_length=5, blank=True)
    standard = models.JSONField()
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        """Oldest first; one is in force."""

        ordering = ("promise", "number")
        constraints = (
            models.UniqueConstraint(name="version_numbered_once", fields=("promise", "number")),
            models.UniqueConstraint(
                name="version_one_in_force", fields=("promise",), condition=Q(until__isnull=True)
            ),
            models.CheckConstraint(
                name="version_ends_after_it_begins",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lt=F("until")),
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.promise_id}, version {self.number}"

    def parsed(self) -> Standard:
        """Its standard, ready to be checked and applied."""
        return Standard.parse(self.standard)
