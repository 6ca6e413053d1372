"""How a component reads what a room hands it: by attribute, or by key."""

from __future__ import annotations

from collections.abc import Mapping


def part(thing: object, name: str) -> object:
    """The value called `name`, or None.

    >>> part({"share": 0.5}, "share")
    0.5
    """
    return thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)
