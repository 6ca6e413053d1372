"""The list of conversations: filtered, searched, page by page without counting them all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from goldenthread.charter import queries as charter
from goldenthread.conversations import policy
from goldenthread.conversations.models import NEWEST_FIRST
from goldenthread.conversations.queries.titles import titles
from goldenthread.conversations.rules import KEPT_FROM
from goldenthread.people import queries as people

if TYPE_CHECKING:
    from goldenthread.conversations.models import Conversation, ConversationQuerySet
    from goldenthread.people.models import Member

PAGE = 30
LETTERS = "PROUD"


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show; empty values leave all.

    Attributes:
        words: Must all occur.
        channel: One channel.
        unit: One unit's key; 0 stands for conversations without a team.
        since: First local day.
        until: Last local day, included.
        principle: A letter of PROUD that was broken.
        promise: Of the charter, with `verdict` `kept` or `broken`.
        verdict: Of that promise.
        feeling: `pleased`, `calm` or `upset` at the end.
        stance: What sort of statement the customer makes.
        undated: Only those without a date.
    """

    words: str = ""
    channel: str = ""
    unit: int | None = None
    since: date | None = None
    until: date | None = None
    principle: str = ""
    promise: str = ""
    verdict: str = ""
    feeling: str = ""
    undated: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    conversation: Conversation
    title: str
    team: str
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, newest first; `older` asks for the next one."""

    rows: list[Row]
    older: str
    is_first: bool


def listing(*, member: Member, filters: Filters, after: str = "") -> Listing:
    """The conversations a member may read, newest first, undated ones last.

    Args:
        member: Who looks.
        filters: What to show.
        after: Where the page before ended, as its `older` said.
    """
    found = _filtered(policy.visible_to(member), filters)
    found = found.select_related("reading").order_by(*NEWEST_FIRST)
    page = list(_after(found, after)[: PAGE + 1])
    shown = page[:PAGE]
    names, called = people.unit_names(), titles(shown)
    return Listing(
        rows=[
            Row(c, called[c.pk], names.get(c.unit_key, c.team_written), _broken(c)) for c in shown
        ],
        older=_cursor(shown[-1]) if len(page) > PAGE else "",
        is_first=not after,
    )


def _filtered(found: ConversationQuerySet, wanted: Filters) -> ConversationQuerySet:
    if wanted.words.strip():
        found = found.saying(wanted.words)
    if wanted.promise:
        found = found.filter(
            pk__in=charter.conversation_ids(wanted.promise, wanted.verdict or "broken")
        )
    if wanted.principle in LETTERS and wanted.principle:
        found = found.filter(**{f"reading__{wanted.principle.lower()}__lt": KEPT_FROM})
    return found.filter(*_plain(wanted))


def _plain(wanted: Filters) -> list[Q]:
    asked = {
        "channel": wanted.channel or None,
        "unit_key": wanted.unit,
        "day__gte": wanted.since,
        "day__lte": wanted.until,
        "reading__ended": wanted.feeling or None,
        "day__isnull": True if wanted.undated else None,
    }
    return [Q(**{name: value}) for name, value in asked.items() if value is not None]


def _cursor(last: Conversation) -> str:
    return f"{last.day.isoformat() if last.day else 'undated'}:{last.pk}"


def _after(found: ConversationQuerySet, after: str) -> ConversationQuerySet:
    """Rows that come behind a cursor; one that makes no sense begins at the beginning."""
    written, _, key = after.partition(":")
    if not key.isdigit():
        return found
    if written == "undated":
        return found.filter(day__isnull=True, pk__lt=int(key))
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return found
    return found.filter(Q(day__lt=day) | Q(day=day, pk__lt=int(key)) | Q(day__isnull=True))


def _broken(conversation: Conversation) -> tuple[str, ...]:
    scores = conversation.reading.scores()
    return tuple(k for k, score in scores.items() if score is not None and score < KEPT_FROM)
