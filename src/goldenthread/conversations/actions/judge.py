"""Draw a fair sample, and say agree or disagree with what the gauge read in it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.conversations import policy
from goldenthread.conversations.models import Conversation, Judgement, Sample, SampleItem
from goldenthread.ground.thread import person, stitch
from goldenthread.people import policy as people

if TYPE_CHECKING:
    from datetime import date, datetime

    from goldenthread.people.models import Member


@dataclass(frozen=True, slots=True)
class Draw:
    """How a sample is drawn.

    Attributes:
        seed: Anything; written down with the sample.
        size: How many, at most.
        within: First and last local day; None for all, undated ones too.
    """

    seed: str
    size: int
    within: tuple[date, date] | None = None


@transaction.atomic
def draw_sample(*, by: Member, draw: Draw, now: datetime) -> Sample:
    """Draw conversations by chance: each has the same chance, and the seed draws the same again."""
    people.must_analyse(by)
    seed, size, within = draw.seed, draw.size, draw.within
    pool = Conversation.objects.all()
    if within is not None:
        pool = pool.between(within[0], within[1] + timedelta(days=1))
    # By source and native id, which stay the same when an installation is built anew.
    names = list(pool.order_by("source", "native_id").values_list("pk", flat=True))
    # Chance, not secrecy, is wanted: the draw must be repeatable by anyone who has the seed.
    drawn = random.Random(seed).sample(names, min(size, len(names)))  # noqa: S311
    sample = Sample.objects.create(
        seed=seed,
        size=len(drawn),
        since=within[0] if within else None,
        until=within[1] if within else None,
        drawn_from=len(names),
        drawn_at=now,
        by=by,
    )
    SampleItem.objects.bulk_create(
        SampleItem(sample=sample, conversation_id=pk, position=position)
        for position, pk in enumerate(drawn, start=1)
    )
    stitch(by=person(by), verb="sample.draw", subject=sample, at=now, size=len(drawn))
    return sample


@dataclass(frozen=True, slots=True)
class Opinion:
    """What an analyst says of one reading: its name, what it said, and whether that is right."""

    reading: str
    said: str
    agrees: bool


@transaction.atomic
def judge(*, by: Member, conversation_pk: int, opinion: Opinion, now: datetime) -> Judgement:
    """Note whether an analyst agrees with one reading; a second word replaces the first."""
    people.must_analyse(by)
    conversation = policy.must_see(by, conversation_pk)
    judgement, _ = Judgement.objects.update_or_create(
        conversation=conversation,
        by=by,
        reading=opinion.reading,
        defaults={"said": opinion.said, "agrees": opinion.agrees, "at": now},
    )
    stitch(
        by=person(by),
        verb="reading.judge",
        subject=judgement,
        at=now,
        agrees=int(opinion.agrees),
    )
    return judgement
