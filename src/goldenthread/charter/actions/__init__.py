"""Writes of the room, one file per verb."""

from goldenthread.charter.actions.give import give_to
from goldenthread.charter.actions.install import install_ready_charter
from goldenthread.charter.actions.note import NewNote, note
from goldenthread.charter.actions.rebuild import rebuild_days
from goldenthread.charter.actions.record import Judged, forget, move, record

__all__ = [
    "Judged",
    "NewNote",
    "forget",
    "give_to",
    "install_ready_charter",
    "move",
    "note",
    "rebuild_days",
    "record",
]
