"""What a room needs of an equal or a higher one: an outlet here, a plug in `apps.ready` there.

An unfilled port answers with something harmless or with a refusal, never with an error.
"""

from __future__ import annotations

from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Protocol

from goldenthread.engine.dates import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock(Protocol):
    """Zone and working time of the organisation, given by `people`."""

    def zone(self) -> tzinfo:
        """Whose midnight counts."""
        ...

    def calendar(self) -> Calendar:
        """Working hours and holidays."""
        ...


class Check(Protocol):
    """One thing `goldenthread doctor` looks at."""

    name: str

    def __call__(self) -> str | None:
        """Say what is wrong and what to do, or None when all is well."""
        ...


class _UnsetClock:
    def zone(self) -> tzinfo:
        return UTC

    def calendar(self) -> Calendar:
        return Calendar.standard(UTC)


_clock: list[Clock] = [_UnsetClock()]
_checks: dict[str, Callable[[], str | None]] = {}


def organisation_clock() -> Clock:
    """Zone and calendar of the organisation; UTC, nine to five, until somebody says otherwise."""
    return _clock[-1]


def plug_clock(clock: Clock) -> None:
    """Fill the clock; called once, by `people`."""
    _clock[:] = [clock]


def add_check(name: str, check: Callable[[], str | None]) -> None:
    """Let `doctor` ask one more question; the same name again replaces it."""
    _checks[name] = check


def checks() -> dict[str, Callable[[], str | None]]:
    """Every question of `doctor` by its name, in the order they were added."""
    return dict(_checks)
