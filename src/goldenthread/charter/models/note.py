"""What was done about a promise, and from which day."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from typing_extensions import override

from goldenthread.charter.models.promise import Promise
from goldenthread.people.models import Unit


class Note(models.Model):
    """A dated line a leader leaves, so that a change can be set beside what was done."""

    day = models.DateField(db_index=True)
    text = models.CharField(max_length=400)
    promise = models.ForeignKey(Promise, null=True, blank=True, on_delete=models.CASCADE)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.CASCADE)
    # Empty once the account is erased; the thread keeps the pseudonym.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        """Newest first."""

        ordering = ("-day", "-pk")

    @override
    def __str__(self) -> str:
        return f"{self.day}: {self.text}"
