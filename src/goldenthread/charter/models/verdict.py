"""What the standards said of each conversation, and the roll-up every figure reads."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from typing_extensions import override

from goldenthread.charter.models.promise import PromiseVersion
from goldenthread.engine.standard import Outcome
from goldenthread.ground.rollups import NO_UNIT, DayFigure


class VerdictRow(models.Model):
    """One conversation by one version; without an occasion there is no row.

    The conversation is a plain number: it belongs to a room above this one. `day` is empty for an
    undated conversation, which enters no period's figure.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        *("conversation_id", "version", "kept", "day", "unit_key", "channel", "evidence"),
    )

    conversation_id = models.BigIntegerField()
    version = models.ForeignKey(
        PromiseVersion, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kept = models.BooleanField()
    day = models.DateField(null=True)
    unit_key = models.BigIntegerField(default=NO_UNIT)
    channel = models.CharField(max_length=12)
    # JSON, a list of [message, start, end, sign, event]; written by the ten thousand and read one
    # conversation at a time, so it is text to the database.
    evidence = models.TextField(default="[]")

    class Meta:
        """One verdict for one conversation by one version."""

        constraints = (
            models.UniqueConstraint(
                name="verdict_once_per_version", fields=("conversation_id", "version")
            ),
        )
        # For the list of conversations in which a promise was broken.
        indexes = (models.Index(name="verdict_by_version", fields=("version", "kept", "day")),)

    @override
    def __str__(self) -> str:
        return f"{self.outcome} in conversation {self.conversation_id}"

    @property
    def outcome(self) -> str:
        """`kept` or `broken`."""
        return str(Outcome.KEPT if self.kept else Outcome.BROKEN)


class VerdictDay(DayFigure):
    """How many conversations of a day, unit and channel kept a version; `n` those observed."""

    KEY: ClassVar[tuple[str, ...]] = ("day", "unit_key", "channel", "version_id")

    version = models.ForeignKey(PromiseVersion, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """One row for one place and day."""

        constraints = (
            models.UniqueConstraint(
                name="verdict_day_once", fields=("day", "unit_key", "channel", "version")
            ),
        )

    @override
    def __str__(self) -> str:
        return f"{self.day}: {self.kept} of {self.n}"
