"""Names of people and places that nobody has: made by crossing common parts."""

from __future__ import annotations

import json
from importlib import resources

_PARTS: dict[str, list[str]] = json.loads(
    resources.files("goldenthread.demo").joinpath("names.json").read_text(encoding="utf-8")
)

FIRST = tuple(_PARTS["first"])
LAST = tuple(_PARTS["last"])
STREETS = tuple(_PARTS["streets"])
KINDS_OF_STREET = tuple(_PARTS["kinds_of_street"])
TOWNS = tuple(_PARTS["towns"])
