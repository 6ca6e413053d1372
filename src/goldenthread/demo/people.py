"""The believable organisation: what it is called, its teams, and who works there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from goldenthread.demo.chance import stream
from goldenthread.demo.names import FIRST, LAST

if TYPE_CHECKING:
    from random import Random

_COMPANIES = (
    ("Larkwater Home Services", "larkwater"),
    ("Harrowmere Water & Heat", "harrowmere"),
    ("Thistledown Home Energy", "thistledown"),
    ("Pennybridge Utilities", "pennybridge"),
    ("Fernhollow Water", "fernhollow"),
    ("Aldermere Heating", "aldermere-heating"),
)

_DESKS = (
    ("contact", 0.29, ("Contact centre", "Customer contact", "Customer desk"), "Customer care"),
    ("field", 0.26, ("Field service", "Engineers' desk", "Home visits"), "Operations"),
    ("billing", 0.22, ("Billing and payments", "Accounts and billing", "Billing"), "Finance"),
    ("moving", 0.13, ("Moving and contracts", "Homes and contracts", "Contracts"), "Customer care"),
    ("digital", 0.10, ("Digital help", "Online help", "App and website help"), "Customer care"),
)

_SATURDAY = 5
_SMALLEST_TEAM = 5
_LARGEST_TEAM = 17
_AGENCY_HANDS = 3


class Post(StrEnum):
    """What somebody is in the organisation; the values are those of its roles."""

    EXECUTIVE = "executive"
    TEAM_LEADER = "team_leader"
    AGENT = "agent"
    QUALITY_ANALYST = "quality_analyst"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works there; `team` is None for those above or beside the teams.

    One who is not `listed` takes part in conversations and stands on no staff list, as agency
    staff do: the import finds nobody of that name.
    """

    name: str
    email: str
    post: Post
    team: str | None = None
    listed: bool = True

    @property
    def first(self) -> str:
        """The first name, as customers hear it."""
        return self.name.split(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class Team:
    """A team: its work (`kind`), the unit it belongs to, and its share of conversations, 0…1."""

    name: str
    kind: str
    unit: str
    share: float
    agents: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """The whole of it; `stray_team` is a team name that conversations carry and nobody knows."""

    name: str
    domain: str
    zone: str
    country: str
    opens: int
    closes: int
    teams: tuple[Team, ...]
    members: tuple[Member, ...]
    stray_team: str

    def team(self, name: str) -> Team:
        """The team called `name`.

        Raises:
            KeyError: there is none.
        """
        for team in self.teams:
            if team.name == name:
                return team
        raise KeyError(name)

    def to_json(self) -> dict[str, Any]:
        """What a staff list says: those listed, their teams and units, zone and hours."""
        return {
            "schema": "goldenthread.demo.people/1",
            "name": self.name,
            "zone": self.zone,
            "country": self.country,
            "hours": [
                [f"{self.opens:02}:00", f"{self.closes:02}:00"] if day < _SATURDAY else None
                for day in range(7)
            ],
            "units": list(dict.fromkeys(team.unit for team in self.teams)),
            "teams": [{"name": team.name, "unit": team.unit} for team in self.teams],
            "members": [
                {"name": m.name, "email": m.email, "role": m.post.value, "team": m.team}
                for m in self.members
                if m.listed
            ],
        }


class _Hiring:
    """Gives everybody a name nobody else has."""

    def __init__(self, rng: Random, domain: str) -> None:
        self._rng = rng
        self._domain = domain
        self._firsts = rng.sample(FIRST, len(FIRST))
        self._lasts = rng.sample(LAST, len(LAST))

    def hire(self, post: Post, team: str | None = None, *, listed: bool = True) -> Member:
        name = f"{self._firsts.pop()} {self._lasts.pop()}"
        domain = self._domain if listed else "agency-staff.example"
        email = f"{name.lower().replace(' ', '.')}@{domain}"
        return Member(name=name, email=email, post=post, team=team, listed=listed)


def organisation(seed: int) -> Organisation:
    """The organisation of `seed`: the same seed gives the same people.

    Example:
        >>> organisation(7) == organisation(7)
        True
        >>> round(sum(team.share for team in organisation(7).teams), 6)
        1.0
    """
    rng = stream("people", seed)
    name, domain = rng.choice(_COMPANIES)
    hiring = _Hiring(rng, f"{domain}.example")
    above = [hiring.hire(Post.EXECUTIVE)]
    above += [hiring.hire(Post.QUALITY_ANALYST), hiring.hire(Post.ADMINISTRATOR)]
    agency = [hiring.hire(Post.AGENT, listed=False) for _ in range(_AGENCY_HANDS)]
    teams = _teams(rng, hiring, agency)
    leaders = [hiring.hire(Post.TEAM_LEADER, team.name) for team in teams]
    agents = [agent for team in teams for agent in team.agents if agent.listed]
    return Organisation(
        name=name,
        domain=f"{domain}.example",
        zone="Europe/London",
        country="GB",
        opens=8,
        closes=18,
        teams=teams,
        members=(*above, *leaders, *agents, *agency),
        stray_team=rng.choice(("Overflow desk", "Night desk", "Partner desk North")),
    )


def _teams(rng: Random, hiring: _Hiring, agency: list[Member]) -> tuple[Team, ...]:
    loose = [share * rng.uniform(0.96, 1.04) for _, share, _, _ in _DESKS]
    teams: list[Team] = []
    for (kind, _, names, unit), share in zip(_DESKS, loose, strict=True):
        name = rng.choice(names)
        share_of_all = share / sum(loose)
        hands = max(_SMALLEST_TEAM, round(_LARGEST_TEAM * share_of_all / 0.29))
        agents = [hiring.hire(Post.AGENT, name) for _ in range(hands)]
        if kind in ("contact", "field"):
            agents.append(replace(agency[len(teams)], team=name))
        teams.append(Team(name, kind, unit, share_of_all, tuple(agents)))
    return tuple(teams)
