"""Long lists, a screen at a time, without ever counting them."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q

from goldenthread.ground.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Field, QuerySet

Row = TypeVar("Row", bound=Model)


class UnknownPlace(Refused):
    """The list has no such place."""

    code = "web.unknown_place"
    status = 404
    sentence = "This list has no such place. Begin again at its top."


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One screen of a list; `newer` and `older` are places for the `at` of a link, or None."""

    rows: Sequence[Row]
    newer: str | None
    older: str | None


def page_of(rows: QuerySet[Row], order: str, at: str | None = None, size: int = 50) -> Page[Row]:
    """The screen of `rows` at a place, the newest first.

    Args:
        rows: What is listed; its own order is replaced.
        order: A column that is never null, largest first; ties go by primary key.
        at: A place from an earlier page; None for the top.
        size: Rows on a screen.

    Raises:
        UnknownPlace: `at` was not given out by this list.
    """
    backward, place = _read(rows, order, at)
    names = (order, "pk") if backward else (f"-{order}", "-pk")
    found = list(rows.filter(place).order_by(*names)[: size + 1])
    more, shown = len(found) > size, found[:size]
    if backward:
        shown.reverse()
    newer = at is not None and (more or not backward)
    older = more or backward
    return Page(
        shown,
        _write("newer", shown[0], order) if shown and newer else None,
        _write("older", shown[-1], order) if shown and older else None,
    )


def _column(model: type[Model], name: str) -> Field[Any, Any]:
    """The column a list is ordered by: one of its own, not a way to other tables."""
    return next(column for column in model._meta.fields if column.name == name)  # noqa: SLF001 - documented Django API


def _write(way: str, row: Model, order: str) -> str:
    value = _column(type(row), order).value_to_string(row)
    return urlsafe_b64encode(json.dumps([way, value, row.pk]).encode()).decode().rstrip("=")


def _read(rows: QuerySet[Row], order: str, at: str | None) -> tuple[bool, Q]:
    if at is None:
        return False, Q()
    try:
        way, value, pk = json.loads(urlsafe_b64decode(at + "=" * (-len(at) % 4)))
        edge, pk = _column(rows.model, order).to_python(value), int(pk)
    except (ValueError, TypeError, ValidationError) as error:
        raise UnknownPlace from error
    side = {"newer": "gt", "older": "lt"}.get(way)
    if side is None or edge is None:
        raise UnknownPlace
    beyond = Q(**{f"{order}__{side}": edge}) | Q(**{order: edge, f"pk__{side}": pk})
    return way == "newer", beyond
