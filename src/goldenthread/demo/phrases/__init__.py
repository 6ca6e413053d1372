"""Banks of phrases as data, and how a phrase is drawn from one.

A bank is a JSON file `NAME.json` beside this module: an object from key (see `keys`) to a list
of templates. In a template `{slot}` is filled by the teller and `[one|two|three]` is one of
several ways to say a part; parts may hold slots, and a part may be empty. A template may begin
with `@group `: what is said later about it is then drawn from the same group.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from goldenthread.demo.phrases.keys import ANSWERS, KEYS, SLOTS
from goldenthread.demo.phrases.templates import (
    Choice,
    Slot,
    TemplateError,
    compiled,
    group_of,
    slots_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from goldenthread.demo.phrases.templates import Part


Line = tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """The templates of one key: `loose` ones fit everywhere, `grouped` ones only their group."""

    loose: tuple[Line, ...]
    grouped: Mapping[str, tuple[Line, ...]]

    def pool(self, group: str | None) -> tuple[Line, ...]:
        """What may be said for `group`; for None, what fits everywhere."""
        return self.loose + self.grouped.get(group or "", ())

    def group(self, rng: Random) -> str | None:
        """A group, each as likely as it has templates; None for the loose ones."""
        at = rng.random() * (len(self.loose) + sum(map(len, self.grouped.values())))
        for name, lines in self.grouped.items():
            at -= len(lines)
            if at < 0:
                return name
        return None


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank, ready to speak."""

    name: str
    lines: Mapping[str, Lines]

    def group(self, key: str, rng: Random) -> str | None:
        """The group of one template of `key` drawn at random; None where it belongs to none."""
        return self.lines[key].group(rng)

    def draw(self, key: str, rng: Random, group: str | None = None) -> Line:
        """One template of `key` that fits `group`.

        Raises:
            KeyError: the bank does not know `key`.
            IndexError: nothing it has for `key` fits `group`.
        """
        pool = self.lines[key].pool(group)
        return pool[int(rng.random() * len(pool))]

    def say(self, key: str, slots: Mapping[str, str], rng: Random, group: str | None = None) -> str:
        """One phrase for `key`, its slots filled.

        Raises:
            KeyError: the bank does not know `key`, or `slots` lacks what the template needs.
        """
        return spoken(self.draw(key, rng, group), slots, rng)


def spoken(line: Line, slots: Mapping[str, str], rng: Random) -> str:
    """A template with its slots filled and its choices made."""
    said: list[str] = []
    _speak(line, slots, rng, said)
    return "".join(said)


def _speak(parts: Sequence[Part], slots: Mapping[str, str], rng: Random, said: list[str]) -> None:
    for part in parts:
        if isinstance(part, str):
            said.append(part)
        elif isinstance(part, Slot):
            said.append(slots[part.name])
        elif isinstance(part, Choice):
            _speak(part.ways[int(rng.random() * len(part.ways))], slots, rng, said)


def raw(name: str) -> dict[str, list[str]]:
    """The templates of the bank called `name`, as written.

    Raises:
        FileNotFoundError: there is no such bank.
    """
    file = resources.files("goldenthread.demo.phrases").joinpath(f"{name}.json")
    templates: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8"))
    return templates


def load(name: str) -> Bank:
    """The bank called `name`.

    Raises:
        FileNotFoundError: there is no such bank.
        TemplateError: one of its templates cannot be read.
    """
    return Bank(name=name, lines={key: _lines(given) for key, given in raw(name).items()})


def _lines(templates: Sequence[str]) -> Lines:
    groups: dict[str | None, list[Line]] = {}
    for group, template in map(group_of, templates):
        groups.setdefault(group, []).append(compiled(template))
    loose = tuple(groups.pop(None, ()))
    return Lines(loose, {name: tuple(lines) for name, lines in groups.items() if name})


def faults(templates: Mapping[str, Sequence[str]]) -> list[str]:
    """What is wrong with a bank, a sentence each; an empty list for a good one.

    Example:
        >>> faults({})[0]
        'hello: 0 templates, at least 8 are needed'
    """
    found = [f"{key}: nobody asked for this key" for key in templates if key not in KEYS]
    for key, wanted in KEYS.items():
        given = templates.get(key, ())
        if len(set(given)) < wanted.least:
            found.append(f"{key}: {len(set(given))} templates, at least {wanted.least} are needed")
        for template in given:
            found.extend(f"{key}: {fault}: {template}" for fault in _faults(key, template))
    return found or _unanswered(templates)


def _faults(key: str, template: str) -> list[str]:
    try:
        slots = slots_of(compiled(group_of(template)[1]))
    except TemplateError as error:
        return [str(error)]
    unknown = sorted(slots - SLOTS)
    missing = sorted(KEYS[key].needs - slots)
    return [f"unknown slot {name}" for name in unknown] + [f"lacks slot {n}" for n in missing]


def _unanswered(templates: Mapping[str, Sequence[str]]) -> list[str]:
    """Groups that are spoken of in one key, and that the key which answers it does not know."""
    known = {key: {group_of(template)[0] for template in given} for key, given in templates.items()}
    return [
        f"{answer}: nothing fits the group {group or '(none)'} of {key}"
        for key, answer in ANSWERS
        for group in sorted(known[key], key=str)
        if group not in known[answer] and None not in known[answer]
    ]
