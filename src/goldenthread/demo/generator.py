"""A year of conversations from a seed: plans, played and written down as the engine's values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from goldenthread.demo.arrivals import Arrivals
from goldenthread.demo.chance import stream
from goldenthread.demo.details import Details
from goldenthread.demo.hours import Hours
from goldenthread.demo.people import organisation
from goldenthread.demo.phrases import load
from goldenthread.demo.plan import Planner, week_begins
from goldenthread.demo.promises import Vow
from goldenthread.demo.record import Recorder
from goldenthread.demo.script import play
from goldenthread.demo.telling import Telling
from goldenthread.demo.truth import Order, planted, week_of
from goldenthread.engine.types import Channel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from goldenthread.demo.arrivals import Arrival
    from goldenthread.demo.people import Organisation
    from goldenthread.demo.plan import Plan, Verdicts
    from goldenthread.demo.truth import Truth
    from goldenthread.engine.types import Conversation

_TIMED = (Vow.ANSWER_SOON, Vow.CALL_BACK)
"""Promises that nobody can judge in a conversation without times."""


@dataclass(frozen=True, slots=True)
class Told:
    """One conversation, and what was meant by it."""

    conversation: Conversation
    plan: Plan
    verdicts: Verdicts

    def to_json(self) -> dict[str, Any]:
        """As `verdicts.jsonl` has it; the schema is in the truth module's docstring."""
        plan = self.plan
        return {
            "native_id": plan.native_id,
            "team": plan.team,
            "week": None if plan.undated else week_of(week_begins(plan)),
            "channel": plan.arrival.channel.value,
            "story": plan.story,
            "verdicts": {vow.value: self.verdicts[vow] for vow in Vow},
        }


class Year:
    """One run: its people, its truth and its conversations, in order of time.

    Iterating again tells the same again; one day's beginnings are in memory at a time.
    """

    def __init__(self, order: Order) -> None:
        self.organisation: Organisation = organisation(order.seed)
        self.truth: Truth = planted(order, self.organisation)
        people = self.organisation
        self._hours = Hours(people.country, people.opens, people.closes)
        self._bank = load(order.bank)
        self._planner = Planner(self.truth, people)
        zone = ZoneInfo(people.zone)
        self._until = datetime.combine(order.until, time())
        self._recorder = Recorder(people, self._bank, zone, self._until)

    def __iter__(self) -> Iterator[Told]:
        """Every conversation with what was meant by it."""
        arrivals = Arrivals(self.truth, self.organisation, self._hours)
        for number, arrival in enumerate(arrivals):
            yield self._tell(number, arrival)

    def _tell(self, number: int, arrival: Arrival) -> Told:
        plan = self._planner.plan(number, arrival)
        words = stream("words", self.truth.bank, self.truth.seed, number)
        details = Details(plan, self._bank, self._hours, words)
        details["org"] = self.organisation.name
        telling = Telling(
            plan=plan,
            details=details,
            bank=self._bank,
            hours=self._hours,
            words=words,
            pace=stream("pace", self.truth.seed, number),
            now=arrival.at,
        )
        if arrival.channel is not Channel.SURVEY:
            play(telling)
        conversation = self._recorder.record(telling)
        return Told(conversation, plan, self._seen(telling))

    def _seen(self, telling: Telling) -> Verdicts:
        """The verdicts, without those whose proof would come after the end or has no time."""
        plan = telling.plan
        unseen = {vow for vow, at in telling.settled.items() if at >= self._until}
        if plan.undated:
            unseen.update(_TIMED)
        return {vow: None if vow in unseen else kept for vow, kept in plan.verdicts.items()}


def generate(
    *, seed: int, conversations: int, until: date, bank: str = "first"
) -> Iterator[Conversation]:
    """The conversations of a year that ends at `until`, in order of their beginnings.

    Args:
        seed: The same seed, count, date and bank give the same conversations.
        conversations: How many, survey answers among them.
        until: The local day before whose midnight everything has happened.
        bank: The name of the bank of phrases; another bank tells the same stories, of the same
            people and with the same verdicts, in other words.

    Yields:
        One conversation after the other; none for 0.
    """
    for told in Year(Order(seed, conversations, until, bank)):
        yield told.conversation
