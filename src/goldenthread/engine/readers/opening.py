"""`read`: a file or a folder in, conversations and rejections out, one at a time."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, tzinfo
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from goldenthread.engine.readers import zendesk
from goldenthread.engine.readers.cleaning import clean
from goldenthread.engine.readers.documents import json_records
from goldenthread.engine.readers.formats import FILES, RECORDS, format_of_file, format_of_records
from goldenthread.engine.readers.found import Found, Unreadable, rejected
from goldenthread.engine.readers.mapping import Mapping
from goldenthread.engine.readers.shelf import Occurrences
from goldenthread.engine.readers.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOKED_AT = 100


def sources() -> tuple[str, ...]:
    """The names of the formats that can be read, as `read` takes them."""
    return (*RECORDS, *FILES, "zendesk")


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
    if source in RECORDS:
        return RECORDS[source].read(task, json_records(task))
    file = FILES[source] if source else format_of_file(task)
    if file is not None:
        return file.read(task)
    records = json_records(task)
    head = list(islice(records, _LOOKED_AT))
    return format_of_records(head).read(task, chain(head, records))
