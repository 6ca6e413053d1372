"""Django registration of the room."""

from django.apps import AppConfig
from typing_extensions import override

from goldenthread.web import navigation


class CharterConfig(AppConfig):
    """Promises, their standards and their verdicts."""

    name = "goldenthread.charter"
    label = "charter"

    @override
    def ready(self) -> None:
        """Put the board into the top bar: the charter is for everyone who belongs here."""
        navigation.add("Charter", "charter:board", bool, order=20)
