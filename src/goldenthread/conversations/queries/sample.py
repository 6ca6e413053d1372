"""The analyst's sample: what is to be judged, and how far the analyst agrees with the gauge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from goldenthread.conversations.models import Judgement, Sample, SampleItem
from goldenthread.engine.stats import Interval, wilson
from goldenthread.people import policy as people

if TYPE_CHECKING:
    from goldenthread.people.models import Member


READINGS = {
    "P": "Polite",
    "R": "Respect",
    "O": "Ownership",
    "U": "Understanding",
    "D": "Deliver",
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
class SamplePage:
    """The newest sample, its conversations, and what was said of them."""

    sample: Sample | None
    items: list[SampleItem]
    judged: dict[int, int]
    agreement: list[Agreement]
    judgements: dict[int, dict[str, bool]]


def sample_page(*, member: Member) -> SamplePage:
    """The newest sample.

    Raises:
        NotAnAnalyst: The sample is for quality analysts.
    """
    people.must_analyse(member)
    sample = Sample.objects.first()
    items = list(sample.items.select_related("conversation__reading")) if sample else []
    mine = Judgement.objects.filter(
        by=member, conversation_id__in=[item.conversation_id for item in items]
    )
    by_conversation: dict[int, dict[str, bool]] = {}
    for one in mine:
        by_conversation.setdefault(one.conversation_id, {})[one.reading] = one.agrees
    return SamplePage(
        sample=sample,
        items=items,
        judged={pk: len(said) for pk, said in by_conversation.items()},
        agreement=_agreement(),
        judgements=by_conversation,
    )


def judgements_of(member: Member, conversation_pk: int) -> dict[str, bool]:
    """What one analyst has said of the readings of one conversation."""
    return dict(
        Judgement.objects.filter(by=member, conversation_id=conversation_pk).values_list(
            "reading", "agrees"
        )
    )


def _agreement() -> list[Agreement]:
    rows = (
        Judgement.objects.exclude(reading__startswith="given:")
        .values("reading")
        .annotate(n=Count("pk"), agreed=Count("pk", filter=Q(agrees=True)))
        .order_by("reading")
    )
    return [Agreement(row["reading"], row["n"], row["agreed"]) for row in rows]
