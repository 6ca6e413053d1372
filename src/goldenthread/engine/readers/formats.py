"""Every format there is: how it is told from the others, and what reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from goldenthread.engine.readers import abcd, own, rows, sgd
from goldenthread.engine.readers.charset import encoding_of
from goldenthread.engine.readers.found import Found, Record, Unreadable
from goldenthread.engine.readers.tables import head_of, shape_of, table_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from goldenthread.engine.readers.documents import RecordOrRejected
    from goldenthread.engine.readers.task import Task

_ReadRecords: TypeAlias = "Callable[[Task, Iterable[RecordOrRejected]], Iterator[Found]]"
_TABLES = frozenset({".csv", ".tsv", ".tab"})
_JSON = frozenset({".json", ".jsonl", ".ndjson"})
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of whole files.

    Attributes:
        suits: Whether a file is of it, told by its name and its beginning.
        read: Yields what is in it.
    """

    suits: Callable[[Task], bool]
    read: Callable[[Task], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class RecordFormat:
    """A format of JSON records.

    Attributes:
        suits: Whether a record is of it.
        read: Yields what is in records.
    """

    suits: Callable[[Record], bool]
    read: _ReadRecords


def _is_table(task: Task) -> bool:
    suffix = task.path.suffix.lower()
    encoding = (task.mapping and task.mapping.encoding) or encoding_of(task.path)
    if suffix in _JSON:
        return False
    head = head_of(task, encoding)
    if "".join(head).lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        return False
    shape = shape_of(head)
    lines = sum(1 for line in head if line.strip())
    if suffix in _TABLES or (shape.columns > 1 and shape.sureness >= _SURE and lines > 1):
        return True
    message = "This is neither a table nor JSON, so no conversations were looked for."
    raise Unreadable(message)


def _of_table(task: Task) -> Iterator[Found]:
    return rows.conversations_of(task, table_rows(task))


def _any(_record: Record) -> bool:
    return True


# The first that suits is taken; what suits none of the files is read as JSON records.
FILES: dict[str, FileFormat] = {
    "csv": FileFormat(_is_table, _of_table),
}
RECORDS: dict[str, RecordFormat] = {
    "goldenthread": RecordFormat(own.is_own, own.conversations_of),
    "sgd": RecordFormat(sgd.is_sgd, sgd.conversations_of),
    "abcd": RecordFormat(abcd.is_abcd, abcd.conversations_of),
    "json": RecordFormat(_any, rows.conversations_of),
    "jsonl": RecordFormat(_any, rows.conversations_of),
}


def format_of_file(task: Task) -> FileFormat | None:
    """The format of a file that is not JSON; None for JSON.

    Raises:
        Unreadable: It is of no format known here.
    """
    return next((each for each in FILES.values() if each.suits(task)), None)


def format_of_records(head: Iterable[RecordOrRejected]) -> RecordFormat:
    """The format of JSON records, told by the first that can be read."""
    first = next((record for record in head if isinstance(record, Record)), None)
    if first is None:
        return RECORDS["json"]
    return next(each for each in RECORDS.values() if each.suits(first))
