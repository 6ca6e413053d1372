"""What a conversation is called: its subject, or the first words of the customer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db.models.functions import Left

from goldenthread.conversations.models import Message
from goldenthread.engine.types import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from goldenthread.conversations.models import Conversation

LONGEST = 60
_LOOKED_AT = 300
_TELLING = 3  # words of one's own: "Hi there." says nothing yet
_AFTER_GREETING = 6  # "Hello, it is Ana speaking." neither
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_MASKED = re.compile(r"\[[a-z ]+ \d+\]")
_GREETING = re.compile(
    r"\b(?:hi|hiya|hello|hey|dear|to whom|good (?:morning|afternoon|evening|day))\b",
    re.IGNORECASE,
)


def opening(text: str) -> str:
    """The first sentence that says something, as it was written; a long one is cut off.

    Example:
        >>> opening("Hi there. You said Tuesday, and nobody came. Why?")
        'You said Tuesday, and nobody came.'
        >>> opening("Hello!"), opening("   ")
        ('Hello!', '')
        >>> opening("Oh, a real person, hello. My [account 1] is closed. Why?")
        'My [account 1] is closed.'
    """
    return _cut(_telling(text) or " ".join(text.split()))


def _telling(text: str) -> str:
    """The first sentence that is more than a greeting or a name; empty when there is none."""
    for part in _SENTENCE_END.split(text):
        sentence = " ".join(part.split())
        words = len(_MASKED.sub(" ", sentence).split())
        if words >= (_AFTER_GREETING if _GREETING.search(sentence) else _TELLING):
            return sentence
    return ""


def _cut(said: str) -> str:
    """At a gap between words, if there is one."""
    if len(said) <= LONGEST:
        return said
    return said[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:– ") + " …"


def title(conversation: Conversation, customers: Iterable[str]) -> str:
    """Its subject; without one, the customer's first words; without any, the source's name for it.

    Args:
        conversation: Whose title is wanted.
        customers: What the customer wrote, in order.
    """
    if conversation.subject:
        return conversation.subject
    said = [text for text in customers if text.strip()]
    if not said:
        return conversation.native_id
    return f"“{opening(next((text for text in said if _telling(text)), said[0]))}”"


def titles(conversations: Iterable[Conversation]) -> dict[int, str]:
    """The titles of many, by primary key, with at most one query."""
    listed = list(conversations)
    said: dict[int, list[str]] = {}
    bare = [each.pk for each in listed if not each.subject]
    if bare:
        found = (
            Message.objects.filter(conversation_id__in=bare, role=Role.CUSTOMER, internal=False)
            .order_by("conversation_id", "seq")
            .values_list("conversation_id", Left("text", _LOOKED_AT))
        )
        for pk, begin in found:
            said.setdefault(pk, []).append(begin)
    return {each.pk: title(each, said.get(each.pk, ())) for each in listed}
