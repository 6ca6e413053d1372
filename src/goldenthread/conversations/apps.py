"""Django registration of the room."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Conversations, their readings, and how they are brought in."""

    name = "goldenthread.conversations"
    label = "conversations"
