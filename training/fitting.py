"""From texts to weights: the matrix of pieces, linear fits, out-of-fold scores, calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np
from scipy import sparse
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVR

from goldenthread.engine.gauge import features
from training.corpora import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


FOLDS = 5
_STEPS = 16  # a piece's rarity is kept in sixteenths
_GRADED_ROUNDS = 300


class Lesson(NamedTuple):
    """What one head is taught: row numbers of the pool, labels, and how much each row counts.

    `graded` labels are numbers to be met; else 1 and 0. `tested` are the rows that figures and
    calibration are taken from, out of fold; the others only help.
    """

    head: str
    rows: NDArray[np.int64]
    labels: NDArray[np.float64]
    counts: NDArray[np.float64]
    tested: NDArray[np.bool_]
    strength: float
    graded: bool = False


def matrix(texts: Sequence[str]) -> sparse.csr_matrix:
    """Which pieces each text holds, each once."""
    encoded = features.encode(texts)
    room = features.room(encoded)
    pointers = np.zeros(len(texts) + 1, np.int64)
    out = np.empty(len(encoded.codes) * 8 + 64 * len(texts), np.int32)
    k = features.listed(encoded, features.tables(), room, (pointers, out))
    shape = (len(texts), 1 << features.BITS)
    held = sparse.csr_matrix((np.ones(k, np.float32), out[:k].copy(), pointers), shape=shape)
    held.sum_duplicates()
    held.data[:] = 1
    return held


def rarity(held: sparse.csr_matrix) -> NDArray[np.uint8]:
    """How rare each piece is, in sixteenths of 1 + ln(n / texts with it); 0 where never met."""
    met = np.bincount(held.indices, minlength=held.shape[1])
    rare = 1 + np.log((1 + held.shape[0]) / (1 + met))
    return np.where(met > 0, np.rint(rare * _STEPS), 0).clip(0, 255).astype(np.uint8)


def weighted(held: sparse.csr_matrix, rare: NDArray[np.uint8]) -> sparse.csr_matrix:
    """Rows of unit length, a rare piece counting more; as the gauge computes them."""
    scaled = (held @ sparse.diags(rare.astype(np.float64))).tocsr()
    length = np.sqrt(np.asarray(scaled.multiply(scaled).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.maximum(length, 1)) @ scaled).tocsr()


def fit(
    pool: sparse.csr_matrix, lesson: Lesson, chosen: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], float]:
    """Weights per piece and the constant, from the chosen rows of a lesson."""
    x, y = pool[lesson.rows[chosen]], lesson.labels[chosen]
    if lesson.graded:
        model = LinearSVR(
            C=lesson.strength,
            epsilon=0.1,
            loss="squared_epsilon_insensitive",
            max_iter=_GRADED_ROUNDS,
            tol=1e-3,
            random_state=0,
        )
    else:
        model = LogisticRegression(
            C=lesson.strength,
            solver="liblinear",
            dual=True,
            max_iter=200,
            tol=1e-3,
            random_state=0,
        )
    model.fit(x, y, lesson.counts[chosen])
    return np.ravel(model.coef_), float(np.ravel(model.intercept_)[0])


def folds(texts: Sequence[str], number: int = FOLDS) -> NDArray[np.int64]:
    """The fold of each text; texts alike but for case and marks share one."""
    return np.array([crc32(plain(text).encode()) % number for text in texts], np.int64)


def out_of_fold(
    pool: sparse.csr_matrix, lesson: Lesson, fold: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Each tested row's score by a fit that has not seen its fold; others NaN."""
    scores = np.full(len(lesson.rows), np.nan)
    mine = fold[lesson.rows]
    for number in np.unique(mine):
        asked = (mine == number) & lesson.tested
        if asked.any():
            weights, constant = fit(pool, lesson, mine != number)
            scores[asked] = pool[lesson.rows[asked]] @ weights + constant
    return scores


def calibrate(scores: NDArray[np.float64], labels: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and shift that turn a score into a probability (Platt's scaling).

    Source: J. Platt, "Probabilistic outputs for support vector machines", 1999.
    """
    model = LogisticRegression(C=1e4, max_iter=1000).fit(scores[:, None], labels > 0)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def best_threshold(
    chances: NDArray[np.float64], labels: NDArray[np.float64], beta: float = 1.0
) -> float:
    """The least chance to call present for which F-beta is highest.

    A beta below 1 asks for precision rather than recall.
    """
    order = np.argsort(-chances, kind="stable")
    hits = np.cumsum(labels[order] > 0)
    called = np.arange(1, len(order) + 1)
    f = (1 + beta**2) * hits / (called + beta**2 * (labels > 0).sum())
    return float(chances[order[int(f.argmax())]])


def chance(scores: NDArray[np.float64], slope: float, shift: float) -> NDArray[np.float64]:
    """A score as a probability."""
    return np.asarray(expit(scores * slope + shift))
