"""Make the shipped weights: `python -m training FOLDER` writes them where the gauge reads them.

Two runs from one lock on one machine write identical files.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from goldenthread.engine.gauge import features, heads
from training import calibration, recipes
from training.fitting import FOLDS, fit, folds, matrix, out_of_fold, rarity, weighted

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

_WIDTH = 48  # columns of the table: a multiple of 16 lets the machine add them in few steps
_MOST = 127
_CUTS = (1.0, 0.99999, 0.9999, 0.9995, 0.999, 0.998)


class Taught(NamedTuple):
    """The pool's texts as weighted rows, how rare each piece is, and in how many texts it is."""

    rows: sparse.csr_matrix
    rare: NDArray[np.uint8]
    often: NDArray[np.int64]


def take_apart(pool: recipes.Pool) -> Taught:
    """The pool's texts, ready to be learned from."""
    held = matrix(pool.texts)
    rare = rarity(held)
    return Taught(weighted(held, rare), rare, np.bincount(held.indices, minlength=len(rare)))


def column(weights: NDArray[np.float64], known: Taught) -> tuple[NDArray[np.int8], float]:
    """A head's weights, times rarity, as whole numbers, and what one of them is worth.

    A few large weights would make one unit too coarse for the many small ones; where they are
    cut is where the sum of squared errors over all texts is least.
    """
    times = weights * known.rare
    best = (np.inf, np.zeros(len(times), np.int8), 1.0)
    for cut in _CUTS:
        scale = float(np.quantile(np.abs(times[known.often > 0]), cut)) / _MOST
        whole = np.rint(times / scale).clip(-_MOST, _MOST).astype(np.int8)
        missed = float((known.often * (times - whole * scale) ** 2).sum())
        best = min(best, (missed, whole, scale), key=lambda tried: tried[0])
    return best[1], best[2]


def learn(pool: recipes.Pool, folder: Path, into: Path) -> None:
    """Fit every lesson and write table, rarity and the heads' description."""
    known = take_apart(pool)
    fold = folds(pool.texts)
    table = np.zeros((1 << features.BITS, _WIDTH), np.int8)
    described: list[dict[str, Any]] = []
    scored = []
    for at, lesson in enumerate(pool.lessons):
        weights, constant = fit(known.rows, lesson, np.ones(len(lesson.rows), np.bool_))
        table[:, at], scale = column(weights, known)
        described.append({"name": lesson.head, "scale": scale, "constant": constant})
        scores = out_of_fold(known.rows, lesson, fold)
        scored.append((lesson, scores))
        described[-1] |= calibration.by_folds(lesson, scores)
        print(
            lesson.head,
            {k: round(v, 4) for k, v in described[-1].items() if k != "name"},
            flush=True,
        )
    np.save(into / "fast.table.npy", table)
    np.save(into / "fast.rarity.npy", known.rare)
    write(described, into)
    calibration.by_measured(folder, described, heads.Heads.load(folder=into), scored)
    write(described, into)


def write(described: list[dict[str, Any]], into: Path) -> None:
    """Write the heads' description, in figures short enough to read."""
    rounded = [
        {key: value if key == "name" else float(f"{value:.6g}") for key, value in head.items()}
        for head in described
    ]
    told = {"pieces": features.VERSION, "folds": FOLDS, "heads": rounded}
    (into / "fast.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the corpora, one folder each")
    parser.add_argument(
        "--into", type=Path, default=heads.WEIGHTS, help="where weights are written"
    )
    asked = parser.parse_args()
    began = time.perf_counter()
    learn(recipes.curriculum(asked.folder), asked.folder, asked.into)
    print(f"{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
