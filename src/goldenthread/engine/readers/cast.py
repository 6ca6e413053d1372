"""Who took part: people met in rows, put together under one number each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from goldenthread.engine.types import Identifier, Participant, Role


@dataclass(frozen=True, slots=True)
class Person:
    """What one row says of somebody."""

    role: Role = Role.UNKNOWN
    name: str | None = None
    native_id: str | None = None
    email: str | None = None
    phone: str | None = None
    team: str | None = None
    handle: str | None = None

    def identifiers(self) -> tuple[Identifier, ...]:
        """The ways to know this person again; e-mail and phone also in a plain form."""
        found = []
        if self.native_id:
            found.append(Identifier("user_id", self.native_id))
        if self.email:
            found.append(Identifier("email", self.email, self.email.strip().lower()))
        if self.phone:
            digits = "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")
            found.append(Identifier("phone", self.phone, digits or None))
        if self.handle:
            found.append(Identifier("handle", self.handle))
        return tuple(found)


@dataclass(slots=True)
class Cast:
    """The participants of one conversation while it is put together."""

    people: list[Participant] = field(default_factory=list)
    _known: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, person: Person) -> int:
        """The number of a person, who joins the cast when not met before.

        Two rows mean the same person when they share a user id, else e-mail, else name; rows
        that say none of these mean the one unnamed person of their role.
        """
        keys = self._keys(person)
        for key in keys:
            if key in self._known:
                return self._met_again(self._known[key], person)
        idx = len(self.people)
        self.people.append(
            Participant(
                idx=idx,
                role=person.role,
                name=person.name,
                native_id=person.native_id,
                identifiers=person.identifiers(),
                team=person.team,
            )
        )
        self._known.update(dict.fromkeys(keys, idx))
        return idx

    def _keys(self, person: Person) -> list[tuple[str, str]]:
        if person.native_id:
            return [("id", person.native_id)]
        if person.email:
            return [("email", person.email.strip().lower())]
        if person.name:
            return [("name", person.name.casefold())]
        return [("role", str(person.role))]

    def _met_again(self, idx: int, person: Person) -> int:
        known = self.people[idx]
        if known.role is Role.UNKNOWN and person.role is not Role.UNKNOWN:
            known = replace(known, role=person.role)
        told = person.identifiers()
        if (person.name and not known.name) or (person.team and not known.team) or told:
            known = replace(
                known,
                name=known.name or person.name,
                team=known.team or person.team,
                identifiers=tuple(dict.fromkeys([*known.identifiers, *told])),
            )
        self.people[idx] = known
        return idx
