"""Which column of a table means what: guessed, shown, corrected, kept in a small JSON file."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson

from goldenthread.engine.readers.ratings import Scale
from goldenthread.engine.types import Channel, Direction, Metric, Role, Status, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from goldenthread.engine.readers.cleaning import Json

FORMAT = "goldenthread.mapping/1"
MEANINGS = [
    "conversation",
    "message",
    "text",
    "reply",
    "said_at",
    "replied_at",
    "started_at",
    "ended_at",
    "role",
    "author",
    "author_id",
    "agent",
    "customer",
    "customer_id",
    "email",
    "phone",
    "team",
    "queue",
    "channel",
    "status",
    "priority",
    "direction",
    "visibility",
    "subject",
    "language",
    "tags",
    "brand",
    "url",
    "question",
    "survey",
    "rating",
]
"""What a column can mean. docs/using/mapping.md explains each."""

_FIXABLE = {
    "channel": [*Channel],
    "role": [*Role],
    "status": [*Status],
    "direction": [*Direction],
    "visibility": [*Visibility],
}
_FREE = {"team", "queue", "brand", "survey", "question", "language", "priority", "agent"}
_KEYS = [
    "format",
    "source",
    "rows",
    "columns",
    "guess",
    "fixed",
    "values",
    "custom",
    "rating",
    "dates",
    "delimiter",
    "encoding",
]
_ROWS = ("auto", "messages", "conversations")


class MappingFault(ValueError):
    """A mapping cannot be used; the text is a sentence that says what to change."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How the columns of one table become conversations.

    Attributes:
        columns: Column name by meaning; meanings are those of `MEANINGS`.
        source: How the system the table came from is called; part of every conversation's
            identity.
        rows: `messages` when rows with one conversation id belong together, `conversations`
            when every row stands alone, `auto` to put together only where an id is mapped.
        guess: Whether meanings that `columns` does not name are guessed.
        fixed: Values that hold for every row, by meaning, such as `channel`.
        values: The words of a column in ours, by meaning, such as `{"role": {"pt": "customer"}}`.
        custom: Columns kept as they are under `custom`.
        scale: The scale of ratings; None to guess it.
        zone: Name of the zone of times that state none; None for the caller's.
        order: `dmy` or `mdy` for dates such as 03/04/2026.
        formats: `strptime` formats tried first.
        delimiter: What stands between cells; None to find out.
        encoding: Of the file; None to find out.
    """

    columns: Dictionary[str, str] = field(default_factory=dict)
    source: str = "table"
    rows: str = "auto"
    guess: bool = False
    fixed: Dictionary[str, str] = field(default_factory=dict)
    values: Dictionary[str, Dictionary[str, str]] = field(default_factory=dict)
    custom: tuple[str, ...] = ()
    scale: Scale | None = None
    zone: str | None = None
    order: str | None = None
    formats: tuple[str, ...] = ()
    delimiter: str | None = None
    encoding: str | None = None

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a mapping file.

        Raises:
            MappingFault: It is missing, is no JSON, or says something that has no meaning.
        """
        try:
            said = orjson.loads(path.read_bytes())
        except OSError as reason:
            message = f"The mapping {path.name} cannot be opened: {reason.strerror}."
            raise MappingFault(message) from None
        except orjson.JSONDecodeError as reason:
            message = f"The mapping {path.name} is not valid JSON: {reason}."
            raise MappingFault(message) from None
        return cls.from_json(said)

    @classmethod
    def from_json(cls, said: object) -> Self:
        """Make a mapping of what its file says.

        Raises:
            MappingFault: Something in it has no meaning.
        """
        if not isinstance(said, dict) or said.get("format") != FORMAT:
            message = f'A mapping is a JSON object that says "format": "{FORMAT}".'
            raise MappingFault(message)
        _known("entry", said, _KEYS)
        dates, rating = _section(said, "dates"), _section(said, "rating")
        _known("entry of dates", dates, ("zone", "order", "formats"))
        mapping = cls(
            columns=_checked_columns(_section(said, "columns")),
            source=_word(said, "source") or "table",
            rows=_one_of("rows", said.get("rows", "auto"), _ROWS),
            guess=said.get("guess") is True,
            fixed=_checked_fixed(_section(said, "fixed")),
            values=_checked_values(_section(said, "values")),
            custom=_words(said, "custom"),
            scale=_scale(rating) if rating else None,
            zone=_checked_zone(_word(dates, "zone")),
            order=_one_of("order", dates.get("order"), (None, "dmy", "mdy")),
            formats=_words(dates, "formats"),
            delimiter=_word(said, "delimiter"),
            encoding=_checked_encoding(_word(said, "encoding")),
        )
        if mapping.delimiter is not None and len(mapping.delimiter) != 1:
            message = "A delimiter is one character."
            raise MappingFault(message)
        return mapping

    def as_json(self) -> dict[str, Any]:
        """What a mapping file says, to be kept and loaded again."""
        scale = self.scale
        said: dict[str, Any] = {
            "format": FORMAT,
            "source": self.source,
            "rows": self.rows,
            "columns": dict(self.columns),
            "guess": self.guess,
            "fixed": dict(self.fixed),
            "values": {name: dict(words) for name, words in self.values.items()},
            "custom": list(self.custom),
            "dates": {"zone": self.zone, "order": self.order, "formats": list(self.formats)},
            "delimiter": self.delimiter,
            "encoding": self.encoding,
        }
        if scale is not None:
            said["rating"] = {
                "low": scale.low,
                "high": scale.high,
                "best": scale.best,
                "metric": str(scale.metric),
            }
        return said


def _section(said: dict[str, Any], name: str) -> dict[str, Any]:
    value = said.get(name) or {}
    if not isinstance(value, dict):
        message = f"“{name}” in a mapping is an object with named entries."
        raise MappingFault(message)
    return value


def _word(said: dict[str, Any], name: str) -> str | None:
    value = said.get(name)
    if value is None or isinstance(value, str):
        return value or None
    message = f"“{name}” in a mapping is a text."
    raise MappingFault(message)


def _words(said: dict[str, Any], name: str) -> tuple[str, ...]:
    value = said.get(name) or []
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    message = f"“{name}” in a mapping is a list of texts."
    raise MappingFault(message)


def _known(what: str, names: Iterable[str], allowed: Sequence[str]) -> None:
    for name in names:
        if name not in allowed:
            message = f"“{name}” is no {what} of a mapping; there are {', '.join(allowed)}."
            raise MappingFault(message)


def _one_of(name: str, value: object, allowed: tuple[Any, ...]) -> Json:
    if value in allowed:
        return value
    message = f"“{name}” in a mapping is one of {', '.join(filter(None, allowed))}."
    raise MappingFault(message)


def _checked_columns(columns: dict[str, Any]) -> dict[str, str]:
    _known("meaning of a column", columns, MEANINGS)
    for meaning in columns:
        _word(columns, meaning)
    return {meaning: column for meaning, column in columns.items() if column}


def _checked_fixed(fixed: dict[str, Any]) -> dict[str, str]:
    _known("fixed value", fixed, [*_FIXABLE, *sorted(_FREE)])
    for meaning, value in fixed.items():
        if meaning in _FIXABLE:
            _one_of(meaning, value, tuple(map(str, _FIXABLE[meaning])))
        _word(fixed, meaning)
    return fixed


def _checked_values(values: dict[str, Any]) -> dict[str, dict[str, str]]:
    _known("meaning with values", values, MEANINGS)
    for meaning in values:
        words = _section(values, meaning)
        for word in words:
            _word(words, word)
    return values


def _scale(rating: dict[str, Any]) -> Scale:
    _known("entry of rating", rating, ("low", "high", "best", "metric"))
    low, high = rating.get("low", 1), rating.get("high", 5)
    numbers = all(type(end) in {int, float} for end in (low, high))
    if not numbers or not low < high:
        message = "A rating has two numbers, low and high, low the smaller."
        raise MappingFault(message)
    best = _one_of("best", rating.get("best", "high"), ("high", "low"))
    metric = _one_of("metric", rating.get("metric", "custom"), tuple(map(str, Metric)))
    return Scale(float(low), float(high), best, Metric(metric))


def _checked_zone(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = f"“{name}” is no time zone; one is called Europe/London."
        raise MappingFault(message) from None
    return name


def _checked_encoding(name: str | None) -> str | None:
    try:
        codecs.lookup(name or "utf-8")
    except LookupError:
        message = f"“{name}” is no encoding; one is called utf-8."
        raise MappingFault(message) from None
    return name
