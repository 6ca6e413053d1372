"""Everything the heads and the customer's wordings say of a batch of texts, from one pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from goldenthread.engine.gauge import customer, language
from goldenthread.engine.gauge.heads import chances, shares
from goldenthread.engine.gauge.types import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from goldenthread.engine.gauge.heads import Heads
    from goldenthread.engine.gauge.patterns import Found

STANCES = tuple(Stance)
LETTERS = ("P", "R", "O", "U", "D")
SIGNS = ("negative", "neutral", "positive")
_WORST = 5.0
_WORDED = 1.5
"""Log-odds that a wording known for a stance adds to it."""


@dataclass(frozen=True, slots=True)
class Scores:
    """A row per text in every array; the rows of an unread text are NaN, or False.

    Attributes:
        politeness: 0…1.
        valence: −1…1.
        intent: 0…1.
        severity: −5…5.
        signs: Shares of negative, neutral and positive; they sum to 1, sharper than chances.
        feelings: Chance of each feeling, in the order of `names`.
        present: Whether each feeling passes its threshold.
        stance: Chance of each stance, in the order of `Stance`; they sum to 1.
        letters: Chance that the text tells of each of P, R, O, U, D broken.
        broken: Whether it does, by the heads' thresholds or by the customer's wordings.
        unread: Why a text was not read; None where it was.
        found: The customer's wordings found in each text.
        names: Of the feelings.
    """

    politeness: NDArray[np.float32]
    valence: NDArray[np.float32]
    intent: NDArray[np.float32]
    severity: NDArray[np.float32]
    signs: NDArray[np.float32]
    feelings: NDArray[np.float32]
    present: NDArray[np.bool_]
    stance: NDArray[np.float32]
    letters: NDArray[np.float32]
    broken: NDArray[np.bool_]
    unread: list[str | None]
    found: list[list[Found]]
    names: tuple[str, ...]


def score(heads: Heads, texts: Sequence[str]) -> Scores:
    """What `heads` and the customer's wordings say of each text; no texts give empty arrays."""
    unread = language.unread(list(texts))
    odds = heads.odds(texts)
    odds[[why is not None for why in unread]] = np.nan
    found = [[] if why else customer.found(text) for text, why in zip(texts, unread, strict=True)]
    feelings = chances(_of(heads, odds, "feeling"))
    signs = shares(_of(heads, odds, "valence"))
    letters = chances(_of(heads, odds, "broken"))
    return Scores(
        politeness=chances(odds[:, heads.names.index("politeness")]),
        valence=signs[:, 2] - signs[:, 0],
        intent=chances(odds[:, heads.names.index("intent")]),
        severity=odds[:, heads.names.index("severity")].clip(-_WORST, _WORST),
        signs=signs,
        feelings=feelings,
        present=feelings >= _threshold(heads, "feeling"),
        stance=shares(_of(heads, odds, "stance") + _worded_stance(texts, found)),
        letters=letters,
        broken=(letters >= _threshold(heads, "broken")) | _worded_letters(found),
        unread=unread,
        found=found,
        names=tuple(heads.columns("feeling")),
    )


def _of(heads: Heads, odds: NDArray[np.float32], family: str) -> NDArray[np.float32]:
    return odds[:, list(heads.columns(family).values())]


def _threshold(heads: Heads, family: str) -> NDArray[np.float32]:
    return heads.threshold[list(heads.columns(family).values())]


def _worded_stance(texts: Sequence[str], found: list[list[Found]]) -> NDArray[np.float32]:
    worded = np.zeros((len(texts), len(STANCES)), np.float32)
    for row, (text, hits) in enumerate(zip(texts, found, strict=True)):
        if hits:
            stance = customer.stand(text, {hit.name for hit in hits})
            worded[row, STANCES.index(stance)] = _WORDED
    return worded


def _worded_letters(found: list[list[Found]]) -> NDArray[np.bool_]:
    worded = np.zeros((len(found), len(LETTERS)), np.bool_)
    for row, hits in enumerate(found):
        for letter in customer.letters({hit.name for hit in hits}):
            worded[row, LETTERS.index(letter)] = True
    return worded
