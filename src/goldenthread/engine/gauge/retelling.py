"""Whether customers had to tell it again: they say so, say the same twice, or are asked twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.gauge import agent
from goldenthread.engine.gauge.patterns import clipped
from goldenthread.engine.gauge.signs import evidence
from goldenthread.engine.gauge.turns import Side, parting, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.types import Conversation

_WORD = re.compile(r"[a-z0-9']{3,}")
_STOP = re.compile(r"[.!?\n]")
_QUOTED = re.compile(
    r"^[ \t]*>.*$|^[ \t]*(?:on\b.{4,80}\bwrote:|-+ ?original message)[\s\S]*",
    re.IGNORECASE | re.MULTILINE,
)
_ALIKE = 0.6
_ALIKE_QUESTION = 0.75
_FEWEST = 4
_FEWEST_ASKED = 2
_MOST_TURNS = 80
_PLAIN = """
the and that this with for you your have has are was were not but can could would will please just
got get from they them there what when where which how why who its it's i'm i've about any all been
"""
_EMPTY_WORDS = frozenset(_PLAIN.split())
_KIND = "order|tracking|account|booking|reference|ref|case|ticket|serial|policy|invoice|claim|meter"
_OFFERS = re.compile(
    r"\W*(?:(?:so|and|but|ok|okay|sure|great|sorry|thanks|please|now|then|hi|hello|just)\b\W*)*"
    r"(?:would you (?:like|prefer|be|want)|shall (?:i|we)|(?:do|would) you (?:want|wish|need"
    r"|require"
    r"|still|mind|have any)|(?:how|what) about|(?:is|are|was|has|have|did|does|would"
    r"|will) (?:it|that"
    r"|this|these|those|they|there|everything|(?:the|your) (?:\w+ ){1,3}(?:working|back|on"
    r"|off|now|fixed))\b|can (?:i|we)\b"
    r"|should (?:i|we)|any(?:thing)?\b|may (?:i|we) (?:help|assist)|are you (?:happy|ok|okay|sure"
    r"|there|able|still|free)|have you (?:tried|got|had|received)|(?:could|can|would|will) you"
    r" (?:please |just )?(?:try|check|restart|wait|hold|bear|confirm (?:the following"
    r"|that (?:you|this)"
    r"|this|these|you)))|\b(?:any (?:other|more|further)|anything else|something else|further"
    r" (?:help|assistance)|security|verify|data protection|identity|who you are)\b"
    r"|\b(?:correct|right|ok)\?|\bconfirm[ :]",
    re.IGNORECASE,
)
_ASKS_A_NUMBER = re.compile(
    rf"\b(?:{_KIND}|phone|mobile|telephone)\s*(?:numbers?|no\b|code|ref)|\breference\b|post ?code",
    re.IGNORECASE,
)
_NUMBERED = ("number", "reference", "code", "mail", " ref")
"""One of these stands in every question that asks for a number or an address."""
_ASKS_FOR = re.compile(
    rf"\b({_KIND})\s*(?:numbers?|code|ref\w*)|\b(reference|post ?code|e-?mail)\b", re.IGNORECASE
)
_GIVES = re.compile(
    rf"\b({_KIND})\b[^.?!\n]{{0,20}}?(?:\[\w+ \d+\]|\b(?=\w*\d)\w{{3,}}\b)"
    r"|(post ?code|e-?mail)\b[^.?!\n]{0,20}?(?:\[\w+ \d+\]|\b[a-z]{1,2}\d|\w@\w)",
    re.IGNORECASE,
)


def retold(conversation: Conversation) -> list[Evidence]:
    """What shows that the customer had to tell it again: their words, or a question asked twice."""
    told = turns(conversation)
    return said_again(told) + repeats(told) + asked_again(told)


def said_again(told: Sequence[Turn]) -> list[Evidence]:
    """Where customers say that they told it before, or were passed from one to another."""
    return [
        evidence(hit.name, turn.message.seq, hit.start, hit.end)
        for turn in told
        if turn.side is Side.CUSTOMER
        for hit in turn.found
        if hit.name in {"c_retold", "c_passed_on"}
    ]


def repeats(told: Sequence[Turn]) -> list[Evidence]:
    """Where a customer writes nearly the same as before."""
    earlier: list[frozenset[str]] = []
    found = []
    for turn in told[:_MOST_TURNS]:
        if turn.side is not Side.CUSTOMER:
            continue
        words = content(_unquoted(turn.text))
        if len(words) < _FEWEST:
            continue
        alike = any(_likeness(words, before) >= _ALIKE for before in earlier)
        if alike and not parting(turn.text):
            found.append(evidence("repeats", turn.message.seq, 0, len(turn.text)))
        earlier.append(words)
    return found


def asked_again(told: Sequence[Turn]) -> list[Evidence]:
    """Where somebody asks what was asked before, after the customer has spoken, or was given."""
    earlier: list[frozenset[str]] = []
    fresh: list[frozenset[str]] = []
    found = []
    for at, turn in enumerate(told[:_MOST_TURNS]):
        if turn.side is Side.CUSTOMER:
            earlier += fresh
            fresh = []
            continue
        for start, end in _questions(clipped(turn.text)):
            question = turn.text[start:end]
            words = content(question)
            if len(words) < _FEWEST_ASKED or agent.is_formula(question):
                continue
            if any(_likeness(words, before) >= _ALIKE_QUESTION for before in earlier):
                if _offers(question):
                    continue
                found.append(evidence("asked_again", turn.message.seq, start, end))
            elif turn.side is Side.AGENT and _given_before(question, told[:at]):
                found.append(evidence("asked_for_given", turn.message.seq, start, end))
            fresh.append(words)
    return found


def _offers(question: str) -> bool:
    """Whether a question offers, checks in or secures, and wants nothing told."""
    return bool(_OFFERS.search(question)) and not _ASKS_A_NUMBER.search(question)


def _given_before(question: str, told: Sequence[Turn]) -> bool:
    """Whether a question asks for a number, a postcode or an address the customer gave."""
    if not any(word in question for word in _NUMBERED):
        return False
    wanted = {_kind(match) for match in _ASKS_FOR.finditer(question)}
    return bool(wanted) and not wanted.isdisjoint(_given(told))


def _given(told: Sequence[Turn]) -> Iterator[str]:
    """What sorts of number or address the customer named with their value."""
    for turn in told:
        if turn.side is Side.CUSTOMER:
            yield from map(_kind, _GIVES.finditer(clipped(turn.text)))


def _kind(match: re.Match[str]) -> str:
    kind = (match[1] or match[2]).lower().replace("-", "").replace(" ", "")
    return "reference" if kind == "ref" else kind


def _questions(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence stands that ends as a question."""
    start = 0
    for stop in _STOP.finditer(text):
        if stop.group() == "?":
            yield start, stop.end()
        start = stop.end()


def content(text: str) -> frozenset[str]:
    """The words of a text that carry its matter."""
    return frozenset(_WORD.findall(clipped(text).lower())) - _EMPTY_WORDS


def _unquoted(text: str) -> str:
    """A text without the lines of the mail it answers."""
    return _QUOTED.sub("", text) if "\n" in text else text


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
