"""Django registration of the room."""

from django.apps import AppConfig
from typing_extensions import override

from goldenthread.web import navigation


class InsightsConfig(AppConfig):
    """The brief; no tables."""

    name = "goldenthread.insights"
    label = "insights"

    @override
    def ready(self) -> None:
        """Put the brief into the top bar of those who lead."""
        from goldenthread.people import policy  # noqa: PLC0415 - models load after the registry

        navigation.add("Brief", "insights:brief", policy.leads, order=10)
