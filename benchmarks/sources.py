"""What is in public files, counted by the import and counted another way.

    python benchmarks/sources.py FOLDER

FOLDER is the data folder. Each source is brought into an empty installation by
`goldenthread import --json`; conversations and messages are then counted in the files by plain
`json` and `csv`, knowing nothing of our readers. Then all of it is brought in again, and must add
nothing; at last two dialogues of a file are altered, and only these may change.
"""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

MAPPING = {
    "format": "goldenthread.mapping/1",
    "source": "patient-survey",
    "columns": {
        "text": "text",
        "survey": "question",
        "team": "question",
        "rating": "criticality",
    },
    "fixed": {"channel": "survey"},
    "rating": {"low": -5, "high": 5, "best": "high"},
    "custom": ["topic"],
}
ALTERED = 2


def main() -> None:
    """Bring in every source twice and one of them changed, and tell what was counted."""
    data = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        _goldenthread(home, "upgrade")
        mapping = Path(home) / "mapping.json"
        mapping.write_text(json.dumps(MAPPING))
        sources = (
            ("sgd", data / "sgd", _sgd, ()),
            ("abcd", data / "abcd", _abcd, ()),
            ("nhs_feedback", _answers(data), _nhs, ("--mapping", str(mapping))),
            ("zendesk_csv", data / "sources" / "zendesk_csv", _zendesk, ()),
        )
        for name, path, count, options in sources:
            first = _goldenthread(home, "import", str(path), "--json", *options)
            again = _goldenthread(home, "import", str(path), "--json", *options)
            _tell(name, first, count(path))
            _tell_again(again)
        _change(home, data / "sgd" / "train_dialogues_001.json")


def _answers(data: Path) -> Path:
    return data / "nhs_feedback" / "train.jsonl"


def _tell(name: str, told: dict[str, Any], counted: tuple[int, int]) -> None:
    new, messages = told["conversations"]["new"], told["messages"]
    agree = "agree" if (new, messages) == counted else "DIFFER"
    print(f"{name}: {new:,} new, {messages:,} messages, {told['rejected_count']:,} rejected")
    print(f"  counted another way: {counted[0]:,} and {counted[1]:,}: they {agree}")
    reasons = Counter(_short(one["reason"]) for one in told["rejected"])
    for reason, n in reasons.most_common():
        print(f"  {n:,} × {reason}")


def _short(reason: str) -> str:
    """Without the names of columns and tickets, which are many."""
    before, listed, _ = reason.partition("; the columns are ")
    return f"{before}." if listed else re.sub(r"ticket \d+", "a ticket", reason)


def _tell_again(told: dict[str, Any]) -> None:
    found = told["conversations"]
    print(
        f"  a second time: {found['new']:,} new, {found['changed']:,} changed,"
        f" {found['same']:,} as they were, {told['messages']:,} messages"
    )


def _change(home: str, path: Path) -> None:
    dialogues = json.loads(path.read_text("utf-8"))
    for dialogue in dialogues[:ALTERED]:
        dialogue["turns"][0]["utterance"] += " Please."
    with tempfile.TemporaryDirectory() as folder:
        changed = Path(folder) / path.name
        changed.write_text(json.dumps(dialogues), "utf-8")
        told = _goldenthread(home, "import", str(changed), "--json")["conversations"]
    print(f"{ALTERED} of {len(dialogues):,} dialogues altered: {told}")


def _sgd(path: Path) -> tuple[int, int]:
    dialogues = [each for file in path.glob("*.json") for each in json.loads(file.read_bytes())]
    return len(dialogues), sum(len(each["turns"]) for each in dialogues)


def _abcd(path: Path) -> tuple[int, int]:
    """What is said; an agent's clicks are events."""
    talks = json.loads((path / "abcd_sample.json").read_bytes())
    said = [turn for talk in talks for turn in talk["original"] if turn[0] != "action"]
    return len(talks), len(said)


def _nhs(path: Path) -> tuple[int, int]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    return len(lines), len(lines)


def _zendesk(path: Path) -> tuple[int, int]:
    """Comments, the descriptions of tickets without any, and what was said in chats.

    A chat that stands under several tickets is counted once, under one that is in the export.
    """
    tables = {file.stem: _table(file) for file in path.rglob("*.csv")}
    exported = {row["id"] for row in tables["ticket_data"]}
    chats = sorted(tables["ticket_chat_data"], key=lambda row: row["ticket_id"] in exported)
    tickets_of = {row["chat_id"]: row["ticket_id"] for row in chats}
    said = [row["ticket_id"] for row in tables["ticket_comment_data"]]
    described = [row["id"] for row in tables["ticket_data"] if row["id"] not in said]
    chatted = [
        tickets_of[row["chat_id"]]
        for row in tables["ticket_chat_event_data"]
        if row["chat_id"] in tickets_of and _is_said(row)
    ]
    return len({*said, *described, *chatted}), len(said) + len(described) + len(chatted)


def _is_said(row: dict[str, str]) -> bool:
    content = json.loads(row["original_message"])["content"]
    return row["type"] == "ChatMessage" and bool(row["message"] or content.get("text"))


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _goldenthread(home: str, *verb: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "goldenthread", *verb]
    environment = {**os.environ, "GOLDENTHREAD_HOME": home}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        sys.exit(f"{' '.join(verb)}: {done.stderr[-2000:]}")
    return dict(json.loads(done.stdout)) if "--json" in verb else {}


if __name__ == "__main__":
    main()
