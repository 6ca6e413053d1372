"""The words other systems use for roles, channels and states, in ours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from goldenthread.engine.readers.cleaning import word_of
from goldenthread.engine.types import Channel, Direction, Role, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

_ROLES = {
    Role.CUSTOMER: "customer client user end_user enduser requester visitor guest patient caller"
    " consumer lead contact shopper buyer member citizen resident passenger human inbound incoming"
    " in received from_customer kunde kundin external reporter submitter c",
    Role.AGENT: "agent staff operator support admin administrator teammate representative rep"
    " advisor adviser assistant employee csr specialist internal outbound outgoing out sent owner"
    " mitarbeiter mitarbeiterin clerk consultant seller business company a to_customer",
    Role.BOT: "bot chatbot answer_bot virtual_assistant virtual_agent ai robot automation ivr",
    Role.SUPERVISOR: "supervisor manager team_leader team_lead lead_agent",
    Role.THIRD_PARTY: "third_party thirdparty vendor partner supplier",
    Role.SYSTEM: "system event auto automatic trigger notification",
    Role.UNKNOWN: "unknown",
}
_CHANNELS = {
    Channel.EMAIL: "email e_mail mail",
    Channel.CHAT: "chat live_chat livechat web_chat webchat chat_transcript native_chat",
    Channel.MESSAGING: "messaging native_messaging whatsapp messenger telegram line viber wechat"
    " imessage apple_messages in_app sunshine_conversations_api any_channel",
    Channel.SMS: "sms text mms",
    Channel.VOICE: "voice phone call telephone telefon voicemail inbound_call phone_call",
    Channel.VIDEO: "video video_call",
    Channel.SOCIAL: "social twitter x facebook instagram tweet linkedin reddit tiktok youtube",
    Channel.WEB_FORM: "web_form web webform form portal website help_center contact_form"
    " web_widget mobile_sdk mobile web_service api",
    Channel.REVIEW: "review reviews trustpilot google app_store google_play play_store",
    Channel.IN_PERSON: "in_person store branch counter shop walk_in face_to_face",
    Channel.SURVEY: "survey csat nps questionnaire feedback_form poll",
    Channel.OTHER: "other",
}
_STATES = {
    Status.NEW: "new unassigned neu",
    Status.OPEN: "open reopened active in_progress assigned offen",
    Status.PENDING: "pending waiting waiting_on_customer pending_reply awaiting_reply snoozed",
    Status.ON_HOLD: "on_hold hold paused waiting_on_third_party",
    Status.SOLVED: "solved resolved done completed fixed gelöst",
    Status.CLOSED: "closed archived geschlossen",
    Status.SPAM: "spam suspended junk",
    Status.DELETED: "deleted trash removed",
    Status.UNKNOWN: "unknown",
}
_DIRECTIONS = {
    Direction.INBOUND: "inbound incoming in received",
    Direction.OUTBOUND: "outbound outgoing out sent",
    Direction.INTERNAL: "internal",
    Direction.UNKNOWN: "unknown",
}
_E = TypeVar("_E", bound="StrEnum")


def plain(name: object) -> str:
    """A name in lower case with single underscores: how names are compared here.

    Example:
        >>> plain("Ticket ID"), plain("createdAt")
        ('ticket_id', 'created_at')
    """
    return _plain((word_of(name) or "")[:200])


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[\W_]+", "_", parted).strip("_").lower()


def _by_word(words: Mapping[_E, str]) -> dict[str, _E]:
    return {word: meaning for meaning, many in words.items() for word in many.split()}


_ROLE_WORDS = _by_word(_ROLES)
_CHANNEL_WORDS = _by_word(_CHANNELS)
_STATE_WORDS = _by_word(_STATES)
_DIRECTION_WORDS = _by_word(_DIRECTIONS)


def role_of(word: object) -> Role:
    """The role a word names, `unknown` when it names none.

    Example:
        >>> role_of("End-user"), role_of("agent 7")
        (<Role.CUSTOMER: 'customer'>, <Role.AGENT: 'agent'>)
    """
    name = plain(word)
    return _ROLE_WORDS.get(name) or _ROLE_WORDS.get(name.split("_")[0], Role.UNKNOWN)


def channel_of(word: object) -> Channel:
    """The channel a word names, `other` when it names none."""
    name = plain(word)
    return _CHANNEL_WORDS.get(name) or _CHANNEL_WORDS.get(name.split("_")[0], Channel.OTHER)


def status_of(word: object) -> Status:
    """The state a word names, `unknown` when it names none."""
    return _STATE_WORDS.get(plain(word), Status.UNKNOWN)


def direction_of(word: object) -> Direction:
    """The direction a word names, `unknown` when it names none."""
    return _DIRECTION_WORDS.get(plain(word), Direction.UNKNOWN)
