"""What the columns of an unknown table probably mean, by their names and first rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from goldenthread.engine.readers.cleaning import word_of
from goldenthread.engine.readers.mapping import Mapping
from goldenthread.engine.readers.moments import order_of
from goldenthread.engine.readers.nesting import INSIDE
from goldenthread.engine.readers.ratings import scale_guessed
from goldenthread.engine.readers.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Names of columns as they are met in exports, the surest first.
_NAMES = {
    "conversation": "conversation_id ticket_id case_id chat_id session_id thread_id dialogue_id"
    " dialog_id call_id interaction_id contact_id issue_id incident_id request_id convo_id"
    " response_id review_id survey_response_id ticket_number case_number ticket_no conversation"
    " ticket case id nr number",
    "message": "message_id comment_id tweet_id post_id article_id utterance_id msg_id turn_id",
    "text": "text body message comment comments content utterance message_text body_text"
    " plain_body comment_text customer_message feedback feedback_text review_text review verbatim"
    " transcript description details answer_text free_text freetext message_body msg tweet inquiry"
    " enquiry complaint question_text ticket_description response_text nachricht kommentar notes",
    "reply": "reply agent_reply response_from_agent company_response agent_response staff_response"
    " reply_text company_public_response antwort",
    "said_at": "sent_at said_at timestamp message_time message_date message_at posted_at created"
    " created_at created_date date_created date time datetime submitted_at received_at submit_date"
    " response_date recorded_date review_date ticket_created_at opened_at open_date date_received"
    " ts updated datum start_date",
    "replied_at": "replied_at reply_date response_at agent_replied_at",
    "started_at": "started_at start_time conversation_started_at opened_at started start",
    "ended_at": "ended_at end_time closed_at resolved_at solved_at ended end resolved_date",
    "role": "role author_role sender_role sender_type author_type speaker speaker_role from_role"
    " participant_role user_type sender participant direction from_type who is_customer inbound"
    " incoming from_customer author_kind",
    "author": "author author_name sender_name from_name name user_name username from speaker_name"
    " participant_name written_by",
    "author_id": "author_id sender_id user_id speaker_id participant_id from_id",
    "agent": "agent agent_name assignee assignee_name assigned_to owner handled_by representative"
    " advisor adviser operator staff_name employee support_agent mitarbeiter",
    "customer": "customer customer_name requester requester_name client client_name contact_name"
    " full_name kunde",
    "customer_id": "customer_id requester_id client_id contact_id account_id visitor_id",
    "email": "email e_mail customer_email requester_email email_address from_email contact_email",
    "phone": "phone phone_number customer_phone mobile telephone caller caller_id",
    "team": "team team_name group group_name department agent_team unit branch store location"
    " site support_group abteilung trust ward",
    "queue": "queue queue_name inbox mailbox skill",
    "channel": "channel via via_channel source_channel contact_channel channel_type medium kanal"
    " channel_name",
    "status": "status state ticket_status conversation_status case_status",
    "priority": "priority urgency prio",
    "direction": "direction conversation_direction call_direction",
    "visibility": "visibility public is_public private is_private internal is_internal",
    "subject": "subject title headline summary ticket_subject betreff",
    "language": "language lang locale user_language sprache",
    "tags": "tags labels categories tag label category topic",
    "brand": "brand brand_name",
    "url": "url link permalink",
    "question": "question question_text question_title prompt frage",
    "survey": "survey survey_name survey_title form_name questionnaire",
    "rating": "rating score csat nps ces stars satisfaction csat_score nps_score ces_score"
    " satisfaction_score satisfaction_rating overall_rating star_rating rating_value criticality"
    " customer_satisfaction_rating overall_satisfaction recommend bewertung",
}
_INSIDE_NAMES = {
    "message": "id message_id comment_id",
    "text": _NAMES["text"],
    "said_at": _NAMES["said_at"],
    "role": "role type " + _NAMES["role"] + " author_role author_type sender_kind from",
    "author": _NAMES["author"] + " author_name",
    "author_id": _NAMES["author_id"] + " author_id",
    "visibility": _NAMES["visibility"],
}
_SIGNS_OF_A_TALK = ("role", "author", "author_id", "agent", "conversation", "message", "reply")
_LONG_TEXT = 20
_ENOUGH_ROWS = 3


def guess_columns(header: Sequence[str], first_rows: Sequence[dict[str, Any]]) -> Mapping:
    """Guess what each column means, for a page that shows it and lets it be corrected.

    Args:
        header: The columns' names, in order; those inside a record's messages begin with
            `message.`.
        first_rows: Some rows by column name; more make the guess of dates and scale surer.

    Returns:
        A complete mapping. Without any column that could be text, it has no `text`.

    Example:
        >>> dict(guess_columns(["Ticket ID", "Body"], [{"Ticket ID": "7", "Body": "Hi"}]).columns)
        {'conversation': 'Ticket ID', 'text': 'Body'}
    """
    columns = _by_names(header)
    if "text" not in columns:
        longest = _longest_text(set(header) - set(columns.values()), first_rows)
        columns |= {"text": longest} if longest else {}
    dated = [columns[name] for name in ("said_at", "started_at", "ended_at") if name in columns]
    rating = columns.get("rating")
    return Mapping(
        columns=columns,
        fixed=_fixed(columns, first_rows),
        scale=scale_guessed(rating, _values(rating, first_rows)) if rating else None,
        order=order_of(value for name in dated for value in _values(name, first_rows)),
    )


def completed(
    mapping: Mapping | None, header: Sequence[str], rows: Sequence[dict[str, Any]]
) -> Mapping:
    """The caller's mapping with what it leaves open guessed; all guessed when there is none."""
    guessed = guess_columns(header, rows)
    if mapping is None:
        return guessed
    open_columns = mapping.guess or not mapping.columns
    columns = ({**guessed.columns} if open_columns else {}) | dict(mapping.columns)
    rating = columns.get("rating")
    return replace(
        mapping,
        columns=columns,
        fixed=(_fixed(columns, rows) if open_columns else {}) | dict(mapping.fixed),
        scale=mapping.scale or (scale_guessed(rating, _values(rating, rows)) if rating else None),
        order=mapping.order or order_of(_dates(columns, rows)),
    )


def _by_names(header: Sequence[str]) -> dict[str, str]:
    outside = {plain(name): name for name in reversed(header) if not name.startswith(INSIDE)}
    inside = {
        plain(name.removeprefix(INSIDE)): name
        for name in reversed(header)
        if name.startswith(INSIDE)
    }
    columns = _matched(_INSIDE_NAMES, inside)
    wanted = {name: words for name, words in _NAMES.items() if name not in columns}
    if inside:
        # Messages have their own texts; what stands around them is about the whole.
        wanted.pop("text", None)
        wanted["started_at"] = f"{wanted['started_at']} {_NAMES['said_at']}"
        wanted.pop("said_at", None)
    return {name: columns[name] for name in columns} | _matched(wanted, outside)


def _matched(wanted: dict[str, str], there: dict[str, str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    taken: set[str] = set()
    for meaning, names in wanted.items():
        found = next((n for n in names.split() if n in there and there[n] not in taken), None)
        if found is not None:
            columns[meaning] = there[found]
            taken.add(there[found])
    return columns


def _longest_text(names: Iterable[str], rows: Sequence[dict[str, Any]]) -> str | None:
    if len(rows) < _ENOUGH_ROWS:
        return None
    lengths = {name: _mean_length(name, rows) for name in sorted(names)}
    best = max(lengths, key=lengths.__getitem__, default=None)
    return best if best is not None and lengths[best] >= _LONG_TEXT else None


def _mean_length(name: str, rows: Sequence[dict[str, Any]]) -> float:
    words = [value for value in _values(name, rows) if isinstance(value, str) and " " in value]
    return sum(map(len, words)) / max(len(rows), 1)


def _fixed(columns: dict[str, str], rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    talk = any(name in columns for name in _SIGNS_OF_A_TALK if name != "conversation")
    if talk or "channel" in columns or "text" not in columns:
        return {}
    if "review" in plain(columns["text"]):
        return {"channel": "review"}
    survey = "question" in columns or "survey" in columns or "rating" in columns
    alone = "conversation" not in columns or not _repeats(columns["conversation"], rows)
    return {"channel": "survey"} if survey and alone else {}


def _repeats(name: str, rows: Sequence[dict[str, Any]]) -> bool:
    words = [word for word in map(word_of, _values(name, rows)) if word]
    return len(set(words)) < len(words)


def _dates(columns: dict[str, str], rows: Sequence[dict[str, Any]]) -> Iterable[Any]:
    names = [columns[name] for name in ("said_at", "started_at", "ended_at") if name in columns]
    return [value for name in names for value in _values(name, rows)]


def _values(name: str | None, rows: Sequence[dict[str, Any]]) -> list[Any]:
    return [row[name] for row in rows if name in row]
