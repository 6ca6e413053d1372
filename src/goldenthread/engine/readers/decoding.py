"""One JSON value, strictly: no value is guessed, no key is lost, nothing too deep to keep."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field

import orjson

from goldenthread.engine.readers.cleaning import Json, cleaned
from goldenthread.engine.readers.found import Unreadable

TOO_DEEP = "The record is nested too deeply to be a conversation."
NOT_A_NUMBER = "A number that is not finite (NaN or Infinity) was left out."
_HIDDEN_NUL = "\\u0000"
_LONG_NUMBER = re.compile(r"[:\[,]\s*-?\d{19}")
_DIGITS_KEPT = 18


def decode(text: str) -> tuple[Json, tuple[str, ...]]:
    """Read one JSON value and what had to be repaired in it.

    NaN and Infinity become None with a note; NUL and lone surrogates become U+FFFD.

    Raises:
        Unreadable: It is no JSON, is nested too deeply, or names one field twice.
    """
    try:
        value = orjson.loads(text)
        told_apart = _as_many_quotes(value, text)
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return _decode_slowly(text)
    if not told_apart or _LONG_NUMBER.search(text):
        return _decode_slowly(text)
    return (cleaned(value) if _HIDDEN_NUL in text else value), ()


def check_depth(value: object) -> None:
    """Refuse what could not be written again.

    Raises:
        Unreadable: It is nested deeper than JSON is written here (254 levels).
    """
    try:
        orjson.dumps(value)
    except orjson.JSONEncodeError:
        raise Unreadable(TOO_DEEP) from None


@dataclass(slots=True)
class Repairs:
    """What one record needed: numbers left out, and fields that stand in it twice."""

    notes: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)

    def clear(self) -> None:
        """Begin with the next record."""
        self.notes.clear()
        self.doubled.clear()

    def checked(self, value: object) -> tuple[Json, tuple[str, ...]]:
        """The decoded value, storable, with its notes.

        Raises:
            Unreadable: A field stands twice, or it is nested too deeply.
        """
        if self.doubled:
            name = self.doubled[0][:60]
            message = f"The field “{name}” stands twice in one record, so neither can be trusted."
            raise Unreadable(message)
        storable = cleaned(value)
        check_depth(storable)
        return storable, tuple(dict.fromkeys(self.notes))

    def decoder(self) -> json.JSONDecoder:
        """A decoder that tells this what it meets."""
        return json.JSONDecoder(
            strict=False,
            object_pairs_hook=self._object,
            parse_int=_whole,
            parse_float=self._finite,
            parse_constant=self._finite,
        )

    def _finite(self, written: str) -> float | None:
        number = float(written)
        if math.isfinite(number):
            return number
        self.notes.append(NOT_A_NUMBER)
        return None

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        read = dict(pairs)
        if len(read) != len(pairs):
            names = [name for name, _ in pairs]
            self.doubled.append(next(name for name in names if names.count(name) > 1))
        return read


def _decode_slowly(text: str) -> tuple[Json, tuple[str, ...]]:
    repairs = Repairs()
    try:
        return repairs.checked(repairs.decoder().decode(text.strip("\ufeff \t\r\n")))
    except RecursionError:
        raise Unreadable(TOO_DEEP) from None
    except json.JSONDecodeError as reason:
        message = f"This is not valid JSON: {_explained(reason)}."
        raise Unreadable(message) from None


def _whole(written: str) -> int | str:
    # A number longer than a database's is an id, and an id is a text.
    return int(written) if len(written) <= _DIGITS_KEPT else written


def _explained(reason: json.JSONDecodeError) -> str:
    return f"{reason.msg[0].lower()}{reason.msg[1:]} at character {reason.pos + 1}"


def _as_many_quotes(value: object, text: str) -> bool:
    # A doubled key is lost in parsing, and with it its quotation marks; counting them is
    # far quicker than a hook for every object. A difference of escapes only costs time.
    again = orjson.dumps(value)
    return again.count(b'"') - again.count(b'\\"') == text.count('"') - text.count('\\"')
