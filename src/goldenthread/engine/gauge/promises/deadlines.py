"""By when: the words of a given word that say when it will be done, and the time they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from goldenthread.engine.dates import When, resolve
from goldenthread.engine.types import Span

if TYPE_CHECKING:
    from goldenthread.engine.dates import Calendar

# Only the wording matters while nobody knows when it was said.
UNDATED = datetime(2001, 1, 3, 10, 0)  # noqa: DTZ001 -- stands in for a missing time, never shown

_BEFORE = r"(?:by|before|within|at|during|until|from|after|for)"
_SOME = (
    r"(?:about|around|approximately|roughly|up to|under|less than|a maximum of"
    r"|(?:a )?max(?:imum)?(?: of)?"
    r"|early|later on|later|late|the|this|that|coming|next|of|end of|end|close of|start of"
    r"|beginning of)"
)
# What belongs to a deadline before its time: "first thing", "no later than", "in the next".
LEAD = re.compile(
    r"(?:\b(?:first thing|sometime|some time|any ?time|at the latest|as early as|no later than"
    r"|not later than|at some point)\s+)?"
    rf"(?:\b(?:{_BEFORE}|in|on|over)\s+)?(?:\b{_SOME}\s+)*$",
    re.IGNORECASE,
)
# In front of a day's name only these: one is filled in tomorrow, not "in tomorrow".
NEAR_LEAD = re.compile(
    r"(?:\b(?:first thing|sometime|some time|any ?time|as early as|no later than|not later than"
    r"|at some point)\s+)?"
    rf"(?:\b(?:{_BEFORE}|on)\s+)?(?:\b{_SOME}\s+)*$",
    re.IGNORECASE,
)
# What comes after it is a second thing done, with a time of its own.
FOLLOWING = re.compile(r"\band (?:should|will|then|it|they)\b", re.IGNORECASE)
TAIL = re.compile(
    r"\s+(?:at the latest|at the earliest|or sooner|or earlier|from now|time)\b", re.IGNORECASE
)
VAGUE = re.compile(
    r"\b(?:as (?:soon|quickly|fast|promptly|early) as (?:possible|i can|we can|i possibly can"
    r"|we possibly can|practicable)|at (?:the|your|our|my) earliest(?: (?:opportunity"
    r"|convenience))?"
    r"|asap|a\.s\.a\.p\.?|(?:very |really |pretty |quite )?(?:soon|shortly)(?! as\b)|momentarily"
    r"|immediately"
    r"|right away|straight ?away|at once|in due course|in no time"
    r"|without (?:any )?(?:further )?delay"
    r"|in (?:just )?(?:a|one) (?:moment|minute|second|sec|bit|while|jiffy)|promptly|forthwith"
    r"|in (?:the )?(?:near|coming) future|in the coming (?:days|weeks|hours)|right now"
    r"|before long)\b",
    re.IGNORECASE,
)
# An event stands for a time when it is told as a clause: as soon as you confirm.
EVENT = re.compile(
    r"\b(?:(?:as )?soon as|the (?:moment|minute|second|day)(?= (?:you|we|i|it|they|he|she))|once"
    r"|when"
    r"|after|whenever|upon|on receipt of|following)(?= )"
    r"(?: \(?(?:and|or) if\)?)?[^,.;!?:]*",
    re.IGNORECASE,
)
EVENT_END = re.compile(
    r"\s(?:and|so|but|then|to (?:discuss|talk|confirm|update))\s.*$", re.IGNORECASE
)
TAKES = re.compile(r"\b(?:take|takes|taking|allow|allows|wait)\b[^.;]{0,20}$", re.IGNORECASE)
BOUND = re.compile(r"^(?:by|before|within|no later|not later|in|as early)\b", re.IGNORECASE)
FOR = re.compile(
    r"\b(?:for|every|each|of|about|discussing|last|past|since|regarding)\s+$", re.IGNORECASE
)
# The time a table is booked for is not the time by when it is booked.
BOOKED = re.compile(
    r"\b(?:book(?:ing)?|reserv\w+|tickets?|table|appointment|meeting|schedul\w+|flight|seats?)\b",
    re.IGNORECASE,
)
# A call or a visit is given for the time it is booked for.
COMING = re.compile(
    r"\b(?:call(?:ing)?|call-?back|ring|phone|engineer|technician|fitter|plumber|electrician|nurse|doctor"
    r"|driver|courier|surveyor|visit|diar(?:y|ised)|someone|somebody)\b",
    re.IGNORECASE,
)
ARRANGED = re.compile(r"\b(?:booked|diarised|put you (?:down|in)|down for)\b", re.IGNORECASE)
AT_THAT_TIME = re.compile(
    r"\b(?:for|at|on|from)\s+(?:the\s+)?$|\bpeople\s+$|\b\d+\s+$", re.IGNORECASE
)
BETWEEN = re.compile(r"^(?:between|from)\b", re.IGNORECASE)
STANDING = re.compile(r"\b(?:after|when|once|following|upon|whenever)\b", re.IGNORECASE)
MIDNIGHT = time(0)
LEAD_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words that say by when, and the half-open time they fall due in."""

    span: Span
    due_from: datetime | None = None
    due_until: datetime | None = None


def deadline(
    text: str, within: Span, head: int, said_at: datetime | None, calendar: Calendar | None
) -> Deadline | None:
    """The deadline told in a stretch of text, or None.

    Args:
        text: The message.
        within: The stretch the given word stands in.
        head: Where its subject begins; words after it are believed before words in front.
        said_at: When it was said; None leaves the time open.
        calendar: Hours and holidays for working days.
    """
    part = text[within.start : within.end]
    following = FOLLOWING.search(part, head - within.start)
    first = part[: following.start()] if following else part
    timed = _timed(first, head - within.start, said_at, calendar)
    if timed is None and following:
        timed = _timed(part, head - within.start, said_at, calendar)
    if timed is not None:
        return _moved(timed, within.start)
    for rule in (_vague, _event):
        span = rule(part, head - within.start)
        if span is not None:
            return Deadline(Span(span.start + within.start, span.end + within.start))
    return None


def due_time(text: str, within: Span, head: int) -> Span | None:
    """The words of a deadline that a clock or calendar can tell, or None: no "soon", no event."""
    found = _timed(text[within.start : within.end], head - within.start, None, None)
    return None if found is None else _moved(found, within.start).span


def _moved(found: Deadline, by: int) -> Deadline:
    return replace(found, span=Span(found.span.start + by, found.span.end + by))


def _timed(
    part: str, head: int, said_at: datetime | None, calendar: Calendar | None
) -> Deadline | None:
    reference = said_at or UNDATED
    best: Deadline | None = None
    best_rank = -1
    for when in resolve(part, reference, calendar=calendar):
        if not _names_a_due_time(part, when, reference):
            continue
        start = _with_preposition(part, when)
        rank = 2 * bool(BOUND.match(part[start:])) + (when.start > head)
        if rank > best_rank:
            best, best_rank = _due(part, Span(start, _with_tail(part, when)), when, reference), rank
    if best is not None and said_at is None:
        return Deadline(best.span)
    return best


def _names_a_due_time(part: str, when: When, reference: datetime) -> bool:
    """Whether a time expression says when something will be done, not how long or how often."""
    before = part[: when.start]
    phrase = part[when.start : when.end].lower()
    if phrase in ("now", "right now", "today's"):
        return phrase == "right now"
    if FOR.search(before) and not (before.lower().endswith("for ") and _is_coming(part)):
        return False
    if when.kind == "duration":
        return bool(TAKES.search(before)) or "business" in phrase or "working" in phrase
    if when.until is not None and when.until < reference:
        return False
    if BOOKED.search(before) and AT_THAT_TIME.search(before) and not _is_coming(part):
        return False
    return not phrase.startswith(("since", "after"))


def _is_coming(part: str) -> bool:
    """Whether what is booked is somebody's call or visit, done at the time it is booked for."""
    return bool(COMING.search(part) and (BOOKED.search(part) or ARRANGED.search(part)))


def _with_preposition(part: str, when: When) -> int:
    """Where the deadline begins, the words that lead to its time included."""
    if when.kind == "duration":
        return when.start
    near = part[when.start : when.end].lower().startswith(("to", "later", "this"))
    lead = (NEAR_LEAD if near else LEAD).search(part, max(0, when.start - LEAD_LENGTH), when.start)
    return when.start if lead is None else lead.start()


def _with_tail(part: str, when: When) -> int:
    tail = TAIL.match(part, when.end)
    return tail.end() if tail else when.end


def _due(part: str, span: Span, when: When, said_at: datetime) -> Deadline:
    """When it falls due: from saying it at the earliest, to the end of the last day named."""
    if when.kind == "duration":
        phrase = part[when.start : when.end]
        again = resolve(f"within {phrase}", said_at)
        when = again[0] if again else when
    since = max(when.since or said_at, said_at) if when.until else when.since
    until = when.until
    if until is None:
        return Deadline(span, since, None)
    if _runs_to_the_end_of_its_day(part[span.start : span.end], when):
        until = _day_after(until)
    return Deadline(span, min(since or said_at, until), until)


def _runs_to_the_end_of_its_day(phrase: str, when: When) -> bool:
    """Within five days, or between Monday and Wednesday: the whole of the last day counts."""
    until = when.until
    if until is None or when.kind != "range":
        return False
    if BETWEEN.match(phrase):
        return until.time() == MIDNIGHT
    days = re.search(r"\b(?:day|week|month|year|fortnight)s?\b", phrase, re.IGNORECASE)
    return until.time() != MIDNIGHT and bool(days) and "end of" not in phrase.lower()


def _day_after(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), MIDNIGHT, tzinfo=moment.tzinfo) + timedelta(days=1)


def _vague(part: str, head: int) -> Span | None:
    del head
    found = VAGUE.search(part)
    return Span(found.start(), found.end()) if found else None


def _event(part: str, head: int) -> Span | None:
    for found in EVENT.finditer(part):
        if found.start() < head and STANDING.match(found.group()):
            continue
        end = found.end()
        cut = EVENT_END.search(found.group())
        if cut is not None and cut.start() > len("as soon as"):
            end = found.start() + cut.start()
        words = part[found.start() : end].rstrip()
        if len(words.split()) > 1:
            return Span(found.start(), found.start() + len(words))
    return None
