"""How people were made to feel, and what was promised them, read from their words.

`Gauge` is the one door: load it once, give it texts or conversations, get values back, each
with the words it came from. Nothing here calls out, and nothing here needs Django. Naming a type
is light; who asks for `Gauge` or `Scores` loads numpy and RE2, who loads a gauge numba.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from goldenthread.engine.gauge.types import (
    Evidence,
    Fate,
    GaugeUnavailable,
    Given,
    Promise,
    Reading,
    Score,
    Stance,
)

if TYPE_CHECKING:
    from goldenthread.engine.gauge.gauge import Gauge
    from goldenthread.engine.gauge.scores import Scores

__all__ = [
    "EDITION",
    "Evidence",
    "Fate",
    "Gauge",
    "GaugeUnavailable",
    "Given",
    "Promise",
    "Reading",
    "Score",
    "Scores",
    "Stance",
]

EDITION = "2"
"""Which edition of the gauge this is: a reading is kept with the edition that made it."""

_HEAVY = frozenset(("Gauge", "Scores"))


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """`Gauge` or `Scores`, imported when first asked for."""
    if name not in _HEAVY:
        sentence = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(sentence)
    from goldenthread.engine.gauge import gauge  # noqa: PLC0415 - numpy, scipy and RE2

    found = globals()[name] = getattr(gauge, name)
    return found
