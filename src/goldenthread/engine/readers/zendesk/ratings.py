"""How satisfied the requester was: a mark, and often the hardest words of the whole case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.engine.readers.cleaning import text_of, word_of
from goldenthread.engine.readers.found import Unreadable
from goldenthread.engine.readers.ratings import Scale, answer_of
from goldenthread.engine.types import EventType, Metric, Role, Survey

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.engine.readers.found import Record
    from goldenthread.engine.readers.zendesk.case import Case

_SCALE = Scale(1, 5, metric=Metric.CSAT)
_NOT_ANSWERED = {"offered", "unoffered"}


def add_rating(ticket: Case, rows: list[Record]) -> None:
    """Add what the ratings table, else the ticket's own row, says."""
    for row in rows:
        at = ticket.time(row, "updated_at") or ticket.time(row, "created_at")
        score, comment = row.cells.get("score"), text_of(row.cells.get("comment"))
        _add(ticket, word_of(score), comment, at)
    if not rows:
        score = word_of(ticket.cell("satisfaction_rating_score"))
        _add(ticket, score, text_of(ticket.cell("satisfaction_rating_comment")), None)


def _add(ticket: Case, score: str | None, comment: str, at: datetime | None) -> None:
    if score is None or score.lower() in _NOT_ANSWERED:
        return
    # "goodwithcomment" is a good mark, and the comment stands beside it.
    word = score.lower().removesuffix("withcomment").removesuffix("_with_comment")
    requester = ticket.person(ticket.cell("requester_id"), Role.CUSTOMER)
    try:
        answer = answer_of(word, _SCALE, None)
    except Unreadable as reason:
        ticket.draft.notes.add(str(reason))
        return
    ticket.draft.surveys.append(
        Survey(
            id=f"{ticket.draft.id}/s{len(ticket.draft.surveys)}",
            source_system="zendesk",
            metric=Metric.CSAT,
            answers=(answer,) if answer else (),
            conversation_id=ticket.draft.id,
            respondent=requester,
            submitted_at=at,
        )
    )
    ticket.draft.happen(EventType.RATED, at, actor=requester, to_value=word)
    ticket.draft.say(comment, requester, at, channel="survey")
