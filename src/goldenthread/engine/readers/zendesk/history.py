"""What changed on a ticket and when, as events: a row says the new value alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from goldenthread.engine.readers.cleaning import word_of
from goldenthread.engine.types import EventType, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.readers.zendesk.case import Case

_PLAIN = {
    "priority": EventType.PRIORITY_CHANGED,
    "satisfaction_score": EventType.RATED,
    "satisfaction_rating_score": EventType.RATED,
}
_DONE = {"solved", "closed"}


def add_history(ticket: Case, rows: Iterable[Record]) -> None:
    """Add an event for every change; the old value is that of the change before."""
    held: dict[str, str | None] = {}
    timed = [(ticket.time(row, "updated") or ticket.time(row, "updated_at"), row) for row in rows]
    for at, row in sorted(timed, key=lambda pair: (pair[0] is None, pair[0] or 0)):
        name = word_of(row.cells.get("field_name")) or "unknown"
        value = word_of(row.cells.get("value"))
        ticket.draft.happen(
            _type(name, held.get(name), value),
            at,
            actor=ticket.person(row.cells.get("user_id")),
            field=name,
            **_values(ticket, name, held.get(name), value),
        )
        held[name] = value


def _values(ticket: Case, name: str, before: str | None, after: str | None) -> dict[str, Any]:
    if name == "assignee_id":
        return {
            "from_participant": ticket.person(before, Role.AGENT),
            "to_participant": ticket.person(after, Role.AGENT),
            "from_value": before,
            "to_value": after,
        }
    if name == "group_id":
        return {"from_value": ticket.group(before), "to_value": ticket.group(after)}
    return {"from_value": before, "to_value": after}


def _type(name: str, before: str | None, after: str | None) -> EventType:
    if name == "status":
        reopened = before in _DONE and after not in _DONE
        return EventType.REOPENED if reopened else EventType.STATUS_CHANGED
    if name in {"assignee_id", "group_id"}:
        if after is None:
            return EventType.UNASSIGNED
        return EventType.TRANSFERRED if before and before != after else EventType.ASSIGNED
    return _PLAIN.get(name, EventType.FIELD_CHANGED)
