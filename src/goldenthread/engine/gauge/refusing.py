"""Every no an agent gives, and whether a reason or another way comes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.gauge import agent
from goldenthread.engine.gauge.patterns import any_of, clipped
from goldenthread.engine.gauge.reasons import explains
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side, turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.types import Conversation


_REQUESTS = any_of(
    r"(?:can|could|may|might|will|would) (?:i|we|you|u|it|they|my|the|somebody|someone)\b",
    r"i['’]?d (?:like|love|prefer)|(?:i|we) would (?:like|love|prefer)|i(?:['’]m| am) asking\b",
    r"(?:(?:i|we) (?:want|need|wish)|please|pls|plz|hoping to|any chance|possible to)\b",
    r"do you (?:still |also |even )?\w+|is (?:there|it) (?:any|possible|a way)",
)
_DENIES = any_of(
    r"(?:is|are|was)(?: not|n['’]?t) (?:\w+ )?(?:permitted|allowed|available|refundable|included"
    r"|covered|transferable|offered|supported|going to happen)\b",
    r"(?:does|do|did)(?: not|n['’]?t) (?:allow|permit|include|cover|offer|support)\b",
    r"(?:we|i) (?:do not|don['’]?t|no longer|never) (?!know|have|think|see|mean|want|need|worry"
    r"|understand|believe|like|doubt|mind|expect|wish|hesitate|recall|remember|forget|get|charge"
    r"|blame)\w+(?: \w+)?",
    r"(?:we|i)(?: will not|['’]ll not| won['’]?t) be \w+ing|nothing can be done",
    r"(?:will not|won['’]?t) be (?:taking|ready|able|going)\b",
    r"(?:cannot|can['’]?t) be (?:done|arranged)\b",
    r"[a-z]+ (?:will not|won['’]?t) do (?:that|this|it)\b",
    r"[a-z]+ (?:cannot|can['’]?t) (?:stay|come|fly|have|bring|use|take|go|join|enter|move)\b",
    r"(?:regrettably|unfortunately|sadly|afraid)[,.]? (?:that['’]s a )?not?\b",
    r"(?:stopped|discontinued|ceased) (?:\w+ing|that|it|this)\b",
    r"(?:sorry|afraid|unfortunately|nope|\Ano)[,.]? (?:but )?(?:there (?:is|are) )?no \w+(?: \w+)?",
    r"no \w+ (?:\w+ )?(?:at the moment|here|left|today|this (?:week|month|year)|available)\b",
)


def refusals(conversation: Conversation) -> list[tuple[Evidence, bool]]:
    """Where an agent says it cannot be done, and whether with a reason or a way on.

    The reason may stand in the same message, in the agent's next one before the customer speaks,
    or with an earlier no of the same conversation.
    """
    told = turns(conversation)
    found: list[tuple[Evidence, bool]] = []
    asked = False
    for at, turn in enumerate(told):
        if turn.side is Side.CUSTOMER:
            asked = bool(_REQUESTS.search(turn.text))
        span = _refusal(turn, asked=asked) if turn.side is Side.AGENT else None
        if span is not None:
            before = any(why for _, why in found)
            why = before or _explained(turn, span, told[at + 1 : at + 2])
            found.append((evidence("refuses", turn.message.seq, *span), why))
    return found


def _refusal(turn: Turn, *, asked: bool) -> tuple[int, int] | None:
    """Where a message says no: by its wording, or by what it denies when something was asked."""
    hit = agent.refusal(turn.found)
    if hit is not None:
        return hit.start, hit.end
    match = _DENIES.search(clipped(turn.text)) if asked else None
    if match is None or agent.supposed(turn.text, match.start()):
        return None
    return match.span()


def _explained(turn: Turn, span: tuple[int, int], following: Sequence[Turn]) -> bool:
    return explains(turn.text, *span) or any(
        after.side is Side.AGENT and explains(after.text, 0, 0) for after in following
    )
