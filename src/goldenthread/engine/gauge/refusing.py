"""Every no an agent gives, and whether a reason or another way comes with it."""

from __future__ import annotations

import re
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
_REFUSES = any_of(
    r"(?:i['’]?m|i am|we['’]?re|we are) not (?:going to \w+|(?!sure|seeing|getting"
    r"|charging)\w+ing)\b",
    r"you(?:['’]re| are) not (?:getting|having)\b|not going to happen|(?:won['’]?t"
    r"|will not) be (?:happening|replaced|moved|changed|refunded"
    r"|waived|done|accepted|extended|given|granted)\b",
    r"(?:we|i)(?:['’]ll not| won['’]?t| will not|['’]?d rather not"
    r"| would rather not)(?: (?!be\b|charge"
    r"|keep|take|lose|let|forget|need|have|hesitate|bother|ask)\w+|[.!])",
    r"(?:there(?:['’]s| is)|we have|we['’]ve(?: got)?|i have"
    r"|i['’]ve(?: got)?) nothing(?! to\b| wrong"
    r"| further| else)\b|nothing (?:free|today|available|left|this week)\b",
    r"(?:request|application|claim|appeal)s? (?:refused|declined|denied|rejected)\b",
    r"there will be no \w+|it['’]?s a no\b|(?:is|are)(?: not|n['’]?t) (?:given|done|made|accepted"
    r"|provided|issued|something)\b",
    r"(?:the|this|that) \w+ (?:stays|is fixed|stands|remains|is final|still applies|applies)\b",
    r"(?:has|have|must|needs?) (?:to )?be paid\b|(?:saturdays?|sundays?|mondays?|weekends?"
    r"|\w+s) (?:is|are)"
    r" out\b|\w+ (?:do not|don['’]?t|does not|doesn['’]?t) do (?:that|this|those)\b",
    r"(?:he|she|they) (?:cannot|can['’]?t|won['’]?t)(?=[.,!]|\Z)",
)
_BARE_NO = re.compile(
    r"(?:\A|[.!?\n])\W*(?:(?:hi|hello|sorry|i['’]?m|i am|afraid|unfortunately|well|oh|but)[\s,]+)*"
    r"(?:no|none|nope|no chance|(?:absolutely|definitely|certainly) not|not (?:on|for|this"
    r"|at) [^.!?,]{2,30}"
    r"(?:, (?:no|i['’]?m afraid|sorry))?|not \w+day)\s*(?:[.!]|,? (?:i['’]?m afraid|sorry)|:|\Z)",
    re.IGNORECASE,
)
_ASKS_FOR = any_of(
    r"(?:can|could|may|might|would|will) (?:you|i|we|u|my|somebody|someone|the|an?)\b|please|pls"
    r"|i['’]?d like|i would like|(?:i|we) (?:want|need)|any chance|possible to",
)
_ECHO = re.compile(
    r"(?:\A|[.!?,\n]\s*)(?:the |our |your |a |late |full )*(\w{4,})(?: \w+)? (?:(?:are|is|do"
    r"|does|will)"
    r"(?: not|n['’]?t)|won['’]?t|don['’]?t|can['’]?t|cannot|stays?|is staying|remains?|only)\b",
    re.IGNORECASE,
)
_WORD, _STEM = re.compile(r"\w{4,}"), 4
_BEFORE = 24
_SORRY_FOR = re.compile(
    r"\b(?:sorry|hard|annoying|horrible|miserable)\s+(?:that\s+|when\s+)?you\s+(?:can|could|are)"
    r"|can['’]?t go wrong|can['’]?t have that",
    re.IGNORECASE,
)


def refusals(conversation: Conversation) -> list[tuple[Evidence, bool]]:
    """Where an agent says it cannot be done, and whether with a reason or a way on.

    The reason may stand in the same message, in the agent's next one before the customer speaks,
    or with an earlier no of the same conversation.
    """
    told = turns(conversation)
    found: list[tuple[Evidence, bool]] = []
    asked = ""
    for at, turn in enumerate(told):
        if turn.side is Side.CUSTOMER:
            asked = turn.text
        span = _refusal(turn, asked) if turn.side is Side.AGENT else None
        if span is not None:
            before = any(why for _, why in found)
            why = before or _explained(turn, span, told[at + 1 : at + 2])
            found.append((evidence("refuses", turn.message.seq, *span), why))
    return found


def _refusal(turn: Turn, asked: str) -> tuple[int, int] | None:
    """Where a message says no: by its wording, or by what it denies when something was asked."""
    hit = agent.refusal(turn.found)
    text = clipped(turn.text)
    if hit is not None:
        return None if _no_no(text, hit.start, hit.end) else (hit.start, hit.end)
    match = _denial(text, asked) if asked else None
    if match is None or agent.supposed(text, match.start()) or _no_no(text, *match.span()):
        return None
    return match.span()


def _no_no(text: str, start: int, end: int) -> bool:
    """Whether it is sympathy or a saying: “sorry you can’t heat the house”, “can’t go wrong”."""
    return bool(_SORRY_FOR.search(text, max(0, start - _BEFORE), end + _BEFORE))


def _denial(text: str, asked: str) -> re.Match[str] | None:
    """What denies, however bare, to who asked for something to be done."""
    if not (_REQUESTS.search(asked) or _ASKS_FOR.search(asked)):
        return None
    known = _DENIES.search(text)
    if known is not None or not _ASKS_FOR.search(asked):
        return known
    return _REFUSES.search(text) or _BARE_NO.search(text) or _echo(text, asked)


def _echo(text: str, asked: str) -> re.Match[str] | None:
    """Where the very thing asked for is denied: “remotes are not replaced”."""
    words = {word.lower()[:_STEM] for word in _WORD.findall(asked)}
    return next((m for m in _ECHO.finditer(text) if m[1].lower()[:_STEM] in words), None)


def _explained(turn: Turn, span: tuple[int, int], following: Sequence[Turn]) -> bool:
    return explains(turn.text, *span) or any(
        after.side is Side.AGENT and explains(after.text, 0, 0) for after in following
    )
