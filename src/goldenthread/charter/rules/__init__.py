"""Plain values of the room: the ready charter, and how days make weeks."""

from goldenthread.charter.rules.ready import CREDIT, READY, ReadyPromise
from goldenthread.charter.rules.weeks import WEEK, last_whole_week, week_holding, weeks_between

__all__ = [
    "CREDIT",
    "READY",
    "WEEK",
    "ReadyPromise",
    "last_whole_week",
    "week_holding",
    "weeks_between",
]
