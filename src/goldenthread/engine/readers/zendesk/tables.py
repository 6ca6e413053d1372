"""Which file of a folder is which table, and all of them on one shelf."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from goldenthread.engine.readers.cleaning import word_of
from goldenthread.engine.readers.found import Record, Unreadable, rejected
from goldenthread.engine.readers.tables import table_rows
from goldenthread.engine.types import Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from goldenthread.engine.readers.shelf import Shelf
    from goldenthread.engine.readers.task import Task

# The table by its name, and the column by which its rows are looked up.
_KEYS = {
    "ticket": "id",
    "user": "id",
    "group": "id",
    "brand": "id",
    "comment": "ticket_id",
    "field_history": "ticket_id",
    "tag": "ticket_id",
    "chat": "ticket_id",
    "chat_event": "chat_id",
    "sla_policy": "ticket_id",
    "rating": "ticket_id",
}
_NAMES = {
    "ticket": "ticket",
    "user": "user",
    "group": "group",
    "brand": "brand",
    "ticket_comment": "comment",
    "comment": "comment",
    "ticket_field_history": "field_history",
    "field_history": "field_history",
    "ticket_tag": "tag",
    "ticket_chat": "chat",
    "ticket_chat_event": "chat_event",
    "ticket_sla_policy": "sla_policy",
    "ticket_sla_policie": "sla_policy",
    "satisfaction_rating": "rating",
    "ticket_satisfaction_rating": "rating",
}
_SETTINGS = re.compile(
    r"(organization|organization_tag|user_tag|domain_name|schedule|schedule_holiday|time_zone"
    r"|daylight_time|ticket_schedule|ticket_form_history|sla_policy_metric_history|audit_log"
    r"|organization_member|ticket_custom_field|custom_field)s?"
)
_FILE = re.compile(r"(?P<name>[a-z_]+?)(?:_data)?(?P<variant>_snowflake|_postgres)?\.csv")
_COLUMNS_OF_TICKETS = ("requester_id", "status", "subject")


def table_of(name: str) -> str | None:
    """Which table a file is by its name; None for settings and everything else.

    Example:
        >>> table_of("ticket_comment_data.csv"), table_of("Tickets.csv"), table_of("notes.csv")
        ('comment', 'ticket', None)
    """
    found = _FILE.fullmatch(name.lower())
    if found is None or found["variant"]:
        return None
    return _NAMES.get(found["name"]) or _NAMES.get(found["name"].removesuffix("s"))


def is_table(name: str) -> bool:
    """Whether a file belongs to an export, be it for its settings alone."""
    found = _FILE.fullmatch(name.lower())
    if found is None:
        return False
    known = found["name"] in _NAMES or found["name"].removesuffix("s") in _NAMES
    return known or _SETTINGS.fullmatch(found["name"]) is not None


def is_export(folder: Path, names: Sequence[str]) -> bool:
    """Whether a folder's files are an export: tickets as Zendesk writes them, and one more."""
    tables = {table: name for name in names if (table := table_of(name))}
    if "ticket" not in tables or len(tables) == 1:
        return False
    try:
        with (folder / tables["ticket"]).open("rb") as file:
            header = file.readline(100_000).decode(errors="replace").lower()
    except OSError:
        return False
    return all(column in header for column in _COLUMNS_OF_TICKETS)


def shelve(task: Task, shelf: Shelf) -> Iterator[Rejected]:
    """Put every row of the export up, by the id it is looked up with; yields what is no row."""
    for path in sorted(task.path.iterdir()):
        table = table_of(path.name)
        if table is None:
            continue
        name = path.name if task.place == "." else f"{task.place}/{path.name}"
        try:
            yield from _shelve_table(replace(task, path=path, place=name), table, shelf)
        except Unreadable as reason:
            yield rejected(name, str(reason))
    shelf.seal()


def _shelve_table(task: Task, table: str, shelf: Shelf) -> Iterator[Rejected]:
    if task.path.is_symlink():
        message = "This is a link to somewhere else, and links are not followed."
        raise Unreadable(message)
    column = _KEYS[table]
    for row in table_rows(replace(task, mapping=None)):
        if isinstance(row, Rejected):
            yield row
            continue
        key = word_of(row.cells.get(column))
        if key is None:
            yield rejected(row.place, f"The row has no {column}.", row.cells)
        else:
            shelf.put(table, key, _without_transport(row))
            if table == "chat":
                shelf.put("ticket_of_chat", word_of(row.cells.get("chat_id")) or "", row)


def _without_transport(row: Record) -> Record:
    # When the copy was made is no part of what happened.
    cells = {name: cell for name, cell in row.cells.items() if not name.endswith("_synced")}
    return Record(row.place, cells, row.notes)
