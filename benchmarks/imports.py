"""Bring in 10,000 and 100,000 generated conversations: pace, memory, and the costliest steps.

    python benchmarks/imports.py [SMALL LARGE]

Each run is a process of its own in a home of its own, on SQLite. Time and memory of the large
run are given as ratios to the small one's; the pace beside the floor, which is parsing the same
file and nothing else.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

UNTIL = date(2026, 11, 22)


def main() -> None:
    """Run both sizes and print the ratios."""
    small, large = (int(n) for n in (sys.argv[1:] or ("10000", "100000")))
    runs = {n: _run(n) for n in (small, large)}
    for n, run in runs.items():
        print(
            f"{n:>9,} conversations, {run['messages']:,} messages: {run['seconds']:.1f} s,"
            f" {run['messages'] / run['seconds']:,.0f} messages/s"
            f" (parsing alone {run['messages'] / run['floor']:,.0f}/s,"
            f" ratio {run['floor'] / run['seconds']:.3f}), peak {run['peak_mb']:.0f} MB"
        )
    growth = runs[large]["messages"] / runs[small]["messages"]
    print(f"messages grew by {growth:.2f}")
    slower = runs[large]["seconds"] / runs[small]["seconds"] / growth
    print(f"time against proportional: {slower:.3f} (at most 1.2)")
    print(f"peak memory: {runs[large]['peak_mb'] / runs[small]['peak_mb']:.3f} (at most 1.3)")
    print("the five costliest steps of the small run, share of its time:")
    for step, share in _profile(small):
        print(f"  {share:6.1%}  {step}")


def _run(n: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "GOLDENTHREAD_HOME": home}
        command = [sys.executable, __file__, "--one", str(n)]
        told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
        return dict(json.loads(told.stdout.splitlines()[-1]))


def _profile(n: int) -> list[tuple[str, float]]:
    with tempfile.TemporaryDirectory() as home:
        # One process, so that the profile sees all of it.
        environment = {**os.environ, "GOLDENTHREAD_HOME": home, "GOLDENTHREAD_CORES": "1"}
        command = [sys.executable, __file__, "--profile", str(n)]
        told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
        return [(step, share) for step, share in json.loads(told.stdout.splitlines()[-1])]


def _prepare(n: int) -> Path:
    """An empty, set-up installation and a file of `n` conversations beside it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from goldenthread.charter import actions as charter  # noqa: PLC0415
    from goldenthread.demo import files  # noqa: PLC0415
    from goldenthread.demo.truth import Order  # noqa: PLC0415
    from goldenthread.engine.gauge import Gauge  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    charter.install_ready_charter(by=None, now=datetime.now(UTC))
    paths = files.write(Path(os.environ["GOLDENTHREAD_HOME"]) / "files", Order(1, n, UNTIL))
    Gauge.load()
    return paths.conversations


def _import(path: Path) -> object:
    from goldenthread.conversations import actions  # noqa: PLC0415
    from goldenthread.conversations.actions import What  # noqa: PLC0415

    return actions.bring_in(What(path), by=None, now=datetime.now(UTC))


def _one(n: int) -> None:
    path = _prepare(n)
    from goldenthread.engine.readers import read  # noqa: PLC0415

    began = time.perf_counter()
    for _ in read(path):
        pass
    floor = time.perf_counter() - began
    began = time.perf_counter()
    outcome = _import(path)
    seconds = time.perf_counter() - began
    peak = _peak_mb()
    told = {"messages": outcome.messages, "seconds": seconds, "floor": floor, "peak_mb": peak}  # type: ignore[attr-defined]
    print(json.dumps(told))


def _peak_mb() -> float:
    """Of this process and of as many readers as it had, each at its largest."""
    from django.conf import settings  # noqa: PLC0415

    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + settings.CORES * reader) / 1024


def _profiled(n: int) -> None:
    path = _prepare(n)
    with cProfile.Profile() as profile:
        _import(path)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    total = sum(own for _, _, own, _, _ in stats.values())
    # A method that only calls the function of its name is the same step.
    ours = {
        name: (f"{Path(file).parent.name}/{Path(file).name}: {name}", cumulative / total)
        for (file, _, name), (_, _, _, cumulative, _) in sorted(stats.items())
        if name in STEPS and "goldenthread" in file
    }
    print(json.dumps(sorted(ours.values(), key=lambda step: -step[1])[:5]))


# The steps an import is made of; none of them holds another.
STEPS = {
    "read",
    "hash_of",
    "mask_conversation",
    "read_many",
    "facts_of",
    "_known",
    "_not_same",
    "who_is_who",
    "customers_of",
    "_write_conversations",
    "_write_parts",
    "_add_to_days",
    "_take_back",
    "record",
    "_count",
}

if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", size]:
            _one(int(size))
        case ["--profile", size]:
            _profiled(int(size))
        case _:
            main()
