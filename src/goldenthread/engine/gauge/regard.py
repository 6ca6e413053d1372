"""Whether the customer was taken seriously, by words alone: waiting and faults say nothing here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side, turns

if TYPE_CHECKING:
    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.types import Conversation

_SLIGHTED = {
    Side.AGENT: frozenset({"dismisses", "blames", "talks_down"}),
    Side.CUSTOMER: frozenset({"c_dismissed"}),
    Side.BOT: frozenset[str](),
}
_RESPECTED = {
    Side.AGENT: frozenset({"takes_seriously", "values_time", "uses_name"}),
    Side.CUSTOMER: frozenset({"c_respected"}),
    Side.BOT: frozenset[str](),
}


def taken_seriously(conversation: Conversation) -> tuple[bool | None, tuple[Evidence, ...]]:
    """Whether the customer was taken seriously, and the words that show it.

    Broken where an agent dismisses, blames or talks down, or where the customer says so; kept
    where either shows respect; `(None, ())` otherwise.
    """
    told = turns(conversation)
    for verdict, names in ((False, _SLIGHTED), (True, _RESPECTED)):
        found = [sign for turn in told for sign in _named(turn, names[turn.side])]
        if found:
            return verdict, tuple(found)
    return None, ()


def _named(turn: Turn, names: frozenset[str]) -> list[Evidence]:
    return [
        evidence(hit.name, turn.message.seq, hit.start, hit.end)
        for hit in turn.found
        if hit.name in names
    ]
