"""How fast whole conversations are masked: `python benchmarks/masking_speed.py FOLDER`.

FOLDER holds dialogues as the Schema-Guided Dialogue set publishes them (`train_dialogues_*.json`).
Processor time on one core, the best of three rounds; it includes everything `mask_conversation`
does besides looking for personal data.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goldenthread.engine.personal import mask_conversation
from goldenthread.engine.types import Channel, Conversation, Message, Participant, Role, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

WARM, ROUNDS = 200, 3
PEOPLE = (
    Participant(0, Role.CUSTOMER, name="Zuri Quillfeather"),
    Participant(1, Role.AGENT, name="Obren Tallis"),
)


def conversations(folder: Path) -> Iterator[Conversation]:
    """Every dialogue of the folder."""
    for path in sorted(folder.glob("*dialogues_*.json")):
        for told in json.loads(path.read_text("utf-8")):
            yield conversation(told)


def conversation(told: dict[str, Any]) -> Conversation:
    """One dialogue between a customer and an agent."""
    messages = tuple(
        Message(
            id=str(place),
            seq=place,
            author=0 if turn["speaker"] == "USER" else 1,
            body_text=turn["utterance"],
        )
        for place, turn in enumerate(told["turns"])
    )
    name = str(told["dialogue_id"])
    return Conversation(
        id=name,
        source=Source("sgd", name),
        channel=Channel.CHAT,
        participants=PEOPLE,
        messages=messages,
    )


def spent(every: list[Conversation]) -> float:
    """Processor seconds for masking all of them once."""
    begun = time.process_time()
    for one in every:
        mask_conversation(one)
    return time.process_time() - begun


def main(folder: Path) -> None:
    """Print messages per second."""
    every = list(conversations(folder))
    spent(every[:WARM])
    messages = sum(len(one.messages) for one in every)
    best = min(spent(every) for _ in range(ROUNDS))
    print(f"{messages / best:,.0f} messages/s, {len(every)} conversations, {messages} messages")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
