"""The rows of a delimited table: CSV as spreadsheets, help desks and people really write it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from goldenthread.engine.readers.charset import LONGEST_LINE, encoding_of, lines_of, open_text
from goldenthread.engine.readers.cleaning import clean
from goldenthread.engine.readers.found import Record, Unreadable, rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from goldenthread.engine.readers.charset import Line
    from goldenthread.engine.readers.documents import RecordOrRejected
    from goldenthread.engine.readers.task import Task

# The limit is csv's own and holds for the whole process; the default of 131,072 characters
# refuses long mails. Lines and rows are limited here, so nothing is left unbounded.
csv.field_size_limit(LONGEST_LINE)

LONGEST_ROW = 4_000_000
"""Characters of a row over several lines; beyond it a quotation mark was never closed."""

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 60
_UNCLOSED = "A quotation mark is opened in this row and never closed."


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is written: what stands between cells, and how sure that is, 0…1."""

    delimiter: str
    sureness: float
    columns: int


def shape_of(sample: list[str]) -> Shape:
    """Find the delimiter: the one that cuts most rows into as many cells as the header has."""
    told = _told_delimiter(sample)
    if told is not None:
        return Shape(told, 1.0, 0)
    shapes = [_tried(sample, delimiter) for delimiter in _DELIMITERS]
    return max(shapes, key=lambda shape: (shape.columns > 1, shape.sureness, shape.columns))


def table_rows(task: Task) -> Iterator[RecordOrRejected]:
    """Every row of a table by the names of its header; ragged rows are rejected.

    The header is row 1, as a spreadsheet counts. Blank lines are passed over.

    Raises:
        Unreadable: The file is empty or no text, or has no rows below its header.
    """
    mapping = task.mapping
    encoding = (mapping and mapping.encoding) or encoding_of(task.path)
    delimiter = (mapping and mapping.delimiter) or shape_of(head_of(task, encoding)).delimiter
    with open_text(task.path, encoding) as file:
        rows = _Rows(lines_of(file), delimiter)
        header = _header(rows)
        number, empty = 1, True
        for cells in rows:
            number += 1
            place = f"{task.place} row {number}"
            if isinstance(cells, _Broken):
                yield rejected(place, cells.reason, cells.text)
            elif any(map(str.strip, cells)):
                yield _record(place, header, cells)
            else:
                continue
            empty = False
        if empty:
            message = "The table has a header and no rows."
            raise Unreadable(message)


def head_of(task: Task, encoding: str) -> list[str]:
    """The first lines of a file, for looking at its shape."""
    with open_text(task.path, encoding) as file:
        return [line.text for line in islice(lines_of(file), _SAMPLE_LINES)]


def _told_delimiter(sample: list[str]) -> str | None:
    first = sample[0].strip("\ufeff\r\n") if sample else ""
    # Excel's own way to say it.
    return first[4:] if first[:4].lower() == "sep=" and len(first[4:]) == 1 else None


def _tried(sample: list[str], delimiter: str) -> Shape:
    try:
        rows = [row for row in csv.reader(sample, delimiter=delimiter) if any(row)]
    except csv.Error:
        return Shape(delimiter, 0.0, 0)
    if not rows:
        return Shape(delimiter, 0.0, 0)
    columns = len(rows[0])
    whole = sum(len(row) == columns for row in rows)
    return Shape(delimiter, whole / len(rows), columns)


def _header(rows: _Rows) -> list[str]:
    for cells in rows:
        if isinstance(cells, _Broken):
            message = f"The header cannot be read. {cells.reason}"
            raise Unreadable(message)
        told = len(cells) in {1, 2} and cells[0].lower().startswith("sep=")
        if any(map(str.strip, cells)) and not told:
            return _distinct([clean(cell).strip().strip('"').strip() for cell in cells])
    message = "The file is empty."
    raise Unreadable(message)


def _distinct(names: list[str]) -> list[str]:
    while names and not names[-1]:
        names.pop()
    distinct: list[str] = []
    for number, name in enumerate(names, start=1):
        wanted = name or f"column {number}"
        distinct.append(f"{wanted} ({number})" if wanted in distinct else wanted)
    return distinct


def _record(place: str, header: list[str], cells: list[str]) -> RecordOrRejected:
    while len(cells) > len(header) and not cells[-1].strip():
        cells.pop()
    if len(cells) == len(header):
        return Record(place, dict(zip(header, map(clean, cells), strict=True)))
    reason = f"The row has {len(cells)} cells where the header has {len(header)}."
    return rejected(place, reason, cells)


@dataclass(frozen=True, slots=True)
class _Broken:
    reason: str
    text: str


class _Unclosed(Exception):
    """A row grew beyond what a row can be."""


class _Rows:
    """Rows one by one; one that cannot be read is handed over broken and costs no other row."""

    def __init__(self, lines: Iterator[Line], delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._again: list[str] = []
        self._used: list[str] = []
        self._held = 0
        self._too_long = False
        self._reader = self._fresh_reader()

    def __iter__(self) -> Iterator[list[str] | _Broken]:
        while True:
            self._used, self._held, self._too_long = [], 0, False
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except (_Unclosed, csv.Error):
                yield self._give_up()
                continue
            if self._too_long:
                yield _Broken("A line is longer than 16 million characters.", self._used[0][:200])
            elif self._at_open_end():
                yield self._give_up()
            else:
                yield cells

    def _fresh_reader(self) -> Iterator[list[str]]:
        return csv.reader(self._feed(), delimiter=self._delimiter)

    def _feed(self) -> Iterator[str]:
        while True:
            text = self._again.pop() if self._again else self._next_line()
            if text is None:
                return
            self._used.append(text)
            self._held += len(text)
            if len(self._used) > 1 and self._held > LONGEST_ROW:
                raise _Unclosed
            yield text

    def _next_line(self) -> str | None:
        line = next(self._lines, None)
        if line is None:
            return None
        self._too_long |= line.too_long
        return line.text

    def _at_open_end(self) -> bool:
        if not self._used[1:] or self._again:
            return False
        odd = sum(text.count('"') for text in self._used) % 2 == 1
        return odd and next(self._peek(), None) is None

    def _peek(self) -> Iterator[str]:
        text = self._next_line()
        if text is not None:
            self._again.append(text)
            yield text

    def _give_up(self) -> _Broken:
        first, *rest = self._used or [""]
        self._again.extend(reversed(rest))
        self._reader = self._fresh_reader()
        return _Broken(_UNCLOSED, first)
