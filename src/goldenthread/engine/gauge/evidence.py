"""The words a learned reading rests on: each piece's exact share of a head, laid on the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from goldenthread.engine.types import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from goldenthread.engine.gauge.heads import Heads

MOST = 3
"""Stretches shown at most for one reading."""
_WORTH = 0.35
"""A further stretch must carry at least this part of what the first carries."""
_ORDINARY = 0.8
"""A word must carry more than this part of what a speaking word carries on average."""


def carried(text: str, heads: Heads, weights: NDArray[np.float32]) -> NDArray[np.float64]:
    """Each character's exact share of the weighted sum of margins; the constant is nobody's.

    Args:
        text: Any text; what lies beyond the part that is read carries nothing.
        heads: The heads asked.
        weights: How much each head counts, one number a head; negative turns it round.
    """
    from goldenthread.engine.gauge import features  # noqa: PLC0415 - loads numba for 0.3 s

    encoded = features.encode([text[: features.LONGEST]])
    model = (heads.table, heads.rarity)
    scaled = np.zeros(heads.table.shape[1], np.float64)
    scaled[: len(heads.names)] = weights * heads.scale
    found = features.laid(encoded.codes, features.tables(), features.room(encoded), model, scaled)
    return np.concatenate([found, np.zeros(len(text) - len(found))])


def stretches(text: str, carried_by: NDArray[np.float64]) -> list[Span]:
    """The whole words, at most three stretches of them, that carry the most; best first.

    A text none of whose words speaks for the reading gives [].

    >>> stretches("so very late", np.array([0, 0, 0, 0, 0, 0, 0, 0, 1.0, 1, 1, 1]))
    [Span(start=8, end=12, kind=None)]
    """
    words = _words(text)
    upto = np.concatenate([np.zeros(1), np.cumsum(carried_by)])
    places = np.array(words, np.int64).reshape(-1, 2)
    sums = upto[places[:, 1]] - upto[places[:, 0]]
    sums -= _ORDINARY * sums[sums > 0].sum() / max(int((sums > 0).sum()), 1)
    spans: list[Span] = []
    first = 0.0
    while len(spans) < MOST and len(sums):
        low, high, worth = _heaviest(sums)
        first = first or worth
        if worth <= 0 or worth < _WORTH * first:
            break
        spans.append(Span(words[low][0], words[high][1]))
        sums[low : high + 1] = -np.inf
    return spans


def _words(text: str) -> list[tuple[int, int]]:
    words, at = [], 0
    for word in text.split():
        begin = text.index(word, at)
        at = begin + len(word)
        words.append((begin, at))
    return words


def _heaviest(sums: NDArray[np.float64]) -> tuple[int, int, float]:
    """First and last of the neighbours whose sum is highest (Kadane's walk)."""
    best, found, low, run = -np.inf, (0, 0), 0, 0.0
    for i, worth in enumerate(sums.tolist()):
        if run <= 0:
            low, run = i, 0.0
        run += worth
        if run > best:
            best, found = run, (low, i)
    return *found, float(best)
