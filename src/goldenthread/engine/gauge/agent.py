"""What agents' public messages show of each principle, kept or broken, read from their words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from goldenthread.engine.gauge.patterns import Found, Patterns, clipped, wordings
from goldenthread.engine.gauge.reasons import explains
from goldenthread.engine.gauge.signs import SIGNS, evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldenthread.engine.gauge.types import Evidence

_NO_NAME = frozenset(wordings("no_name"))
_SCRIPTED = 2
_PARDONED = re.compile(
    r"(?:can(?:no|['’]?)t|can not|able to)\s+(?:wait|imagine|apologi[sz]e|thank|agree more|stress"
    r"|emphasi[sz]e|begin|help but|fault|believe|see|find|locate|hear|trace|reach|tell|say|promise"
    r"|guarantee|remember|recall|open|read|log|sign|access|connect|get (?:through|hold|in|to the)"
    r"|miss|lose|go wrong|beat|recommend|praise|speak|take (?:any )?credit|be (?:sure|certain|more"
    r"|too|happier)|think|view|identify|reproduce|load|download|make out|understand|you|we|i|it)\b"
    r"|isn['’]?t it\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|when|whenever|whether|in case|where|why|unless|until|is it(?: that)?|you mean"
    r"|saying)\s"
    r"(?:[^\s.!?,]+\s){0,4}$",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"(?:only|just) an? (?:moment|second|minute|few|small|minor|quick|matter|formality|step|click"
    r"|case|question|precaution|test|reminder|bit|little|copy|number|form|short|simple|temporary|security"
    r"|standard|routine|couple|day|week|confirmation|placeholder|display|known|glitch|rough|guide)\b",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:once|when|if|until|unless|after|before|not|n['’]?t|never|whether|should|could|may|might)\s"
    r"(?:\S+\s){0,4}$",
    re.IGNORECASE,
)
_BEFORE = 40
_AFTER = 12
_SENTENCE_END = re.compile(r"[.!?\n]")


@cache
def _patterns() -> Patterns:
    return Patterns(wordings("agent"))


def found(text: str) -> list[Found]:
    """Every agent's wording in `text`, by where it begins; empty text gives none."""
    text = clipped(text)
    hits = [hit for hit in _patterns().find(text) if not _taken_back(text, hit)]
    no = refusal(hits)
    if no is not None and explains(text, no.start, no.end):
        hits.append(Found("reason", no.start, no.end))
    return hits


def _taken_back(text: str, hit: Found) -> bool:
    if hit.name == "uses_name":
        return not _a_name(text, hit)
    if hit.name == "refuses":
        return _no_refusal(text, hit)
    if hit.name == "dismisses":
        return bool(_HARMLESS.search(text, hit.start, hit.end))
    if hit.name in {"done", "follows_up"}:
        before = text[max(0, hit.start - _BEFORE) : hit.start]
        return bool(_PENDING.search(before)) or asked(text, hit.end)
    return False


def _no_refusal(text: str, hit: Found) -> bool:
    """A no that is only supposed, a courtesy, or about finding a thing."""
    pardoned = _PARDONED.search(text, hit.start, hit.end + _AFTER)
    return pardoned is not None or supposed(text, hit.start)


def supposed(text: str, at: int) -> bool:
    """Whether what stands at `at` is only supposed: "if you can't log in".

    >>> supposed("If you can't log in", 3), supposed("We can't", 0)
    (True, False)
    """
    return bool(_SUPPOSED.search(text[max(0, at - _BEFORE) : at]))


def asked(text: str, at: int) -> bool:
    """Whether the sentence that goes on at `at` ends as a question."""
    end = _SENTENCE_END.search(text, at)
    return end is not None and end.group() == "?"


def _a_name(text: str, hit: Found) -> bool:
    last = re.split(r"[\s,.!:-]+", text[hit.start : hit.end].rstrip(" ,.!?"))[-1]
    return last.endswith("]") or last.lower() not in _NO_NAME


def signs(text: str) -> list[Evidence]:
    """The signs of each principle, seen or broken, in one message of an agent.

    `message` is 0; whoever knows the message puts its number there. Empty text gives none.

    >>> [(e.letter, e.seen) for e in signs("That is not our department.")]
    [('O', False)]
    """
    return as_signs(found(text))


def as_signs(hits: list[Found], message: int = 0) -> list[Evidence]:
    """What `found` gave for one message, as evidence; the first wording of each sign.

    A refusal with its reason, or with what can be done instead, is delivering honestly; a
    hand-over with the story told is no passing on; one stock phrase is no script.
    """
    first: dict[str, Found] = {}
    for hit in hits:
        first.setdefault(hit.name, hit)
    _settle(first, hits)
    return [
        evidence(name, message, hit.start, hit.end)
        for name, hit in first.items()
        if SIGNS[name].letter
    ]


def _settle(first: dict[str, Found], hits: list[Found]) -> None:
    no = first.get("refuses")
    if no is not None:
        first.setdefault("explains" if "reason" in first else "refuses_unexplained", no)
    if "warm_handover" in first:
        first.pop("passes_on", None)
    if sum(hit.name == "script" for hit in hits) < _SCRIPTED:
        first.pop("script", None)
    closing = first.get("closing")
    asks = [hit for hit in hits if hit.name == "asks" and not _inside(hit, closing)]
    if "asks" in first and not asks:
        del first["asks"]


def _inside(hit: Found, other: Found | None) -> bool:
    return other is not None and other.start <= hit.end and hit.start <= other.end


def refusal(hits: Sequence[Found]) -> Found | None:
    """The first words of one message that say it cannot be done; None when none do."""
    return next((hit for hit in hits if hit.name == "refuses"), None)


ANSWERS = frozenset({"done", "refuses", "explains", "passes_on", "policy_wall", "leaves_alone"})
"""Wordings that answer or settle a matter rather than ask about it."""

_LEAD = (
    r"^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|thank\w*(?: you)?|sure|of course"
    r"|certainly|okay|ok|no problem|alright|great|perfect|absolutely|please|yes|there)\b[\s,.!]*"
    r"(?:\[name \d+\])?[\s,.!]*)*"
)
_FORMULA = re.compile(
    _LEAD
    + r"(?:\Z|(?:is there|can i help(?: you)? with|do you need) anything else\b|anything else\b"
    r"|(?:how|what) (?:else )?(?:can|may|could) (?:i|we) (?:help|assist|do|be)\b"
    r"|(?:just )?(?:give me |hold on |wait )?(?:one|a|bear with me|hold on)\s*"
    r"(?:moment|second|sec|minute)?\b(?:[\s,.!]|please)*\Z|bear with me\b"
    r"|let me (?:check|see|look|have a look|take a look)\b"
    r"|i(?:['’]ll| will) (?:check|look|have a look|see)\b|my name is\b|i(?:['’]m| am) happy to help"
    r"|i(?:['’]d| would) be happy to help)",
    re.IGNORECASE,
)
_FORMULA_WORDS = 14
_GREETING = re.compile(
    r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|dear)(?:\s+\S+){0,2}\W*$",
    re.IGNORECASE,
)


def is_greeting(text: str) -> bool:
    """Whether a text does nothing but greet.

    >>> is_greeting("Good morning!"), is_greeting("Hi, my parcel is lost")
    (True, False)
    """
    return "?" not in text and bool(_GREETING.match(text))


def is_formula(text: str) -> bool:
    """Whether a text is only one of the set phrases of service: "anything else?", "one moment".

    >>> is_formula("Is there anything else?"), is_formula("What is your order number?")
    (True, False)
    """
    return len(text.split()) <= _FORMULA_WORDS and bool(_FORMULA.match(text))
