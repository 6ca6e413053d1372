"""Tables of the room, one file per noun."""

from goldenthread.conversations.models.conversation import (
    NEWEST_FIRST,
    Answer,
    Conversation,
    ConversationQuerySet,
    Customer,
    CustomerKey,
    Message,
    Participant,
)
from goldenthread.conversations.models.imports import (
    Import,
    ImportState,
    RejectedRow,
    SourceSystem,
)
from goldenthread.conversations.models.reading import GivenWord, Reading, ReadingDay
from goldenthread.conversations.models.sample import Judgement, Sample, SampleItem

__all__ = [
    "NEWEST_FIRST",
    "Answer",
    "Conversation",
    "ConversationQuerySet",
    "Customer",
    "CustomerKey",
    "GivenWord",
    "Import",
    "ImportState",
    "Judgement",
    "Message",
    "Participant",
    "Reading",
    "ReadingDay",
    "RejectedRow",
    "Sample",
    "SampleItem",
    "SourceSystem",
]
