"""From how customers felt at first to how they felt at last."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FEELINGS = ("pleased", "calm", "upset")
TONES = ("good", "calm", "bad")
TOP, FULL, GAP = 24.0, 150.0, 9.0
LABEL_APART = 15.0
LABEL_DROP = 4.4  # from the middle of the line of text to its foot


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Customers who went one way, as an outline, in the colour of where they ended."""

    outline: str
    tone: str


@dataclass(frozen=True, slots=True)
class Node:
    """Customers of one feeling at one end."""

    feeling: str
    tone: str
    share: float
    y: float
    height: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole picture, and the count it was drawn from."""

    total: int
    ribbons: tuple[Ribbon, ...]
    first: tuple[Node, ...]
    last: tuple[Node, ...]


def flow(counts: Sequence[Sequence[int]]) -> Flow | None:
    """Lay out a table of counts: rows are the first feeling, columns the last.

    Both in the order pleased, calm, upset. No conversation at all gives None.
    """
    total = sum(map(sum, counts))
    if not total:
        return None
    shares = [[count / total for count in row] for row in counts]
    sides = [sum(row) for row in shares], [sum(column) for column in zip(*shares, strict=True)]
    full = _full(sides)
    first, last = (_nodes(side, full) for side in sides)
    return Flow(total, tuple(_ribbons(shares, first, last, full)), first, last)


def _full(sides: Sequence[Sequence[float]]) -> float:
    """How high all customers together are drawn, so that each feeling has room for its label."""
    full = FULL
    for _ in FEELINGS:
        for side in sides:
            small = [share for share in side if share * full < LABEL_APART]
            full = min(full, (FULL - LABEL_APART * len(small)) / (1 - sum(small)))
    return full


def _nodes(shares: Sequence[float], full: float) -> tuple[Node, ...]:
    """One feeling below the other, each in the middle of its room."""
    rooms = [max(share * full, LABEL_APART) for share in shares]
    starts = accumulate(rooms[:-1], lambda y, room: y + room + GAP, initial=TOP)
    return tuple(
        Node(
            name,
            tone,
            share,
            round(y + (room - share * full) / 2, 1),
            round(share * full, 1),
            round(y + room / 2 + LABEL_DROP, 1),
        )
        for name, tone, share, y, room in zip(FEELINGS, TONES, shares, starts, rooms, strict=True)
    )


def _ribbons(
    shares: list[list[float]], first: tuple[Node, ...], last: tuple[Node, ...], full: float
) -> list[Ribbon]:
    arrived = [node.y for node in last]
    drawn = []
    for row, node in zip(shares, first, strict=True):
        left = node.y
        for column, share in enumerate(row):
            height, right = share * full, arrived[column]
            if share:
                drawn.append(Ribbon(_outline(left, right, height), TONES[column]))
            left, arrived[column] = left + height, right + height
    return drawn


def _outline(left: float, right: float, height: float) -> str:
    """A band that leaves at `left`, arrives at `right`, and keeps its height."""
    a, b = f"{left:.1f}", f"{right:.1f}"
    c, d = f"{left + height:.1f}", f"{right + height:.1f}"
    return f"M0 {a}C40 {a} 60 {b} 100 {b}V{d}C60 {d} 40 {c} 0 {c}Z"
