"""From scores to what may be said: probabilities, and the thresholds from which it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp
from sklearn.metrics import accuracy_score, f1_score

from training import corpora, recipes
from training.fitting import Lesson, best_threshold, calibrate, chance

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from goldenthread.engine.gauge.heads import Heads

_GRID = np.arange(-1.0, 1.01, 0.25)
_SHARPER = 2.0
_SIDE = 0.2
_PRECISE = 0.5
_OURS = 2.0
_PLAIN = {"slope": 1.0, "shift": 0.0, "threshold": 0.5}


class Heard(NamedTuple):
    """Our own sentences as heard by fits that had not seen them: margins, and labels 1 or 0.

    A row per sentence, a column per head of one family.
    """

    margins: NDArray[np.float64]
    labels: NDArray[np.float64]


def ours(family: str, scored: Iterable[tuple[Lesson, NDArray[np.float64]]]) -> Heard:
    """What is known of a family's tested rows, from its lessons and their out-of-fold scores."""
    mine = [(lesson, scores) for lesson, scores in scored if lesson.head.startswith(family)]
    return Heard(
        np.stack([scores[lesson.tested] for lesson, scores in mine], axis=1),
        np.stack([lesson.labels[lesson.tested] for lesson, _ in mine], axis=1),
    )


def by_folds(lesson: Lesson, scores: NDArray[np.float64]) -> dict[str, float]:
    """Slope, shift and threshold of a head from scores its fits had not seen."""
    seen = lesson.tested
    if not seen.any():
        return dict(_PLAIN)
    if lesson.head == "severity":
        slope, shift = np.polyfit(scores[seen], lesson.labels[seen], 1)
        return {"slope": float(slope), "shift": float(shift), "threshold": 0.0}
    slope, shift = calibrate(scores[seen], lesson.labels[seen])
    chances = chance(scores[seen], slope, shift)
    threshold = best_threshold(chances, lesson.labels[seen]) if "feeling" in lesson.head else 0.5
    return {"slope": slope, "shift": shift, "threshold": threshold}


def rivals(
    margins: NDArray[np.float64], labels: NDArray[np.int64]
) -> tuple[float, NDArray[np.float64]]:
    """One slope for all rivals and a shift for each, by likelihood; rare ones count more.

    Source: C. Guo et al., "On calibration of modern neural networks", 2017 (with shifts).
    """
    often = np.bincount(labels, minlength=margins.shape[1])
    counts = 1 / np.sqrt(often[labels])
    rows = np.arange(len(labels))

    def loss(told: NDArray[np.float64]) -> float:
        odds = margins * np.exp(told[0]) + told[1:]
        missed = logsumexp(odds, axis=1) - odds[rows, labels]
        return float((counts * missed).sum() / counts.sum() + 0.002 * (told**2).sum())

    found = minimize(loss, np.zeros(margins.shape[1] + 1), method="L-BFGS-B").x
    return float(np.exp(found[0])), found[1:]


def sided(
    margins: NDArray[np.float64], labels: NDArray[np.int64], own: Heard
) -> tuple[float, NDArray[np.float64]]:
    """Slope and shifts of the three signs, such that valence takes the right side at ±0.2.

    Beginning with `rivals`, twice as sharp, neutral and positive are shifted on a grid until
    accuracy and macro-F1 of the side taken are the best, in sum with twice the macro-F1 on our
    own sentences: those who tweet at a company complain, those who talk with it mostly do not.
    """
    slope, shifts = rivals(margins, labels)
    meant = own.labels.argmax(axis=1)
    best = (-1.0, shifts)
    for neutral in _GRID:
        for positive in _GRID:
            tried = shifts + np.array([0.0, neutral, positive])
            told = side((margins * slope + tried) * _SHARPER)
            worth = accuracy_score(labels, told) + f1_score(labels, told, average="macro")
            heard = side((own.margins * slope + tried) * _SHARPER)
            worth += _OURS * f1_score(meant, heard, average="macro")
            best = max(best, (float(worth), tried), key=lambda one: one[0])
    return slope * _SHARPER, best[1] * _SHARPER


def side(odds: NDArray[np.float64]) -> NDArray[np.int64]:
    """0 negative, 1 neutral, 2 positive, as valence takes sides at ±0.2."""
    shares = np.exp(odds - logsumexp(odds, axis=1, keepdims=True))
    value = shares[:, 2] - shares[:, 0]
    return np.where(value > _SIDE, 2, np.where(value < -_SIDE, 0, 1))


def signs(folder: Path, heads: Heads) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Margins of the valence heads on customers' tweets, and the labels; never trained on."""
    tweets = corpora.rows(folder / "tweets" / "dev.jsonl")
    margins = heads.margins([row["text"] for row in tweets])
    labels = np.array([recipes.SIGNS.index(row["sentiment"]) for row in tweets])
    return margins[:, list(heads.columns("valence").values())].astype(np.float64), labels


def stances(folder: Path, heads: Heads) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Margins of the stance heads on the gold statements both annotators agreed on."""
    agreed = [row for row in corpora.gold(folder) if row["agreed"]["stance"]]
    margins = heads.margins([row["text"] for row in agreed])
    labels = np.array([recipes.STANCES.index(row["stance"][0]) for row in agreed])
    return margins[:, list(heads.columns("stance").values())].astype(np.float64), labels


def letters(folder: Path, heads: Heads) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Margins of the five letters on the gold statements both annotators agreed on."""
    agreed = [row for row in corpora.gold(folder) if row["agreed"]["broken"]]
    margins = heads.margins([row["text"] for row in agreed])
    labels = [[float(letter in row["broken"][0]) for letter in recipes.LETTERS] for row in agreed]
    return margins[:, list(heads.columns("broken").values())].astype(np.float64), np.array(labels)


def by_measured(
    folder: Path,
    described: list[dict[str, Any]],
    heads: Heads,
    scored: list[tuple[Lesson, NDArray[np.float64]]],
) -> None:
    """Set the customer's heads by statements their fits had not seen: a few numbers a head."""
    at = {head["name"]: head for head in described}
    for family, names, (slope, shifts) in (
        ("valence", recipes.SIGNS, sided(*signs(folder, heads), ours("valence", scored))),
        ("stance", recipes.STANCES, rivals(*stances(folder, heads))),
    ):
        for name, shift in zip(names, shifts, strict=True):
            at[f"{family}.{name}"] |= {"slope": slope, "shift": float(shift)}
    gold, own = letters(folder, heads), ours("broken", scored)
    margins, labels = (np.concatenate(both) for both in zip(gold, own, strict=True))
    for k, letter in enumerate(recipes.LETTERS):
        slope, shift = calibrate(margins[:, k], labels[:, k])
        chances = chance(margins[:, k], slope, shift)
        threshold = best_threshold(chances, labels[:, k], _PRECISE)
        at[f"broken.{letter}"] |= {"slope": slope, "shift": shift, "threshold": threshold}
