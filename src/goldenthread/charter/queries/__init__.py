"""Reads of the room, one file per question."""

from goldenthread.charter.queries.figures import Standing, board, last_day, standing, weekly
from goldenthread.charter.queries.notes import NoteLine, notes
from goldenthread.charter.queries.pages import (
    BoardLine,
    BoardPage,
    Place,
    PromisePage,
    Week,
    board_page,
    promise_page,
)
from goldenthread.charter.queries.promises import PromiseInForce, promises
from goldenthread.charter.queries.verdicts import VerdictLine, conversation_ids, verdicts_of

__all__ = [
    "BoardLine",
    "BoardPage",
    "NoteLine",
    "Place",
    "PromiseInForce",
    "PromisePage",
    "Standing",
    "VerdictLine",
    "Week",
    "board",
    "board_page",
    "conversation_ids",
    "last_day",
    "notes",
    "promise_page",
    "promises",
    "standing",
    "verdicts_of",
    "weekly",
]
