"""Figures of a period, all from the roll-ups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Max, Min, Sum

from goldenthread.conversations.models import Conversation, ReadingDay
from goldenthread.conversations.rules import Band
from goldenthread.engine.stats import Interval, wilson

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

Units = frozenset[int] | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many conversations began in a period, and how many of them are survey answers."""

    conversations: int
    surveys: int


def first_day() -> date | None:
    """The first local day anything is known of."""
    day: date | None = ReadingDay.objects.aggregate(day=Min("day"))["day"]
    return day


def last_day() -> date | None:
    """The last local day anything is known of."""
    day: date | None = ReadingDay.objects.aggregate(day=Max("day"))["day"]
    return day


def counts(since: date, until: date, units: Units) -> Counts:
    """How much there was to read."""
    rows = dict(
        _between(since, until, units)
        .filter(measure="conversations")
        .values("channel")
        .annotate(all=Sum("n"))
        .values_list("channel", "all")
    )
    return Counts(conversations=sum(rows.values()), surveys=rows.get("survey", 0))


def undated(units: Units) -> int:
    """How many conversations have no date, and so enter no period's figure."""
    return Conversation.objects.of_units(units).filter(day__isnull=True).count()


@dataclass(frozen=True, slots=True)
class Shares:
    """How many customers were pleased, calm or upset at one point."""

    pleased: int = 0
    calm: int = 0
    upset: int = 0

    @property
    def n(self) -> int:
        """How many in all."""
        return self.pleased + self.calm + self.upset

    @property
    def upset_interval(self) -> Interval | None:
        """Where the true share of the upset lies; None without any customer."""
        return wilson(self.upset, self.n) if self.n else None

    def to_json(self) -> dict[str, object]:
        """Counts, shares 0…1 and the interval of the upset."""
        bounds = self.upset_interval
        return {
            "n": self.n,
            "pleased": self.pleased,
            "calm": self.calm,
            "upset": self.upset,
            "upset_share": round(self.upset / self.n, 4) if self.n else None,
            "low": round(bounds.low, 4) if bounds else None,
            "high": round(bounds.high, 4) if bounds else None,
        }


@dataclass(frozen=True, slots=True)
class Feelings:
    """How customers felt at their first and their last message, and how they got there.

    `arcs` counts conversations by (feeling at the start, feeling at the end); only those with
    both are in it. `start` and `end` are its margins, so that both speak of the same customers.
    """

    arcs: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def table(self) -> list[list[int]]:
        """Counts by first feeling (rows) and last feeling (columns): pleased, calm, upset."""
        return [[self.arcs.get((first, last), 0) for last in Band] for first in Band]

    @property
    def n(self) -> int:
        """Conversations with a first and a last customer message."""
        return sum(self.arcs.values())

    @property
    def start(self) -> Shares:
        """At the first message."""
        return Shares(**{b.value: self._sum(began=b) for b in Band})

    @property
    def end(self) -> Shares:
        """At the last message."""
        return Shares(**{b.value: self._sum(ended=b) for b in Band})

    def _sum(self, *, began: str | None = None, ended: str | None = None) -> int:
        return sum(
            n
            for (first, last), n in self.arcs.items()
            if (began is None or first == began) and (ended is None or last == ended)
        )


def feelings(since: date, until: date, units: Units) -> Feelings:
    """The feeling arc of a period."""
    rows = (
        _between(since, until, units)
        .filter(measure__startswith="arc:")
        .values("measure")
        .annotate(all=Sum("n"))
        .values_list("measure", "all")
    )
    arcs = {}
    for measure, n in rows:
        began, _, ended = measure.removeprefix("arc:").partition(">")
        arcs[began, ended] = n
    return Feelings(arcs)


def _between(since: date, until: date, units: Units) -> QuerySet[ReadingDay]:
    days = ReadingDay.objects.filter(day__gte=since, day__lt=until)
    return days if units is None else days.filter(unit_key__in=units)
