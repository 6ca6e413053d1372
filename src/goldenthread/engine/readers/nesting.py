"""Records with lists of messages inside, as flat rows that tables have anyway."""

from __future__ import annotations

from typing import Any

from goldenthread.engine.readers.found import Record

INSIDE = "message."
"""What stands before the name of a column that came from a message inside a record."""

_NAMES = (
    "messages",
    "turns",
    "comments",
    "utterances",
    "conversation",
    "conversations",
    "transcript",
    "conversation_parts",
    "articles",
    "replies",
    "dialogue",
    "dialog",
    "chat",
    "history",
    "thread",
)
_DEEPEST = 3


def turns_in(record: dict[str, Any]) -> str | None:
    """The name of the field that holds a list of messages; None when there is none."""
    for name in _NAMES:
        value = record.get(name)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return name
    return None


def rows_in(record: Record) -> list[Record]:
    """A record as rows: one for each message inside, or the record itself, flattened."""
    name = turns_in(record.cells)
    if name is None:
        return [Record(record.place, flat(record.cells), record.notes)]
    around = flat({key: value for key, value in record.cells.items() if key != name})
    turns = [turn for turn in record.cells[name] if isinstance(turn, dict)]
    return [
        Record(
            record.place,
            around | {INSIDE + key: value for key, value in flat(turn).items()},
            record.notes,
        )
        for turn in turns
    ]


def flat(cells: dict[str, Any]) -> dict[str, Any]:
    """Objects inside objects under dotted names, three levels deep; deeper ones are left.

    Example:
        >>> flat({"author": {"name": "Ana", "role": "agent"}})
        {'author.name': 'Ana', 'author.role': 'agent'}
    """
    level = cells
    for _ in range(_DEEPEST):
        if not any(isinstance(value, dict) for value in level.values()):
            return level
        level = _opened(level)
    return level


def _opened(cells: dict[str, Any]) -> dict[str, Any]:
    opened: dict[str, Any] = {}
    for name, value in cells.items():
        if isinstance(value, dict):
            opened.update({f"{name}.{inner}": found for inner, found in value.items()})
        else:
            opened[name] = value
    return opened
