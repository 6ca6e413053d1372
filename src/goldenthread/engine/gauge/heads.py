"""The learned heads: one table of small whole numbers, read once for everything.

Each piece of a text points to a row of the table, each head has a column; a head's margin is
the sum of its column over the text's pieces, each piece once, over the length of the text in
rarity. Nothing else goes into it, so each piece's share of a margin is exact.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from goldenthread.engine.gauge.types import GaugeUnavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


WEIGHTS = Path(__file__).parent / "weights"
BATCH = 4096
"""Texts in one pass: enough to be quick, few enough to stay small in memory."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Every learned head, in columns.

    Attributes:
        names: Of the columns, such as `politeness` or `feeling.anger`.
        table: A row per bucket of pieces, a column per head; int8.
        rarity: How rare a bucket's pieces are, in sixteenths; 0 where never met.
        scale: What one unit of a column is worth.
        constant: What a head says of an empty text.
        slope: Times the margin …
        shift: … plus this is the log-odds of what the head looks for.
        threshold: The least chance from which it is called present.
    """

    names: tuple[str, ...]
    table: NDArray[np.int8]
    rarity: NDArray[np.uint8]
    scale: NDArray[np.float32]
    constant: NDArray[np.float32]
    slope: NDArray[np.float32]
    shift: NDArray[np.float32]
    threshold: NDArray[np.float32]

    @classmethod
    def load(cls, name: str = "fast", folder: Path = WEIGHTS) -> Heads:
        """The heads of a weight file.

        Raises:
            GaugeUnavailable: The weights were made for another way of taking texts apart.
        """
        from goldenthread.engine.gauge import features  # noqa: PLC0415 - loads numba for 0.3 s

        told = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        if told["pieces"] != features.VERSION:
            sentence = f"The weights {name} were made for other pieces; train them again."
            raise GaugeUnavailable(sentence)
        columns = {
            field: np.array([head[field] for head in told["heads"]], np.float32)
            for field in ("scale", "constant", "slope", "shift", "threshold")
        }
        return cls(
            names=tuple(head["name"] for head in told["heads"]),
            table=np.load(folder / f"{name}.table.npy"),
            rarity=np.load(folder / f"{name}.rarity.npy"),
            **columns,
        )

    def columns(self, family: str) -> dict[str, int]:
        """The members of a family, such as `feeling`, with their columns."""
        begin = f"{family}."
        return {n.removeprefix(begin): i for i, n in enumerate(self.names) if n.startswith(begin)}

    def margins(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row per text and a column per head; no text gives no row."""
        parts = [self._part(texts[i : i + BATCH]) for i in range(0, len(texts), BATCH)]
        if not parts:
            return np.empty((0, len(self.names)), np.float32)
        return np.concatenate(parts) * self.scale + self.constant

    def _part(self, texts: Sequence[str]) -> NDArray[np.float32]:
        from goldenthread.engine.gauge import features  # noqa: PLC0415 - loads numba for 0.3 s

        encoded = features.encode(texts)
        model = (self.table, self.rarity)
        room = features.room(encoded)
        sums = features.sums(encoded.codes, encoded.begins, features.tables(), room, model)
        return np.asarray(sums[:, : len(self.names)])

    def odds(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Log-odds per text and head, calibrated on texts the fit had not seen."""
        return self.margins(texts) * self.slope + self.shift


def chances(odds: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log-odds as probabilities, each by itself.

    >>> chances(np.zeros(1, np.float32)).tolist()
    [0.5]
    """
    return np.asarray(1 / (1 + np.exp(-odds.clip(-30, 30))), np.float32)


def shares(odds: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log-odds of rival readings as probabilities that sum to 1 in each row.

    >>> shares(np.zeros((1, 4), np.float32)).tolist()
    [[0.25, 0.25, 0.25, 0.25]]
    """
    raised = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


@cache
def loaded(name: str = "fast") -> Heads:
    """The shipped heads, read from disk once a process."""
    return Heads.load(name)
