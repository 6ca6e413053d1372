"""A fair sample, and what quality analysts say of its readings: labels of one's own."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from typing_extensions import override

from goldenthread.conversations.models.conversation import Conversation


class Sample(models.Model):
    """Conversations drawn by chance from a seed: anyone can draw the same again."""

    seed = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    drawn_from = models.PositiveBigIntegerField()
    drawn_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)

    class Meta:
        """Newest first."""

        ordering = ("-drawn_at", "-pk")

    @override
    def __str__(self) -> str:
        return f"sample {self.pk} of {self.size}"


class SampleItem(models.Model):
    """One conversation of a sample, in the order it was drawn."""

    sample = models.ForeignKey(Sample, on_delete=models.CASCADE, related_name="items")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()

    class Meta:
        """As drawn."""

        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(name="sample_item_once", fields=("sample", "conversation")),
        )

    @override
    def __str__(self) -> str:
        return f"{self.sample_id}/{self.position}"


class Judgement(models.Model):
    """Whether an analyst agrees with one reading of one conversation.

    `reading` names what was judged: a letter of PROUD, `feeling_start`, `feeling_end`,
    `stance`, `coping`, `word_of_mouth`, `retold`, or `given:2:17` for a given word (message and
    first character).
    """

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="judgements"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    reading = models.CharField(max_length=30)
    said = models.CharField(max_length=40)
    agrees = models.BooleanField()
    note = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()

    class Meta:
        """One opinion per analyst and reading; a second one replaces the first."""

        constraints = (
            models.UniqueConstraint(
                name="judgement_once",
                fields=("conversation", "by", "reading"),
                condition=Q(by__isnull=False),
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.reading}: {'agrees' if self.agrees else 'disagrees'}"
