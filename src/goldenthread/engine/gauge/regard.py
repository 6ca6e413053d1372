"""Whether the customer was taken seriously, by words alone: waiting and faults say nothing here."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from goldenthread.engine.gauge.patterns import Patterns, any_of, clipped, wordings
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side, turns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from goldenthread.engine.gauge.patterns import Found
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
_SEES_TO_IT = frozenset({"takes_on", "done", "takes_seriously", "stays", "warm_handover"})
_ORDINARY = any_of(
    r"you should(?:n['’]?t)? (?:have |['’]ve )(?:been|received|had|got|seen|it|the|an?)\b",
    r"not the only\b|already (?:told|explained|said)(?: \w+){0,2} to (?:my|the|our|them|him|her)\b",
    r"you (?:didn['’]?t|did not) \w+(?: \w+){0,5}, (?:so|which)\b|like i said,? (?:i|we)\b",
)
_SELF = any_of(
    r"(?:my|our) (?:own )?fault\b(?!\s*\?)|felt? (?:so |a bit |really )?(?:stupid|foolish|silly)"
    r"|treatment|not (?:that )?important enough|not interested in hearing about",
)
_OF_THINGS = re.compile(
    r"(?:forgot|ignor|neglect|nuisance|embarrass|dismiss|overlook|unwanted)", re.IGNORECASE
)
_A_THING = re.compile(
    r"\b(?:the|a|an|this|that|your) \w+(?: \w+)?(?: (?:is|was|are|were|has|have|got|been|a))*\s*$",
    re.IGNORECASE,
)
_FORGOT_THING = re.compile(
    r"['’]?ve forgotten\s+(?:the|to|that|a|an|about the|my \w+)\b", re.IGNORECASE
)
_NOT_BY_THEM = re.compile(r"\bwhen (?:i|we)\b", re.IGNORECASE)
_BEFORE, _AFTER = 40, 45


@cache
def _patterns() -> Patterns:
    return Patterns(wordings("slights"))


def taken_seriously(conversation: Conversation) -> tuple[bool | None, tuple[Evidence, ...]]:
    """Whether the customer was taken seriously, and the words that show it.

    Broken where an agent dismisses, blames or talks down, or where the customer says so; kept
    where either shows respect; `(None, ())` otherwise.
    """
    told = turns(conversation)
    slights = [sign for turn in told for sign in _slights(turn)]
    if slights:
        return False, tuple(slights)
    respects = [sign for turn in told for sign in _named(turn, turn.found, _RESPECTED[turn.side])]
    return (True, tuple(respects)) if respects else (None, ())


def _slights(turn: Turn) -> list[Evidence]:
    """Where a turn slights or tells of it; a fault named while it is seen to is no slight."""
    names = _SLIGHTED[turn.side]
    if not names:
        return []
    known = [hit for hit in turn.found if hit.name in names and not _ordinary(turn, hit)]
    if known:
        return _named(turn, known, names)
    return _named(turn, _patterns().find(turn.text), names)


def _ordinary(turn: Turn, hit: Found) -> bool:
    """Whether what reads as a slight is said of something else, or in seeing to the matter."""
    text = clipped(turn.text)
    around = text[max(0, hit.start - _BEFORE) : hit.end + _AFTER]
    if turn.side is Side.AGENT:
        sees_to_it = any(other.name in _SEES_TO_IT for other in turn.found)
        return sees_to_it or bool(_ORDINARY.search(around))
    return _of_oneself(around) or _of_a_thing(text, hit)


def _of_oneself(around: str) -> bool:
    """Whether a customer finds fault with themselves: “my own fault, I read it wrongly”."""
    match = _SELF.search(around)
    if match is None:
        return False
    felt = match.group().lower().startswith(("feel", "felt"))
    return not felt or bool(_NOT_BY_THEM.match(around[match.end() :].lstrip()))


def _of_a_thing(text: str, hit: Found) -> bool:
    """Whether it is a thing that was forgotten or ignored, and nobody."""
    if not _OF_THINGS.search(text, hit.start, hit.end):
        return False
    if _FORGOT_THING.search(text, hit.start, hit.end + _AFTER):
        return True
    return bool(_A_THING.search(text[max(0, hit.start - _BEFORE) : hit.start]))


def _named(turn: Turn, hits: Iterable[Found], names: frozenset[str]) -> list[Evidence]:
    return [
        evidence(hit.name, turn.message.seq, hit.start, hit.end)
        for hit in hits
        if hit.name in names
    ]
