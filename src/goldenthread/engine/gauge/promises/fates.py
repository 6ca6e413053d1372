"""What became of every given word of a conversation, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from goldenthread.engine.gauge.promises import deeds
from goldenthread.engine.gauge.promises.finding import promises
from goldenthread.engine.gauge.types import Evidence, Fate, Given, Promise
from goldenthread.engine.types import Event, EventType, Message, Role, Visibility

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from goldenthread.engine.dates import Calendar
    from goldenthread.engine.types import Conversation

OURS = frozenset({Role.AGENT, Role.SUPERVISOR, Role.BOT})
# A word without a time is not broken while its message is still warm.
PATIENCE = timedelta(hours=1)
SAME_BREATH = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class _Said:
    """A message with who said it and when, in the order things were said."""

    message: Message
    ours: bool
    at: datetime | None


@dataclass(frozen=True, slots=True)
class _Sign:
    """Something later that speaks of a given word: kept, late or missed."""

    evidence: Evidence
    at: datetime | None
    by_customer: bool = False


@dataclass(frozen=True, slots=True)
class _Course:
    """A conversation as far as its given words are concerned."""

    said: tuple[_Said, ...]
    events: tuple[Event, ...]
    last: datetime | None


def fates(conversation: Conversation, calendar: Calendar | None = None) -> tuple[Given, ...]:
    """Every given word in the agents' public messages, and what became of it.

    Kept: something later, in due time, does it or says that it was done. Broken: it was done
    late, the customer complains that it was not, or its time passed and the conversation went
    on without it. Open: its time has not come. Unknowable: nothing tells.

    Args:
        conversation: Its messages in order of `seq`; without times only explicit words decide.
        calendar: Zone, hours and holidays of the organisation, for when a word falls due.

    Returns:
        The given words in order, `message` set; empty when none was given.
    """
    roles = {each.idx: each.role for each in conversation.participants}
    given: list[tuple[int, Promise]] = []
    for place, message in enumerate(conversation.messages):
        role = roles.get(message.author, Role.UNKNOWN) if message.author is not None else None
        if role in OURS and message.visibility is Visibility.PUBLIC:
            given.extend(
                (place, replace(found, message=message.seq))
                for found in promises(message.text, message.sent_at, calendar)
            )
    if not given:
        return ()
    course = _course(conversation, roles)
    return tuple(_judged(course, place, promise) for place, promise in given)


def _course(conversation: Conversation, roles: dict[int, Role]) -> _Course:
    said = tuple(
        _Said(
            message,
            message.author is not None and roles.get(message.author) in OURS,
            message.sent_at,
        )
        for message in conversation.messages
    )
    times = [conversation.last_activity_at, conversation.ended_at]
    times += [message.sent_at for message in conversation.messages]
    times += [event.at for event in conversation.events]
    known = [each for each in times if each is not None]
    return _Course(said, conversation.events, max(known, default=None))


def _judged(course: _Course, place: int, promise: Promise) -> Given:
    kinds = deeds.deeds_of(course.said[place].message.text[promise.start : promise.end])
    kept = _first(_keeping(course, place, kinds))
    missed = _first(_missing(course, place, kinds, promise))
    due = promise.due_until
    if kept is not None and not _sooner(missed, kept):
        if due is None or kept.at is None or kept.at <= due or kept.by_customer:
            return Given(promise, Fate.KEPT, (kept.evidence,))
        late = replace(kept.evidence, sign="done_late", seen=False)
        return Given(promise, Fate.BROKEN, (late,))
    if missed is not None:
        return Given(promise, Fate.BROKEN, (missed.evidence,))
    if due is None or course.last is None:
        return Given(promise, Fate.UNKNOWABLE, ())
    if course.last <= due:
        return Given(promise, Fate.OPEN, ())
    return Given(promise, Fate.BROKEN, (_passed(course, place, promise),))


def _first(signs: Iterable[_Sign]) -> _Sign | None:
    """The earliest sign; undated ones in the order they were said."""
    found = list(signs)
    dated = [sign for sign in found if sign.at is not None]
    if len(dated) == len(found):
        return min(found, key=lambda sign: sign.at or datetime.max, default=None)  # noqa: DTZ901 -- never reached: all are dated
    return found[0]


def _sooner(missed: _Sign | None, kept: _Sign) -> bool:
    """Whether the complaint came before the deed, so that the customer had to chase it."""
    if missed is None:
        return False
    if missed.at is not None and kept.at is not None:
        return missed.at < kept.at
    if missed.evidence.message is None or kept.evidence.message is None:
        return False
    return missed.evidence.message < kept.evidence.message


def _keeping(course: _Course, place: int, kinds: tuple[deeds.Deed, ...]) -> Iterable[_Sign]:
    """Every later sign that the deed was done."""
    since = course.said[place].at
    for said in course.said[place + 1 :]:
        sign = _done_by_us(said, since, kinds) if said.ours else _told_by_customer(said, kinds)
        if sign is not None:
            yield sign
    for event in course.events:
        later = since is not None and event.at is not None and event.at > since
        if later and _does(event, kinds):
            name = f"kept_{event.type.value}"
            yield _Sign(Evidence(None, 0, 0, name, "D", seen=True, event=event.id), event.at)


def _does(event: Event, kinds: tuple[deeds.Deed, ...]) -> bool:
    """Whether an event is one of the deeds itself."""
    solved = event.type is EventType.STATUS_CHANGED and event.to_value in deeds.SOLVED
    return any(event.type in deed.events or (solved and deed.by_closing) for deed in kinds)


def _done_by_us(said: _Said, since: datetime | None, kinds: tuple[deeds.Deed, ...]) -> _Sign | None:
    if said.message.visibility is not Visibility.PUBLIC:
        return None
    text = said.message.text
    for deed in kinds:
        found = deed.said.search(text)
        if found is not None:
            return _sign(said, found, "kept_said", seen=True)
    found = deeds.AS_PROMISED.search(text)
    if found is not None:
        return _sign(said, found, "kept_as_promised", seen=True)
    apart = since is not None and said.at is not None and said.at - since >= SAME_BREATH
    if apart and not said.message.is_automatic and any(deed.by_message for deed in kinds):
        whole = Evidence(said.message.seq, 0, len(text), "kept_by_message", "D", seen=True)
        return _Sign(whole, said.at)
    return None


def _told_by_customer(said: _Said, kinds: tuple[deeds.Deed, ...]) -> _Sign | None:
    text = said.message.text
    for pattern in (*(deed.thanked for deed in kinds), deeds.THANKED):
        for found in pattern.finditer(text):
            if not _denied(text, found):
                return _sign(said, found, "kept_by_customers_word", seen=True)
    return None


def _denied(text: str, found: re.Match[str]) -> bool:
    """Whether the clause it stands in says that it is still missing or only hoped for."""
    start = max(text.rfind(stop, 0, found.start()) for stop in ".!?\n,")
    return bool(deeds.NOT_YET.search(text, start + 1, found.end()))


def _missing(
    course: _Course, place: int, kinds: tuple[deeds.Deed, ...], promise: Promise
) -> Iterable[_Sign]:
    """Every later word of the customer that it was not done, once it was due."""
    due, since = promise.due_until, course.said[place].at
    if due is None and since is not None:
        due = since + PATIENCE
    for said in course.said[place + 1 :]:
        if said.ours or (due is not None and said.at is not None and said.at < due):
            continue
        found = _complaint(said.message.text, kinds)
        if found is not None:
            yield _sign(said, found, "missed_by_customers_word", seen=False)


def _complaint(text: str, kinds: tuple[deeds.Deed, ...]) -> re.Match[str] | None:
    for pattern in (*(deed.missed for deed in kinds), deeds.MISSED):
        found = pattern.search(text)
        if found is not None and not deeds.OWN_DOING.search(text[: found.end()]):
            return found
    return None


def _sign(said: _Said, found: re.Match[str], name: str, *, seen: bool) -> _Sign:
    evidence = Evidence(said.message.seq, found.start(), found.end(), name, "D", seen=seen)
    return _Sign(evidence, said.at, by_customer=not said.ours)


def _passed(course: _Course, place: int, promise: Promise) -> Evidence:
    """The first thing that happened after the time was up, else the given word itself."""
    due = promise.due_until
    for said in course.said[place + 1 :]:
        if due is not None and said.at is not None and said.at > due:
            end = len(said.message.text)
            return Evidence(said.message.seq, 0, end, "nothing_by_then", "D")
    for event in course.events:
        if due is not None and event.at is not None and event.at > due:
            return Evidence(None, 0, 0, "nothing_by_then", "D", event=event.id)
    return Evidence(promise.message, promise.start, promise.end, "nothing_by_then", "D")
