"""What customers say was done to them, and how they take it, read from their words alone."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from goldenthread.engine.gauge.patterns import Found, Patterns, clipped, wordings
from goldenthread.engine.gauge.signs import SIGNS, evidence
from goldenthread.engine.gauge.types import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from goldenthread.engine.gauge.types import Evidence

BREACHES = frozenset(
    name for name, sign in SIGNS.items() if name.startswith("c_") and sign.weight < 0
)
MERITS = frozenset(name for name in SIGNS if name.startswith("c_")) - BREACHES
_TOLD_AGAIN = {"c_retold", "c_passed_on"}
_FAULTS = BREACHES | {"wish", "verdict"}
_FELT = {"c_rude", "c_dishonest", "c_dismissed"}
_ASKED_ABOUT = {"c_faulty", "c_late", "c_cancelled", "c_lost", "c_charged", "c_not_done"}
_TELLING = 25

TONE = 0.2
"""Beyond this valence a text counts as positive or negative."""

_BEFORE = 32
_AFTERWARDS = 12
_GRATEFUL = re.compile(
    r"\s*(?:to\s+)?(?:say|thank|commend|praise|express)|\s*trouble", re.IGNORECASE
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nobody|nothing|hardly|without|nor|lack of|less|isnt|wasnt|arent|werent"
    r"|dont|doesnt|didnt|wont)|n['’]t)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:could|should|would|need(?:s|ed)?(?: to)?|more|be(?:en)? more|better)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i|we)\s+(?:really\s+|just\s+)?$", re.IGNORECASE)
_CAN_ONE = re.compile(r"\b(?:can|could|should|do|may|shall|would)\s+$", re.IGNORECASE)
_TO_THEM = re.compile(r"\b(?:you|you to|u|please|pls|kindly)\s+$", re.IGNORECASE)
_TELLS = re.compile(r"(?:repeat|say|tell|explain|describe|go\b)", re.IGNORECASE)
_SPARED = re.compile(
    r"(?:\bno need (?:for me )?to|\b(?:do|did)(?: not|n['’]?t) (?:even )?(?:have|need) to|\bwithout"
    r"(?: me| us)? (?:having|needing) to|\bnever (?:once )?(?:had|have) to|\bsaved? me"
    r"|\b(?:happy|glad|happily|gladly|would|i['’]d|i['’]ll) (?:to )?(?:do|send|explain|tell)"
    r"|\b(?:glad|good|nice|great|lovely|pleased|relief|impressed|kind|brilliant|thank(?:s| you)"
    r"(?: for)?)\b(?![^.!?]*\bbut\b)(?: that| of you| to see|,)? (?:you|i|we|he|she|they|not"
    r"|having))"
    r"\b[^.!?,;]{0,40}$",
    re.IGNORECASE,
)
_PLEASED = re.compile(
    r"[\s,–-]*(?:you (?:lot |all |guys )?(?:are|were|have been) (?:all )?(?:so |very )?(?:brilliant"
    r"|great|kind|lovely|helpful|wonderful|marvellous)|thank|lovely|brilliant|great|wonderful"
    r"|excellent|no (?:rush|hurry|worries|problem)"
    r"|happy|perfect|fine\b|not urgent|very (?:happy|pleased|good|grateful)|grateful|that['’]?s"
    r" (?:great|fine|good|lovely)|no bother|it['’]?s not urgent|keep up|appreciate)",
    re.IGNORECASE,
)
_KEEPS = re.compile(r"keeps?\b|kept\b", re.IGNORECASE)
_THINGS = re.compile(
    r"\b(?:it|app|web ?site|site|page|screen|system|machine|phone|computer|device|tablet|browser"
    r"|software|program|alarm|boiler|router|box|meter|thermostat|display|advert|\A)\s+(?:just )?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\s*(?:of (?:the|my|this|next) (?:boiler|router|phone|meter|manual|book|video|film|series"
    r"|month|year|week|\w+ (?:manual|book))|(?:that |which )?you (?:kindly )?(?:sent|gave"
    r"|posted|wrote"
    r"|e-?mailed)|been so|been very|how grateful)\b",
    re.IGNORECASE,
)
_NO_TALE = re.compile(
    r"\Ado it again\Z|\Aagain, (?:yes|no|thanks?|sorry|great|lovely|many|please|so)\b"
    r"|\A(?:do|should|shall|will) i (?:have to |need to )?start (?:it|the (?!whole|story"
    r"|process|entire"
    r"|conversation)\w+|my \w+) again|\b(?:last|previous|first) (?:bill|statement|invoice|payslip"
    r"|contract|order|letter from)",
    re.IGNORECASE,
)
_ONESELF = re.compile(r"\b(?:i|we)(?: have| will|['’]ve|['’]ll)? $", re.IGNORECASE)
_TO_YOU = re.compile(
    r"\s*(?:in|on|for you|to|with|already|clearly|twice|again|before)\b", re.IGNORECASE
)
_FONDLY = re.compile(
    r"\s*(?:an? |one of |part of |your |their )*(?:friend|family|royalty|king|queen|human|person"
    r"|guest|star|vip|own|gold|princess|adult|equal)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:money|payments?|funds?|balance|amount|salary|savings|bank|cash|wages)\b|[£$€]",
    re.IGNORECASE,
)
_CARES = re.compile(r"\bcare", re.IGNORECASE)
_NONE = re.compile(
    r"\b(?:no|nobody(?: was| is)?|never(?: any| been| once)?|not(?: once| any| at all)?|zero"
    r"|without(?: any| a)?|(?:was|were|is)n['’]?t|nothing was)\s+(?:any\s+|a\s+|ever\s+|too\s+)?$",
    re.IGNORECASE,
)


@cache
def _patterns() -> Patterns:
    return Patterns(wordings("customer"))


@cache
def _upset() -> Patterns:
    return Patterns(wordings("upset"))


def upset(text: str) -> bool:
    """Whether words of anger or distress stand in `text`, whatever they are about.

    >>> upset("I am at my wits' end."), upset("It still beeps.")
    (True, False)
    """
    return bool(_upset().which(text))


def found(text: str) -> list[Found]:
    """Every customer's wording in `text`, what is denied in the same breath left out."""
    text = clipped(text)
    return _weighed([hit for hit in _patterns().find(text) if not _taken_back(text, hit)])


def _weighed(hits: list[Found]) -> list[Found]:
    """Without what another wording in the same text overrules."""
    if not hits:
        return hits
    spared = [hit for hit in hits if hit.name == "flawless"]
    if spared:
        hits = [hit for hit in hits if hit.name not in _FAULTS or not _within(hit, spared)]
    counts = Counter(hit.name for hit in hits)
    dropped = set()
    if counts["verdict"] and counts["praise"] + counts["flawless"] > counts["verdict"]:
        dropped.add("verdict")
    if counts["c_held"] and counts["c_late"]:
        dropped.add("c_late")
    return [hit for hit in hits if hit.name not in dropped] if dropped else hits


def _within(hit: Found, others: list[Found]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _taken_back(text: str, hit: Found) -> bool:
    before = text[max(0, hit.start - _BEFORE) : hit.start]
    own = _UNLESS.get(hit.name)
    if own is not None and own(text, hit, before):
        return True
    if hit.name in MERITS or hit.name in {"praise", "for"}:
        return bool(_DENIED.search(before) or _WANTED.search(before))
    return (hit.name in BREACHES or hit.name == "verdict") and bool(_NONE.search(before))


def _thanks_with_it(text: str, hit: Found, before: str) -> bool:
    """Whether a wish is one to thank: “I would like to thank you”."""
    after = text[hit.end : hit.end + _AFTERWARDS]
    return bool(_GRATEFUL.match(after) or _DENIED.search(before))


def _asks_when(_: str, __: Found, before: str) -> bool:
    """Whether it asks when, and insists on nothing: “when can I expect it?”."""
    return bool(_CAN_ONE.search(before))


def _asks_them(text: str, hit: Found, before: str) -> bool:
    """Whether nothing was told again: “could you repeat that?”, “no need to explain again”."""
    if _TO_THEM.search(before) and _TELLS.match(text, hit.start):
        return True
    words = text[hit.start : hit.end]
    after = text[hit.end : hit.end + _BEFORE]
    return _spared(before + words, after) or _of_a_thing(before, words, after)


def _spared(said: str, after: str) -> bool:
    """Whether it did not have to be told, or is said by way of thanks: “as I said, no rush”."""
    return bool(_SPARED.search(said) or _PLEASED.match(after))


def _of_a_thing(before: str, words: str, after: str) -> bool:
    """Whether it is a thing that asks or is begun again, a paper that says it, or a note kept."""
    return bool(
        (_KEEPS.match(words) and _THINGS.search(before))
        or _ELSEWHERE.match(after)
        or _NO_TALE.search(words)
        or (words.endswith("down") and _ONESELF.search(before) and not _TO_YOU.match(after))
    )


def _passes_money(text: str, hit: Found, before: str) -> bool:
    """Whether it is money that was passed on: “my salary was transferred”."""
    return bool(_MONEY.search(before + text[hit.start : hit.end]))


def _cares_oneself(text: str, hit: Found, before: str) -> bool:
    """Whether no disregard is told: “I don’t care which”, “treated me like a friend”."""
    own = _OWN.search(before) and _CARES.search(text, hit.start, hit.end)
    return bool(own or _FONDLY.match(text, hit.end))


_UNLESS: dict[str, Callable[[str, Found, str], bool]] = {
    "wish": _thanks_with_it,
    "fight": _asks_when,
    "c_retold": _asks_them,
    "c_passed_on": _passes_money,
    "c_dismissed": _cares_oneself,
}
"""What takes a sign's wording back, from the text, the wording and what stands before it."""


def signs(text: str) -> list[Evidence]:
    """The signs of kept and broken principles a customer's words give, with their spans.

    `message` is 0; whoever knows the message puts its number there. Empty text gives none.

    >>> [(e.sign, e.letter) for e in signs("I was on hold for two hours.")]
    [('c_held', 'R')]
    """
    return as_signs(found(text))


def as_signs(hits: Iterable[Found], message: int = 0) -> list[Evidence]:
    """What `found` gave for one message, as evidence; the first wording of each sign."""
    seen: set[str] = set()
    given = []
    for hit in hits:
        if hit.name in SIGNS and hit.name not in seen:
            seen.add(hit.name)
            given.append(evidence(hit.name, message, hit.start, hit.end))
    return given


def broken(texts: Sequence[str]) -> list[set[str]]:
    """The principles each text says were broken.

    >>> broken(["They cancelled my flight.", "Lovely people, thank you!"])
    [{'D'}, set()]
    """
    return [letters({hit.name for hit in found(text)}) for text in texts]


def letters(names: set[str]) -> set[str]:
    """The letters of PROUD broken by the signs of one text."""
    return {SIGNS[name].letter for name in names & BREACHES}


def stance(texts: Sequence[str]) -> list[Stance]:
    """What sort of statement each text is; nothing to go by gives `other`.

    >>> [str(s) for s in stance(["Awful service.", "Two hours late, and nobody told us why."])]
    ['opinion', 'feedback']
    """
    return [stand(text, {hit.name for hit in found(text)}) for text in texts]


def stand(text: str, names: set[str], valence: float = 0.0) -> Stance:
    """The stance of one text, from the names of what was found in it.

    `valence` (−1…1), where a learned reading has one, decides when no wording does.
    """
    breaches = names & BREACHES
    if _only_asks(text, names, breaches):
        return Stance.QUESTION
    if _tells(text, breaches) or (not breaches and "wish" in names):
        return Stance.FEEDBACK
    if breaches or names & {"verdict", "against", "flight", "fight"}:
        return Stance.OPINION
    if names & ({"praise", "flawless"} | MERITS):
        return _praise(text, names)
    return _by_tone(text, names, valence)


def _only_asks(text: str, names: set[str], breaches: set[str]) -> bool:
    asks = "?" in text
    if not asks or names & {"verdict", "fight", "against", "wish", "flight"}:
        return False
    return len(breaches) == 1 and breaches <= _ASKED_ABOUT and text.rstrip().endswith("?")


def _tells(text: str, breaches: set[str]) -> bool:
    facts = breaches - _FELT
    return bool(facts) or (bool(breaches) and len(text.split()) >= _TELLING)


def _praise(text: str, names: set[str]) -> Stance:
    told = names & {"specific", "named"} or len(text.split()) >= _TELLING
    return Stance.PRAISE_SPECIFIC if told else Stance.PRAISE_VAGUE


def _by_tone(text: str, names: set[str], valence: float) -> Stance:
    if "asks" in names or "?" in text:
        return Stance.QUESTION
    if valence > TONE:
        return _praise(text, names)
    return Stance.OPINION if valence < -TONE else Stance.OTHER


def coping(texts: Sequence[str]) -> list[str | None]:
    """Whether each customer fights (insists, threatens) or flies (gives up, leaves), or neither."""
    return [cope({hit.name for hit in found(text)}) for text in texts]


def cope(names: set[str]) -> str | None:
    """The coping of one text; leaving outweighs insisting."""
    return next((name for name in ("flight", "fight") if name in names), None)


def word_of_mouth(texts: Sequence[str]) -> list[str | None]:
    """Whether each customer warns others (`against`), recommends (`for`), or neither."""
    return [mouth({hit.name for hit in found(text)}) for text in texts]


def mouth(names: set[str]) -> str | None:
    """The word of mouth of one text; a warning outweighs a recommendation."""
    return next((name for name in ("against", "for") if name in names), None)


def retold(texts: Sequence[str]) -> list[bool]:
    """Whether each customer says they had to tell it again, or were passed to several people."""
    return [any(hit.name in _TOLD_AGAIN for hit in found(text)) for text in texts]
