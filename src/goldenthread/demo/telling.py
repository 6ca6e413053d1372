"""A conversation while it is being told: who speaks, when, and what happens in between."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from goldenthread.demo.hands import Hand, written
from goldenthread.demo.hours import awake
from goldenthread.demo.phrases import spoken
from goldenthread.demo.phrases.keys import QUESTIONS, STORIES
from goldenthread.engine.types import Channel, EventType

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from goldenthread.demo.details import Details
    from goldenthread.demo.hours import Hours
    from goldenthread.demo.people import Member
    from goldenthread.demo.phrases import Bank, Line
    from goldenthread.demo.plan import Plan
    from goldenthread.demo.promises import Vow

CUSTOMER = 0
"""The customer's place among the participants; agents follow from 1 on."""

SYSTEM = -1
"""Stands for the machine that sends receipts, until it gets its place after the agents."""

_WORDS_A_SECOND = 2.6
_TRIES = 4
_NOON, _EVENING = 12, 18


def _greeting(at: datetime) -> str:
    if at.hour < _NOON:
        return "Good morning"
    return "Good afternoon" if at.hour < _EVENING else "Good evening"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Beat:
    """Something said."""

    at: datetime
    who: int
    text: str
    spoken: bool = False
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened without words."""

    at: datetime
    type: EventType
    actor: int | None = None
    to: int | None = None
    value: str | None = None


@dataclass(slots=True)
class Telling:
    """The story so far. `words` draws phrases, `pace` draws times, so that neither moves the other.

    What agents say is gathered until the customer speaks or the case changes hands, and becomes
    one message then.
    """

    plan: Plan
    details: Details
    bank: Bank
    hours: Hours
    words: Random
    pace: Random
    now: datetime
    beats: list[Beat] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    settled: dict[Vow, datetime] = field(default_factory=dict)
    hand: int = 0
    spoken: bool = False
    said: list[str] = field(default_factory=list)
    placed: bool = True
    begun: bool = False
    question: str | None = None
    used: list[Line] = field(default_factory=list)

    @property
    def agent(self) -> Member:
        """Who has the case now."""
        return self.plan.hands[self.hand]

    def say(self, key: str) -> str:
        """One phrase for `key`, in keeping with the matter and with the question asked before."""
        if key in ("ask.first", "ask.curt"):
            self.question = self._question(key)
        head = key.partition(".")[0]
        group = self.details.matter if head in ("open", "solve") else self.question
        line = self.bank.draw(key, self.words, group)
        for _ in range(_TRIES):
            if line not in self.used:
                break
            line = self.bank.draw(key, self.words, group)
        self.used.append(line)
        self.details["greeting"] = _greeting(self.now)
        return spoken(line, self.details, self.words)

    def _question(self, key: str) -> str | None:
        """What kind of question makes sense in this story."""
        while True:
            kind = self.bank.group(key, self.words)
            if self.plan.story in QUESTIONS.get(kind or "", STORIES):
                return kind

    def maybe(self, share: float) -> bool:
        """True in `share` of cases; for what is said, not for when."""
        return self.words.random() < share

    def at(self, moment: datetime) -> None:
        """Go on at `moment`: whoever speaks next speaks then."""
        self.flush()
        self.now = moment
        self.placed = True

    def agent_says(self, *keys: str) -> None:
        """The agent says these, in one breath with what was said just before."""
        self.begin_message()
        self.details.agent_speaks = True
        self.said.extend(self.say(key) for key in keys)

    def begin_message(self) -> None:
        """The agent begins to speak: from here on `now` is when."""
        if not self.said and not self.begun:
            self._come_to(self._agents_time)
            self.begun = True

    def flush(self) -> None:
        """End the agent's message."""
        if self.said:
            self._speak(self.hand + 1, self._joined(self.said))
            self.said = []
            self.begun = False

    def customer_says(self, *keys: str) -> None:
        """The customer answers."""
        self.flush()
        self._come_to(self._customers_time)
        self.details.agent_speaks = False
        text = self._joined([self.say(key) for key in keys])
        hand = self.plan.customer.hand
        # What is spoken has been written down by a machine that knows its capitals.
        if not self.spoken and hand is not Hand.NEAT:
            text = written(text, hand, self.words)
        self._speak(CUSTOMER, text)

    def note(self, key: str) -> None:
        """The agent leaves a note that the customer does not see."""
        self.details.agent_speaks = True
        self.beats.append(Beat(self.now, self.hand + 1, self.say(key), internal=True))

    def _come_to(self, when: Callable[[], datetime]) -> None:
        if not self.placed:
            self.now = when()
        self.placed = False

    def _speak(self, who: int, text: str) -> None:
        self.beats.append(Beat(self.now, who, text, self.spoken))
        if self.spoken:
            self.now += timedelta(seconds=round(1 + len(text.split()) / _WORDS_A_SECOND))

    def happen(self, kind: EventType, to: int | None = None, value: str | None = None) -> None:
        """Something happens now, done by the agent who has the case."""
        self.happenings.append(Happening(self.now, kind, self.hand + 1, to, value))

    def settle(self, *vows: Vow) -> None:
        """These promises are settled one way or the other by what has been told so far."""
        for vow in vows:
            self.settled[vow] = self.now

    def _joined(self, parts: list[str]) -> str:
        """Speech and chat run on; a mail has its greeting and its signature on lines apart."""
        if self.spoken or self.plan.arrival.channel is not Channel.EMAIL:
            # A comma after a greeting belongs to a line of its own.
            first = f"{parts[0][:-1]}." if parts[0].endswith(",") else parts[0]
            return " ".join((_capital(first), *map(_capital, parts[1:])))
        head = parts[:1] if parts[0].endswith(",") else []
        tail = parts[-1:] if "\n" in parts[-1] else []
        body = " ".join(map(_capital, parts[len(head) : len(parts) - len(tail)]))
        return "\n\n".join(part for part in (*head, body, *tail) if part)

    def _agents_time(self) -> datetime:
        if self.spoken:
            return self.now + timedelta(seconds=round(self.pace.uniform(1, 9)))
        if self.plan.arrival.channel is Channel.CHAT:
            return self.hours.later(self.now, self.pace.uniform(0.4, 3))
        return self.hours.later(self.now, 12 + self.pace.random() ** 2 * 140)

    def _customers_time(self) -> datetime:
        if self.spoken:
            return self.now + timedelta(seconds=round(self.pace.uniform(1, 5)))
        if self.plan.arrival.channel is Channel.CHAT:
            return self.now + timedelta(seconds=round(self.pace.uniform(12, 110)))
        return awake(self.now + timedelta(minutes=6 + self.pace.random() ** 3 * 420))
