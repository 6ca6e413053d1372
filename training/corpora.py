"""The public corpora as plain rows, read from a folder laid out as `docs/models/` says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent / "examples"
_SPACES = re.compile(r"\W+")

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """Every line of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def plain(text: str) -> str:
    """What makes two texts duplicates of each other: their letters alone, in lower case."""
    return _SPACES.sub(" ", text.lower()).strip()


def examples() -> list[Row]:
    """Our own sentences, labelled by the guide the annotators were given."""
    return [row for path in sorted(EXAMPLES.glob("*.jsonl")) for row in rows(path)]


def gold(folder: Path) -> list[Row]:
    """Customers' statements with two annotators' labels: for measuring."""
    return rows(folder / "gold" / "customers.jsonl")


def patients(folder: Path) -> list[Row]:
    """Patients' comments, without those that the gold statements are drawn from."""
    measured = {plain(row["text"]) for row in gold(folder)}
    read = rows(folder / "nhs_feedback" / "train.jsonl")
    return [row for row in read if plain(row["text"]) not in measured and plain(row["text"])]


def assistants(folder: Path) -> dict[str, frozenset[str]]:
    """What users said to booking assistants, and what they did by it (`INFORM`, `THANK_YOU`)."""
    said: dict[str, frozenset[str]] = {}
    for path in sorted((folder / "sgd").glob("train_dialogues_*.json")):
        for dialogue in json.loads(path.read_text(encoding="utf-8")):
            for turn in dialogue["turns"]:
                if turn["speaker"] == "USER":
                    acts = {one["act"] for frame in turn["frames"] for one in frame["actions"]}
                    said.setdefault(turn["utterance"], frozenset(acts))
    return said


def errands(folder: Path) -> list[str]:
    """What people ask an assistant in 150 matters."""
    full = json.loads((folder / "clinc150" / "data_small.json").read_text(encoding="utf-8"))
    return [text for text, _ in full["train"]]
