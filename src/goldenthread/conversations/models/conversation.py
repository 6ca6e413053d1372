"""What was said, masked, and by whom: the rows an import writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from typing_extensions import override

from goldenthread.conversations.models import search
from goldenthread.engine.types import Channel, Role
from goldenthread.ground.rollups import NO_UNIT

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from typing import Self


# Newest first, undated ones last: PostgreSQL would put them first.
NEWEST_FIRST = (F("day").desc(nulls_last=True), F("id").desc())


class Customer(models.Model):
    """Somebody who wrote to the organisation, known only by what their identifiers hash to."""

    first_seen = models.DateTimeField()

    @override
    def __str__(self) -> str:
        return f"customer {self.pk}"


class CustomerKey(models.Model):
    """One hashed identifier of a customer. Erasing the row is all it takes to unlink them."""

    key = models.CharField(max_length=64, unique=True)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="keys")

    @override
    def __str__(self) -> str:
        return f"a key of {self.customer_id}"


class ConversationQuerySet(models.QuerySet["Conversation"]):
    """Questions that can be chained."""

    def of_units(self, units: Collection[int] | None) -> Self:
        """Those of some units; None leaves all."""
        return self if units is None else self.filter(unit_key__in=list(units))

    def with_member(self, member_pk: int) -> Self:
        """Those the member took part in."""
        took_part = Participant.objects.filter(member_id=member_pk).values("conversation_id")
        return self.filter(pk__in=took_part)

    def between(self, since: date, until: date) -> Self:
        """Those that began on a local day from `since` up to, and without, `until`."""
        return self.filter(day__gte=since, day__lt=until)

    def saying(self, words: str) -> Self:
        """Those in which all the words occur, in any form of them; no words leaves all."""
        query = search.query_of(words)
        if not query:
            return self
        # The SQL is one of two constants; what was typed is its only parameter.
        found = RawSQL(search.MATCHING[search.vendor()], [query])  # noqa: S611
        return self.filter(pk__in=found)


class Conversation(models.Model):
    """One case from its first word to its last, as a source has it."""

    source = models.CharField(max_length=60)
    native_id = models.CharField(max_length=200)
    url = models.CharField(max_length=500, blank=True)
    channel = models.CharField(max_length=12, choices=[(c.value, c.value) for c in Channel])
    subject = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=10)
    language = models.CharField(max_length=12, blank=True)
    started_at = models.DateTimeField(null=True)
    last_activity_at = models.DateTimeField(null=True)
    # The organisation's own day; empty for an undated conversation, which enters no figure.
    day = models.DateField(null=True)
    unit_key = models.BigIntegerField(default=NO_UNIT)
    team_written = models.CharField(max_length=200, blank=True)
    customer = models.ForeignKey(Customer, null=True, on_delete=models.SET_NULL)
    message_count = models.PositiveIntegerField(default=0)
    events = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    related = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    content_hash = models.CharField(max_length=32)
    imported_by = models.ForeignKey("Import", null=True, on_delete=models.SET_NULL)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        """One row for one case of one source."""

        constraints = (
            models.UniqueConstraint(
                name="conversation_once_per_source", fields=("source", "native_id")
            ),
        )
        indexes = (
            # For SQLite; PostgreSQL has its own, with undated ones last, by migration.
            models.Index(fields=("-day", "-id"), name="conversation_newest"),
            models.Index(fields=("unit_key", "-day", "-id"), name="conversation_of_unit"),
            models.Index(
                fields=("source", "team_written"),
                condition=~Q(team_written=""),
                name="conversation_team_written",
            ),
        )

    @override
    def __str__(self) -> str:
        return self.subject or f"{self.source} {self.native_id}"


class Participant(models.Model):
    """Somebody who took part. A customer bears no name here; staff keep theirs to be matched."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="participants"
    )
    idx = models.PositiveIntegerField()
    role = models.CharField(max_length=12, choices=[(r.value, r.value) for r in Role])
    name = models.CharField(max_length=200, blank=True)
    written = models.CharField(max_length=200, blank=True)
    team = models.CharField(max_length=200, blank=True)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)

    class Meta:
        """Numbered within a conversation, as its messages refer to them."""

        constraints = (
            models.UniqueConstraint(
                name="participant_once_per_conversation", fields=("conversation", "idx")
            ),
        )
        indexes = (
            models.Index(fields=("written",), condition=~Q(written=""), name="participant_written"),
        )

    @override
    def __str__(self) -> str:
        return self.name or self.role


class Message(models.Model):
    """One thing said, masked. `full_text` is kept only where earlier mail was quoted in it."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="messages"
    )
    seq = models.PositiveIntegerField()
    author = models.PositiveIntegerField(null=True)
    role = models.CharField(max_length=12)
    kind = models.CharField(max_length=16)
    internal = models.BooleanField(default=False)
    automatic = models.BooleanField(default=False)
    sent_at = models.DateTimeField(null=True)
    text = models.TextField()
    full_text = models.TextField(blank=True)

    class Meta:
        """As they were said."""

        ordering = ("conversation_id", "seq")
        constraints = (
            models.UniqueConstraint(
                name="message_once_per_conversation", fields=("conversation", "seq")
            ),
        )

    @override
    def __str__(self) -> str:
        return self.text[:60]


class Answer(models.Model):
    """One answer of a survey about the conversation; `normalized` is 0…1, 1 the best."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="answers")
    survey = models.CharField(max_length=120, blank=True)
    metric = models.CharField(max_length=6)
    question = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    number = models.FloatField(null=True)
    scale_min = models.FloatField(null=True)
    scale_max = models.FloatField(null=True)
    normalized = models.FloatField(null=True)
    submitted_at = models.DateTimeField(null=True)

    @override
    def __str__(self) -> str:
        return self.text or f"{self.number}"
