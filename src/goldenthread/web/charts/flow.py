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
    first = _nodes([sum(row) for row in shares])
    last = _nodes([sum(column) for column in zip(*shares, strict=True)])
    return Flow(total, tuple(_ribbons(shares, first, last)), first, last)


def _nodes(shares: list[float]) -> tuple[Node, ...]:
    starts = accumulate(shares[:-1], lambda y, share: y + share * FULL + GAP, initial=TOP)
    places = [(y, share * FULL) for y, share in zip(starts, shares, strict=True)]
    middles = _apart([y + height / 2 for y, height in places])
    return tuple(
        Node(name, tone, share, round(y, 1), round(height, 1), round(middle + LABEL_DROP, 1))
        for name, tone, share, (y, height), middle in zip(
            FEELINGS, TONES, shares, places, middles, strict=True
        )
    )


def _apart(middles: list[float]) -> list[float]:
    """Push labels so far apart that none covers another, all within the picture."""
    half, floor = LABEL_APART / 2, TOP + FULL + 2 * GAP
    placed: list[float] = []
    for middle in middles:
        placed.append(max(middle, placed[-1] + LABEL_APART if placed else TOP + half))
    ceiling = floor - half
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], ceiling)
        ceiling = placed[place] - LABEL_APART
    return placed


def _ribbons(
    shares: list[list[float]], first: tuple[Node, ...], last: tuple[Node, ...]
) -> list[Ribbon]:
    arrived = [node.y for node in last]
    drawn = []
    for row, node in zip(shares, first, strict=True):
        left = node.y
        for column, share in enumerate(row):
            height, right = share * FULL, arrived[column]
            if share:
                drawn.append(Ribbon(_outline(left, right, height), TONES[column]))
            left, arrived[column] = left + height, right + height
    return drawn


def _outline(left: float, right: float, height: float) -> str:
    """A band that leaves at `left`, arrives at `right`, and keeps its height."""
    a, b = f"{left:.1f}", f"{right:.1f}"
    c, d = f"{left + height:.1f}", f"{right + height:.1f}"
    return f"M0 {a}C40 {a} 60 {b} 100 {b}V{d}C60 {d} 40 {c} 0 {c}Z"
