"""Time expressions to instants, and the calendar of an organisation."""

from goldenthread.engine.dates.calendar import Calendar
from goldenthread.engine.dates.resolve import resolve
from goldenthread.engine.dates.types import When

__all__ = ["Calendar", "When", "resolve"]
