"""What will happen in one conversation, decided before a word of it is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from goldenthread.demo.chance import stream
from goldenthread.demo.customers import Customer, Customers
from goldenthread.demo.latent import Latent, leaning, spoilt
from goldenthread.demo.promises import OCCASION, UPSET_TAKEN_SERIOUSLY, Vow
from goldenthread.demo.truth import Truth, monday_of
from goldenthread.engine.types import Channel, Metric

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from goldenthread.demo.arrivals import Arrival
    from goldenthread.demo.people import Member, Organisation

Verdicts = dict[Vow, bool | None]
"""Kept, broken or no occasion, for each promise."""

# Per story: how often customers begin upset, 0…1, and what they may ask that cannot be done.
STORIES: dict[str, tuple[float, tuple[str, ...]]] = {
    "late_engineer": (0.62, ("today", "today")),
    "billing_error": (0.48, ("waive",)),
    "refund": (0.42, ("waive",)),
    "meter_reading": (0.15, ("backdate",)),
    "moving": (0.10, ("backdate",)),
    "broken_product": (0.45, ("warranty", "today")),
    "outage": (0.50, ("today",)),
    "question": (0.06, ("backdate",)),
    "praise": (0.0, ()),
    "cancellation": (0.30, ("waive",)),
    "rudeness": (0.88, ()),
    "payment": (0.28, ("waive",)),
    "installation": (0.38, ("today",)),
    "leak": (0.45, ("today", "warranty")),
    "portal": (0.30, ()),
}

# What comes to which kind of team, as weights in the order of STORIES.
_WEIGHTS: dict[str, tuple[int, ...]] = {
    "contact": (8, 7, 6, 8, 6, 6, 10, 14, 4, 6, 3, 7, 5, 4, 6),
    "field": (22, 1, 2, 4, 1, 20, 12, 4, 4, 1, 3, 0, 14, 12, 0),
    "billing": (0, 28, 18, 12, 2, 0, 0, 8, 2, 6, 2, 22, 0, 0, 0),
    "moving": (0, 4, 4, 8, 42, 0, 0, 10, 2, 26, 2, 2, 0, 0, 0),
    "digital": (0, 5, 2, 12, 4, 2, 2, 12, 3, 2, 1, 10, 0, 0, 45),
}

_COMES_TO = {kind: tuple(accumulate(weights)) for kind, weights in _WEIGHTS.items()}

_REFUNDS = frozenset({"refund", "billing_error"})
_LIGHT = frozenset({"question", "moving", "meter_reading", "cancellation", "portal", "rudeness"})
_HANDED_OVER = 0.5
_UNDATED = 0.01
_STRAY_TEAM = 0.006
_LIGHTER_AFTER_TROUBLE = 0.3
_WORTH_AFTER_UPSET = 0.65
_WORTH_AFTER_TROUBLE = 0.3


@dataclass(frozen=True, slots=True)
class GivenWord:
    """A word an agent will give: `kind` is call, write or refund; `by` names the time's form."""

    kind: str
    by: str
    chased: bool


@dataclass(frozen=True, slots=True)
class Rating:
    """What the customer will answer in a survey."""

    metric: Metric
    value: int
    commented: bool

    @property
    def mood(self) -> str:
        """`good`, `middle` or `bad`."""
        if self.metric is Metric.NPS:
            return "good" if self.value >= 9 else "middle" if self.value >= 7 else "bad"  # noqa: PLR2004 - the scale's own cuts
        return "good" if self.value >= 4 else "middle" if self.value == 3 else "bad"  # noqa: PLR2004 - the scale's own cuts


@dataclass(frozen=True, slots=True)
class Plan:
    """One conversation to be told.

    `hands` are the agents in the order they have the case. `previous` is somebody else whom the
    customer has met before; who is `returning` has told them of this matter.
    """

    number: int
    arrival: Arrival
    customer: Customer
    story: str
    upset: bool
    verdicts: Verdicts
    hands: tuple[Member, ...]
    previous: Member
    returning: bool = False
    word: GivenWord | None = None
    no: str | None = None
    ending: str | None = None
    rating: Rating | None = None
    undated: bool = False
    team: str | None = None

    @property
    def native_id(self) -> str:
        """What the source calls it."""
        return f"HD-{100_000 + self.number}"

    def broke(self, vow: Vow) -> bool:
        """Whether `vow` will be broken."""
        return self.verdicts[vow] is False

    def at_stake(self, vow: Vow) -> bool:
        """Whether `vow` has an occasion."""
        return self.verdicts[vow] is not None


class Planner:
    """Decides every conversation of one run; each by a stream of its own."""

    def __init__(self, truth: Truth, organisation: Organisation) -> None:
        self._truth = truth
        self._organisation = organisation
        self._latent = Latent(truth)
        self._customers = Customers(truth.seed, truth.conversations)
        self._agents = [agent for team in organisation.teams for agent in team.agents]
        self._names = tuple(STORIES)

    def plan(self, number: int, arrival: Arrival) -> Plan:
        """The plan of the conversation of that number, from 0 on."""
        rng = stream("plan", self._truth.seed, number)
        if arrival.channel is Channel.SURVEY:
            return self._survey(number, arrival, rng)
        return self._conversation(number, arrival, rng)

    def _survey(self, number: int, arrival: Arrival, rng: Random) -> Plan:
        verdicts: Verdicts = dict.fromkeys(Vow)
        worth = verdicts[Vow.WORTH_IT] = rng.random() < self._kept(Vow.WORTH_IT, arrival)
        if rng.random() < 0.5:  # noqa: PLR2004 - half of them ask for a recommendation
            rating = Rating(Metric.NPS, _recommendation(rng, good=worth), commented=True)
        else:
            rating = Rating(Metric.CSAT, _stars(rng, good=worth), commented=True)
        return Plan(
            number=number,
            arrival=arrival,
            customer=self._customers.somebody(rng),
            story=rng.choice(self._names),
            upset=False,
            verdicts=verdicts,
            hands=(),
            previous=rng.choice(arrival.team.agents),
            rating=rating,
            undated=rng.random() < _UNDATED,
            team=arrival.team.name,
        )

    def _conversation(self, number: int, arrival: Arrival, rng: Random) -> Plan:
        story = rng.choices(self._names, cum_weights=_COMES_TO[arrival.team.kind])[0]
        likely, asks = STORIES[story]
        upset = rng.random() < likely
        customer = self._customers.somebody(rng)
        verdicts = self._verdicts(arrival, rng, story=story, upset=upset)
        hands = self._hands(arrival, verdicts, rng, story=story)
        return Plan(
            number=number,
            arrival=arrival,
            customer=customer,
            story=story,
            upset=upset,
            verdicts=verdicts,
            hands=hands,
            previous=self._somebody_else(hands[0], rng),
            returning=len(hands) == 1 and verdicts[Vow.STORY_ONCE] is not None,
            word=self._word(story, verdicts, rng),
            no=rng.choice(asks) if verdicts[Vow.HONEST_NO] is not None else None,
            ending=_ending(verdicts, rng),
            rating=_rating(verdicts, rng),
            undated=rng.random() < _UNDATED,
            team=self._team(arrival, rng),
        )

    def _kept(self, vow: Vow, arrival: Arrival) -> float:
        return self._latent.kept(vow, arrival.team.name, monday_of(arrival.at.date()))

    def _verdicts(self, arrival: Arrival, rng: Random, *, story: str, upset: bool) -> Verdicts:
        at_stake = self._at_stake(arrival, rng, story=story, upset=upset)
        verdicts: Verdicts = dict.fromkeys(Vow)
        for vow in Vow:
            chance = rng.random()
            if vow in at_stake:
                verdicts[vow] = chance < self._kept(vow, arrival)
        if verdicts[Vow.ONE_OWNER] is False and verdicts[Vow.STORY_ONCE] is None:
            verdicts[Vow.STORY_ONCE] = rng.random() < self._kept(Vow.STORY_ONCE, arrival)
        if verdicts[Vow.COURTESY] is False:
            # A curt agent neither comforts nor explains: whether they would have is never seen.
            verdicts[Vow.TAKEN_SERIOUSLY] = None
            verdicts[Vow.HONEST_NO] = None
        self._feel(arrival, verdicts, rng)
        return verdicts

    def _at_stake(self, arrival: Arrival, rng: Random, *, story: str, upset: bool) -> set[Vow]:
        name = arrival.team.name
        if story == "praise":
            return {Vow.WORTH_IT} if rng.random() < OCCASION[Vow.WORTH_IT] else set()
        at_stake = {Vow.COURTESY, Vow.ONE_OWNER}
        if arrival.channel is not Channel.VOICE:
            at_stake.add(Vow.ANSWER_SOON)
        may = {vow: self._latent.occasion(vow, name) for vow in _BY_CHANCE}
        may[Vow.TAKEN_SERIOUSLY] = UPSET_TAKEN_SERIOUSLY if upset else may[Vow.TAKEN_SERIOUSLY]
        if not STORIES[story][1]:
            del may[Vow.HONEST_NO]
        if not upset and story in _LIGHT:
            del may[Vow.TAKEN_SERIOUSLY]
        at_stake.update(vow for vow, chance in may.items() if rng.random() < chance)
        if upset:
            at_stake.add(Vow.LEAVE_LIGHTER)
        return at_stake

    def _feel(self, arrival: Arrival, verdicts: Verdicts, rng: Random) -> None:
        """Let mood and rating follow what happened, without moving how often each is kept."""
        upset = verdicts[Vow.LEAVE_LIGHTER] is not None
        trouble = spoilt(verdicts)
        annoyed = self._latent.annoyed(arrival.team.name, monday_of(arrival.at.date()), upset=upset)
        worth = self._kept(Vow.WORTH_IT, arrival)
        if upset:
            lighter = self._kept(Vow.LEAVE_LIGHTER, arrival)
            rate = leaning(lighter, _LIGHTER_AFTER_TROUBLE, annoyed, bad=trouble)
            verdicts[Vow.LEAVE_LIGHTER] = rng.random() < rate
            heavy = verdicts[Vow.LEAVE_LIGHTER] is False
            worth = leaning(worth, _WORTH_AFTER_UPSET, 1 - lighter, bad=heavy)
        else:
            worth = leaning(worth, _WORTH_AFTER_TROUBLE, annoyed, bad=trouble)
        if verdicts[Vow.WORTH_IT] is not None:
            verdicts[Vow.WORTH_IT] = rng.random() < worth

    def _hands(
        self, arrival: Arrival, verdicts: Verdicts, rng: Random, *, story: str
    ) -> tuple[Member, ...]:
        handed_over = 0
        if verdicts[Vow.ONE_OWNER] is False:
            handed_over = 2 if rng.random() < 0.75 else 3  # noqa: PLR2004 - mostly twice
        elif verdicts[Vow.STORY_ONCE] is not None:
            # A complaint about somebody is not told to that person first.
            handed_over = int(story == "rudeness" or rng.random() < _HANDED_OVER)
        hands = [rng.choice(arrival.team.agents)]
        for _ in range(handed_over):
            others = [team for team in self._organisation.teams if team.name != hands[-1].team]
            elsewhere = rng.choice(others).agents
            hands.append(rng.choice([agent for agent in elsewhere if agent not in hands]))
        return tuple(hands)

    def _somebody_else(self, agent: Member, rng: Random) -> Member:
        others = [other for other in self._agents if other is not agent]
        return others[int(rng.random() * len(others))]

    def _word(self, story: str, verdicts: Verdicts, rng: Random) -> GivenWord | None:
        if verdicts[Vow.CALL_BACK] is None:
            return None
        kinds = ("call", "write", "refund") if story in _REFUNDS else ("call", "write")
        return GivenWord(
            kind=rng.choices(kinds, weights=(55, 30, 15)[: len(kinds)])[0],
            by=rng.choices(("today", "tomorrow", "day", "within"), weights=(20, 30, 35, 15))[0],
            chased=rng.random() < 0.78,  # noqa: PLR2004 - the others are called late, unasked
        )

    def _team(self, arrival: Arrival, rng: Random) -> str:
        small = arrival.team in self._organisation.teams[-2:]
        stray = small and rng.random() < _STRAY_TEAM / 0.23
        return self._organisation.stray_team if stray else arrival.team.name


_BY_CHANCE = (
    Vow.CALL_BACK,
    Vow.STORY_ONCE,
    Vow.ASK_FIRST,
    Vow.HONEST_NO,
    Vow.TAKEN_SERIOUSLY,
    Vow.WORTH_IT,
)


def _ending(verdicts: Verdicts, rng: Random) -> str | None:
    if verdicts[Vow.LEAVE_LIGHTER] is False:
        return "upset"
    if verdicts[Vow.LEAVE_LIGHTER] is True:
        return _drawn(("glad", "calm"), (6, 4), rng)
    if spoilt(verdicts):
        return _drawn(("upset", "calm", "glad", None), (10, 55, 15, 20), rng)
    return _drawn(("glad", "calm", None), (48, 32, 20), rng)


def _drawn(choices: Sequence[str | None], weights: Sequence[int], rng: Random) -> str | None:
    return rng.choices(choices, weights=weights)[0]


def _rating(verdicts: Verdicts, rng: Random) -> Rating | None:
    worth = verdicts[Vow.WORTH_IT]
    if worth is None:
        return None
    return Rating(Metric.CSAT, _stars(rng, good=worth), commented=rng.random() < 0.45)  # noqa: PLR2004 - fewer than half write


def _stars(rng: Random, *, good: bool) -> int:
    if good:
        return rng.choices((4, 5), weights=(35, 65))[0]
    return rng.choices((1, 2, 3), weights=(38, 27, 35))[0]


def _recommendation(rng: Random, *, good: bool) -> int:
    if good:
        return rng.choices((8, 9, 10), weights=(19, 17, 25))[0]
    return rng.choices(range(8), weights=(5, 2, 2, 3, 3, 6, 6, 12))[0]


def week_begins(plan: Plan) -> date:
    """The Monday of the week in which the conversation begins."""
    day = plan.arrival.at.date()
    return day - timedelta(days=day.weekday())
