"""The demo's files: the conversations as an export would bring them, and what was meant by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from goldenthread.demo.generator import Year
from goldenthread.engine.readers.writing import to_json

if TYPE_CHECKING:
    from pathlib import Path

    from goldenthread.demo.truth import Order

_PRETTY = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the files of one run lie."""

    conversations: Path
    verdicts: Path
    truth: Path
    people: Path


def write(folder: Path, order: Order) -> Paths:
    """Write one run into `folder`, made if it is not there; the same order gives the same bytes.

    - `conversations.jsonl`: the conversations in the published schema, one a line, by beginning;
    - `verdicts.jsonl`: what was meant by each, in the same order (see the truth module);
    - `truth.json`: what was planted (see the truth module);
    - `people.json`: zone, country, hours, units, teams and members.

    One conversation is in memory at a time, however many are asked for.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = Paths(
        conversations=folder / "conversations.jsonl",
        verdicts=folder / "verdicts.jsonl",
        truth=folder / "truth.json",
        people=folder / "people.json",
    )
    year = Year(order)
    paths.truth.write_bytes(orjson.dumps(year.truth.to_json(), option=_PRETTY))
    paths.people.write_bytes(orjson.dumps(year.organisation.to_json(), option=_PRETTY))
    with paths.conversations.open("wb") as said, paths.verdicts.open("wb") as meant:
        for told in year:
            said.write(_line(to_json(told.conversation)))
            meant.write(_line(told.to_json()))
    return paths


def _line(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
