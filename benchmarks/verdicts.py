"""Do verdicts agree with what the demo meant? `python benchmarks/verdicts.py [--bank second]`.

The demo knows of every conversation which promises it keeps and breaks on purpose. It is brought
in as any file is; of the promises meant to be broken, how many are found broken (recall), and of
those found broken, how many were meant to be (precision), with 95 % intervals.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

UNTIL = "2026-11-22"


def main() -> None:
    """Print the agreement of each promise."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--conversations", type=int, default=2_000)
    asked.add_argument("--bank", default="second")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["GOLDENTHREAD_HOME"] = home
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
        _bring_in(options)
        _tell(Path(home))


def _bring_in(options: argparse.Namespace) -> None:
    import django  # noqa: PLC0415

    django.setup()
    from goldenthread.cli.demo import command  # noqa: PLC0415

    size = ("--conversations", str(options.conversations), "--bank", options.bank)
    verb = ["--no-serve", "--seed", str(options.seed), "--until", UNTIL, *size]
    with redirect_stdout(StringIO()):
        command(verb, standalone_mode=False)


def _tell(home: Path) -> None:
    from goldenthread.charter.models import VerdictRow  # noqa: PLC0415
    from goldenthread.conversations.models import Conversation  # noqa: PLC0415
    from goldenthread.engine.stats import wilson  # noqa: PLC0415

    keys = dict(Conversation.objects.values_list("native_id", "pk"))
    found = {
        (conversation, promise): verdict
        for conversation, promise, verdict in VerdictRow.objects.values_list(
            "conversation_id", "version__promise_id", "kept"
        )
    }
    pairs: Counter[tuple[str, str, str]] = Counter()
    for line in (home / "demo" / "verdicts.jsonl").read_text("utf-8").splitlines():
        told = json.loads(line)
        for promise, meant in told["verdicts"].items():
            seen = found.get((keys[told["native_id"]], promise))
            pairs[promise, _word(meant), _word(seen)] += 1
    for promise in dict.fromkeys(promise for promise, _, _ in pairs):
        both = pairs[promise, "broken", "broken"]
        meant = sum(n for (p, m, _), n in pairs.items() if (p, m) == (promise, "broken"))
        seen = sum(n for (p, _, s), n in pairs.items() if (p, s) == (promise, "broken"))
        print(promise)
        for name, of in (("recall", meant), ("precision", seen)):
            if of:
                low, high = wilson(both, of)
                print(f"  {name:9} {both / of:.2f} ({low:.2f}–{high:.2f}, n {of})")


def _word(kept: bool | None) -> str:  # noqa: FBT001 - a verdict as it is kept
    return "none" if kept is None else "kept" if kept else "broken"


if __name__ == "__main__":
    main()
