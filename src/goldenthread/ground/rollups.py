"""Figures by day: the small tables every chart and rate reads, so that no page counts rows.

Sums are whole numbers (scores in hundredths), so that taking a contribution back leaves exactly
what was there before it, and roll-ups equal a recomputation to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection, models

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# How many rows one statement carries: ten values each stays below SQLite's limit of variables.
_ROWS = 500
NO_UNIT = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A contribution to a day: how many, how many of them kept, sum and sum of squares."""

    n: int = 0
    kept: int = 0
    total: int = 0
    squares: int = 0

    def __add__(self, other: Figure) -> Figure:
        """Both together."""
        return Figure(
            self.n + other.n,
            self.kept + other.kept,
            self.total + other.total,
            self.squares + other.squares,
        )

    def __neg__(self) -> Figure:
        """What takes this contribution back."""
        return Figure(-self.n, -self.kept, -self.total, -self.squares)


def score_figure(score: float, *, kept: bool) -> Figure:
    """One score of 0…100 as a contribution, in hundredths."""
    hundredths = round(score * 100)
    return Figure(1, int(kept), hundredths, hundredths * hundredths)


class DayFigure(models.Model):
    """Base of a roll-up: one row per day, unit, channel and whatever the room counts.

    `unit_key` is the unit's primary key or 0 where none is known: a plain number, because a
    missing unit must still be unique.
    """

    day = models.DateField()
    unit_key = models.BigIntegerField(default=NO_UNIT)
    channel = models.CharField(max_length=12)
    n = models.BigIntegerField(default=0)
    kept = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    squares = models.BigIntegerField(default=0)

    class Meta:
        """Tables belong to the rooms."""

        abstract = True


def add(
    model: type[DayFigure], key: tuple[str, ...], deltas: Mapping[tuple[Any, ...], Figure]
) -> None:
    """Add contributions to a roll-up, in one transaction with the rows they come from.

    Args:
        model: The room's table.
        key: Columns of its unique constraint, in the order of the tuples in `deltas`.
        deltas: What to add to which row; a row that is not there yet begins at zero.
    """
    # Sorted, so that two imports take the same rows in the same order and never wait in a ring.
    wanted = sorted((k, f) for k, f in deltas.items() if f != Figure())
    for chunk in _chunks(wanted):
        with connection.cursor() as cursor:
            cursor.execute(*_upsert(model, key, chunk))


def _chunks(
    rows: list[tuple[tuple[Any, ...], Figure]],
) -> Iterator[list[tuple[tuple[Any, ...], Figure]]]:
    for first in range(0, len(rows), _ROWS):
        yield rows[first : first + _ROWS]


def _upsert(
    model: type[DayFigure], key: tuple[str, ...], rows: list[tuple[tuple[Any, ...], Figure]]
) -> tuple[str, list[Any]]:
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)  # noqa: SLF001 - documented Django API
    sums = ("n", "kept", "total", "squares")
    columns = ", ".join(quote(name) for name in (*key, *sums))
    row = f"({', '.join(['%s'] * (len(key) + len(sums)))})"
    grown = ", ".join(f"{quote(s)} = {table}.{quote(s)} + excluded.{quote(s)}" for s in sums)
    # Only names of our own columns are put together here; every value is a parameter.
    statement = (
        f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * len(rows))} "  # noqa: S608
        f"ON CONFLICT ({', '.join(map(quote, key))}) DO UPDATE SET {grown}"
    )
    values = [v for k, f in rows for v in (*k, f.n, f.kept, f.total, f.squares)]
    return statement, values
