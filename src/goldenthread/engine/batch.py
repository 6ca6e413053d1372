"""What happens to conversations before anything is kept: masked, keyed, read.

One function from values to values, so that it runs in this process, in many, or on a cluster.
"""

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
_LONGEST_KEY = 64


@dataclass(frozen=True, slots=True)
class Prepared:
    """A conversation as it will be kept, with everything that was read in it.

    Attributes:
        conversation: Masked.
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


@dataclass(frozen=True, slots=True)
class House:
    """What preparing needs to know of the organisation.

    Attributes:
        secret: What customers are keyed with.
        calendar: When it works.
        names: What it and its parts are called.
    """

    secret: bytes
    calendar: Calendar
    names: tuple[str, ...] = ()


def hash_of(conversation: Conversation, secret: bytes) -> str:
    """A keyed hash of all a source says, so that a change is noticed and nothing can be guessed.

    How and when it was fetched is left out: reading a file again is no change.
    """
    said = to_json(conversation)
    del said["ingest"]
    content = orjson.dumps(said, option=orjson.OPT_SORT_KEYS)
    return blake2b(content, key=secret[:_LONGEST_KEY], digest_size=_HASH_BYTES).hexdigest()


def relabelled(conversation: Conversation, source: str | None) -> Conversation:
    """The conversation under the name the importer gave its source."""
    if source is None or conversation.source.system == source:
        return conversation
    return replace(conversation, source=replace(conversation.source, system=source))


def prepare(batch: Sequence[tuple[Conversation, str]], house: House) -> list[Prepared]:
    """Mask, key and read a batch, in order.

    Args:
        batch: Conversation and content hash of each; none gives [].
        house: Whose conversations they are.
    """
    masked = [mask_conversation(conversation, house.names) for conversation, _ in batch]
    readings = Gauge.load().read_many(masked, calendar=house.calendar)
    return [
        Prepared(
            conversation=kept,
            keys=_keys(original, house.secret),
            content_hash=content_hash,
            reading=reading,
            facts=facts_of(kept, reading, house.calendar),
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
