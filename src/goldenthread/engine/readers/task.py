"""What every reader is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from goldenthread.engine.readers.mapping import Mapping
    from goldenthread.engine.readers.shelf import Occurrences


@dataclass(frozen=True, slots=True)
class Task:
    """One file or folder to read.

    Attributes:
        path: Where it is.
        place: How it is called in what is rejected, relative to what the caller named.
        zone: The zone of times that state none and whose mapping states none.
        occurrences: How often each row without an id was met, over everything read at once.
        mapping: Which column means what; None to guess.
    """

    path: Path
    place: str
    zone: tzinfo
    occurrences: Occurrences
    mapping: Mapping | None = None
    inside: bool = False
