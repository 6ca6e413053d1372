"""What a time expression resolves to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

Kind = Literal["date", "time", "datetime", "range", "duration"]


@dataclass(frozen=True, slots=True)
class When:
    """One time expression of a text and the time it names.

    Attributes:
        start: First character of the phrase in the text.
        end: One past its last character.
        kind: `date` (a day), `time` (an hour of the day), `datetime`, `range` or `duration`.
        since: The time it names begins here; None when open before, or for a bare duration.
        until: It ends before this moment; None when open-ended, or for a bare duration. A named
            moment begins and ends at the same time.
        seconds: The length of a bare duration (a month 30 days, a year 365); else None.
    """

    start: int
    end: int
    kind: Kind
    since: datetime | None
    until: datetime | None
    seconds: float | None = None
