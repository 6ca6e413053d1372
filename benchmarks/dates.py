"""How often a time expression is found and resolved exactly: `python benchmarks/dates.py FOLDER`.

Reads both record shapes of the date phrases. Repeated times (sets), time zones, readings the
source leaves unresolved and cases without a reference date are not scored; a case is right when
every expression has its exact span and value and nothing else was found. Where several values
are listed, the last is the future one. Hours told without a day are compared as hours.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from goldenthread.engine.dates import When, resolve

Bounds = tuple[str | None, str | None]


@dataclass(frozen=True)
class Expected:
    """One expression of a case."""

    start: int
    end: int
    type: str
    since: str | None
    until: str | None


def main() -> None:
    """Score every file of the folder named on the command line."""
    folder = Path(sys.argv[1])
    verbose = "--wrong" in sys.argv
    counts: Counter[str] = Counter()
    by_type: dict[str, Counter[str]] = {}
    seconds = 0.0
    for path in sorted(folder.glob("*.json")):
        for case in json.loads(path.read_text("utf-8-sig")):
            reference = case.get("Context", {}).get("ReferenceDateTime")
            expected = expectation(case)
            if expected == [] and "Model" not in path.stem:
                expected = None  # one part of the source found nothing; that names no lack of time
            if reference is None or expected is None:
                counts["not scored"] += 1
                continue
            began = time.perf_counter()
            found = resolve(case["Input"], datetime.fromisoformat(reference[:19]))
            seconds += time.perf_counter() - began
            right = same(expected, found)
            name = expected[0].type if expected else "none"
            by_type.setdefault(f"{path.stem} {name}", Counter())[str(right)] += 1
            counts["none" if not expected else "scored"] += 1
            counts["false alarm" if not expected else "right"] += right if expected else not right
            if verbose and not right:
                show(case, expected, found)
    report(counts, by_type, seconds)


def expectation(case: dict[str, Any]) -> list[Expected] | None:
    """What a case expects; None when it is not scored."""
    if "Mode" in case.get("Comment", ""):
        return None  # nothing is expected only because the source's default mode leaves it out
    expected = []
    for result in case["Results"]:
        kind = (result.get("TypeName") or result["Type"]).split(".")[-1]
        values = readings(result)
        if kind == "set" or not values or any("timezone" in value for value in values):
            return None
        bounds = bounds_of(kind, values[-1])
        if bounds is None:
            return None
        end = result["End"] + 1 if "End" in result else result["Start"] + result["Length"]
        expected.append(Expected(result["Start"], end, kind, *bounds))
    return expected


def readings(result: dict[str, Any]) -> list[dict[str, str]]:
    """The listed values of a result in either shape, the future one last."""
    if "TypeName" in result:
        return list((result.get("Resolution") or {}).get("values") or [])
    value = result["Value"].get("FutureResolution")
    return [value] if value else []


def bounds_of(kind: str, value: dict[str, str]) -> Bounds | None:
    """The value as written bounds; None when the source leaves it unresolved."""
    texts = [text for text in value.values() if isinstance(text, str)]
    if "not resolved" in texts or any(text.startswith("0001-01-01") for text in texts):
        return None
    if kind == "duration":
        return value.get("value") or value.get("duration"), None
    lows = [text for key, text in value.items() if key.lower().startswith("start")]
    highs = [text for key, text in value.items() if key.lower().startswith("end")]
    if kind.endswith("range"):
        return (lows[0] if lows else None), (highs[0] if highs else None)
    point = value.get("value") or value.get("date") or value.get("dateTime") or value.get("time")
    return (point, None) if point else None


def same(expected: list[Expected], found: list[When]) -> bool:
    """Whether every expression was found with its exact span and value, and nothing else."""
    if len(expected) != len(found):
        return False
    return all(agrees(one, when) for one, when in zip(expected, found, strict=True))


def agrees(one: Expected, when: When) -> bool:
    """Whether span and value are exactly those expected."""
    if (one.start, one.end) != (when.start, when.end):
        return False
    if one.type == "duration":
        return when.seconds is not None and float(one.since or -1) == when.seconds
    if when.kind == "duration":
        return False
    if one.type == "date":
        return when.kind == "date" and written(when.since, one.since) == one.since
    if one.type in ("datetime", "time"):
        return when.kind in ("datetime", "time") and written(when.since, one.since) == one.since
    return (
        written(when.since, one.since) == one.since and written(when.until, one.until) == one.until
    )


def written(moment: datetime | None, like: str | None) -> str | None:
    """A moment in the writing of the value it is compared with."""
    if moment is None or like is None:
        return None if moment is None else "open expected"
    if ":" not in like:
        return f"{moment:%Y-%m-%d}" if moment.time() == datetime.min.time() else f"{moment}"
    return f"{moment:%H:%M:%S}" if "-" not in like else f"{moment:%Y-%m-%d %H:%M:%S}"


def show(case: dict[str, Any], expected: list[Expected], found: list[When]) -> None:
    """Print one wrong case."""
    text, ref = case["Input"], case["Context"]["ReferenceDateTime"][:16]
    print(f"{ref} {text[:110]!r}")
    print("   want", [(text[e.start : e.end], e.type, e.since, e.until) for e in expected])
    print(
        "   got ",
        [(text[w.start : w.end], w.kind, str(w.since), str(w.until), w.seconds) for w in found],
    )


def report(counts: Counter[str], by_type: dict[str, Counter[str]], seconds: float) -> None:
    """Print the figures, the one that counts last."""
    for name, each in sorted(by_type.items()):
        print(f"{name:40s} {each['True']:4d} of {each.total():4d}")
    n = counts["scored"]
    every = n + counts["none"]
    print(f"{every / max(seconds, 1e-9):,.0f} phrases/s; not scored: {counts['not scored']}")
    share = counts["false alarm"] / max(counts["none"], 1)
    print(f"false alarms: {share:.3f} (n {counts['none']})")
    print(f"right: {counts['right'] / max(n, 1):.2f} (n {n})")


if __name__ == "__main__":
    main()
