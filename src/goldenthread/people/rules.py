"""How working hours are told, and how names on imported conversations are recognised."""

from __future__ import annotations

import re
import unicodedata
from calendar import day_name
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACE = re.compile(r"\s+")


def same_name(name: str) -> str:
    """A form in which two writings of one name are equal: no case, accents or double spaces.

    Example:
        >>> same_name("  Zoë   Müller ")
        'zoe muller'
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _SPACE.sub(" ", plain).strip().casefold()


def hours_in_words(hours: Sequence[Sequence[str] | None]) -> str:
    """Working hours of a week, Monday first, as people say them.

    Example:
        >>> hours_in_words([["09:00", "17:00"]] * 5 + [["10:00", "14:00"], None])
        'Monday to Friday 09:00–17:00, Saturday 10:00–14:00'
    """
    told = []
    for pair, group in groupby(enumerate(hours), key=lambda day: day[1]):
        days = [day_name[place] for place, _ in group]
        if pair is not None:
            span = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
            told.append(f"{span} {pair[0]}–{pair[1]}")
    return ", ".join(told) or "at no fixed hours"
