"""From what was prepared to rows: which value goes to which column."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from goldenthread.conversations.actions.who import STAFF, staff_of, team_of
from goldenthread.conversations.rules import band_of, weight_of
from goldenthread.engine.gauge import EDITION
from goldenthread.engine.personal import mask
from goldenthread.engine.types import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from goldenthread.conversations.models import Conversation
    from goldenthread.engine import gauge, types
    from goldenthread.engine.batch import Prepared

Row = tuple[Any, ...]

CONVERSATION_COLUMNS = (
    *("url", "channel", "subject", "status", "language", "started_at", "last_activity_at"),
    *("day", "unit_key", "team_written", "customer", "message_count", "events", "tags"),
    *("related", "warnings", "content_hash", "imported_by"),
)
MESSAGE = (
    *("conversation", "seq", "author", "role", "kind", "internal", "automatic", "sent_at"),
    *("text", "full_text"),
)
PARTICIPANT = ("conversation", "idx", "role", "name", "written", "team", "member")
ANSWER = (
    *("conversation", "survey", "metric", "question", "text", "number"),
    *("scale_min", "scale_max", "normalized", "submitted_at"),
)
GIVEN = (
    *("conversation", "message_seq", "start", "end", "deadline_start", "deadline_end"),
    *("due_from", "due_until", "fate", "evidence"),
)
READING = (
    *("conversation", "p", "r", "o", "u", "d", "rating", "intervals"),
    *("feeling_start", "feeling_end", "began", "ended", "stance", "coping", "word_of_mouth"),
    *("retold", "unread", "evidence", "weight", "gauge"),
)


def fill(row: Conversation, one: Prepared, *, unit_key: int, day: date | None) -> None:
    """Put what the source says into the conversation's row."""
    said = one.conversation
    row.source, row.native_id = said.source.system[:60], said.source.native_id[:200]
    row.url = (said.source.url or "")[:500]
    row.channel, row.status = said.channel.value, said.status.value
    row.subject = (said.subject or "")[:300]
    row.language = (one.reading.language or said.language or "")[:12]
    row.started_at = said.dated_at
    row.last_activity_at = said.last_activity_at or _last(said)
    row.day, row.unit_key = day, unit_key
    row.team_written = team_of(said)[:200]
    row.message_count = len(said.messages)
    row.events = [_event(event) for event in said.events]
    row.tags = list(said.tags)
    # A warning quotes the cell it is about, which may hold anything.
    row.warnings = [mask(warning)[0] for warning in said.ingest.warnings]
    row.related = [[link.type, link.native_id] for link in said.related]
    row.content_hash = one.content_hash


def _last(said: types.Conversation) -> Any:  # noqa: ANN401 - a datetime or None
    times = chain((m.sent_at for m in said.messages), (e.at for e in said.events))
    return max((moment for moment in times if moment is not None), default=said.ended_at)


def _event(event: types.Event) -> list[object]:
    at = event.at.isoformat() if event.at else None
    return [event.id, event.type.value, at, event.field, event.from_value, event.to_value]


def messages(one: Prepared, row: Conversation) -> Iterator[Row]:
    """A row for each message."""
    roles = {p.idx: p.role for p in one.conversation.participants}
    for said in one.conversation.messages:
        role = roles.get(said.author) if said.author is not None else None
        yield (
            *(row.pk, said.seq, said.author, role.value if role else "unknown"),
            *(said.kind.value, said.visibility is Visibility.INTERNAL),
            *(bool(said.is_automatic), said.sent_at, said.text),
            "" if said.body_new_text is None else said.body_text,
        )


def participants(
    one: Prepared, row: Conversation, members: dict[tuple[str, str], int]
) -> Iterator[Row]:
    """A row for each participant; only staff keep a name, and are matched to members by it."""
    for who in one.conversation.participants:
        written = staff_of(who).written if who.role in STAFF else ""
        yield (
            *(row.pk, who.idx, who.role.value, (who.name or "")[:200] if written else ""),
            *(written, (who.team or "")[:200], members.get((row.source, written))),
        )


def answers(one: Prepared, row: Conversation) -> Iterator[Row]:
    """A row for each answer of each survey."""
    for survey in one.conversation.surveys:
        for answer in survey.answers:
            yield (
                *(row.pk, (survey.survey_name or survey.survey_id or "")[:120]),
                *(survey.metric.value, (answer.question_text or "")[:300]),
                *(answer.value_text or "", answer.value_num, answer.scale_min, answer.scale_max),
                *(answer.normalized, survey.submitted_at),
            )


def given(one: Prepared, row: Conversation) -> Iterator[Row]:
    """A row for each given word."""
    for word, fate, evidence in one.reading.promises:
        deadline = word.deadline
        yield (
            *(row.pk, word.message or 0, word.start, word.end),
            *((deadline.start, deadline.end) if deadline else (None, None)),
            *(word.due_from, word.due_until, fate.value, [_mark(e) for e in evidence]),
        )


def reading(one: Prepared, row: Conversation) -> Row:
    """The row of the reading."""
    read = one.reading
    scores = {
        letter: None if score is None else round(score.score * 100)
        for letter, score in read.principles.items()
    }
    began, ended = band_of(read.feeling_start), band_of(read.feeling_end)
    felt_last = read.feeling_end if read.feeling_end is not None else read.feeling_start
    signals = sum((bool(read.coping), read.word_of_mouth == "against", read.retold))
    return (
        *(row.pk, *(scores.get(letter) for letter in "PROUD"), rating_of(one.conversation)),
        {k: [round(s.low, 1), round(s.high, 1)] for k, s in read.principles.items() if s},
        *(_plain(read.feeling_start), _plain(read.feeling_end)),
        *(began or "", ended or "", read.stance.value if read.stance else ""),
        *(read.coping or "", read.word_of_mouth or "", read.retold, (read.unread or "")[:200]),
        evidence_of(read),
        weight_of(scores=scores, valence=_plain(felt_last), signals=signals),
        EDITION,
    )


def evidence_of(read: gauge.Reading) -> list[list[object]]:
    """Every sign of a reading once, as it is kept."""
    signs = [mark for score in read.principles.values() if score for mark in score.evidence]
    return [_mark(mark) for mark in dict.fromkeys((*signs, *read.marks))]


def _mark(mark: gauge.Evidence) -> list[object]:
    return [
        *(mark.message, mark.start, mark.end, mark.sign, mark.letter),
        *(mark.seen, mark.weight, mark.event),
    ]


def _plain(valence: float | None) -> float | None:
    """A float the database takes; an unread text is NaN and has none."""
    return None if valence is None or valence != valence else float(valence)  # noqa: PLR0124


def rating_of(said: types.Conversation) -> int | None:
    """The first rating a customer gave, in hundredths of 0…100; None when there is none."""
    rated = (a.normalized for s in said.surveys for a in s.answers if a.normalized is not None)
    first = next(rated, None)
    return None if first is None else round(first * 10_000)


def words(one: Prepared) -> str:
    """What the conversation can be found by: its subject and everything said in it."""
    said = one.conversation
    return "\n".join([said.subject or "", *(message.text for message in said.messages)])
