"""How promises are kept: read from the roll-up, never by counting rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Q, Sum

from goldenthread.charter.models import VerdictDay
from goldenthread.charter.queries.promises import PromiseInForce, promises
from goldenthread.charter.rules import week_holding
from goldenthread.engine.stats import Count, wilson
from goldenthread.people.queries import organisation

if TYPE_CHECKING:
    from datetime import date

Weeks = dict["date", Count]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one promise was kept in a period; `share`, `low` and `high` 0…1, None without any."""

    promise: str
    text: str
    owner: str
    n: int
    kept: int
    share: float | None
    low: float | None
    high: float | None


def board(since: date, until: date, units: frozenset[int] | None) -> list[Standing]:
    """How every promise was kept, in the charter's order; two queries.

    Args:
        since: First local day.
        until: The first day no longer counted.
        units: Keys of the units to count; None counts everything.
    """
    sums = {
        row["version__promise_id"]: Count(row["n"], row["kept"])
        for row in _days(since, until, units)
        .values("version__promise_id")
        .annotate(n=Sum("n"), kept=Sum("kept"))
    }
    return [standing(promise, sums.get(promise.id, Count(0, 0))) for promise in promises()]


def standing(promise: PromiseInForce, count: Count) -> Standing:
    """A count with its share and interval."""
    low, high = wilson(count.kept, count.n) if count.n else (None, None)
    return Standing(
        promise=promise.id,
        text=promise.text,
        owner=promise.owner,
        n=count.n,
        kept=count.kept,
        share=count.share,
        low=low,
        high=high,
    )


def weekly(
    since: date,
    until: date,
    units: frozenset[int] | None,
    promise: str | None = None,
    week_start: int | None = None,
) -> dict[str, dict[int | None, Weeks]]:
    """Counts by promise, unit (None for all of them together) and first day of the week.

    Two queries, or one when `week_start` is known. Weeks and units without any are left out.

    Args:
        since: First local day, best the first of a week.
        until: The first day no longer counted.
        units: Keys of the units to count; None counts everything.
        promise: One promise alone; None for all.
        week_start: The weekday weeks begin on, 0 for Monday; None to ask the organisation.
    """
    first_day = first_weekday() if week_start is None else week_start
    rows = _days(since, until, units, promise)
    by_day = rows.values_list("version__promise_id", "unit_key", "day").annotate(
        Sum("n"), Sum("kept")
    )
    sums: dict[tuple[str, int | None, date], list[int]] = defaultdict(lambda: [0, 0])
    for slug, unit, day, n, kept in by_day:
        week = week_holding(day, first_day)
        for place in (unit, None):
            sum_ = sums[slug, place, week]
            sum_[0] += n
            sum_[1] += kept
    found: dict[str, dict[int | None, Weeks]] = defaultdict(lambda: defaultdict(dict))
    for (slug, place, week), (n, kept) in sums.items():
        if n:
            found[slug][place][week] = Count(n, kept)
    return {slug: dict(places) for slug, places in found.items()}


def by_channel(
    since: date, until: date, units: frozenset[int] | None, promise: str
) -> dict[str, Count]:
    """Counts of one promise by channel, the most used first; one query."""
    rows = (
        _days(since, until, units, promise)
        .values_list("channel")
        .annotate(all_of_them=Sum("n"), all_kept=Sum("kept"))
        .order_by("-all_of_them", "channel")
    )
    return {channel: Count(n, kept) for channel, n, kept in rows if n}


def last_day() -> date | None:
    """The last day any promise was observed on; None before the first."""
    latest: date | None = VerdictDay.objects.filter(n__gt=0).aggregate(day=Max("day"))["day"]
    return latest


def first_weekday() -> int:
    """On which day the organisation's weeks begin, 0 for Monday."""
    found = organisation()
    return found.week_start if found else 0


def _days(
    since: date, until: date, units: frozenset[int] | None, promise: str | None = None
) -> Any:  # noqa: ANN401 - a queryset that becomes one of dicts or tuples
    wanted = Q(day__gte=since, day__lt=until)
    if units is not None:
        wanted &= Q(unit_key__in=sorted(units))
    if promise is not None:
        wanted &= Q(version__promise_id=promise)
    # Without an order of its own, or Django would group by it.
    return VerdictDay.objects.filter(wanted).order_by()
