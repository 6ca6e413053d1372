"""Text that every database can keep, and plain values out of whatever a file holds."""

from __future__ import annotations

import math
import re
from typing import Any, TypeAlias

Json: TypeAlias = Any
"""A JSON value: an object, a list, a text, a number, a truth or nothing."""

REPLACEMENT = "\ufffd"
LONGEST_ID = 200
_WHOLE_NUMBERS_BELOW = 1e15
_SURROGATE = re.compile("[\ud800-\udfff]")
_EMPTY = frozenset({"", "null", "none", "nan", "n/a", "na", "nil", "#n/a", "undefined", "-"})
_LONGEST_EMPTY = max(map(len, _EMPTY))


def clean(text: str) -> str:
    r"""Put U+FFFD where a character cannot be stored: NUL and lone surrogates.

    Every other character stays as it was said, and the length does not change.

    Example:
        >>> clean("a\x00b")
        'a\ufffdb'
    """
    if "\x00" in text:
        text = text.replace("\x00", REPLACEMENT)
    return text if text.isascii() else _SURROGATE.sub(REPLACEMENT, text)


def cleaned(value: object) -> Json:
    """Clean every string inside a JSON value, keys included.

    Raises:
        RecursionError: The value is nested deeper than Python goes.
    """
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [cleaned(inner) for inner in value]
    return value


def text_of(value: object) -> str:
    """What a cell says as text; empty for nothing, whole numbers without a decimal point.

    Example:
        >>> text_of(17.0), text_of(None), text_of(True)
        ('17', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        return str(int(value)) if abs(value) < _WHOLE_NUMBERS_BELOW else repr(value)
    if isinstance(value, list):
        return "\n".join(filter(None, map(text_of, value)))
    return clean(str(value))


def word_of(value: object) -> str | None:
    """A short value such as a name or an id, trimmed; None when the cell means "nothing".

    Example:
        >>> word_of("  Ana "), word_of("N/A")
        ('Ana', None)
    """
    if value is None or isinstance(value, dict):
        return None
    word = text_of(value).strip()
    return None if len(word) <= _LONGEST_EMPTY and word.lower() in _EMPTY else word


def truth_of(value: object) -> bool | None:
    """Whether a cell says yes or no; None when it says neither."""
    word = text_of(value).strip().lower()
    if word in {"true", "t", "yes", "y", "1"}:
        return True
    return False if word in {"false", "f", "no", "n", "0"} else None
