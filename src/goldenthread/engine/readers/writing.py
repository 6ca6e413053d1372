"""A conversation as the JSON of the published schema."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from goldenthread.engine.types import (
    SCHEMA,
    Answer,
    Attachment,
    Conversation,
    Event,
    Identifier,
    Ingest,
    Message,
    Participant,
    Privacy,
    Related,
    Source,
    Span,
    Survey,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_VALUES: tuple[type[Any], ...] = (
    Conversation,
    Source,
    Participant,
    Identifier,
    Message,
    Attachment,
    Span,
    Event,
    Survey,
    Answer,
    Related,
    Ingest,
    Privacy,
)
_RENAMED = {"from_value": "from", "to_value": "to"}
# Lists the schema wants even when they are empty.
_ALWAYS = {
    Conversation: {"participants", "messages", "events"},
    Survey: {"answers"},
}


def to_json(conversation: Conversation) -> dict[str, Any]:
    """The conversation in the published schema: what is unknown is left out, times are ISO 8601.

    `from_json` of the result is the same conversation again.

    Example:
        >>> from goldenthread.engine.types import Channel, Conversation, Source
        >>> said = to_json(Conversation("a:1", Source("a", "1"), Channel.CHAT))
        >>> said["schema"], said["source"], said["messages"]
        ('goldenthread.conversation/1', {'system': 'a', 'native_id': '1'}, [])
    """
    return {"schema": SCHEMA} | _written(conversation)


def _written(value: object) -> dict[str, Any]:
    kind = type(value)
    always = _ALWAYS.get(kind, ())
    written: dict[str, Any] = {}
    for name, key in _NAMES[kind]:
        inner = getattr(value, name)
        if inner is None or (inner == () and name not in always):
            continue
        write = _WRITERS.get(type(inner))
        written[key] = write(inner) if write else inner
    return written


def _list(values: tuple[Any, ...]) -> list[Any]:
    return [write(value) if (write := _WRITERS.get(type(value))) else value for value in values]


_NAMES = {
    kind: [(one.name, _RENAMED.get(one.name, one.name)) for one in fields(kind)] for kind in _VALUES
}
_WRITERS: dict[type[Any], Callable[[Any], Any]] = {
    **dict.fromkeys(_VALUES, _written),
    tuple: _list,
    datetime: datetime.isoformat,
}
