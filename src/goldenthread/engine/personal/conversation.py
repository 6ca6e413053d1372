"""Masking a whole conversation, before anything of it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from goldenthread.engine.personal.finding import PLACEHOLDER
from goldenthread.engine.personal.masker import Masker
from goldenthread.engine.personal.types import Kind
from goldenthread.engine.types import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from goldenthread.engine.personal.types import Found
    from goldenthread.engine.types import (
        Attachment,
        Conversation,
        Message,
        Participant,
        Span,
        Survey,
    )

_STAFF = frozenset({Role.AGENT, Role.BOT, Role.SUPERVISOR, Role.SYSTEM})


def known_of(conversation: Conversation) -> tuple[str, ...]:
    """Names and identifiers of everybody who took part, in order, without repeats.

    An internal number of a system is no identifier a text would hold, unless it is written with
    letters too.
    """
    stated: dict[str, None] = {}
    for participant in conversation.participants:
        if participant.name and participant.role not in (Role.BOT, Role.SYSTEM):
            stated[participant.name] = None
        for identifier in participant.identifiers:
            if identifier.type in ("email", "phone") or not identifier.value.isdecimal():
                stated[identifier.value] = None
    return tuple(stated)


def mask_conversation(conversation: Conversation, ours: Iterable[str] = ()) -> Conversation:
    """The conversation as it may be kept: no personal data of customers, placeholders instead.

    Everything said is masked, staff's names in it too; staff stay named among the participants,
    so that they can be matched to members. What the source added for itself (`custom`, `native`,
    HTML bodies) is dropped, as it cannot be read for what it holds.

    Args:
        conversation: As it was read.
        ours: Names of the organisation and its parts, which are no person's and stay.
    """
    masker = Masker(known_of(conversation), ours)
    for said in _said(conversation):
        masker.respect(said)
    return replace(
        conversation,
        subject=_masked(masker, conversation.subject),
        participants=tuple(_participant(masker, one) for one in conversation.participants),
        messages=tuple(_message(masker, one) for one in conversation.messages),
        events=tuple(
            replace(
                event,
                from_value=_masked(masker, event.from_value),
                to_value=_masked(masker, event.to_value),
                native=None,
            )
            for event in conversation.events
        ),
        surveys=tuple(_survey(masker, one) for one in conversation.surveys),
        tags=tuple(masker.mask(tag)[0] for tag in conversation.tags),
        source=replace(conversation.source, url=None),
        custom=None,
        privacy=replace(conversation.privacy, redaction="ours"),
    )


def _said(conversation: Conversation) -> Iterator[str]:
    """Where a placeholder of an earlier masking may stand."""
    yield conversation.subject or ""
    yield from (message.body_text for message in conversation.messages)
    yield from (participant.name or "" for participant in conversation.participants)


def _masked(masker: Masker, text: str | None) -> str | None:
    return masker.mask(text)[0] if text else text


def _participant(masker: Masker, participant: Participant) -> Participant:
    if participant.role in _STAFF or participant.is_internal:
        return participant
    name = participant.name
    if name and not PLACEHOLDER.fullmatch(name):
        name = masker.placeholder(Kind.NAME, name)
    return replace(participant, name=name, native_id=None, identifiers=())


def _message(masker: Masker, message: Message) -> Message:
    body, found = masker.mask(message.body_text)
    return replace(
        message,
        body_text=body,
        body_new_text=_masked(masker, message.body_new_text),
        body_html=None,
        body_sha256=None,
        subject=_masked(masker, message.subject),
        spans=_shifted(masker, message, found),
        attachments=tuple(_attachment(masker, one) for one in message.attachments),
        message_id=None,
        in_reply_to=None,
        references=(),
        native=None,
    )


def _shifted(masker: Masker, message: Message, found: list[Found]) -> tuple[Span, ...]:
    """Spans at their places in the masked text; those that touch what was masked are dropped."""
    kept = [span for span in message.spans if not any(_touch(span, one) for one in found)]
    return tuple(_moved(masker, message.body_text, span, found) for span in kept)


def _touch(span: Span, one: Found) -> bool:
    return one.start < span.end and span.start < one.end


def _moved(masker: Masker, text: str, span: Span, found: list[Found]) -> Span:
    shift = sum(
        len(masker.placeholder(one.kind, text[one.start : one.end])) - (one.end - one.start)
        for one in found
        if one.end <= span.start
    )
    return replace(span, start=span.start + shift, end=span.end + shift)


def _attachment(masker: Masker, attachment: Attachment) -> Attachment:
    return replace(
        attachment, filename=_masked(masker, attachment.filename), ref=None, content_id=None
    )


def _survey(masker: Masker, survey: Survey) -> Survey:
    answers = tuple(
        replace(answer, value_text=_masked(masker, answer.value_text)) for answer in survey.answers
    )
    return replace(survey, answers=answers, native=None)
