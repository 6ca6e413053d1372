"""Whether a customer comes or leaves minding, in words that need no anger.

"I've asked three times", "So that's it, is it?", "I'm no further on": asked of first and last
messages only, where the feelings of a conversation are read.
"""

from __future__ import annotations

import re
from functools import cache

from goldenthread.engine.gauge.patterns import Found, Patterns, any_of, clipped, wordings

_SUPPOSED = re.compile(
    r"\b(?:if|unless|in case|whether|when|once|hope|hopefully|so that)\s(?:[^\s.!?,]+\s){0,5}$",
    re.IGNORECASE,
)
_SETTLED = any_of(
    r"(?:(?:it|that|this|all|everything|which|heating|water|power|parcel|order|card|light|line)"
    r"(?:['’]s| is| are| has| have)?|['’]s)"
    r"(?: (?:now|all|just|finally|come|been|got|be|both|up|actually))* (?:working|works|worked"
    r"|sorted|fixed|arrived|turned up|back on|solved|resolved|through|fine|clear|done)\b",
    r"i(?:['’]ve| have)? (?:just |now )?found (?:it|them)\b|makes sense\b|(?:no|not a) problem\b",
    r"(?:that|it)(?:['’]s| is| was) (?:fine|okay|ok|all right|alright|good|great|perfect)\b",
    r"(?:more|better|easier|quicker) than i|not (?:bad|(?:that|too|so) \w+)\b|let you know\b"
    r"|not have \w+ more\b|trust you\b",
    r"that helps\b|i understand\b|i(?:['’]m| am) (?:happy|pleased|glad|relieved|grateful)\b",
)
_REACTS = re.compile(
    r"\b(?:you|your|yourselves|yourself|that|this|then)\b|\A\W*(?:so|well|and|but|right|ok(?:ay)?|oh"
    r"|still)\b",
    re.IGNORECASE,
)
_ASKS_KINDLY = re.compile(
    r"\b(?:please|thanks?|cheers|sorry|one (?:second|moment|minute|sec)"
    r"|(?:can|could|would|may|shall) (?:you|i|we))\b|\A\W*(?:if|once|when)\b",
    re.IGNORECASE,
)
_BEFORE = 40


@cache
def _patterns(*, last: bool) -> Patterns:
    table = wordings("temper")
    return Patterns(table if last else {"came": table["came"]})


def minds(text: str, *, last: bool) -> bool:
    """Whether who writes `text` minds; `last` where it is the end of what they wrote.

    What is only supposed ("if that doesn't help") does not count, nor what they go on to call
    settled.

    >>> minds("I'm no further on.", last=True), minds("If I get no further on my own?", last=True)
    (True, False)
    """
    text = clipped(text)
    hits = [hit for hit in _patterns(last=last).find(text) if not _supposed(text, hit)]
    return bool(hits) and not _settled(text, hits[-1])


def reacts(text: str) -> bool:
    """Whether the end of a conversation answers what was said to it, and asks for nothing kindly.

    >>> reacts("That puts me back in the same queue."), reacts("The lamp is still red.")
    (True, False)
    """
    return bool(_REACTS.search(text)) and plain(text)


def plain(text: str) -> bool:
    """Whether a text neither asks for something kindly nor calls the matter settled.

    >>> plain("My parcel is lost."), plain("My parcel is lost, could you look?")
    (True, False)
    """
    return not (_ASKS_KINDLY.search(text) or _SETTLED.search(text))


def _supposed(text: str, hit: Found) -> bool:
    return bool(_SUPPOSED.search(text[max(0, hit.start - _BEFORE) : hit.start]))


def _settled(text: str, hit: Found) -> bool:
    return bool(_SETTLED.search(text, hit.end))
