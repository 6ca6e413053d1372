"""What was planted: which promise changed where, from which week on, by how much.

`truth.json` holds `Truth.to_json()`:

- `schema`, `seed`, `conversations`, `bank`, `organisation`, `zone`;
- `since`, `until`: local dates, half-open; no conversation goes on at `until` or later;
- `effects`: a list of `{promise, team, week, until, direction, before, after, note}`: `team` is
  null for the whole organisation; `week` is the first ISO week affected ("2026-W40") and `until`
  the last one, null where it lasts to the end; `direction` is `down` or `up`; `before` and
  `after` are the shares kept, 0…1; `note` is null or `{text, date}`, the action behind it;
- `wobbles`: a list of `{promise, rate}`: every promise whose share only wobbles, one or two
  points around its constant; `rate` is that of the organisation.

`verdicts.jsonl` holds one object a conversation, in the order of the conversations:
`{native_id, team, week, channel, story, verdicts}`; `week` is null for an undated one, and
`verdicts` maps each promise to true (kept), false (broken) or null (no occasion).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from goldenthread.demo.chance import stream
from goldenthread.demo.promises import KEPT, MAY_BREAK, MAY_IMPROVE, MENDING, Vow

if TYPE_CHECKING:
    from random import Random

    from goldenthread.demo.people import Organisation

LARGE = 0.22
"""The share of conversations from which on a team may have an effect planted, 0…1."""

_DAYS = 365
_WEEK = timedelta(weeks=1)


def monday_of(day: date) -> date:
    """The Monday of the ISO week that holds `day`."""
    return day - timedelta(days=day.weekday())


def week_of(day: date) -> str:
    """The ISO week that holds `day`.

    Example:
        >>> week_of(date(2026, 1, 1)), week_of(date(2027, 1, 1))
        ('2026-W01', '2026-W53')
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


@dataclass(frozen=True, slots=True)
class Note:
    """What a leader noted having done, and on which day."""

    text: str
    on: date


@dataclass(frozen=True, slots=True)
class Effect:
    """One planted change; `begins` is a Monday, `ends` the Monday after its last week, if any."""

    promise: Vow
    team: str | None
    begins: date
    ends: date | None
    before: float
    after: float
    note: Note | None = None

    def touches(self, promise: Vow, team: str) -> bool:
        """Whether it falls on `promise` in `team`, at whatever time."""
        return promise is self.promise and self.team in (None, team)

    def rate(self, monday: date) -> float:
        """The share kept in the week of `monday`, 0…1."""
        on = self.begins <= monday and (self.ends is None or monday < self.ends)
        return self.after if on else self.before

    def to_json(self) -> dict[str, Any]:
        """As `truth.json` has it."""
        note = self.note and {"text": self.note.text, "date": self.note.on.isoformat()}
        return {
            "promise": self.promise.value,
            "team": self.team,
            "week": week_of(self.begins),
            "until": self.ends and week_of(self.ends - _WEEK),
            "direction": "down" if self.after < self.before else "up",
            "before": self.before,
            "after": self.after,
            "note": note,
        }


@dataclass(frozen=True, slots=True)
class Wobble:
    """A promise whose share stays what it is, but for chance."""

    promise: Vow
    rate: float


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything planted in one run."""

    seed: int
    conversations: int
    bank: str
    organisation: str
    zone: str
    since: date
    until: date
    effects: tuple[Effect, ...]
    wobbles: tuple[Wobble, ...]

    def effect(self, promise: Vow, team: str) -> Effect | None:
        """The effect on `promise` in `team`, if one was planted."""
        for effect in self.effects:
            if effect.touches(promise, team):
                return effect
        return None

    def to_json(self) -> dict[str, Any]:
        """As `truth.json` has it: the schema is in this module's docstring."""
        return {
            "schema": "goldenthread.demo.truth/1",
            "seed": self.seed,
            "conversations": self.conversations,
            "bank": self.bank,
            "organisation": self.organisation,
            "zone": self.zone,
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "effects": [effect.to_json() for effect in self.effects],
            "wobbles": [asdict(wobble) for wobble in self.wobbles],
        }


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: how many conversations, ending when, in which bank's words."""

    seed: int
    conversations: int
    until: date
    bank: str = "first"


def planted(order: Order, organisation: Organisation) -> Truth:
    """What the seed plants: one break in a large team, one improvement after an action.

    The break begins one to six weeks before the last complete week, so that a brief read at the
    end still shows it; the improvement begins earlier.
    """
    rng = stream("truth", order.seed)
    broken = rng.choice(MAY_BREAK)
    improved = rng.choice([vow for vow in MAY_IMPROVE if vow is not broken])
    last = monday_of(order.until) - _WEEK
    broke = _break(rng, broken, last, _large(organisation))
    effects = (broke, _improvement(rng, improved, last, _large(organisation, broke.team)))
    wobbles = tuple(Wobble(vow, KEPT[vow]) for vow in Vow if vow not in (broken, improved))
    return Truth(
        seed=order.seed,
        conversations=order.conversations,
        bank=order.bank,
        organisation=organisation.name,
        zone=organisation.zone,
        since=order.until - timedelta(days=_DAYS),
        until=order.until,
        effects=effects,
        wobbles=wobbles,
    )


def _large(organisation: Organisation, other_than: str | None = None) -> list[str]:
    return [t.name for t in organisation.teams if t.share >= LARGE and t.name != other_than]


def _break(rng: Random, promise: Vow, last: date, teams: list[str]) -> Effect:
    return Effect(
        promise=promise,
        team=rng.choice(teams),
        begins=last - rng.randint(1, 6) * _WEEK,
        ends=None,
        before=round(rng.uniform(0.87, 0.91), 3),
        after=round(rng.uniform(0.44, 0.52), 3),
    )


def _improvement(rng: Random, promise: Vow, last: date, teams: list[str]) -> Effect:
    begins = last - rng.randint(3, 14) * _WEEK
    # One team alone is a quarter of the conversations, so its change must be larger to be seen.
    alone = rng.random() < 0.25  # noqa: PLR2004 - one seed in four
    lowest, highest = (0.53, 0.89) if alone else (0.60, 0.85)
    return Effect(
        promise=promise,
        team=rng.choice(teams) if alone else None,
        begins=begins,
        ends=None,
        before=round(lowest + rng.uniform(0, 0.03), 3),
        after=round(highest + rng.uniform(0, 0.03), 3),
        note=Note(MENDING[promise], begins),
    )
