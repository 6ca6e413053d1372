"""A conversation as turns: who of the two sides said what, in order, with the wordings found."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.gauge import agent, customer
from goldenthread.engine.types import MessageKind, Role, Status, Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from goldenthread.engine.gauge.patterns import Found
    from goldenthread.engine.types import Conversation, Message


class Side(StrEnum):
    """Who speaks. What nobody typed (bots, automatic messages, templates) speaks as `bot`."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"


class Turn(NamedTuple):
    """One message the customer could see, and what was found in its words."""

    message: Message
    side: Side
    found: list[Found]

    @property
    def text(self) -> str:
        """What the message itself says."""
        return self.message.text


_SIDES = {
    Role.CUSTOMER: Side.CUSTOMER,
    Role.AGENT: Side.AGENT,
    Role.SUPERVISOR: Side.AGENT,
    Role.BOT: Side.BOT,
}
_SPOKEN = frozenset({MessageKind.TEXT, MessageKind.VOICE_TURN, MessageKind.TEMPLATE})
STILL_OPEN = frozenset({Status.NEW, Status.OPEN, Status.PENDING, Status.ON_HOLD})
ENDED = frozenset({Status.SOLVED, Status.CLOSED})
_YES = r"(?:ok(?:ay)?|yes|no|great|perfect|lovely|brilliant|super|fine|cool|all ?right|alright)"
_PARTING = re.compile(
    rf"^\W*(?:{_YES}\b[\s,.!]*)*"
    r"(?:(?:many |no[,.]? )?thank|thx|ty\b|cheers|bye|goodbye|good ?night|you too|have a"
    r"|nothing else|that(?:['’]s| is| was| will be) (?:all|it|everything|great|perfect|fine|ok)"
    r"|no[,.]? (?:that|nothing)|appreciate|much appreciated|will do|see you|take care"
    rf"|{_YES}\W*$)",
    re.IGNORECASE,
)
_SHORT = 25
_KEPT = 1024
_latest: dict[int, tuple[Conversation, tuple[Turn, ...]]] = {}


def turns(
    conversation: Conversation, heard: Mapping[int, list[Found]] | None = None
) -> tuple[Turn, ...]:
    """The turns of a conversation, in its order; none when nothing was said in public.

    The reading and every measure of a charter ask for the turns of the same conversation, so
    that those of the last `_KEPT` are kept.

    Args:
        conversation: Any conversation, dated or not.
        heard: What was already found in customers' messages, by their `seq`.
    """
    kept = _latest.get(id(conversation))
    if kept is not None and kept[0] is conversation:
        return kept[1]
    told = tuple(_told(conversation, heard))
    if len(_latest) >= _KEPT:
        _latest.clear()
    _latest[id(conversation)] = (conversation, told)
    return told


def _told(conversation: Conversation, heard: Mapping[int, list[Found]] | None) -> Iterator[Turn]:
    sides = {who.idx: _SIDES.get(who.role) for who in conversation.participants}
    for message in conversation.messages:
        side = sides.get(message.author) if message.author is not None else None
        if side is None or not _spoken(message):
            continue
        if side is Side.AGENT and (message.is_automatic or message.kind is MessageKind.TEMPLATE):
            side = Side.BOT
        yield Turn(message, side, _found(message, side, heard))


def customers(conversation: Conversation) -> list[Message]:
    """What customers wrote in public, in order; the messages `turns` takes as theirs."""
    own = {who.idx for who in conversation.participants if who.role is Role.CUSTOMER}
    return [
        message for message in conversation.messages if message.author in own and _spoken(message)
    ]


def _spoken(message: Message) -> bool:
    return (
        message.visibility is Visibility.PUBLIC
        and message.kind in _SPOKEN
        and message.duplicate_of is None
        and message.deleted_at is None
        and bool(message.text.strip())
    )


def _found(message: Message, side: Side, heard: Mapping[int, list[Found]] | None) -> list[Found]:
    if side is Side.BOT:
        return []
    if side is Side.AGENT:
        return agent.found(message.text)
    if heard is not None and message.seq in heard:
        return heard[message.seq]
    return customer.found(message.text)


def parting(text: str) -> bool:
    """Whether a customer's message only thanks, agrees or says goodbye.

    >>> parting("Ok great, thank you!"), parting("Thanks, but where is it?")
    (True, False)
    """
    return "?" not in text and len(text.split()) <= _SHORT and bool(_PARTING.match(text))


def questions(turn: Turn) -> bool:
    """Whether a customer asks or asks for something in this turn."""
    if parting(turn.text):
        return False
    return "?" in turn.text or any(hit.name in {"asks", "fight"} for hit in turn.found)
