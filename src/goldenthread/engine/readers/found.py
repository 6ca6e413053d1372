"""What every reader yields, and how it says that something cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from goldenthread.engine.readers.cleaning import clean
from goldenthread.engine.types import Conversation, Rejected

Found: TypeAlias = Conversation | Rejected

RAW_KEPT = 2_000
"""Characters of a rejected row that are kept beside its reason."""


class Unreadable(Exception):
    """One row, record or file cannot be read; the text is a sentence for whoever imports it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One object of a JSON file or one row of a table: where it stands and its values.

    `notes` says what was repaired while it was decoded.
    """

    place: str
    cells: dict[str, Any]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Notes:
    """What a reader had to put up with in one conversation; each sentence once, in order."""

    said: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """Remember a sentence, unless it has been said already."""
        if sentence not in self.said:
            self.said.append(sentence)


def rejected(place: str, reason: str, raw: object = None) -> Rejected:
    """Reject with as much of the row as is kept; `raw` is shortened to `RAW_KEPT` characters."""
    return Rejected(place, clean(reason), None if raw is None else clean(str(raw)[:RAW_KEPT]))
