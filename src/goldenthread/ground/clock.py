"""Where the organisation lives in time. What time it is now, callers say themselves."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from goldenthread.ground.ports import organisation_clock

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from goldenthread.engine.dates import Calendar


def organisation_zone() -> tzinfo:
    """The zone the organisation chose; UTC until it has.

    Never the reader's own zone: a limit must mean the same to a lead abroad.
    """
    return organisation_clock().zone()


def working_calendar() -> Calendar:
    """Working hours and holidays of the organisation."""
    return organisation_clock().calendar()


def local_day(moment: datetime | None) -> date | None:
    """The organisation's calendar day that holds `moment`; None for an undated one."""
    return None if moment is None else moment.astimezone(organisation_zone()).date()


def start_of(day: date) -> datetime:
    """The organisation's midnight at which `day` begins, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=organisation_zone()).astimezone(UTC)
