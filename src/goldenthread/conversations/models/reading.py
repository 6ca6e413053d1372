"""What the gauge read in a conversation, and the figures by day that pages read."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from goldenthread.conversations.models.conversation import Conversation
from goldenthread.engine.gauge import Fate
from goldenthread.ground.rollups import DayFigure

LETTERS = "PROUD"


class Reading(models.Model):
    """One reading: scores in hundredths of 0…100, empty where nobody had occasion to show it.

    Attributes:
        intervals: Low and high of each letter that has a score, 0…100.
        evidence: Every sign, as `[message, start, end, sign, letter, seen, weight, event]`.
        gauge: Which edition of the gauge read it.
    """

    conversation = models.OneToOneField(
        Conversation, on_delete=models.CASCADE, primary_key=True, related_name="reading"
    )
    p = models.SmallIntegerField(null=True)
    r = models.SmallIntegerField(null=True)
    o = models.SmallIntegerField(null=True)
    u = models.SmallIntegerField(null=True)
    d = models.SmallIntegerField(null=True)
    rating = models.SmallIntegerField(null=True)
    intervals = models.JSONField(default=dict)
    feeling_start = models.FloatField(null=True)
    feeling_end = models.FloatField(null=True)
    began = models.CharField(max_length=8, blank=True)
    ended = models.CharField(max_length=8, blank=True)
    stance = models.CharField(max_length=16, blank=True)
    coping = models.CharField(max_length=8, blank=True)
    word_of_mouth = models.CharField(max_length=8, blank=True)
    retold = models.BooleanField(default=False)
    unread = models.CharField(max_length=200, blank=True)
    evidence = models.JSONField(default=list)
    # How bad it was for the customer, 0…100: what the worst words are chosen by.
    weight = models.SmallIntegerField(default=0)
    gauge = models.CharField(max_length=20)

    class Meta:
        """Found by how it ended and by how bad it was."""

        indexes = (models.Index(fields=("-weight",), name="reading_worst"),)

    @override
    def __str__(self) -> str:
        return f"reading of {self.conversation_id}"

    def scores(self) -> dict[str, int | None]:
        """Score in hundredths by letter of PROUD."""
        return {letter: getattr(self, letter.lower()) for letter in LETTERS}


class GivenWord(models.Model):
    """What an agent told one customer will be done, and what became of it."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="given_words"
    )
    message_seq = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    deadline_start = models.PositiveIntegerField(null=True)
    deadline_end = models.PositiveIntegerField(null=True)
    due_from = models.DateTimeField(null=True)
    due_until = models.DateTimeField(null=True)
    fate = models.CharField(max_length=10, choices=[(f.value, f.value) for f in Fate])
    evidence = models.JSONField(default=list)

    @override
    def __str__(self) -> str:
        return f"given word of {self.conversation_id}: {self.fate}"

    @property
    def judged_as(self) -> str:
        """What an analyst's judgement of it is filed under."""
        return f"given:{self.message_seq}:{self.start}"


class ReadingDay(DayFigure):
    """Figures by day, unit, channel and measure.

    `measure` is a letter of PROUD, `conversations`, `arc:upset>calm` (feeling at the first and
    at the last customer message), `began:upset`, or `rating`.
    """

    measure = models.CharField(max_length=24)

    KEY = ("day", "unit_key", "channel", "measure")

    class Meta:
        """One row for one measure of one day."""

        constraints = (
            models.UniqueConstraint(
                name="reading_day_once", fields=("day", "unit_key", "channel", "measure")
            ),
        )
        indexes = (models.Index(fields=("measure", "day"), name="reading_day_measure"),)

    @override
    def __str__(self) -> str:
        return f"{self.day} {self.measure}: {self.n}"
