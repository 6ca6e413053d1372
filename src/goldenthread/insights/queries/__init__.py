"""Reads that join rooms."""

from goldenthread.insights.queries.brief import (
    Brief,
    NothingYet,
    brief,
    newest_week,
    week_asked_for,
    weeks_around,
)
from goldenthread.insights.queries.told import to_json, to_text

__all__ = [
    "Brief",
    "NothingYet",
    "brief",
    "newest_week",
    "to_json",
    "to_text",
    "week_asked_for",
    "weeks_around",
]
