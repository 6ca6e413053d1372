"""Every benchmark, one after another.

    python benchmarks/all.py FOLDER [--quick] [--write]

FOLDER holds the public data. Accuracy is printed beside a floor or a published figure, speed
beside a floor measured in the same run. `--quick` leaves out what takes more than a few minutes;
`--write` keeps what was printed in docs/operating/measured.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
WRITTEN = HERE.parent / "docs" / "operating" / "measured.md"


@dataclass(frozen=True)
class Bench:
    """One command and what it is for.

    Attributes:
        title: What was measured.
        about: What to know before reading the figures.
        command: Script and arguments; `{}` stands for the folder.
        slow: Whether it takes more than a few minutes.
    """

    title: str
    about: str
    command: str
    slow: bool = False


BENCHES = (
    Bench(
        "Is anything lost?",
        "Public exports, brought in and counted a second way; brought in again; one file altered.",
        "sources.py {}",
    ),
    Bench(
        "Does the brief find what was planted?",
        "A demo's year with a promise that broke in one team, one that improved and several that"
        " only wobble, told in words that whoever wrote the gauge's rules has not read; how often"
        " it erred on each promise was known while they were widened. Found means: named real in"
        " the first whole week.",
        "brief.py --seeds 40 --conversations 5000 --bank second",
        slow=True,
    ),
    Bench(
        "The same at full size",
        "20,000 conversations a year.",
        "brief.py --seeds 3 --conversations 20000 --bank second",
        slow=True,
    ),
    Bench(
        "Do verdicts agree with what the demo meant?",
        "On the same words the gauge was not written with.",
        "verdicts.py --bank second",
    ),
    Bench(
        "How often does real err?",
        "Made-up series whose truth is known.",
        "signals.py",
    ),
    Bench(
        "Does an import grow in proportion?",
        "Generated conversations, masked, read, judged and counted. The floor is parsing the file"
        " and nothing else. Memory is that of all processes together.",
        "imports.py 10000 100000",
        slow=True,
    ),
    Bench(
        "Masking on public sentences",
        "Templates filled with values, the names half in our lists and half not. The weights were"
        " tuned on every other template. The structured shapes were written by us: they show that"
        " nothing is broken, not what strangers write.",
        "masking.py {}/personal_data",
    ),
    Bench(
        "Masking on our own sentences",
        "Written before the finders were read, then looked at while mending: not blind any more.",
        "masking_blind.py",
    ),
    Bench(
        "Masking on sentences written last",
        "80 more, each measured once before its misses were looked into.",
        "masking_blind.py benchmarks/masking_fresh_3.jsonl",
    ),
    Bench("How fast is masking?", "On one core.", "masking_speed.py {}/sgd"),
    Bench(
        "What the gauge hears",
        "Learned heads are measured out of fold. The kept words were used while writing: 'broken'"
        " and 'promises' flatter.",
        "gauge.py {}",
        slow=True,
    ),
    Bench("Customers' words and whole conversations", "", "proud.py {}"),
    Bench(
        "Neutral and upset",
        "Sentences of ours from many trades; a floor is always guessing the most frequent.",
        "valence_blind.py",
    ),
    Bench(
        "Promises kept and broken, by wording",
        "Short conversations of ours; the second file was written after the rules.",
        "wordings_blind.py",
    ),
    Bench(
        "Given words and their deadlines",
        "Labelled sentences that were in view while writing: they show that nothing is broken.",
        "given_words.py {}/gold",
    ),
    Bench("Dates and times", "", "dates.py {}/date_phrases"),
)


def main() -> None:
    """Run them, and keep what they print when asked to."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--quick", action="store_true")
    asked.add_argument("--write", action="store_true")
    options = asked.parse_args()
    told = [
        (bench, _run(bench, options.folder.resolve()))
        for bench in BENCHES
        if not (options.quick and bench.slow)
    ]
    if options.write:
        WRITTEN.write_text("\n".join([_opening(), *(_section(*each) for each in told)]), "utf-8")


def _run(bench: Bench, folder: Path) -> str:
    """What a command prints; shown while it runs."""
    print(f"\n== {bench.title}\n", flush=True)
    script, *arguments = bench.command.split()
    command = [sys.executable, str(HERE / script), *(each.format(folder) for each in arguments)]
    path = os.pathsep.join(filter(None, (str(HERE.parent), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": path}
    printed = []
    with subprocess.Popen(  # noqa: S603
        command, cwd=HERE.parent, env=environment, stdout=subprocess.PIPE, text=True
    ) as running:
        for line in running.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            printed.append(line.rstrip())
    if running.returncode:
        sys.exit(f"{bench.command} ended with {running.returncode}")
    return "\n".join(printed)


def _opening() -> str:
    day, python = f"{datetime.now(UTC):%-d %B %Y}", platform.python_version()
    machine = f"{os.cpu_count()} cores ({_processor()})"
    return f"""# What was measured

Printed by `python benchmarks/all.py FOLDER --write` on {day}, with Python {python},
on a machine with {machine}. Times differ from machine to machine: look at the
ratios. How the gauge learned and where it fails: [the model cards](../models/fast.md).
"""


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines() if os.name == "posix" else []
    named = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _section(bench: Bench, printed: str) -> str:
    command = bench.command.format("FOLDER") if "{}" in bench.command else bench.command
    about = f"{bench.about}\n\n" if bench.about else ""
    shown = f"`python benchmarks/{command}`\n\n```text\n{printed.strip()}\n```\n"
    return f"## {bench.title}\n{about}{shown}"


if __name__ == "__main__":
    main()
