"""Masked, keyed, read: what happens to a batch of conversations before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING

import orjson

from goldenthread.engine.gauge import Gauge
from goldenthread.engine.personal import customer_keys, mask_conversation
from goldenthread.engine.readers import to_json
from goldenthread.engine.standard import facts_of
from goldenthread.engine.types import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldenthread.engine.dates import Calendar
    from goldenthread.engine.gauge import Reading
    from goldenthread.engine.standard import Facts
    from goldenthread.engine.types import Conversation

_HASH_BYTES = 16


@dataclass(frozen=True, slots=True)
class Prepared:
    """A conversation as it will be kept, with everything that was read in it.

    Attributes:
        conversation: Masked.
        staff: Whoever of the organisation took part, as they were before masking.
        keys: Hashed identifiers of each customer, by participant index.
        content_hash: Says whether the source still has the same.
        reading: What the gauge says.
        facts: What the charter's standards judge.
    """

    conversation: Conversation
    keys: dict[int, tuple[str, ...]]
    content_hash: str
    reading: Reading
    facts: Facts


def hash_of(conversation: Conversation, secret: bytes) -> str:
    """A keyed hash of all a source says, so that a change is noticed and nothing can be guessed.

    How and when it was fetched is left out: reading a file again is no change.
    """
    said = to_json(conversation)
    del said["ingest"]
    content = orjson.dumps(said, option=orjson.OPT_SORT_KEYS)
    return blake2b(content, key=secret[:64], digest_size=_HASH_BYTES).hexdigest()


def relabelled(conversation: Conversation, source: str | None) -> Conversation:
    """The conversation under the name the importer gave its source."""
    if source is None or conversation.source.system == source:
        return conversation
    return replace(conversation, source=replace(conversation.source, system=source))


def prepare(
    batch: Sequence[tuple[Conversation, str]], *, secret: bytes, calendar: Calendar
) -> list[Prepared]:
    """Mask, key and read a batch; conversation and content hash of each."""
    gauge = Gauge.load()
    masked = [mask_conversation(conversation) for conversation, _ in batch]
    readings = gauge.read_many(masked, calendar=calendar)
    return [
        Prepared(
            conversation=kept,
            keys=_keys(original, secret),
            content_hash=content_hash,
            reading=reading,
            facts=facts_of(kept, reading, calendar),
        )
        for (original, content_hash), kept, reading in zip(batch, masked, readings, strict=True)
    ]


def _keys(conversation: Conversation, secret: bytes) -> dict[int, tuple[str, ...]]:
    system = conversation.source.system
    return {
        participant.idx: customer_keys(participant, secret, system)
        for participant in conversation.participants
        if participant.role is Role.CUSTOMER
    }
