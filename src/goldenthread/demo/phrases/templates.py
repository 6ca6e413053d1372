"""A template taken apart once, so that it can be spoken many times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

_TOKEN = re.compile(r"\[|\]|\||\{[a-z]+\}|[^\[\]|{}]+|.", re.DOTALL)


class TemplateError(ValueError):
    """A template that cannot be read."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place the teller fills."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A place that may be said in one of several ways."""

    ways: tuple[tuple[Part, ...], ...]


_GROUPED = re.compile(r"@([a-z]+) (.*)", re.DOTALL)


def group_of(template: str) -> tuple[str | None, str]:
    """The group a template belongs to, if any, and the template itself.

    Example:
        >>> group_of("@late The engineer is late."), group_of("Thanks.")
        (('late', 'The engineer is late.'), (None, 'Thanks.'))
    """
    grouped = _GROUPED.fullmatch(template)
    return (grouped[1], grouped[2]) if grouped else (None, template)


Part: TypeAlias = "str | Slot | Choice"


def compiled(template: str) -> tuple[Part, ...]:
    """The parts of `template`, in order; an empty text has none.

    Raises:
        TemplateError: brackets or braces do not match.

    Example:
        >>> compiled("[Hi|Hello] {first}")
        (Choice(ways=(('Hi',), ('Hello',))), ' ', Slot(name='first'))
    """
    outer: list[Part] = []
    ways: list[list[Part]] = []
    for piece in _TOKEN.findall(template):
        if piece == "[" and not ways:
            ways = [[]]
        elif piece == "|" and ways:
            ways.append([])
        elif piece == "]" and ways:
            outer.append(Choice(tuple(map(tuple, ways))))
            ways = []
        else:
            (ways[-1] if ways else outer).append(_part(piece))
    if ways:
        message = "a bracket is not closed"
        raise TemplateError(message)
    return tuple(outer)


def _part(piece: str) -> Part:
    if piece.startswith("{") and piece.endswith("}"):
        return Slot(piece[1:-1])
    if piece in set("[]|{}"):
        message = f"a stray {piece}"
        raise TemplateError(message)
    return piece


def slots_of(parts: tuple[Part, ...]) -> frozenset[str]:
    """The names of every slot in `parts`, those inside choices too.

    Example:
        >>> sorted(slots_of(compiled("{first} [by {when}|now]")))
        ['first', 'when']
    """
    names: set[str] = set()
    for part in parts:
        if isinstance(part, Slot):
            names.add(part.name)
        elif isinstance(part, Choice):
            names.update(*map(slots_of, part.ways))
    return frozenset(names)
