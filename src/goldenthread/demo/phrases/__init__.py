"""Banks of phrases as data, and how a phrase is drawn from one.

A bank is a JSON file `NAME.json` beside this module: an object from key (see `keys`) to a list
of templates. In a template `{slot}` is filled by the teller and `[one|two|three]` is one of
several ways to say a part; parts may hold slots, and a part may be empty.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from goldenthread.demo.phrases.keys import KEYS, SLOTS
from goldenthread.demo.phrases.templates import Choice, Slot, TemplateError, compiled, slots_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from goldenthread.demo.phrases.templates import Part


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank, ready to speak."""

    name: str
    lines: Mapping[str, Sequence[tuple[Part, ...]]]

    def say(self, key: str, slots: Mapping[str, str], rng: Random) -> str:
        """One phrase for `key`, its slots filled.

        Raises:
            KeyError: the bank does not know `key`, or `slots` lacks what the template needs.
        """
        templates = self.lines[key]
        said: list[str] = []
        _speak(templates[int(rng.random() * len(templates))], slots, rng, said)
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
    lines = {key: tuple(map(compiled, templates)) for key, templates in raw(name).items()}
    return Bank(name=name, lines=lines)


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
    return found


def _faults(key: str, template: str) -> list[str]:
    try:
        slots = slots_of(compiled(template))
    except TemplateError as error:
        return [str(error)]
    unknown = sorted(slots - SLOTS)
    missing = sorted(KEYS[key].needs - slots)
    return [f"unknown slot {name}" for name in unknown] + [f"lacks slot {n}" for n in missing]
