"""How well and how fast the gauge reads: `python benchmarks/gauge.py FOLDER`.

Learned heads are measured out of fold (duplicates share a fold), or on statements they were
never trained on; where shifts and thresholds were set on those statements, they are set again
on four fifths and measured on the fifth. Speed is one core's, beside parsing the same lines.
Calm talk, thanks and bare facts of failure are measured by `benchmarks/valence_blind.py`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.metrics import accuracy_score, f1_score

sys.path.insert(0, str(Path(__file__).parents[1]))

from goldenthread.engine.gauge import Gauge
from training import calibration, corpora, recipes
from training.__main__ import take_apart
from training.fitting import best_threshold, calibrate, chance, folds, out_of_fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import ArrayLike, NDArray

    from goldenthread.engine.types import Span
    from training.calibration import Heard
    from training.fitting import Lesson

_FOLDS = 5
_SPOKEN = 10_000
_HALF, _SIDE = 0.5, 0.2  # where polite and intent begin; where valence takes a side
_SAID_AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
Row = tuple[str, str, float, float | None]


def _f1(truth: ArrayLike, told: ArrayLike, average: str | None = "binary") -> float:
    return float(f1_score(truth, told, average=average, zero_division=0))


def _error(chances: NDArray[np.float64], truth: NDArray[np.float64]) -> float:
    """Expected calibration error over ten bins."""
    bins = np.minimum((chances * 10).astype(int), 9)
    missed = [abs(chances[bins == b].sum() - truth[bins == b].sum()) for b in range(10)]
    return float(sum(missed) / len(truth))


def _fold_of(n: int) -> NDArray[np.int64]:
    return np.arange(n) % _FOLDS


def learned(folder: Path, gauge: Gauge) -> Iterator[Row]:
    """What is scored by fits that had not seen the text: all heads but severity and stance."""
    pool = recipes.curriculum(folder)
    known, fold = take_apart(pool), folds(pool.texts)
    scored = [
        (lesson, out_of_fold(known.rows, lesson, fold))
        for lesson in pool.lessons
        if lesson.tested.any() and lesson.head != "severity"
    ]
    yield from _valence_crossed(folder, gauge, calibration.ours("valence", scored))
    yield from _letters_alone(calibration.ours("broken", scored), gauge)
    f1s, errors = [], []
    for lesson, every in scored:
        if lesson.head.startswith(("valence", "broken")):
            continue
        scores = every[lesson.tested]
        truth = (lesson.labels[lesson.tested] > 0).astype(float)
        if lesson.head.startswith("feeling"):
            f1, error = _feeling(scores, truth)
            f1s.append(f1)
            errors.append(error)
        else:
            yield from _single(lesson, scores, truth)
    yield "feelings", "macro-F1 over 28, dev, thresholds crossed", float(np.mean(f1s)), 0.48
    yield "feelings", "calibration error, the worst of 28", max(errors), None


def _single(
    lesson: Lesson, scores: NDArray[np.float64], truth: NDArray[np.float64]
) -> Iterator[Row]:
    told = np.zeros(len(scores))
    for k in range(_FOLDS):
        out = _fold_of(len(scores)) == k
        told[out] = chance(scores[out], *calibrate(scores[~out], truth[~out]))
    if lesson.head == "politeness":
        yield (
            "politeness",
            "accuracy, top or bottom quartile",
            accuracy_score(truth, told >= _HALF),
            0.86,
        )
    else:
        yield lesson.head, "F1 of the positive class", _f1(truth, told >= _HALF), 0.76
    yield lesson.head, "calibration error", _error(told, truth), None


def _feeling(scores: NDArray[np.float64], truth: NDArray[np.float64]) -> tuple[float, float]:
    told, there = np.zeros(len(scores)), np.zeros(len(scores), np.bool_)
    for k in range(_FOLDS):
        out = _fold_of(len(scores)) == k
        told[out] = chance(scores[out], *calibrate(scores[~out], truth[~out]))
        there[out] = scores[out] >= best_threshold(scores[~out], truth[~out])
    return _f1(truth, there), _error(told, truth)


def _crossed(margins: NDArray[np.float64], labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rivals told apart with shifts set on the other folds."""
    told = np.zeros(len(labels), np.int64)
    for k in range(_FOLDS):
        out = _fold_of(len(labels)) == k
        slope, shifts = calibration.rivals(margins[~out], labels[~out])
        told[out] = (margins[out] * slope + shifts).argmax(axis=1)
    return told


def _valence_crossed(folder: Path, gauge: Gauge, own: Heard) -> Iterator[Row]:
    """Customers' tweets, never trained on, and our own sentences, out of fold."""
    margins, labels = calibration.signs(folder, gauge.heads)
    told, meant = np.zeros(len(labels), np.int64), own.labels.argmax(axis=1)
    heard = np.zeros(len(meant), np.int64)
    for k in range(_FOLDS):
        out, ours = _fold_of(len(labels)) == k, _fold_of(len(meant)) == k
        rest = calibration.Heard(own.margins[~ours], own.labels[~ours])
        slope, shifts = calibration.sided(margins[~out], labels[~out], rest)
        told[out] = calibration.side(margins[out] * slope + shifts)
        heard[ours] = calibration.side(own.margins[ours] * slope + shifts)
    yield "valence", "accuracy on tweets, shifts crossed", accuracy_score(labels, told), 0.70
    yield "valence", "macro-F1 on tweets, shifts crossed", _f1(labels, told, "macro"), 0.62
    yield "valence", "macro-F1 on our sentences, all crossed", _f1(meant, heard, "macro"), None
    upset = float((heard[meant == 1] == 0).mean())
    yield "valence", "our calm sentences read as upset, all crossed", upset, None
    yield "valence", "our complaints read as upset", float((heard[meant == 0] == 0).mean()), None


def _letters_alone(own: Heard, gauge: Gauge) -> Iterator[Row]:
    """The five letters on our own sentences, out of fold, by the thresholds as shipped."""
    at = list(gauge.heads.columns("broken").values())
    slope, shift, least = (
        getattr(gauge.heads, name)[at] for name in ("slope", "shift", "threshold")
    )
    chances = chance(own.margins * slope, 1.0, shift)
    told = chances >= least
    none = own.labels.sum(axis=1) == 0
    yield (
        "broken",
        "learned part alone, our sentences: micro-F1",
        _f1(own.labels, told, "micro"),
        None,
    )
    alarms = float(told[none].any(axis=1).mean())
    yield "broken", "a letter where none is broken, our sentences", alarms, None
    worst = max(_error(chances[:, k], own.labels[:, k]) for k in range(len(at)))
    yield "broken", "calibration error, the worst letter, ours", worst, None


def valence(folder: Path, gauge: Gauge) -> Iterator[Row]:
    """Customers' tweets, never trained on; four numbers were set with them in view."""
    rows = corpora.rows(folder / "tweets" / "dev.jsonl")
    labels = [recipes.SIGNS.index(row["sentiment"]) for row in rows]
    read = gauge.valence([row["text"] for row in rows])
    shipped = np.where(read > _SIDE, 2, np.where(read < -_SIDE, 0, 1))
    yield "valence", "accuracy on tweets, as shipped", accuracy_score(labels, shipped), None
    yield "valence", "macro-F1 on tweets, as shipped", _f1(labels, shipped, "macro"), None


def statements(folder: Path, gauge: Gauge) -> Iterator[Row]:
    """Gold customers' statements both annotators agreed on.

    The wordings and, as shipped, the shifts were set with these statements in view: the
    learned part alone, crossed, is the honest lower figure.
    """
    margins, labels = calibration.stances(folder, gauge.heads)
    alone = _crossed(margins, labels)
    yield "stance", "accuracy, learned part alone, crossed", accuracy_score(labels, alone), None
    yield "stance", "macro-F1, learned part alone, crossed", _f1(labels, alone, "macro"), None
    gold = corpora.gold(folder)
    texts, truth = _agreed(gold, "stance")
    told = [str(stance) for stance in gauge.stance(texts)]
    yield "stance", "accuracy, as shipped", accuracy_score(truth, told), 0.78
    yield "stance", "macro-F1, as shipped", _f1(truth, told, "macro"), 0.50
    texts, truth = _agreed(gold, "broken")
    table = [[letter in row for letter in recipes.LETTERS] for row in truth]
    read = [[letter in row for letter in recipes.LETTERS] for row in gauge.broken(texts)]
    yield "broken", "micro-F1, as shipped", _f1(table, read, "micro"), 0.75
    yield "broken", "macro-F1, as shipped", _f1(table, read, "macro"), 0.50
    chances, there = gauge.scores(texts).letters, np.array(table, float)
    worst = max(_error(chances[:, k], there[:, k]) for k in range(len(recipes.LETTERS)))
    yield "broken", "calibration error, the worst letter, gold", worst, None
    yield from _rare(gold, gauge)


def _agreed(gold: list[corpora.Row], label: str) -> tuple[list[str], list[Any]]:
    rows = [row for row in gold if row["agreed"][label]]
    return [row["text"] for row in rows], [row[label][0] for row in rows]


def _rare(gold: list[corpora.Row], gauge: Gauge) -> Iterator[Row]:
    readers: dict[str, tuple[Callable[[list[str]], list[Any]], tuple[Any, ...]]] = {
        "coping": (gauge.coping, ("fight", "flight")),
        "word_of_mouth": (gauge.word_of_mouth, ("against", "for")),
        "retold": (gauge.retold, (True,)),
    }
    for label, (reader, kinds) in readers.items():
        texts, truth = _agreed(gold, label)
        told = reader(texts)
        for kind in kinds:
            f1 = _f1([one == kind for one in truth], [one == kind for one in told])
            yield label, f"F1 of {kind}, as shipped", f1, None


def given_words(folder: Path, gauge: Gauge) -> Iterator[Row]:
    """Gold agents' sentences: is something promised, and by when."""
    rows = [row for row in corpora.rows(folder / "gold" / "promises.jsonl") if row["agreed"]]
    found = [gauge.promises(row["text"], _SAID_AT) for row in rows]
    yield "promises", "F1", _f1([row["promise"][0] for row in rows], [bool(f) for f in found]), None
    right = named = true = 0
    for row, promises in zip(rows, found, strict=True):
        spans = {row["text"][p.deadline.start : p.deadline.end] for p in promises if p.deadline}
        named += len(spans)
        true += row["deadline"][0] is not None
        right += row["deadline"][0] in spans
    yield "promises", "F1 of deadlines, exact words", 2 * right / max(named + true, 1), None


def evidence(folder: Path, gauge: Gauge) -> Iterator[Row]:
    """What becomes of a reading when the words it rests on are taken out."""
    texts = [row["text"] for row in corpora.rows(folder / "tweets" / "dev.jsonl")]
    before = gauge.valence(texts)
    taken = [at for at, value in enumerate(before) if abs(value) > _SIDE]
    spans = {at: gauge.spans(texts[at], "valence") for at in taken}
    after = gauge.valence([_without(texts[at], spans[at]) for at in taken])
    nearer = [
        abs(b) < abs(a) or a * b < 0 or np.isnan(b)
        for a, b in zip(before[taken], after, strict=True)
    ]
    marked = [sum(s.end - s.start for s in spans[at]) / len(texts[at]) for at in taken]
    yield "evidence", "readings nearer neutral without their words", float(np.mean(nearer)), 0.95
    yield "evidence", "share of a text that is marked", float(np.mean(marked)), None


def _without(text: str, spans: list[Span]) -> str:
    gone = {at for span in spans for at in range(span.start, span.end)}
    return "".join(letter for at, letter in enumerate(text) if at not in gone)


def _complete(gauge: Gauge, texts: list[str]) -> None:
    """All heads and wordings, and the words behind every valence that takes a side."""
    told = gauge.scores(texts)
    for text, value in zip(texts, told.valence.tolist(), strict=True):
        if abs(value) > _SIDE:
            gauge.spans(text, "valence")


def speed(folder: Path, gauge: Gauge) -> Iterator[Row]:
    """One core, after as many other messages: distinct messages a second."""
    comments = [row["text"] for row in corpora.rows(folder / "goemotions" / "train.jsonl")]
    pairs = [f"{one} {other}" for one, other in zip(comments[::2], comments[1::2], strict=False)]
    lines = [json.dumps({"text": text}) for text in pairs[_SPOKEN:]]
    began = time.process_time()
    texts = [json.loads(line)["text"] for line in lines]
    parsed = len(texts) / (time.process_time() - began)
    yield "speed", "characters a message", float(np.mean([len(text) for text in texts])), None
    yield "speed", "parsing the lines (json), messages a second", parsed, None
    readers: dict[str, Callable[[list[str]], object]] = {
        "learned heads alone": gauge.heads.odds,
        "all heads": gauge.scores,
        "complete, with spans": lambda read: _complete(gauge, read),
    }
    gauge.scores(pairs[:_SPOKEN])
    for name, reader in readers.items():
        began = time.process_time()
        reader(texts)
        reached = len(texts) / (time.process_time() - began)
        yield "speed", f"{name}, messages a second", reached, 25_000
        yield "speed", f"{name}, of the parsing", reached / parsed, 0.01
    yield from _long(gauge)


def _long(gauge: Gauge) -> Iterator[Row]:
    for name, text in (("words", "late again " * 95_000), ("one letter", "a" * (1 << 20))):
        began = time.perf_counter()
        gauge.scores([text])
        yield "longest", f"1 MB of {name}, seconds", time.perf_counter() - began, None


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="leave out what must be fitted anew")
    asked = parser.parse_args()
    gauge = Gauge.load()
    parts = [valence, statements, given_words, evidence, speed]
    for part in parts:
        _show(part(asked.folder, gauge))
    if not asked.quick:
        _show(learned(asked.folder, gauge))


def _show(rows: Iterator[Row]) -> None:
    for task, what, reached, wanted in rows:
        aim = "" if wanted is None else f"  (aim {wanted:,})"
        print(f"{task:14} {what:50} {reached:12,.3f}{aim}", flush=True)


if __name__ == "__main__":
    main()
