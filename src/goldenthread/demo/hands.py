"""How people write: with capitals or without, with care or in haste."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

# A word that stands alone: no part of an address, a number or another word.
_WORD = re.compile(r"(?<![^\s(])[a-z]{4,}(?=[\s,!?]|\.\s|\.?$)")
_SLIP = 0.55
_SHORT = (
    ("you are", "ur"),
    (" you ", " u "),
    ("please", "pls"),
    ("because", "cos"),
    ("thank you", "thx"),
    ("tomorrow", "tmrw"),
    ("appointment", "appt"),
)


class Hand(StrEnum):
    """One habit of writing."""

    NEAT = "neat"
    LOWER = "lower"
    HASTY = "hasty"
    BARE = "bare"
    LOUD = "loud"
    SHORT = "short"


class _Hands:
    """The habits, by how common they are."""

    def __init__(self, shares: dict[Hand, float]) -> None:
        self._bounds = list(zip(accumulate(shares.values()), shares, strict=True))

    def draw(self, rng: Random) -> Hand:
        """One habit."""
        at = rng.random()
        for bound, hand in self._bounds:
            if at < bound:
                return hand
        return Hand.NEAT


HANDS = _Hands(
    {
        Hand.NEAT: 0.56,
        Hand.LOWER: 0.17,
        Hand.HASTY: 0.14,
        Hand.BARE: 0.07,
        Hand.LOUD: 0.015,
        Hand.SHORT: 0.045,
    }
)
"""The habits customers have."""


def written(text: str, hand: Hand, rng: Random) -> str:
    """`text` as that hand would write it; digits and addresses are never mistyped.

    Example:
        >>> import random
        >>> written("I'm still waiting, please help.", Hand.BARE, random.Random(1))
        'Im still waiting, please help.'
    """
    if hand is Hand.LOWER:
        return text.lower()
    if hand is Hand.HASTY:
        return _slipped(text.lower().removesuffix("."), rng)
    if hand is Hand.BARE:
        return text.replace("'", "")
    if hand is Hand.LOUD:
        return text.upper()
    if hand is Hand.SHORT:
        return _shortened(text.lower().replace("'", ""))
    return text


def _slipped(text: str, rng: Random) -> str:
    if rng.random() > _SLIP:
        return text
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = words[int(rng.random() * len(words))]
    at = word.start() + 1 + int(rng.random() * (len(word.group()) - 2))
    kind = rng.random()
    if kind < 1 / 3:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind < 2 / 3:
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at] + text[at:]


def _shortened(text: str) -> str:
    for full, short in _SHORT:
        text = text.replace(full, short)
    return text
