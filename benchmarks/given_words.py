"""How well given words and their deadlines are found: `python benchmarks/given_words.py FOLDER`.

FOLDER holds `promises.jsonl`: sentences labelled by two annotators. Only those they agree on are
scored. A deadline is right when its span is exactly the labelled words; a deadline found where
none is labelled, or in a sentence without a given word, counts against precision.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from goldenthread.engine.gauge.promises import promises


def main() -> None:
    """Score the file of the folder named on the command line."""
    lines = (Path(sys.argv[1]) / "promises.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["agreed"]]
    began = time.perf_counter()
    found = [promises(row["text"], None) for row in rows]
    seconds = time.perf_counter() - began
    given = [tally(row, bool(each)) for row, each in zip(rows, found, strict=True)]
    spans = [deadline_of(row, each) for row, each in zip(rows, found, strict=True)]
    if "--wrong" in sys.argv:
        show(rows, found)
    print(f"{len(rows) / seconds:,.0f} sentences/s, {seconds / len(rows) * 1e6:.1f} us each")
    print(f"exact deadline span: {score(spans)}")
    print(f"given words: {score(given)}")


def tally(row: dict[str, Any], found: bool) -> tuple[int, int, int]:  # noqa: FBT001 -- one verdict
    """Right, found and labelled, each 0 or 1."""
    labelled = bool(row["promise"][0])
    return int(labelled and found), int(found), int(labelled)


def deadline_of(row: dict[str, Any], found: list[Any]) -> tuple[int, int, int]:
    """Right, found and labelled deadlines of one sentence."""
    words = said(row, found)
    labelled = row["deadline"][0]
    return (
        int(labelled is not None and words == labelled),
        int(words is not None),
        int(labelled is not None),
    )


def said(row: dict[str, Any], found: list[Any]) -> str | None:
    """The words of the first deadline found."""
    spans = [each.deadline for each in found if each.deadline is not None]
    return row["text"][spans[0].start : spans[0].end] if spans else None


def score(counts: list[tuple[int, int, int]]) -> str:
    """Precision, recall and F1 as one line."""
    right, found, labelled = (sum(each) for each in zip(*counts, strict=True))
    precision, recall = right / max(found, 1), right / max(labelled, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.2f} R {recall:.2f} F1 {f1:.2f} (n {labelled})"


def show(rows: list[dict[str, Any]], found: list[list[Any]]) -> None:
    """Print what was judged wrong."""
    for row, each in zip(rows, found, strict=True):
        words = said(row, each)
        if bool(each) != bool(row["promise"][0]) or words != row["deadline"][0]:
            spans = [row["text"][p.start : p.end] for p in each]
            print(
                f"{row['id']} {row['promise'][0]} want {row['deadline'][0]!r} got {words!r} {spans}"
            )
            print("     ", row["text"][:220])


if __name__ == "__main__":
    main()
