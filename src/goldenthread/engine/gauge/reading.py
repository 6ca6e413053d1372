"""A whole conversation read: PROUD, feelings, given words and how the customer took it.

Many conversations are read with one pass of the learned heads over all their customers' words;
the rest is put together conversation by conversation.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from goldenthread.engine.gauge import (
    agent,
    course,
    customer,
    language,
    promises,
    retelling,
    temper,
)
from goldenthread.engine.gauge.scoring import LETTERS, principles
from goldenthread.engine.gauge.signs import OPENING, RETOLD, evidence
from goldenthread.engine.gauge.turns import Side, customers, turns
from goldenthread.engine.gauge.types import Evidence, Fate, Reading, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldenthread.engine.dates import Calendar
    from goldenthread.engine.gauge import Gauge, Scores
    from goldenthread.engine.gauge.patterns import Found
    from goldenthread.engine.gauge.turns import Turn
    from goldenthread.engine.gauge.types import Given
    from goldenthread.engine.types import Conversation

_NOTHING: dict[str, None] = dict.fromkeys(LETTERS)
_STANCES = tuple(Stance)
_WEIGHTIEST = (
    Stance.FEEDBACK,
    Stance.OPINION,
    Stance.PRAISE_SPECIFIC,
    Stance.PRAISE_VAGUE,
    Stance.QUESTION,
    Stance.OTHER,
)
_NEGATIVE = frozenset({Stance.FEEDBACK, Stance.OPINION})
_PRAISING = frozenset({Stance.PRAISE_SPECIFIC, Stance.PRAISE_VAGUE})
_FATES = {Fate.KEPT: "word_kept", Fate.BROKEN: "word_broken"}
_MARKED = frozenset({"fight", "flight", "against", "for", "c_retold", "c_passed_on"})
_MINDING = frozenset({"verdict", "fight", "flight", "against"})
_COMPLAINING = customer.BREACHES | _MINDING | {"wish"}
_UPSET = (_MINDING - {"fight"}) | {
    "c_rude",
    "c_hung_up",
    "c_dishonest",
    "c_dismissed",
    "c_misread",
}
_THANKFUL = frozenset({"praise", "flawless"})
_SORE = frozenset(
    {"anger", "annoyance", "disappointment", "disapproval", "disgust", "embarrassment", "sadness"}
)
_LOUD = re.compile(r"!!|\?\?|!\?|\?!|\b[A-Z]{4,}\b\W+(?:\w+\W+)?\b[A-Z]{4,}\b")
_PLAINLY = -0.5
"""The valence of a message whose words mind, where the heads hear less."""
_TASK = -0.1
"""The valence of a message that tells a task, however bleak it sounds to the heads."""
_CALM = frozenset({"neutral", "approval", "realization", "curiosity"})


class Heard(NamedTuple):
    """What the heads say of one customer's message."""

    seq: int
    text: str
    found: list[Found]
    valence: float
    stance: Stance
    broken: frozenset[str]
    feeling: str | None


def read(conversation: Conversation, gauge: Gauge, calendar: Calendar | None = None) -> Reading:
    """All there is to say about one conversation; waiting and deadlines count on `calendar`."""
    return read_many([conversation], gauge, calendar)[0]


def read_many(
    conversations: Sequence[Conversation], gauge: Gauge, calendar: Calendar | None = None
) -> list[Reading]:
    """The readings of many conversations, in order; none give none."""
    spoken = [customers(conversation) for conversation in conversations]
    scores = gauge.scores([message.text for messages in spoken for message in messages])
    rows = _heard(
        [m.text for ms in spoken for m in ms], [m.seq for ms in spoken for m in ms], scores
    )
    readings, at = [], 0
    for conversation, messages in zip(conversations, spoken, strict=True):
        heard = [row for row in rows[at : at + len(messages)] if row is not None]
        at += len(messages)
        readings.append(_reading(conversation, heard, gauge, calendar))
    return readings


def _heard(texts: Sequence[str], seqs: Sequence[int], scores: Scores) -> list[Heard | None]:
    """A row per message; None for one that was not read."""
    if not texts:
        return []
    stances = scores.stance.argmax(axis=1).tolist()
    valences = scores.valence.tolist()
    broken = scores.broken.tolist()
    present = scores.present
    strongest = np.where(present, scores.feelings, 0.0).argmax(axis=1).tolist()
    felt: list[bool] = np.any(present, axis=1).tolist()
    rows: list[Heard | None] = []
    for at, text in enumerate(texts):
        if scores.unread[at] is not None or math.isnan(valences[at]):
            rows.append(None)
            continue
        letters = frozenset(
            letter for letter, there in zip(LETTERS, broken[at], strict=True) if there
        )
        feeling = scores.names[strongest[at]] if felt[at] else None
        stance = _stood(_STANCES[stances[at]], text, scores.found[at])
        rows.append(Heard(seqs[at], text, scores.found[at], valences[at], stance, letters, feeling))
    return rows


def _stood(stance: Stance, text: str, found: list[Found]) -> Stance:
    """In the midst of a conversation only words of complaint make a complaint."""
    names = {hit.name for hit in found}
    if stance not in _NEGATIVE or names & _COMPLAINING:
        return stance
    return customer.stand(text, names)


def _reading(
    conversation: Conversation, heard: list[Heard], gauge: Gauge, calendar: Calendar | None
) -> Reading:
    code = language.language_of(conversation)
    told = turns(conversation, {row.seq: row.found for row in heard})
    unread = _unread(code, told)
    if unread is not None:
        return _empty(code, unread)
    given = promises.fates(conversation, calendar)
    signs = [
        *_opened(told, [sign for row in heard for sign in _customer_signs(row, gauge)]),
        *_agent_signs(told),
        *course.signs(conversation, told, calendar),
        *_fate_signs(given),
    ]
    names = {hit.name for row in heard for hit in row.found}
    return Reading(
        principles=principles(signs),
        feeling_start=_felt(_first(heard), last=False) if heard else None,
        feeling_end=_felt(heard[-1], last=True) if len(heard) > 1 else None,
        stance=_stance(heard),
        coping=customer.cope(names),
        word_of_mouth=customer.mouth(names),
        retold=bool(retelling.said_again(told) or any(s.sign in RETOLD for s in signs)),
        promises=given,
        language=code,
        unread=None,
        marks=tuple(_marks(heard)),
    )


def _unread(code: str | None, told: Sequence[Turn]) -> str | None:
    if not told:
        return language.WORDLESS
    if code is None:
        return language.WORDLESS
    return None if code == language.READ else language.FOREIGN


def _empty(code: str | None, why: str) -> Reading:
    return Reading(
        principles=dict(_NOTHING),
        feeling_start=None,
        feeling_end=None,
        stance=None,
        coping=None,
        word_of_mouth=None,
        retold=False,
        promises=(),
        language=code,
        unread=why,
    )


def _customer_signs(row: Heard, gauge: Gauge) -> list[Evidence]:
    """What one customer's message says was done; merits only where the message praises.

    One event is told in several wordings, so that a letter counts once a message, each way. What
    the heads hear and no wording names counts where the customer is heard to mind, and rests on
    the words that weigh most for the head.
    """
    first: dict[tuple[str, bool], Evidence] = {}
    for sign in customer.as_signs(row.found, row.seq):
        if sign.sign in customer.BREACHES or (sign.sign in customer.MERITS and _praises(row)):
            first.setdefault((sign.letter, sign.seen), sign)
    signs = list(first.values())
    if row.found and not _MINDING.isdisjoint(hit.name for hit in row.found):
        signs += _heads_alone(row, {sign.letter for sign in signs if not sign.seen}, gauge)
    return signs


def _first(heard: list[Heard]) -> Heard:
    """The first message that does more than greet, where another follows it."""
    return next((row for row in heard[:-1] if not agent.is_greeting(row.text)), heard[0])


def _felt(row: Heard, *, last: bool) -> float:
    """The valence of a message within a conversation.

    The heads hear a task told ("the line is down", "no luck") as negative, and anger in cool words
    as nothing: below `TONE` is only who minds, in words or loudly; who minds, and thanks for
    nothing, is not above it.
    """
    if temper.minds(row.text, last=last):
        return min(row.valence, _PLAINLY)
    names = {hit.name for hit in row.found}
    thankful = not _THANKFUL.isdisjoint(names)
    if row.valence >= -customer.TONE and thankful:
        return row.valence
    minds = not _UPSET.isdisjoint(names) or customer.upset(row.text)
    if row.valence >= -customer.TONE:
        return min(row.valence, _PLAINLY) if minds else row.valence
    upset = minds or _LOUD.search(row.text) or _sore(row, last=last)
    return row.valence if upset else _TASK


def _sore(row: Heard, *, last: bool) -> bool:
    """Whether who sounds upset to the heads tells more than a task.

    They leave with an answer to what they were told, or a feeling of it is present.
    """
    if last and temper.reacts(row.text):
        return True
    return row.feeling in _SORE and temper.plain(row.text)


def _opened(told: Sequence[Turn], signs: list[Evidence]) -> list[Evidence]:
    """What was not delivered before an agent spoke, lighter: it is why the customer came."""
    first = next((turn.message.seq for turn in told if turn.side is Side.AGENT), None)
    if first is None:
        return signs
    return [
        replace(sign, weight=sign.weight * OPENING)
        if sign.letter == "D"
        and not sign.seen
        and sign.message is not None
        and sign.message < first
        else sign
        for sign in signs
    ]


def _heads_alone(row: Heard, named: set[str], gauge: Gauge) -> list[Evidence]:
    """What the heads hear and no wording names, by the words that weigh most for the head."""
    signs = []
    for letter in sorted(row.broken - named):
        spans = gauge.spans(row.text, f"broken.{letter}")
        start, end = (spans[0].start, spans[0].end) if spans else (0, len(row.text))
        signs.append(evidence(f"heard_{letter}", row.seq, start, end))
    return signs


def _praises(row: Heard) -> bool:
    return row.stance in _PRAISING and "?" not in row.text


def _agent_signs(told: Sequence[Turn]) -> list[Evidence]:
    return [
        sign
        for turn in told
        if turn.side is Side.AGENT
        for sign in agent.as_signs(turn.found, turn.message.seq)
    ]


def _fate_signs(given: tuple[Given, ...]) -> list[Evidence]:
    return [
        evidence(_FATES[word.fate], word.promise.message, word.promise.start, word.promise.end)
        for word in given
        if word.fate in _FATES
    ]


def _stance(heard: list[Heard]) -> Stance | None:
    said = {row.stance for row in heard}
    return next((stance for stance in _WEIGHTIEST if stance in said), None)


def _marks(heard: list[Heard]) -> list[Evidence]:
    """Where the customer fights, flies, warns, recommends, tells it again, feels; their stance."""
    stance = _stance(heard)
    marks = []
    for row in heard:
        marks += [
            evidence(hit.name, row.seq, hit.start, hit.end)
            for hit in row.found
            if hit.name in _MARKED
        ]
        if row.stance is stance and stance is not None:
            marks.append(evidence(str(stance), row.seq, 0, len(row.text)))
        if row.feeling is not None and row.feeling not in _CALM:
            marks.append(Evidence(row.seq, 0, len(row.text), f"feeling.{row.feeling}"))
    return marks
