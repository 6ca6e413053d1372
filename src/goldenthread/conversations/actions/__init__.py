"""Writes of the room, one function a verb."""

from goldenthread.conversations.actions.importing import (
    Outcome,
    Progress,
    What,
    bring_in,
    note_trouble,
    run_import,
)
from goldenthread.conversations.actions.judge import Draw, Opinion, draw_sample, judge
from goldenthread.conversations.actions.remap import apply_mapping, map_name, rebuild_days
from goldenthread.conversations.actions.upload import Upload, receive, stop_import
from goldenthread.people.actions import Meaning

__all__ = [
    "Draw",
    "Meaning",
    "Opinion",
    "Outcome",
    "Progress",
    "Upload",
    "What",
    "apply_mapping",
    "bring_in",
    "draw_sample",
    "judge",
    "map_name",
    "note_trouble",
    "rebuild_days",
    "receive",
    "run_import",
    "stop_import",
]
