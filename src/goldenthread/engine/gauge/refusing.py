"""Every no an agent gives, and whether a reason or another way comes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.gauge import agent
from goldenthread.engine.gauge.reasons import explains
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side, turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldenthread.engine.gauge.patterns import Found
    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.types import Conversation


def refusals(conversation: Conversation) -> list[tuple[Evidence, bool]]:
    """Where an agent says it cannot be done, and whether with a reason or a way on.

    The reason may stand in the same message, in the agent's next one before the customer speaks,
    or with an earlier no of the same conversation.
    """
    told = turns(conversation)
    found: list[tuple[Evidence, bool]] = []
    for at, turn in enumerate(told):
        hit = _refusal(turn)
        if hit is None:
            continue
        words = evidence("refuses", turn.message.seq, hit.start, hit.end)
        before = any(why for _, why in found)
        found.append((words, before or _explained(turn, told[at + 1 : at + 2])))
    return found


def _refusal(turn: Turn) -> Found | None:
    return agent.refusal(turn.found) if turn.side is Side.AGENT else None


def _explained(turn: Turn, following: Sequence[Turn]) -> bool:
    return agent.explained(turn.found) or any(
        after.side is Side.AGENT and explains(after.text, 0, 0) for after in following
    )
