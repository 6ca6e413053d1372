"""Does the brief find what was planted, and nothing else? Demo against its truth file.

    python benchmarks/brief.py [--seeds 40] [--conversations 5000] [--bank second] [--first-seed 1]

For each seed: the demo is put into a home of its own and brought in, then `brief --json` is asked
for the first whole week of each planted change. Found means: the row of the promise (of the team,
where it was planted in one) is named real, in the right direction. Every promise that only wobbles
is looked at in the same weeks and in four weeks without any plant; each of its rows named real,
for all or for a team, is a false alarm.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial

UNTIL = "2026-11-22"  # a Sunday: the last week is whole
_QUIET_WEEKS = (30, 26, 22, 18)  # weeks before the end, before anything was planted


def main() -> None:
    """Run the seeds and print what was found."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seeds", type=int, default=40)
    asked.add_argument("--first-seed", type=int, default=1)
    asked.add_argument("--conversations", type=int, default=5_000)
    asked.add_argument("--bank", default="second")
    options = asked.parse_args()
    total: Counter[str] = Counter()
    seeds = range(options.first_seed, options.first_seed + options.seeds)
    run = partial(_seed, conversations=options.conversations, bank=options.bank)
    # Each seed on one core, as many at once as there are.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for seed, found in zip(seeds, pool.map(run, seeds), strict=True):
            total += found
            print(f"seed {seed}: {dict(found)}", flush=True)
    _tell(total)


def _tell(total: Counter[str]) -> None:
    for kind in ("down", "up"):
        n = total[f"{kind} planted"]
        print(f"planted {kind}: {total[f'{kind} found']} of {n} named real in the first week")
    planted = total["down planted"] + total["up planted"]
    found = total["down found"] + total["up found"]
    print(f"planted effects named real: {found / planted:.3f} (n {planted})")
    for rows in ("promise", "team"):
        n, wrong = total[f"wobble {rows} rows"], total[f"wobble {rows} real"]
        print(f"wobbling {rows} rows named real: {wrong / n:.4f} (n {n})")


def _seed(seed: int, conversations: int, bank: str) -> Counter[str]:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "GOLDENTHREAD_HOME": home, "GOLDENTHREAD_CORES": "1"}
        size = ("--conversations", str(conversations), "--bank", bank, "--until", UNTIL)
        _call(environment, "demo", "--no-serve", "--seed", str(seed), *size)
        with open(f"{home}/demo/truth.json", encoding="utf-8") as file:  # noqa: PTH123
            truth = json.load(file)
        return _compare(truth, lambda week: _brief(environment, week))


def _brief(environment: dict[str, str], week: str) -> dict[str, object]:
    told = json.loads(_call(environment, "brief", "--json", "--week", week))
    return {line["id"]: line for line in told["promises"]}


def _compare(truth: dict, brief) -> Counter[str]:  # type: ignore[no-untyped-def, type-arg]  # noqa: ANN001
    counted: Counter[str] = Counter()
    for effect in truth["effects"]:
        row = _row(brief(effect["week"])[effect["promise"]], effect["team"])
        counted[f"{effect['direction']} planted"] += 1
        right = row["verdict"] == "real" and row["direction"] == effect["direction"]
        counted[f"{effect['direction']} found"] += right
    last = date.fromisoformat(truth["until"]) - timedelta(days=7)
    quiet = [last - timedelta(weeks=weeks) for weeks in _QUIET_WEEKS]
    weeks = {effect["week"] for effect in truth["effects"]}
    weeks |= {"{}-W{:02}".format(*day.isocalendar()[:2]) for day in quiet}
    for week in sorted(weeks):
        lines = brief(week)
        for wobble in truth["wobbles"]:
            _count_wobble(counted, lines[wobble["promise"]])
    return counted


def _row(line: dict, team: str | None) -> dict:  # type: ignore[type-arg]
    if team is None:
        return line
    nothing = {"verdict": "too_few", "direction": "none"}
    return next((row for row in line["teams"] if row["name"] == team), nothing)


def _count_wobble(counted: Counter[str], line: dict) -> None:  # type: ignore[type-arg]
    counted["wobble promise rows"] += 1
    counted["wobble promise real"] += line["verdict"] == "real"
    counted["wobble team rows"] += len(line["teams"])
    counted["wobble team real"] += sum(row["verdict"] == "real" for row in line["teams"])


def _call(environment: dict[str, str], *verb: str) -> str:
    command = [sys.executable, "-m", "goldenthread", *verb]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        sys.exit(f"{' '.join(verb)}: {done.stderr[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    main()
