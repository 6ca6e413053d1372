"""One JSON value, strictly: no value is guessed, no key is lost, nothing too deep to keep."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

import orjson

from goldenthread.engine.readers.cleaning import cleaned
from goldenthread.engine.readers.found import Unreadable

_TOO_DEEP = "The record is nested too deeply to be a conversation."
NOT_A_NUMBER = "A number that is not finite (NaN or Infinity) was left out."
_HIDDEN_NUL, _HIDDEN_SURROGATE = "\\u0000", "\\ud"


def decode(text: str) -> tuple[Any, tuple[str, ...]]:
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
    if not told_apart:
        return _decode_slowly(text)
    return (cleaned(value) if _HIDDEN_NUL in text else value), ()


def check_depth(value: object) -> None:
    """Refuse what could not be written again.

    Raises:
        Unreadable: It is nested deeper than JSON is written here (254 levels).
    """
    try:
        orjson.dumps(value)
    except orjson.JSONEncodeError as reason:
        if "ecursion" in str(reason):
            raise Unreadable(_TOO_DEEP) from None
        message = "The record holds a number too big to be kept."
        raise Unreadable(message) from None


def strict_decoder(notes: list[str]) -> json.JSONDecoder:
    """A decoder that refuses doubled keys and notes numbers that are not finite."""

    def finite(written: str) -> float | None:
        number = float(written)
        if math.isfinite(number):
            return number
        notes.append(NOT_A_NUMBER)
        return None

    return json.JSONDecoder(
        strict=False,
        object_pairs_hook=_once_each,
        parse_float=finite,
        parse_constant=finite,
    )


def _decode_slowly(text: str) -> tuple[Any, tuple[str, ...]]:
    notes: list[str] = []
    try:
        value = cleaned(strict_decoder(notes).decode(text.strip("\ufeff \t\r\n")))
    except RecursionError:
        raise Unreadable(_TOO_DEEP) from None
    except json.JSONDecodeError as reason:
        message = f"This is not valid JSON: {_explained(reason)}."
        raise Unreadable(message) from None
    except ValueError:
        message = "The record holds a number too big to be kept."
        raise Unreadable(message) from None
    check_depth(value)
    return value, tuple(dict.fromkeys(notes))


def _explained(reason: json.JSONDecodeError) -> str:
    return f"{reason.msg[0].lower()}{reason.msg[1:]} at character {reason.pos + 1}"


def _as_many_quotes(value: object, text: str) -> bool:
    # A doubled key is lost in parsing, and with it its quotation marks; counting them is
    # far quicker than a hook for every object. A difference of escapes only costs time.
    again = orjson.dumps(value)
    return again.count(b'"') - again.count(b'\\"') == text.count('"') - text.count('\\"')


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        _refuse_doubled(pairs)
    return read


def _refuse_doubled(pairs: list[tuple[str, Any]]) -> NoReturn:
    names = [name for name, _ in pairs]
    doubled = next(name for name in names if names.count(name) > 1)
    message = f"The field “{doubled[:60]}” stands twice in one record, so neither can be trusted."
    raise Unreadable(message)
