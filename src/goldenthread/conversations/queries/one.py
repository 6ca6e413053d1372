"""One conversation from its first word to its last, and what was read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from goldenthread.charter import queries as charter
from goldenthread.conversations import policy
from goldenthread.conversations.queries.marks import drawn
from goldenthread.conversations.queries.titles import title
from goldenthread.conversations.queries.wording import FEELING, SIGNALS, said
from goldenthread.conversations.rules import summary
from goldenthread.engine.gauge.signs import RETOLD
from goldenthread.engine.standard import Outcome
from goldenthread.engine.types import Role
from goldenthread.people import queries as people
from goldenthread.web.principles import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from goldenthread.charter.queries import VerdictLine
    from goldenthread.conversations.models import (
        Answer,
        Conversation,
        GivenWord,
        Message,
        Reading,
    )
    from goldenthread.people.models import Member

_ON_OUR_SIDE = {Role.AGENT, Role.SUPERVISOR, Role.BOT, Role.SYSTEM}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a message that a reading rests on; `kind` is its colour."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Said:
    """One message as the page shows it."""

    message: Message
    who: str
    is_ours: bool
    marks: tuple[Mark, ...]
    given: tuple[GivenWord, ...]
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """One event between the messages."""

    words: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign in plain words, with the customer's or the agent's words it was read from, if any."""

    sign: str
    words: str
    seen: bool
    message: int | None


@dataclass(frozen=True, slots=True)
class PrincipleLine:
    """One principle: score and interval 0…100, None when nobody had occasion to show it."""

    letter: str
    name: str
    score: float | None
    low: float
    high: float
    for_it: tuple[Sign, ...]
    against_it: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class WordLine:
    """One given word: what was said, and how its fate is known, empty when it is not."""

    word: GivenWord
    words: str
    known: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A promise of the charter that was kept or broken here, and the signs that say so."""

    line: VerdictLine
    because: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """Everything the page shows.

    Attributes:
        signals: Fight, flight, word of mouth, and what had to be told again.
        felt: Feelings heard in the customer's messages, each once.
    """

    conversation: Conversation
    title: str
    reading: Reading
    team: str
    course: list[Said | Happened]
    principles: list[PrincipleLine]
    given: list[WordLine]
    signals: list[Sign]
    felt: list[Sign]
    answers: list[Answer]
    verdicts: list[Ruling]

    @property
    def broken(self) -> list[Ruling]:
        """Promises broken here."""
        return [ruling for ruling in self.verdicts if ruling.line.verdict != Outcome.KEPT]

    @property
    def kept(self) -> list[Ruling]:
        """Promises kept here."""
        return [ruling for ruling in self.verdicts if ruling.line.verdict == Outcome.KEPT]

    @property
    def told(self) -> str:
        """What happened, in two or three short sentences."""
        return summary(
            began=self.reading.began,
            ended=self.reading.ended,
            fates=[line.word.fate for line in self.given],
            handovers=sum(
                isinstance(step, Happened) and step.words.startswith("passed on")
                for step in self.course
            ),
        )


def one(*, member: Member, pk: int) -> ConversationPage:
    """A conversation the member may read.

    Raises:
        NotHere: There is none, or it is not the member's to read.
    """
    conversation = policy.must_see(member, pk)
    messages = list(conversation.messages.all())
    reading = conversation.reading
    given = list(conversation.given_words.order_by("message_seq", "start"))
    texts = {message.seq: message.text for message in messages}
    return ConversationPage(
        conversation=conversation,
        title=title(conversation, (m.text for m in messages if _is_the_customers(m))),
        reading=reading,
        team=people.unit_names().get(conversation.unit_key, conversation.team_written),
        course=_course(conversation, messages, reading, given),
        principles=[_principle(letter, reading, texts) for letter in NAMES],
        given=[_word_line(word, texts) for word in given],
        signals=_each_once(reading, texts, lambda code: code in SIGNALS),
        felt=_each_once(reading, texts, lambda code: code.startswith(FEELING)),
        answers=list(conversation.answers.all()),
        verdicts=[_ruling(line, texts) for line in charter.verdicts_of(conversation.pk)],
    )


def _is_the_customers(message: Message) -> bool:
    return message.role == Role.CUSTOMER and not message.internal


def _word_line(word: GivenWord, texts: dict[int, str]) -> WordLine:
    words = texts.get(word.message_seq, "")[word.start : word.end]
    known = "; ".join(dict.fromkeys(said(str(mark[3])) for mark in word.evidence))
    return WordLine(word, words, known)


def _ruling(line: VerdictLine, texts: dict[int, str]) -> Ruling:
    """What a verdict rests on, each sign where it is met first."""
    signs: dict[str, Sign] = {}
    for mark in line.evidence:
        kept = line.verdict == Outcome.KEPT
        place: list[object] = [mark.message, mark.start, mark.end]
        signs.setdefault(mark.sign, _sign([*place, mark.sign, "", kept], texts))
    return Ruling(line, tuple(signs.values()))


def _each_once(
    reading: Reading, texts: dict[int, str], wanted: Callable[[str], bool]
) -> list[Sign]:
    """The signs wanted, each where it is met first; every way of telling again is one sign."""
    first: dict[str, Sign] = {}
    for mark in reading.evidence:
        code = str(mark[3])
        if wanted(code):
            first.setdefault("c_retold" if code in RETOLD else code, _sign(mark, texts))
    return list(first.values())


def _course(
    conversation: Conversation,
    messages: list[Message],
    reading: Reading,
    given: list[GivenWord],
) -> list[Said | Happened]:
    """Messages and events in the order they came; undated events stand at the end."""
    names = dict(conversation.participants.values_list("idx", "name"))
    teams = dict(conversation.participants.values_list("idx", "team"))
    marks = _marks(reading, given, messages)
    signals = _signals(reading)
    spoken = [
        Said(
            message=message,
            who=_who(message, names, teams),
            is_ours=message.role in _ON_OUR_SIDE,
            marks=tuple(marks.get(message.seq, ())),
            given=tuple(word for word in given if word.message_seq == message.seq),
            signals=tuple(signals.get(message.seq, ())),
        )
        for message in messages
    ]
    return _woven(spoken, [_happened(event) for event in conversation.events])


def _signals(reading: Reading) -> dict[int, dict[str, None]]:
    """What is to be said beside each message, in order and once."""
    beside: dict[int, dict[str, None]] = {}
    for seq, _, _, code, *_ in reading.evidence:
        if code in SIGNALS and seq is not None:
            beside.setdefault(seq, {})[said(code)] = None
    return beside


def _woven(spoken: list[Said], events: list[Happened]) -> list[Said | Happened]:
    waiting = sorted((e.at, i) for i, e in enumerate(events) if e.at is not None)
    course: list[Said | Happened] = []
    for one_said in spoken:
        at = one_said.message.sent_at
        while waiting and at is not None and waiting[0][0] < at:
            course.append(events[waiting.pop(0)[1]])
        course.append(one_said)
    after = [events[i] for _, i in waiting]
    return [*course, *after, *(e for e in events if e.at is None)]


def _who(message: Message, names: dict[int, str], teams: dict[int, str]) -> str:
    if message.author is None:
        return message.role
    return teams.get(message.author) or names.get(message.author) or message.role


_EVENT_WORDS = {
    "assigned": "assigned to {to}",
    "transferred": "passed on to {to}",
    "status_changed": "status: {to}",
    "reopened": "opened again",
    "merged": "merged",
    "call_attempted": "a call was tried",
    "call_connected": "a call was made",
    "refund_issued": "a refund was made",
    "replacement_sent": "a replacement was sent",
    "appointment_set": "an appointment was set",
    "rated": "the customer rated it",
    "created": "opened",
}


def _happened(event: list[object]) -> Happened:
    _, kind, at, changed, _before, after = event
    words = _EVENT_WORDS.get(str(kind), str(kind).replace("_", " "))
    if changed and kind == "field_changed":
        words = f"{changed}: {{to}}"
    if not after:
        words = words.replace(" to {to}", "").replace(": {to}", " changed")
    return Happened(
        words=words.replace("{to}", str(after)),
        at=datetime.fromisoformat(str(at)) if at else None,
    )


def _marks(
    reading: Reading, given: list[GivenWord], messages: list[Message]
) -> dict[int, list[Mark]]:
    texts = {message.seq: message.text for message in messages}
    marks: dict[int, list[Mark]] = {}
    # First: where a given word is a sign as well, it is drawn as a given word.
    for word in given:
        marks.setdefault(word.message_seq, []).append(Mark(word.start, word.end, "due"))
    for seq, places in drawn(reading.evidence, texts).items():
        marks.setdefault(seq, []).extend(Mark(*place) for place in places)
    return marks


def _sign(mark: list[object], texts: dict[int, str]) -> Sign:
    seq, start, end, code, _letter, seen, *_ = mark
    text = texts.get(seq, "") if isinstance(seq, int) else ""
    return Sign(
        sign=said(str(code)),
        words=text[int(str(start)) : int(str(end))],
        seen=bool(seen),
        message=seq if isinstance(seq, int) else None,
    )


def _principle(letter: str, reading: Reading, texts: dict[int, str]) -> PrincipleLine:
    score = reading.scores()[letter]
    low, high = reading.intervals.get(letter, (0.0, 100.0))
    signs = dict.fromkeys(_sign(mark, texts) for mark in reading.evidence if mark[4] == letter)
    return PrincipleLine(
        letter=letter,
        name=NAMES[letter],
        score=None if score is None else score / 100,
        low=low,
        high=high,
        for_it=tuple(sign for sign in signs if sign.seen),
        against_it=tuple(sign for sign in signs if not sign.seen),
    )
