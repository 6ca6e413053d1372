"""The records of a JSON file: one a line, one big array, or one document that holds a list."""

from __future__ import annotations

import json
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeAlias

from goldenthread.engine.readers.charset import encoding_of, lines_of, open_text
from goldenthread.engine.readers.decoding import TOO_DEEP, Repairs, decode
from goldenthread.engine.readers.found import Record, Unreadable, rejected
from goldenthread.engine.readers.nesting import turns_in
from goldenthread.engine.types import Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from goldenthread.engine.readers.charset import Line
    from goldenthread.engine.readers.cleaning import Json
    from goldenthread.engine.readers.task import Task

LARGEST_DOCUMENT = 64_000_000
"""Characters of a JSON document that is no array, or of one record of an array.

Such a value has to be held whole; an array itself is read record by record.
"""

_PIECE = 1 << 16
_SPACE = " \t\r\n"
RecordOrRejected: TypeAlias = Record | Rejected


def json_records(task: Task) -> Iterator[RecordOrRejected]:
    """Every record of a JSON file, in order; what is none is rejected with its place.

    Raises:
        Unreadable: Nothing in the file can be read.
    """
    encoding = (task.mapping and task.mapping.encoding) or encoding_of(task.path)
    with open_text(task.path, encoding) as file:
        shape = _shape(file, lines_only=task.path.suffix.lower() in {".jsonl", ".ndjson"})
        file.seek(0)
        if shape == "array":
            yield from _of_array(task, file)
        elif shape == "lines":
            yield from _of_lines(task, lines_of(file))
        else:
            yield from _of_document(task, file)


def _shape(file: TextIO, *, lines_only: bool) -> str:
    if lines_only:
        return "lines"
    head = [line.text.strip("\ufeff" + _SPACE) for line in islice(lines_of(file), 100)]
    first, *others = list(filter(None, head))[:5] or [""]
    if first.startswith("["):
        return "array"
    return "lines" if others and any(map(_is_record, [first, *others])) else "document"


def _is_record(text: str) -> bool:
    try:
        return isinstance(decode(text)[0], dict)
    except Unreadable:
        return False


def _of_lines(task: Task, lines: Iterator[Line]) -> Iterator[RecordOrRejected]:
    for line in lines:
        text = line.text.strip("\ufeff" + _SPACE)
        place = f"{task.place} line {line.number}"
        if line.too_long:
            yield rejected(place, "The line is longer than 16 million characters.", text[:200])
        elif text:
            yield _record(place, text)


def _record(place: str, text: str) -> RecordOrRejected:
    try:
        value, notes = decode(text)
    except Unreadable as reason:
        return rejected(place, str(reason), text)
    return _checked(place, value, notes)


def _checked(place: str, value: object, notes: tuple[str, ...]) -> RecordOrRejected:
    if isinstance(value, dict) and value:
        return Record(place, value, notes)
    return rejected(place, "This is not a record with named fields.", value)


def _of_document(task: Task, file: TextIO) -> Iterator[RecordOrRejected]:
    text = file.read(LARGEST_DOCUMENT + 1)
    if len(text) > LARGEST_DOCUMENT:
        message = (
            "The file is one JSON document of more than 64 million characters. "
            "Save it as JSON lines, one record a line, and import that."
        )
        raise Unreadable(message)
    value, notes = decode(text)
    for number, inner in enumerate(_records_inside(value), start=1):
        yield _checked(f"{task.place} record {number}", inner, notes)


def _records_inside(value: object) -> list[Any]:
    if not isinstance(value, dict) or _is_conversation(value):
        return [value]
    lists = [inner for inner in value.values() if _is_list_of_records(inner)]
    return list(chain.from_iterable(lists)) if lists else [value]


def _is_conversation(value: dict[str, Any]) -> bool:
    return "schema" in value or "original" in value or turns_in(value) is not None


def _is_list_of_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _of_array(task: Task, file: TextIO) -> Iterator[RecordOrRejected]:
    window = _Window(file)
    window.skip(_SPACE + "\ufeff")
    window.skip("[", most=1)
    number = 0
    while window.skip(_SPACE + ",") not in {"]", ""}:
        number += 1
        place = f"{task.place} record {number}"
        try:
            yield _checked(place, *window.value())
        except _Lost as reason:
            text = f"{str(reason).rstrip('.')}. The file was not read beyond this record."
            yield rejected(place, text, window.ahead())
            return
        except Unreadable as reason:
            yield rejected(place, str(reason))
    yield from _after_array(task, window, number)


def _after_array(task: Task, window: _Window, number: int) -> Iterator[Rejected]:
    if window.skip("") != "]":
        yield rejected(task.place, "The file breaks off: its list is never closed.")
        return
    if number == 0:
        yield rejected(task.place, "The file holds an empty list.")
    window.skip("]", most=1)
    if window.skip(_SPACE):
        reason = "More stands after the end of the list; it was not read."
        yield rejected(task.place, reason, window.ahead())


class _Lost(Unreadable):
    """Where the next record begins cannot be told, so the rest is one rejection."""


class _Window:
    """A moving stretch of a long text, so that one record is held at a time."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._repairs = Repairs()
        self._decoder = self._repairs.decoder()

    def skip(self, what: str, most: int | None = None) -> str:
        """Pass over characters of `what`; the next character after them, empty at the end."""
        passed = 0
        while True:
            if self._at == len(self._text) and not self._more(_PIECE):
                return ""
            character = self._text[self._at]
            if character not in what or passed == most:
                return character
            self._at += 1
            passed += 1

    def value(self) -> tuple[Json, tuple[str, ...]]:
        """The JSON value that begins here, and what was repaired in it.

        Raises:
            Unreadable: It cannot be used; `_Lost` when its end cannot be found either.
        """
        while True:
            self._repairs.clear()
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError:
                raise _Lost(TOO_DEEP) from None
            except json.JSONDecodeError as reason:
                self._grow_or_refuse(reason)
            else:
                # A number cut off by the window's edge would look whole.
                if end < len(self._text) or not self._more(_PIECE):
                    # Without more there is nothing behind the value.
                    self._at = min(end, len(self._text))
                    return self._repairs.checked(value)

    def ahead(self) -> str:
        """Some of what has not been read."""
        return self._text[self._at : self._at + 500]

    def _grow_or_refuse(self, reason: json.JSONDecodeError) -> None:
        held = len(self._text) - self._at
        if held > LARGEST_DOCUMENT:
            message = "The record is longer than 64 million characters."
            raise _Lost(message)
        # Doubling keeps the work of trying again proportional to the record's length.
        if not self._more(max(_PIECE, held)):
            message = (
                "The file breaks off here, or this is not valid JSON: "
                f"{reason.msg[0].lower()}{reason.msg[1:]}."
            )
            raise _Lost(message)

    def _more(self, characters: int) -> bool:
        piece = self._file.read(characters)
        self._text = self._text[self._at :] + piece
        self._at = 0
        return bool(piece)
