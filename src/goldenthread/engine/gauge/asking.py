"""Whether an agent asked, or said back what is wanted, before acting on it.

Kept shows in the agent's words; broken shows only in the customer's own later ones, which say
that something else was answered or assumed. Otherwise nothing is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.gauge import agent
from goldenthread.engine.gauge.courtesy import COURTESIES
from goldenthread.engine.gauge.patterns import any_of, clipped
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side, parting, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from goldenthread.engine.gauge.patterns import Found
    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.types import Conversation

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_ASKING = re.compile(
    r"\W*(?:(?:so|and|but|please|ok|okay|sure|thanks|first|just|hi|hello|or)\b[\s,]*)*"
    r"(?:(?:could|can|would|may|might|will|do|did|does|is|are|was|were|have|has)\s+(?:you|i|we|it"
    r"|this|that|there|your|the)\b|tell\s+(?:me|us)\b|let\s+(?:me|us)\s+know\s+(?:what|which|when"
    r"|how|if|where|who)\b|(?:what|which|when|where|who|why|how)\b)",
    re.IGNORECASE,
)
_IDENTIFIES = re.compile(
    r"\b(?:(?:full|first|last|sur|your|maiden|account holder['’]?s?)\s*name|names? please"
    r"|dates? of birth|d\.?o\.?b\b|birth ?da(?:y|te)|post ?code|zip ?code|first line"
    r"|(?:e-?mail|home|your|billing|delivery|postal)\s+address|your (?:e-?mail|phone|mobile)\b"
    r"|(?:account|order|booking|reference|case|ticket|tracking|parcel|policy|customer|client|phone"
    r"|member(?:ship)?|serial|meter|invoice|id|passport|nhs|contact|telephone|mobile|card|claim"
    r"|confirmation|reservation|loyalty|patient|student|plate|registration)\W*(?:number|no\b|nr\b"
    r"|id\b|#|ref|code|details)|security|password|passcode|memorable|pin\b|last (?:four|4)\b"
    r"|digits|reference\b|verify|identity)",
    re.IGNORECASE,
)
_WHAT = r"(?:the |an? |my |our |for )?\w+"
_CORRECTS = any_of(
    r"(?:no|nope|sorry)[,.! ]+(?:but )?(?:i|we) (?:mean|meant|said|asked|wrote|wanted|was asking"
    r"|am asking|was after)\b",
    r"(?<!what )i (?:specifically |clearly )?(?:asked|said|wrote|meant|was asking) (?:why|how|where"
    r"|when|what|who|which|if|whether|about|for|to)\b",
    r"(?:asked|said|wrote|meant|wanted|ordered|requested)\b[^.!?\n]{1,50}?,? not\b",
    r"i said[.!]*\Z|as (?:i|we) (?:wrote|said|asked|mentioned|explained)[, ]",
    rf"(?:it['’]?s|it is|its|that['’]?s) {_WHAT}(?: \w+)?,? (?:and )?not {_WHAT}",
    rf"not {_WHAT}[.!,]+ (?:the |an? |my )?\w+[.!]",
    r"(?!no|nope|nah|sorry|ok|okay|yes|maybe|probably|well|oh|hmm|please|thanks|today|why)\w+"
    r"[!,.]+ not (?!now|yet|today|really|sure|that|at|right|interested|necessary|too|bad|for)"
    rf"{_WHAT}[.!]",
    r"\Anot (?:for |about |the |an? |to )?(?!bad|now|yet|really|sure|at all|too"
    r"|problem|worry)\w+[.,!]",
    r"(?:is|are|was)(?: not|n['’]?t) [^.!?\n]{1,40}[,;] i(?:['’]?d like| want| need|['’]m after)",
    r"i(?:['’]d|['’]ve| had| have| did) ask(?:ed)? (?:you )?(?:about|for|if|whether|to|how|what)\b",
    r"i(?:['’]m| am| was) asking|i never want(?:ed)?\b|no \w+ (?:pls|please),",
    r"what i (?:\w+ )?(?:need|needed|want|wanted|asked|meant)(?: for)? (?:is|was)\b",
    r"i (?:do not|don['’]?t|did not|didn['’]?t) (?:want|need|mean) [^.!?\n]{1,40}[,.;] (?:i|we)"
    r" (?:want|need|asked|only|meant|just)",
    r"no[,.! ]+(?:that['’]?s|it['’]?s|that is) not (?:it|right|what|the)\b",
)
_IDLE = re.compile(
    r"\b(?:hold|wait|bear with|a moment|one moment|anything else|help you|assist you|i help|we help"
    r"|be of (?:help|assistance)|how are you|are you (?:still )?there|how was|rate|feedback"
    r"|could you (?:please )?(?:try|check|restart|reset|click|go)|please try)\b",
    re.IGNORECASE,
)
_MANNERS = COURTESIES | {
    *("acknowledges", "takes_on", "takes_seriously", "stays", "uses_name", "closing"),
    *("script", "asks"),
}
_HARSH = frozenset({"rude", "curt", "dismisses", "blames", "talks_down", "careless"})
_SAYS_BACK = frozenset({"restates", "checks"})
_SHORT = 4


def asked_first(conversation: Conversation) -> tuple[bool | None, Evidence | None]:
    """Whether an agent asked about the need, or said it back, before answering.

    False with the customer's words that say something else was answered or assumed; True with
    the words that asked; `(None, None)` when neither shows. Asking who the customer is does not
    count as asking what is needed.
    """
    told = turns(conversation)
    misread = misreadings(told)
    if misread:
        return False, misread[0]
    wanted = next((at for at, turn in enumerate(told) if _wants(turn)), len(told))
    for turn in told[wanted + 1 :]:
        if turn.side is Side.AGENT:
            asks, settled = _opens(turn)
            if settled:
                return (True, asks) if asks else (None, None)
    return None, None


def misreadings(told: Sequence[Turn]) -> list[Evidence]:
    """Where a customer says, after an agent spoke, that it was not what they had asked.

    "No, I meant …" after an agent's question is an answer to it, and no complaint.
    """
    found: list[Evidence] = []
    before: Turn | None = None
    for turn in told:
        if turn.side is Side.AGENT:
            before = turn
        elif turn.side is Side.CUSTOMER and before is not None:
            found += _misread(turn, before)
    return found


def _misread(turn: Turn, before: Turn) -> Iterator[Evidence]:
    for hit in turn.found:
        if hit.name == "c_misread":
            yield evidence("c_misread", turn.message.seq, hit.start, hit.end)
    if not _asked_something(before):
        for match in _CORRECTS.finditer(clipped(turn.text)):
            yield evidence("c_misread", turn.message.seq, *match.span())


def _asked_something(turn: Turn) -> bool:
    return "?" in turn.text or any(hit.name in _SAYS_BACK for hit in turn.found)


def _wants(turn: Turn) -> bool:
    return (
        turn.side is Side.CUSTOMER and not parting(turn.text) and not agent.is_greeting(turn.text)
    )


def _opens(turn: Turn) -> tuple[Evidence | None, bool]:
    """What a message does first: the words that ask, and whether it asks or answers at all."""
    for start, end in sentences(turn.text):
        within = [hit for hit in turn.found if start <= hit.start < end]
        sentence = turn.text[start:end]
        if _asks(sentence, within):
            return evidence("asks", turn.message.seq, start, end), True
        if not _by_the_way(sentence, within):
            return None, True
    return None, False


def _asks(sentence: str, hits: Sequence[Found]) -> bool:
    if any(hit.name == "restates" for hit in hits):
        return not _IDENTIFIES.search(sentence)
    if not sentence.rstrip().endswith("?") and not _ASKING.match(sentence):
        return False
    if any(hit.name in _HARSH for hit in hits):
        return False
    return not (_IDENTIFIES.search(sentence) or _idle(sentence))


def _idle(sentence: str) -> bool:
    return bool(_IDLE.search(sentence)) or agent.is_formula(sentence)


def _by_the_way(sentence: str, hits: Sequence[Found]) -> bool:
    """Whether a sentence neither asks about the need nor answers it."""
    if any(hit.name in agent.ANSWERS for hit in hits):
        return False
    if len(sentence.split()) <= _SHORT or any(hit.name in _MANNERS for hit in hits):
        return True
    return _idle(sentence) or "?" in sentence or bool(_ASKING.match(sentence))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text stands, half-open; empty text has none.

    >>> list(sentences("Hi. Is it red?"))
    [(0, 3), (4, 14)]
    """
    for match in _SENTENCE.finditer(clipped(text)):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if start < match.end():
            yield start, match.end()
