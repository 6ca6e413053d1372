"""Django registration of the room."""

from django.apps import AppConfig
from typing_extensions import override

from goldenthread.web import navigation


class ConversationsConfig(AppConfig):
    """Conversations, their readings, and how they are brought in."""

    name = "goldenthread.conversations"
    label = "conversations"

    @override
    def ready(self) -> None:
        """Put the room's pages into the top bar of those they are for."""
        from goldenthread.conversations import policy  # noqa: PLC0415 - after the registry
        from goldenthread.people import policy as people  # noqa: PLC0415 - after the registry

        navigation.add("Conversations", "conversations:list", policy.reads_any, order=30)
        navigation.add("Sample", "conversations:sample", people.analyses, order=40)
        navigation.add("Import", "conversations:imports", people.may_import, order=50)
