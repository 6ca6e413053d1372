"""How well masking does on sentences written without knowledge of it.

`python benchmarks/masking_blind.py [--aloud] [FILE …]`; without FILE the sentences are those of
`masking_blind.jsonl`: our own, as customers write them, filled with made-up values of many
countries, one object a line with `group`, `text` and `spans` (start, end, kind). They were written
before the finders were read; later changes were made with their misses in view, so only the first
figures, in `docs/using/privacy-masking.md`, were blind. The group `clean` holds no personal data.

`masking_fresh.jsonl`, `masking_fresh_2.jsonl` and `masking_fresh_3.jsonl` were written later, in
other words and with other values, by somebody who knew the finders; each was measured once before
its misses were looked into.

A value counts as recalled when no letter or digit of it is left; a finding is right when it
touches a value of its kind. `--aloud` prints everything missed or claimed falsely too.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.personal import mask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldenthread.engine.personal import Found

PLACE = Path(__file__).with_name("masking_blind.jsonl")
CLEAN, Z = "clean", 1.96


class Marked(NamedTuple):
    """One sentence with its marked values as (start, end, kind)."""

    group: str
    text: str
    spans: list[tuple[int, int, str]]


def wilson(k: int, n: int) -> str:
    """A share with its interval."""
    p, wide = k / n, 1 + Z * Z / n
    middle = (p + Z * Z / 2 / n) / wide
    half = Z / wide * (p * (1 - p) / n + Z * Z / 4 / n / n) ** 0.5
    return f"{p:.3f} [{max(middle - half, 0):.3f}, {min(middle + half, 1):.3f}] n={n}"


def marked(path: Path) -> list[Marked]:
    """The sentences of a file."""
    lines = path.read_text("utf-8").splitlines()
    return [
        Marked(one["group"], one["text"], [(s, e, k) for s, e, k in one["spans"]])
        for one in map(json.loads, lines)
    ]


class Tally(NamedTuple):
    """What has been counted so far; recall goes by group, precision by kind."""

    seen: Counter[str]
    hit: Counter[str]
    claimed: Counter[str]
    right: Counter[str]
    touching: Counter[str]


def judge(tally: Tally, one: Marked, found: Sequence[Found]) -> tuple[list[str], list[str]]:
    """Count one sentence; what was missed in it and what was claimed without any cause."""
    covered = {place for each in found for place in range(each.start, each.end)}
    missed = [
        one.text[start:end]
        for start, end, _ in one.spans
        if any(one.text[i].isalnum() and i not in covered for i in range(start, end))
    ]
    tally.seen[one.group] += len(one.spans)
    tally.hit[one.group] += len(one.spans) - len(missed)
    strange = []
    for each in found:
        met = [kind for start, end, kind in one.spans if each.start < end and start < each.end]
        tally.claimed[each.kind] += 1
        tally.right[each.kind] += each.kind in met
        tally.touching[each.kind] += bool(met)
        strange += [] if met else [f"{each.kind}: {one.text[each.start : each.end]}"]
    return missed, strange


def measure(path: Path, *, aloud: bool = False) -> None:
    """Print recall per group, precision per kind and the false alarms of the clean sentences."""
    tally = Tally(Counter(), Counter(), Counter(), Counter(), Counter())
    made, alarmed = marked(path), 0
    for one in made:
        found = mask(one.text)[1]
        missed, strange = judge(tally, one, found)
        alarmed += one.group == CLEAN and bool(found)
        if aloud and (missed or strange):
            print(f"  {one.group}: {one.text!r} missed {missed} strange {strange}")
    report(tally, made, alarmed)


def report(tally: Tally, made: Sequence[Marked], alarmed: int) -> None:
    """Print the table."""
    clean = sum(one.group == CLEAN for one in made)
    print(f"{len(made)} sentences, {clean} without personal data")
    for group, count in tally.seen.items():
        if count:
            print(f"  recall     {group:16} {wilson(tally.hit[group], count)}")
    for kind, count in sorted(tally.claimed.items()):
        share = wilson(tally.right[kind], count)
        print(f"  precision  {kind:16} {share} (touching any: {tally.touching[kind]})")
    if clean:
        print(f"  false alarms in clean sentences {wilson(alarmed, clean)}")


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:] if one != "--aloud"]
    for chosen in given or [PLACE]:
        measure(chosen, aloud="--aloud" in sys.argv)
