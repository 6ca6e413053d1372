"""Whether the people who answered were courteous: their manners, their rudeness, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side, turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.types import Conversation

COURTESIES = frozenset({"greets", "thanks", "apologises", "courteous", "values_time"})
_RUDE = frozenset({"rude"})
_HARSH = frozenset({"curt", "dismisses", "blames", "talks_down"})
_ENOUGH_ALONE = 15
"""Words of a single message without courtesy that count as a lack of it."""
_ENOUGH = 12
"""The same of several messages together."""


def courteous(conversation: Conversation) -> tuple[bool | None, tuple[Evidence, ...]]:
    """Whether people of ours were courteous, and the words that show it.

    Broken by rude words, by harsh ones without any courtesy beside them, or by an answer of some
    length without a single courtesy: then the first message is the evidence. `(None, ())` when
    they wrote too little to tell. Bots, notes and automatic messages do not count.
    """
    ours = [turn for turn in turns(conversation) if turn.side is Side.AGENT]
    rude = [sign for turn in ours for sign in _rude(turn)]
    if rude:
        return False, tuple(rude)
    kind = [sign for turn in ours for sign in _named(turn, COURTESIES)]
    if kind:
        return True, tuple(kind)
    if _silent_on_manners(ours):
        first = ours[0]
        return False, (evidence("no_courtesy", first.message.seq, 0, len(first.text)),)
    return None, ()


def _rude(turn: Turn) -> list[Evidence]:
    names = {hit.name for hit in turn.found}
    return _named(turn, _RUDE if names & COURTESIES else _RUDE | _HARSH)


def _named(turn: Turn, names: frozenset[str]) -> list[Evidence]:
    return [
        evidence(hit.name, turn.message.seq, hit.start, hit.end)
        for hit in turn.found
        if hit.name in names
    ]


def _silent_on_manners(ours: Sequence[Turn]) -> bool:
    words = sum(len(turn.text.split()) for turn in ours)
    return words >= (_ENOUGH if len(ours) > 1 else _ENOUGH_ALONE)
