"""Requests of the room, one file per noun."""

from goldenthread.conversations.views.imports import imports, names, one_import, stop_import
from goldenthread.conversations.views.reading import listing, one
from goldenthread.conversations.views.sample import judge, sample

__all__ = ["imports", "judge", "listing", "names", "one", "one_import", "sample", "stop_import"]
