"""How conversations came in: one row for an import, one for each thing it could not read."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from typing_extensions import override


class SourceSystem(models.Model):
    """A system conversations come from. Its row is what two imports of it take turns by."""

    name = models.CharField(max_length=60, unique=True)

    @override
    def __str__(self) -> str:
        return self.name


class ImportState(models.TextChoices):
    """Where an import stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class Import(models.Model):
    """One file or folder being brought in, and what was counted on the way.

    `position` is how many records were read and saved; a worker that takes the import up again
    goes on from there.
    """

    source = models.CharField(max_length=60, blank=True)
    reader = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=255)
    path = models.CharField(max_length=1000)
    mapping = models.JSONField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    state = models.CharField(max_length=8, choices=ImportState.choices, default=ImportState.WAITING)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    position = models.PositiveBigIntegerField(default=0)
    new = models.PositiveBigIntegerField(default=0)
    changed = models.PositiveBigIntegerField(default=0)
    same = models.PositiveBigIntegerField(default=0)
    undated = models.PositiveBigIntegerField(default=0)
    messages = models.PositiveBigIntegerField(default=0)
    rejected = models.PositiveBigIntegerField(default=0)
    troubles = models.PositiveSmallIntegerField(default=0)
    sentence = models.CharField(max_length=300, blank=True)

    class Meta:
        """Newest first, as the list shows them."""

        ordering = ("-asked_at", "-pk")

    @override
    def __str__(self) -> str:
        return self.name

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in {ImportState.DONE, ImportState.STOPPED, ImportState.FAILED}


class RejectedRow(models.Model):
    """What could not be read: where, why, a hash of it, and its masked text."""

    run = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rejected_rows")
    place = models.CharField(max_length=400)
    reason = models.CharField(max_length=400)
    raw_hash = models.CharField(max_length=32, blank=True)
    masked = models.TextField(blank=True)

    @override
    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"
