"""How well the ready promises are judged from words: `python benchmarks/wordings_blind.py [SET]`.

`wordings_blind.jsonl` holds our own short conversations, one a line: `trade`, `talk` (who, words)
and `says`, the verdict of each promise by its slug: `kept`, `broken` or `none`; `unbroken` where
kept and none are both right, `unsure` where it is not scored. They were written before the
wordings were read; later changes were made with the misses in view, so only the first figures
were blind.

Recall and precision of the verdict `broken`, then of `kept`, each with its 95 % Wilson interval.
With `--aloud`, every verdict that differs is printed too.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from goldenthread.charter.rules.ready import READY
from goldenthread.engine.dates import Calendar
from goldenthread.engine.gauge import Gauge
from goldenthread.engine.standard import Standard, evaluate, facts_of
from goldenthread.engine.types import (
    Channel,
    Conversation,
    Message,
    Participant,
    Role,
    Source,
    Visibility,
)

HERE, Z = Path(__file__).parent, 1.96
WHO = {"customer": 0, "agent": 1, "agent 2": 2, "bot": 3, "note": 1}
ROLES = (Role.CUSTOMER, Role.AGENT, Role.AGENT, Role.BOT)
FITS = {
    "kept": {"kept"},
    "broken": {"broken"},
    "none": {"not_observed"},
    "unbroken": {"kept", "not_observed"},
}


def wilson(k: int, n: int) -> str:
    """A share with its interval."""
    if not n:
        return "-" + " " * 27
    p, wide = k / n, 1 + Z * Z / n
    middle = (p + Z * Z / 2 / n) / wide
    half = Z / wide * (p * (1 - p) / n + Z * Z / 4 / n / n) ** 0.5
    return f"{p:.2f} [{max(middle - half, 0):.2f}, {min(middle + half, 1):.2f}] n={n:<4}"


def conversation_of(number: int, talk: list[list[str]]) -> Conversation:
    """One line of the set as a conversation."""
    people = tuple(
        Participant(idx, role)
        for idx, role in enumerate(ROLES)
        if any(WHO[who] == idx for who, _ in talk)
    )
    messages = tuple(
        Message(
            f"{number}-{seq}",
            seq,
            text,
            WHO[who],
            visibility=Visibility.INTERNAL if who == "note" else Visibility.PUBLIC,
        )
        for seq, (who, text) in enumerate(talk)
    )
    return Conversation(str(number), Source("blind", str(number)), Channel.CHAT, people, messages)


def verdicts(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """What the ready charter says of each conversation, by slug."""
    gauge = Gauge.load()
    talks = [conversation_of(number, row["talk"]) for number, row in enumerate(rows)]
    standards = [(one.slug, Standard.parse(one.standard)) for one in READY]
    said = []
    for talk, reading in zip(talks, gauge.read_many(talks), strict=True):
        facts = facts_of(talk, reading, Calendar())
        said.append({slug: str(evaluate(one, facts).outcome) for slug, one in standards})
    return said


def report(name: str, pairs: list[tuple[str, str]]) -> None:
    """One line: recall and precision of broken and of kept."""
    figures = []
    for outcome in ("broken", "kept"):
        labelled = [mine == outcome for label, mine in pairs if label == outcome]
        claimed = [outcome in FITS[label] for label, mine in pairs if mine == outcome]
        figures += [wilson(sum(each), len(each)) for each in (labelled, claimed)]
    print(f"{name:<16}" + "".join(figures))


def main() -> None:
    """Print the figures of every promise the set speaks of."""
    named = [each for each in sys.argv[1:] if not each.startswith("--")]
    place = Path(named[0]) if named else HERE / "wordings_blind.jsonl"
    rows = [json.loads(line) for line in place.read_text("utf-8").splitlines()]
    said = verdicts(rows)
    kinds = ("broken: recall", "precision", "kept: recall", "precision")
    print(f"{place.name}: {len(rows)} conversations\n{'':<16}" + "".join(f"{k:<28}" for k in kinds))
    every: list[tuple[str, str]] = []
    for slug in rows[0]["says"]:
        judged = [
            (row, row["says"][slug], mine[slug]) for row, mine in zip(rows, said, strict=True)
        ]
        scored = [(label, mine) for _, label, mine in judged if label != "unsure"]
        report(slug, scored)
        every += scored
        for row, label, mine in judged:
            if "--aloud" in sys.argv and label != "unsure" and mine not in FITS[label]:
                lines = " / ".join(f"{who[0]}: {text}" for who, text in row["talk"])
                print(f"  {label} -> {mine}: {lines}")
    report("overall", every)
    right = sum(mine in FITS[label] for label, mine in every)
    print(f"verdicts right: {wilson(right, len(every))}", dict(Counter(m for _, m in every)))


if __name__ == "__main__":
    main()
