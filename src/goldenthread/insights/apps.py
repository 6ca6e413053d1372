"""Django registration of the room."""

from django.apps import AppConfig


class InsightsConfig(AppConfig):
    """The brief; no tables."""

    name = "goldenthread.insights"
    label = "insights"
