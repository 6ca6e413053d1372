"""How well customers' words and whole conversations are read, and how fast.

    python benchmarks/proud.py FOLDER

FOLDER is the data folder: `gold/customers.jsonl` (items both annotators agreed on) is scored
twice, by the wordings alone and by the whole gauge; `uss/SGD.txt` gives users' ratings of whole
conversations, never trained on, and the speed of reading them. Spearman is corrected for ties.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import mean

from scipy.stats import spearmanr

from goldenthread.engine.gauge import Gauge, Stance, customer
from goldenthread.engine.types import Channel, Conversation, Message, Participant, Role, Source

LETTERS = "PROUD"
PEOPLE = (Participant(0, Role.CUSTOMER), Participant(1, Role.AGENT))
ROUNDS = 3


def f1(hits: int, extra: int, missed: int) -> float:
    """The harmonic mean of precision and recall; 0 when nothing was right."""
    return 2 * hits / max(1, 2 * hits + extra + missed)


def agreed(folder: Path, key: str) -> list[tuple[str, object]]:
    """Text and label of the gold items both annotators agreed on."""
    lines = (folder / "gold" / "customers.jsonl").read_text("utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    return [(item["text"], item[key][0]) for item in items if item["agreed"][key]]


def report_stance(name: str, judge, items) -> None:  # noqa: ANN001 - either reader's method
    """Accuracy and macro-F1 over the six stances."""
    said = [str(stance) for stance in judge([text for text, _ in items])]
    counts: dict[str, Counter[str]] = {stance: Counter() for stance in Stance}
    for mine, (_, gold) in zip(said, items, strict=True):
        counts[mine]["hits" if mine == gold else "extra"] += 1
        counts[gold]["missed"] += mine != gold
    macro = mean(f1(c["hits"], c["extra"], c["missed"]) for c in counts.values())
    right = sum(c["hits"] for c in counts.values()) / len(items)
    print(f"{name} stance: accuracy {right:.3f}, macro-F1 {macro:.3f} (n {len(items)})")


def report_broken(name: str, judge, items) -> None:  # noqa: ANN001 - either reader's method
    """Micro- and macro-F1 over the five letters."""
    said = judge([text for text, _ in items])
    counts = {letter: Counter() for letter in LETTERS}
    for mine, (_, gold) in zip(said, items, strict=True):
        for letter, count in counts.items():
            count[letter in mine, letter in gold] += 1
    each = {k: f1(c[True, True], c[True, False], c[False, True]) for k, c in counts.items()}
    micro = f1(*(sum(c[key] for c in counts.values()) for key in ((1, 1), (1, 0), (0, 1))))
    letters = ", ".join(f"{letter} {value:.2f}" for letter, value in each.items())
    print(f"{name} broken: micro-F1 {micro:.3f}, macro-F1 {mean(each.values()):.3f} ({letters})")


def report_rare(name: str, key: str, judge, items) -> None:  # noqa: ANN001 - either reader's method
    """F1 of a rare label: the right value where there is one."""
    said = judge([text for text, _ in items])
    pairs = [(mine or None, gold or None) for mine, (_, gold) in zip(said, items, strict=True)]
    hits = sum(mine is not None and mine == gold for mine, gold in pairs)
    extra = sum(mine is not None and mine != gold for mine, gold in pairs)
    missed = sum(gold is not None and mine != gold for mine, gold in pairs)
    print(f"{name} {key}: F1 {f1(hits, extra, missed):.3f} (gold {hits + missed})")


def rated(folder: Path) -> list[tuple[Conversation, list[float]]]:
    """Conversations of `uss/SGD.txt` with users' mean rating of each turn, the whole one last."""
    found = []
    for number, block in enumerate((folder / "uss" / "SGD.txt").read_text("utf-8").split("\n\n")):
        messages, ratings = [], []
        for line in block.strip().splitlines():
            who, text, *_, marks = line.split("\t")
            if who == "USER":
                ratings.append(mean(float(mark) for mark in marks.split(",") if mark))
            if text != "OVERALL":
                author = 0 if who == "USER" else 1
                messages.append(Message(f"{number}-{len(messages)}", len(messages), text, author))
        if messages:
            source = Source("uss", str(number))
            whole = Conversation(str(number), source, Channel.CHAT, PEOPLE, tuple(messages))
            found.append((whole, ratings))
    return found


def report_users(gauge: Gauge, conversations: list[tuple[Conversation, list[float]]]) -> None:
    """Spearman of feelings and PROUD against users' ratings, and the speed of reading."""
    talks = [talk for talk, _ in conversations]
    best = float("inf")
    for _ in range(ROUNDS):
        fresh = [replace(talk) for talk in talks]  # what is kept of a conversation read is no help
        began = time.process_time()
        readings = gauge.read_many(fresh)
        best = min(best, time.process_time() - began)
    messages = sum(len(talk.messages) for talk in talks)
    print(f"reading: {messages / best:,.0f} messages/s, {len(talks) / best:,.0f} conversations/s")
    overall = [ratings[-1] for _, ratings in conversations]
    report_rank("feeling at the end", [r.feeling_end for r in readings], overall)
    means = [_mean_score(reading.principles) for reading in readings]
    report_rank("PROUD, mean of letters", means, overall)
    for letter in LETTERS:
        scores = [r.principles[letter] for r in readings]
        report_rank(letter, [None if s is None else s.score for s in scores], overall)


def _mean_score(principles) -> float | None:  # noqa: ANN001 - a reading's mapping
    scores = [score.score for score in principles.values() if score is not None]
    return mean(scores) if scores else None


def report_rank(name: str, mine: list[float | None], users: list[float]) -> None:
    """Spearman over the conversations where both are known."""
    pairs = [(a, b) for a, b in zip(mine, users, strict=True) if a is not None]
    rho = spearmanr([a for a, _ in pairs], [b for _, b in pairs]).statistic
    print(f"users' overall rating and {name}: Spearman {rho:.3f} (n {len(pairs)})")


def main() -> None:
    """Print all reports for the folder named."""
    folder = Path(sys.argv[1])
    gauge = Gauge.load()
    for name, reader in (("wordings:", customer), ("gauge:", gauge)):
        report_stance(name, reader.stance, agreed(folder, "stance"))
        report_broken(name, reader.broken, agreed(folder, "broken"))
        for key in ("coping", "word_of_mouth", "retold"):
            report_rare(name, key, getattr(reader, key), agreed(folder, key))
    report_users(gauge, rated(folder))


if __name__ == "__main__":
    main()
