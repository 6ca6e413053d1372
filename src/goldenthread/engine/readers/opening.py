"""`read`: a file or a folder in, conversations and rejections out, one at a time."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, tzinfo
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from goldenthread.engine.readers import abcd, own, rows, sgd, zendesk
from goldenthread.engine.readers.charset import encoding_of
from goldenthread.engine.readers.cleaning import clean
from goldenthread.engine.readers.documents import RecordOrRejected, json_records
from goldenthread.engine.readers.found import Found, Record, Unreadable, rejected
from goldenthread.engine.readers.mapping import Mapping
from goldenthread.engine.readers.shelf import Occurrences
from goldenthread.engine.readers.tables import head_of, shape_of, table_rows
from goldenthread.engine.readers.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ReadRecords: TypeAlias = "Callable[[Task, Iterable[RecordOrRejected]], Iterator[Found]]"
_OF_RECORDS: dict[str, _ReadRecords] = {
    "goldenthread": own.conversations_of,
    "sgd": sgd.conversations_of,
    "abcd": abcd.conversations_of,
    "json": rows.conversations_of,
    "jsonl": rows.conversations_of,
}
_TABLES = frozenset({".csv", ".tsv", ".tab"})
_JSON = frozenset({".json", ".jsonl", ".ndjson"})
_SURE = 0.9
_LOOKED_AT = 100


def sources() -> tuple[str, ...]:
    """The names of the formats that can be read, as `read` takes them."""
    return ("goldenthread", "csv", "json", "jsonl", "sgd", "abcd", "zendesk")


def read(
    path: Path | str,
    source: str | None = None,
    *,
    mapping: Mapping | Path | str | None = None,
    zone: tzinfo = UTC,
) -> Iterator[Found]:
    """Read a file, or a folder with all that lies in it, one conversation at a time.

    Nothing in a file makes it raise: what is unreadable or empty is yielded as `Rejected` with
    its place and a sentence. Memory stays flat however long a file is. Reading the same files
    again gives the same ids. Links inside a folder are not followed and hidden files not read.

    Args:
        path: The file or folder. One that does not exist yields a single `Rejected`.
        source: One of `sources()`; found out for each file when None.
        mapping: Which column of a table means what, or the path of a file that says so; guessed
            when None. It counts for CSV and for JSON of no format known here.
        zone: Of times that state none, unless the mapping names one.

    Raises:
        ValueError: `source` is no format, or the mapping cannot be used (`MappingFault`).
    """
    if source is not None and source not in sources():
        message = f"“{source}” is no format; there are {', '.join(sources())}."
        raise ValueError(message)
    loaded = mapping if isinstance(mapping, Mapping | None) else Mapping.load(Path(mapping))
    return _read(Path(path), source, loaded, zone)


def _read(path: Path, source: str | None, mapping: Mapping | None, zone: tzinfo) -> Iterator[Found]:
    occurrences = Occurrences()
    try:
        for task in _tasks(Task(path, clean(path.name), zone, occurrences, mapping), source):
            yield from _guarded(task, source)
    finally:
        occurrences.close()


def _tasks(whole: Task, source: str | None) -> Iterator[Task]:
    if not whole.path.is_dir():
        yield whole
        return
    for folder, folders, files in os.walk(whole.path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(folder)
        names = sorted(name for name in files if not name.startswith("."))
        if source in {None, "zendesk"} and zendesk.is_export(here, names):
            yield _inside(whole, here)
            names = [name for name in names if not zendesk.is_table(name)]
        links = [name for name in folders if (here / name).is_symlink()]
        for name in names + links:
            yield _inside(whole, here / name)


def _inside(whole: Task, path: Path) -> Task:
    place = clean(os.path.relpath(path, whole.path))
    return replace(whole, path=path, place=place, inside=True)


def _guarded(task: Task, source: str | None) -> Iterator[Found]:
    try:
        yield from _found(task, source)
    except Unreadable as reason:
        yield rejected(task.place, str(reason))
    except OSError as reason:
        yield rejected(task.place, f"It cannot be opened: {reason.strerror or reason}.")


def _found(task: Task, source: str | None) -> Iterator[Found]:
    if task.inside and task.path.is_symlink():
        message = "This is a link to somewhere else, and links are not followed."
        raise Unreadable(message)
    if task.path.is_dir():
        return zendesk.conversations_of(task)
    if task.path.exists() and not task.path.is_file():
        message = "This is no ordinary file."
        raise Unreadable(message)
    if source == "zendesk":
        message = "A Zendesk export is a folder of tables that holds one of tickets."
        raise Unreadable(message)
    if source == "csv" or (source is None and _is_table(task)):
        return rows.conversations_of(task, table_rows(task))
    records = json_records(task)
    if source is not None:
        return _OF_RECORDS[source](task, records)
    head = list(islice(records, _LOOKED_AT))
    return _reader_for(head)(task, chain(head, records))


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


def _reader_for(head: list[RecordOrRejected]) -> _ReadRecords:
    for record in head:
        if isinstance(record, Record):
            if own.is_own(record):
                return own.conversations_of
            if sgd.is_sgd(record):
                return sgd.conversations_of
            if abcd.is_abcd(record):
                return abcd.conversations_of
            break
    return rows.conversations_of
