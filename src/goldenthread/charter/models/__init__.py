"""Tables of the room, one file per noun."""

from goldenthread.charter.models.note import Note
from goldenthread.charter.models.promise import Promise, PromiseVersion
from goldenthread.charter.models.verdict import VerdictDay, VerdictRow

__all__ = ["Note", "Promise", "PromiseVersion", "VerdictDay", "VerdictRow"]
