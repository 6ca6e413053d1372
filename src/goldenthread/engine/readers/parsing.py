"""The JSON of the published schema as a conversation."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from goldenthread.engine import types as values
from goldenthread.engine.readers.cleaning import Json, clean
from goldenthread.engine.readers.found import Notes, Unreadable
from goldenthread.engine.readers.moments import EARLIEST_YEAR, LATEST_YEAR, Manner, noted_moment

if TYPE_CHECKING:
    from datetime import tzinfo

_V = TypeVar("_V")
_Step: TypeAlias = "Callable[[Json, str, _Context], Json]"

_RENAMED = {"from_value": "from", "to_value": "to"}
_NAMES_OF_TYPES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def from_json(said: dict[str, Any], *, zone: tzinfo = UTC) -> values.Conversation:
    """Read a conversation of the published schema.

    Entries the schema does not know and dates that are none are left out and noted in
    `ingest.warnings`, so that no conversation is lost for one of them.

    Args:
        said: The JSON object.
        zone: Of times that state none.

    Raises:
        ValueError: It is no conversation of this schema; the text says what is wrong, and where.
    """
    try:
        return parsed(said, zone=zone)
    except Unreadable as reason:
        raise ValueError(str(reason)) from None


def parsed(
    said: dict[str, Any], *, zone: tzinfo = UTC, repaired: tuple[str, ...] = ()
) -> values.Conversation:
    """As `from_json`, for readers.

    Raises:
        Unreadable: It is no conversation of this schema.
    """
    _check_schema(said)
    context = _Context(Notes(list(repaired)), Manner(zone))
    filled = _filled(said)
    del filled["schema"]
    conversation = _read(values.Conversation, filled, "", context)
    _check_numbers(conversation)
    if not context.notes.said:
        return conversation
    return _with_warnings(conversation, context.notes)


@dataclass(frozen=True, slots=True)
class _Context:
    notes: Notes
    manner: Manner


def _check_schema(said: dict[str, Any]) -> None:
    schema = said.get("schema")
    if schema != values.SCHEMA:
        message = f"The record says it is of schema “{schema}”; “{values.SCHEMA}” is read here."
        raise Unreadable(message)


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    # What can be told from the rest may be missing, so that a record is quickly written by hand.
    filled = dict(said)
    source = filled.get("source")
    if "id" not in filled and isinstance(source, dict):
        filled["id"] = f"{source.get('system')}:{source.get('native_id')}"
    for name in ("messages", "events", "surveys"):
        inner = filled.get(name)
        if isinstance(inner, list):
            filled[name] = [_named(one, name, n, filled) for n, one in enumerate(inner)]
    return filled


def _named(one: object, kind: str, number: int, said: dict[str, Any]) -> Json:
    if not isinstance(one, dict):
        return one
    missing: dict[str, Any] = {}
    if "id" not in one:
        missing["id"] = f"{said.get('id')}/{kind[0]}{number}"
    if kind == "messages" and "seq" not in one:
        missing["seq"] = number
    if kind == "surveys" and "source_system" not in one:
        missing["source_system"] = (said.get("source") or {}).get("system")
    return one | missing if missing else one


def _check_numbers(conversation: values.Conversation) -> None:
    known = [participant.idx for participant in conversation.participants]
    if len(set(known)) != len(known):
        message = "Two participants have the same idx."
        raise Unreadable(message)
    for said in conversation.messages:
        if said.author is not None and said.author not in known:
            message = f"Message {said.seq} names an author {said.author} who took no part."
            raise Unreadable(message)
    answers = (answer for survey in conversation.surveys for answer in survey.answers)
    if not all(0 <= answer.normalized <= 1 for answer in answers if answer.normalized is not None):
        message = "A normalized answer lies outside 0…1."
        raise Unreadable(message)


def _with_warnings(conversation: values.Conversation, notes: Notes) -> values.Conversation:
    ingest = conversation.ingest
    warnings = tuple(dict.fromkeys([*ingest.warnings, *notes.said]))
    return replace(conversation, ingest=replace(ingest, warnings=warnings))


def _read(kind: type[_V], said: object, path: str, context: _Context) -> _V:
    if not isinstance(said, dict):
        message = f"“{path.rstrip('.')}” is not an object with named entries."
        raise Unreadable(message)
    plan, required = _plan(kind)  # type: ignore[arg-type]  # a class is hashable
    read: dict[str, Any] = {}
    for key, value in said.items():
        step = plan.get(key)
        if step is None:
            context.notes.add(f"The schema has no entry “{(path + key)[:80]}”; it was left out.")
        elif value is not None:
            read[step[0]] = step[1](value, path + key, context)
    for name in required:
        if name not in read:
            message = f"The entry “{path}{name}” is missing."
            raise Unreadable(message)
    return kind(**read)


@cache
def _plan(kind: type[Any]) -> tuple[dict[str, tuple[str, Any]], tuple[str, ...]]:
    hints = get_type_hints(kind, {**vars(types), **_hint_names()}, vars(values))
    plan = {
        _RENAMED.get(one.name, one.name): (one.name, _step(hints[one.name])) for one in fields(kind)
    }
    required = tuple(
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.default_factory is MISSING
    )
    return plan, required


def _hint_names() -> dict[str, Any]:
    return {"Mapping": Mapping, "datetime": datetime, "Any": Any}


def _step(hint: object) -> _Step:
    if get_origin(hint) in {Union, types.UnionType}:
        hint = next(inner for inner in get_args(hint) if inner is not type(None))
    if get_origin(hint) is tuple:
        return _list_step(_step(get_args(hint)[0]))
    if hint is datetime:
        return _time
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _enum_step(hint)
    if isinstance(hint, type) and hint.__module__ == values.__name__:
        return lambda value, path, context: _read(hint, value, f"{path}.", context)
    return _plain_step(hint)


def _list_step(inner: _Step) -> _Step:
    def read(value: object, path: str, context: _Context) -> tuple[Any, ...]:
        if not isinstance(value, list):
            message = f"“{path}” is not a list."
            raise Unreadable(message)
        return tuple([inner(one, f"{path}[{n}]", context) for n, one in enumerate(value)])

    return read


def _enum_step(kind: type[StrEnum]) -> _Step:
    known = {str(member): member for member in kind}

    def read(value: object, path: str, _: _Context) -> StrEnum:
        found = known.get(value) if isinstance(value, str) else None
        if found is None:
            message = f"“{path}” is “{str(value)[:40]}”, not one of {', '.join(known)}."
            raise Unreadable(message)
        return found

    return read


def _plain_step(kind: Json) -> _Step:
    if kind is str:
        return _text
    wanted = {int: (int,), float: (int, float), bool: (bool,)}.get(kind, (dict,))
    name = _NAMES_OF_TYPES.get(kind, "an object with named entries")

    def read(value: Json, path: str, _: _Context) -> Json:
        if type(value) not in wanted or (kind is int and value < 0):
            message = f"“{path}” is not {name}."
            raise Unreadable(message)
        return float(value) if kind is float else value

    return read


def _text(value: object, path: str, _: _Context) -> str:
    if not isinstance(value, str):
        message = f"“{path}” is not a text."
        raise Unreadable(message)
    return clean(value)


def _time(value: object, path: str, context: _Context) -> datetime | None:
    if isinstance(value, str):
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            if read.tzinfo is not None and EARLIEST_YEAR <= read.year <= LATEST_YEAR:
                return read
        return noted_moment(value, context.manner, context.notes)
    message = f"“{path}” is not a date and time."
    raise Unreadable(message)
