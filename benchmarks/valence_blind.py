"""How calm talk, thanks and complaints are told apart: `python benchmarks/valence_blind.py`.

`valence_blind.jsonl` holds our own sentences, as customers of many trades say them: one object a
line with `group`, `trade`, `text`, `valence` (−1, 0, 1) and `broken` (letters of PROUD). A bare
fact of failure is −1; a request, a question, a number or an answer is 0 even where it names a
loss or a cancellation of the customer's own; thanks are 1. They were written before the heads were
taught calm talk and are never trained on (a test keeps them apart), and set no threshold.

Beside each figure stands the floor: always answering what is most common. With an argument, every
sentence misread is printed too.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score

from goldenthread.engine.gauge import Gauge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

PLACE = Path(__file__).with_name("valence_blind.jsonl")
SIDES = (-1, 0, 1)
LETTERS = ("P", "R", "O", "U", "D")
SORE = {
    *("anger", "annoyance", "disappointment", "disapproval", "disgust", "embarrassment"),
    *("fear", "grief", "nervousness", "remorse", "sadness"),
}
_SIDE, _Z, _SHORT = 0.2, 1.96, 3


class Share(NamedTuple):
    """So many of so many."""

    hit: int
    of: int

    def __str__(self) -> str:
        """The share with its interval (Wilson)."""
        p, wide = self.hit / self.of, 1 + _Z * _Z / self.of
        middle = p + _Z * _Z / 2 / self.of
        half = _Z * (p * (1 - p) / self.of + _Z * _Z / 4 / self.of / self.of) ** 0.5
        low, high = max(middle - half, 0) / wide, min((middle + half) / wide, 1)
        return f"{p:.3f} [{low:.3f}, {high:.3f}] n={self.of}"


def sentences() -> list[dict[str, Any]]:
    """The set, in the order of the file."""
    return [json.loads(line) for line in PLACE.read_text("utf-8").splitlines()]


def sides(values: NDArray[np.float32]) -> NDArray[np.int64]:
    """−1, 0 or 1, as the product takes sides; a text that was not read takes none."""
    known = np.nan_to_num(values)
    return np.where(known > _SIDE, 1, np.where(known < -_SIDE, -1, 0))


def measured(rows: list[dict[str, Any]], gauge: Gauge) -> Iterator[str]:
    """The lines of the report."""
    texts = [row["text"] for row in rows]
    truth = np.array([row["valence"] for row in rows])
    told = sides(gauge.valence(texts))
    floor = np.full(len(truth), Counter(truth.tolist()).most_common(1)[0][0])
    yield f"{len(rows)} sentences; floor: always {floor[0]}"
    for name, read in (("gauge", told), ("floor", floor)):
        f1 = f1_score(truth, read, average="macro", zero_division=0)
        yield f"valence  {name}  accuracy {accuracy_score(truth, read):.3f}  macro-F1 {f1:.3f}"
    yield "truth down, read across: −1 0 1"
    for side, line in zip(SIDES, confusion_matrix(truth, told, labels=SIDES), strict=True):
        yield f"  {side:2}  " + " ".join(f"{n:4}" for n in line)
    yield f"neutral read as upset      {_share(told, truth, -1, 0)}"
    yield f"neutral read as pleased    {_share(told, truth, 1, 0)}"
    yield f"complaints read as upset   {_share(told, truth, -1, -1)}"
    yield f"thanks read as pleased     {_share(told, truth, 1, 1)}"
    yield from _felt(truth, gauge.present(texts))
    groups = np.array([row["group"] for row in rows])
    for group in dict.fromkeys(groups.tolist()):
        yield f"  right of {group:10} {_right(told[groups == group], truth[groups == group])}"
    yield from _letters(rows, gauge.broken(texts))
    for name, change in (
        ("small letters, no marks", _bare),
        ("every third word misspelt", _misspelt),
    ):
        read = sides(gauge.valence([change(text) for text in texts]))
        yield f"{name}: neutral read as upset    {_share(read, truth, -1, 0)}"
        yield f"{name}: complaints read as upset {_share(read, truth, -1, -1)}"


def _bare(text: str) -> str:
    """As many write on a telephone."""
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter.isspace())


def _misspelt(text: str) -> str:
    """Two letters changed places in every third word, where it is long enough."""
    words = text.split()
    for at in range(2, len(words), 3):
        word = words[at]
        if len(word) > _SHORT:
            words[at] = word[0] + word[2] + word[1] + word[3:]
    return " ".join(words)


def _felt(truth: NDArray[np.int64], present: list[set[str]]) -> Iterator[str]:
    sore = np.array([bool(felt & SORE) for felt in present])
    for name, side in (("neutral", 0), ("complaints", -1)):
        asked = sore[truth == side]
        yield f"a sore feeling in {name:10} {Share(int(asked.sum()), len(asked))}"


def _share(told: NDArray[np.int64], truth: NDArray[np.int64], read: int, true: int) -> Share:
    asked = told[truth == true]
    return Share(int((asked == read).sum()), len(asked))


def _right(told: NDArray[np.int64], truth: NDArray[np.int64]) -> Share:
    return Share(int((told == truth).sum()), len(truth))


def _letters(rows: list[dict[str, Any]], broken: list[set[str]]) -> Iterator[str]:
    truth = np.array([[letter in row["broken"] for letter in LETTERS] for row in rows])
    told = np.array([[letter in read for letter in LETTERS] for read in broken])
    floor = np.zeros_like(truth)
    for name, read in (("gauge", told), ("floor", floor)):
        micro = f1_score(truth, read, average="micro", zero_division=0)
        macro = f1_score(truth, read, average="macro", zero_division=0)
        yield f"broken   {name}  micro-F1 {micro:.3f}  macro-F1 {macro:.3f}"
    calm = np.array([row["valence"] >= 0 for row in rows])
    alarmed = told[calm].any(axis=1)
    yield f"a letter where none is broken (calm, thanks) {Share(int(alarmed.sum()), len(alarmed))}"
    for at, letter in enumerate(LETTERS):
        hit = int((truth[:, at] & told[:, at]).sum())
        yield f"  {letter}: broken {truth[:, at].sum()}, read {told[:, at].sum()}, right {hit}"


def main() -> None:
    """Print the report."""
    gauge, rows = Gauge.load(), sentences()
    for line in measured(rows, gauge):
        print(line)
    if len(sys.argv) > 1:
        values = gauge.valence([row["text"] for row in rows])
        letters = gauge.broken([row["text"] for row in rows])
        for row, value, side, found in zip(rows, values, sides(values), letters, strict=True):
            if side != row["valence"] or sorted(found) != sorted(row["broken"]):
                told = "".join(sorted(found)) or "-"
                meant = "".join(sorted(row["broken"])) or "-"
                print(f"{row['valence']:2} {value:+.2f} {meant:3} {told:3} {row['text']}")


if __name__ == "__main__":
    main()
