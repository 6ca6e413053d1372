"""The brief: one week of unfiltered truth for one leader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.charter import queries as charter
from goldenthread.conversations import queries as conversations
from goldenthread.ground.clock import start_of
from goldenthread.ground.refusals import Refused
from goldenthread.insights.queries.promises import PromiseLine, promise_lines
from goldenthread.insights.queries.words import Word, words
from goldenthread.insights.rules import WEEK, Week, headline, last_complete, week_named
from goldenthread.people import policy as people
from goldenthread.people import queries as organisation

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.charter.queries import NoteLine
    from goldenthread.conversations.queries import Feelings
    from goldenthread.people.models import Member


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything the brief shows and `brief --json` prints.

    Attributes:
        week: Which seven days.
        since: Its first midnight, in the organisation's zone.
        until: The midnight after it.
        conversations: How many began in it.
        surveys: How many of them are survey answers.
        undated: How many conversations have no date at all, and so enter no week.
        feelings: From the first to the last customer message.
        promises: A line for each promise of the charter, in its order.
        words: Chosen by rule, by nobody in between.
        notes: What leaders noted down lately.
    """

    week: Week
    since: datetime
    until: datetime
    conversations: int
    surveys: int
    undated: int
    feelings: Feelings
    promises: list[PromiseLine]
    words: list[Word]
    notes: list[NoteLine]

    @property
    def real(self) -> list[PromiseLine]:
        """Promises whose change this week is real, or real in one of their teams."""
        return [line for line in self.promises if line.is_real]

    @property
    def headline(self) -> str:
        """How much of it is news, in a sentence."""
        return headline([change for line in self.promises for change in line.real_directions])

    @property
    def scale(self) -> tuple[float, float]:
        """One scale for the weeks of every promise, so that rows can be compared."""
        drawn = [p for line in self.promises for p in line.standing.points if p is not None]
        return (max(0.0, min(drawn, default=0.0) - 0.05), 1.0)


class NothingYet(Refused):
    """There is no week to tell of."""

    code = "brief.nothing_yet"
    status = 404
    sentence = (
        "There are no dated conversations yet, so there is no week to tell of. Bring some in:"
        " goldenthread import FILE, or the Import page."
    )


class NotAWeek(Refused):
    """What was asked for is not a week."""

    code = "brief.not_a_week"
    status = 400
    sentence = "That is not a week. Write it as 2026-W46, or leave it out for the last whole one."


def week_asked_for(written: str | None) -> Week:
    """The week somebody asked for, or the last whole one of the data.

    Raises:
        NotAWeek: It is written in another way.
        NothingYet: None was asked for, and there are no dated conversations.
    """
    if written:
        try:
            return week_named(written, week_start=_week_start())
        except (ValueError, OverflowError):
            raise NotAWeek from None
    newest = newest_week()
    if newest is None:
        raise NothingYet
    return newest


def newest_week() -> Week | None:
    """The last week the data reach to the end of; None without dated conversations."""
    last_day = conversations.last_day()
    return None if last_day is None else last_complete(last_day, week_start=_week_start())


def _week_start() -> int:
    found = organisation.organisation()
    return found.week_start if found else 0


def weeks_around(week: Week) -> tuple[Week | None, Week | None]:
    """The week before and the week after, where there are conversations."""
    first, last = conversations.first_day(), conversations.last_day()
    before, after = Week(week.since - WEEK), Week(week.since + WEEK)
    return (
        before if first is not None and before.until > first else None,
        after if last is not None and after.since <= last else None,
    )


def brief(*, member: Member | None, week: Week) -> Brief:
    """The brief of one leader for one week.

    Args:
        member: For whom; a team leader's brief is about their units. None is the whole
            organisation, for the command line before there are members.
        week: Which week.

    Raises:
        NotALeader: The member does not lead.
    """
    units = None
    if member is not None:
        people.must_lead(member)
        units = people.units_seen_by(member)
    counts = conversations.counts(week.since, week.until, units)
    return Brief(
        week=week,
        since=start_of(week.since),
        until=start_of(week.until),
        conversations=counts.conversations,
        surveys=counts.surveys,
        undated=conversations.undated(units),
        feelings=conversations.feelings(week.since, week.until, units),
        promises=promise_lines(week, units),
        words=words(week, units),
        notes=charter.notes(week.since - 8 * WEEK, week.until, units),
    )
