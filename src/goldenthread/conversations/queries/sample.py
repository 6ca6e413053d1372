"""The analyst's sample: what is to be judged, and how far the analyst agrees with the gauge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from goldenthread.conversations.models import Judgement, Sample
from goldenthread.conversations.queries.titles import titles
from goldenthread.engine.stats import Interval, wilson
from goldenthread.people import policy as people
from goldenthread.web.principles import NAMES

if TYPE_CHECKING:
    from goldenthread.conversations.models import Conversation
    from goldenthread.people.models import Member


READINGS = {
    **NAMES,
    "feeling_start": "First feeling",
    "feeling_end": "Last feeling",
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often analysts agreed with one kind of reading."""

    reading: str
    n: int
    agreed: int

    @property
    def name(self) -> str:
        """What was judged, in words."""
        return READINGS.get(self.reading, self.reading)

    @property
    def share(self) -> float:
        """Of those judged, how many were agreed with, 0…1."""
        return self.agreed / self.n

    @property
    def bounds(self) -> Interval:
        """Where the true share lies with 95 % confidence."""
        return wilson(self.agreed, self.n)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One conversation of a sample: how many of its readings one analyst has judged."""

    conversation: Conversation
    title: str
    judged: int
    readings: int

    @property
    def is_done(self) -> bool:
        """Whether nothing of it waits."""
        return self.judged >= self.readings


@dataclass(frozen=True, slots=True)
class SamplePage:
    """The newest sample, its conversations, and how far analysts agree with the gauge."""

    sample: Sample | None
    items: list[Drawn]
    agreement: list[Agreement]

    @property
    def done(self) -> int:
        """How many conversations are judged in full."""
        return sum(item.is_done for item in self.items)

    @property
    def next(self) -> Drawn | None:
        """The first that waits."""
        return next((item for item in self.items if not item.is_done), None)


def sample_page(*, member: Member) -> SamplePage:
    """The newest sample.

    Raises:
        NotAnAnalyst: The sample is for quality analysts.
    """
    people.must_analyse(member)
    sample = Sample.objects.first()
    return SamplePage(sample, _drawn(member, sample) if sample else [], _agreement())


def _drawn(member: Member, sample: Sample) -> list[Drawn]:
    """The conversations of a sample as drawn, however many, in four queries."""
    items = sample.items.select_related("conversation__reading").defer(
        "conversation__reading__evidence"
    )
    items = items.prefetch_related("conversation__given_words")
    conversations = [item.conversation for item in items]
    called = titles(conversations)
    said = _judged(member, [conversation.pk for conversation in conversations])
    drawn = []
    for each in conversations:
        readings = _readings(each)
        judged = len(said.get(each.pk, set()).intersection(readings))
        drawn.append(Drawn(each, called[each.pk], judged, len(readings)))
    return drawn


def _readings(conversation: Conversation) -> list[str]:
    """What there is to judge, as `Judgement.reading` names it, in the order of the page."""
    reading = conversation.reading
    felt = {"feeling_start": reading.began, "feeling_end": reading.began and reading.ended}
    return [
        *(letter for letter, score in reading.scores().items() if score is not None),
        *(name for name, said in felt.items() if said),
        *(word.judged_as for word in conversation.given_words.all()),
    ]


def _judged(member: Member, keys: list[int]) -> dict[int, set[str]]:
    said: dict[int, set[str]] = {}
    found = Judgement.objects.filter(by=member, conversation_id__in=keys)
    for pk, reading in found.values_list("conversation_id", "reading"):
        said.setdefault(pk, set()).add(reading)
    return said


def judgements_of(member: Member, conversation_pk: int) -> dict[str, bool]:
    """What one analyst has said of the readings of one conversation."""
    return dict(
        Judgement.objects.filter(by=member, conversation_id=conversation_pk).values_list(
            "reading", "agrees"
        )
    )


@dataclass(frozen=True, slots=True)
class Step:
    """Where an analyst stands in the newest sample while one of its conversations is open.

    Attributes:
        waiting: Readings of this conversation that were not judged yet, in the page's order.
        done: How many conversations of the sample are judged in full.
        size: Of how many.
        next: The conversation that waits, after this one first; None when none does.
    """

    waiting: list[str]
    done: int
    size: int
    next: Drawn | None


def step(*, member: Member, conversation_pk: int) -> Step | None:
    """What comes next; None when the conversation is not of the newest sample."""
    sample = Sample.objects.first()
    items = _drawn(member, sample) if sample else []
    keys = [item.conversation.pk for item in items]
    if conversation_pk not in keys:
        return None
    here = keys.index(conversation_pk)
    said = judgements_of(member, conversation_pk)
    readings = _readings(items[here].conversation)
    return Step(
        waiting=[reading for reading in readings if reading not in said],
        done=sum(item.is_done for item in items),
        size=len(items),
        next=next((i for i in [*items[here + 1 :], *items[:here]] if not i.is_done), None),
    )


def _agreement() -> list[Agreement]:
    rows = (
        Judgement.objects.exclude(reading__startswith="given:")
        .values("reading")
        .annotate(n=Count("pk"), agreed=Count("pk", filter=Q(agrees=True)))
        .order_by("reading")
    )
    return [Agreement(row["reading"], row["n"], row["agreed"]) for row in rows]
