"""Finding given words: commitments of the writer, or of the organisation, to a future action."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.gauge.promises import timed, wording
from goldenthread.engine.gauge.promises.deadlines import deadline
from goldenthread.engine.gauge.types import Promise
from goldenthread.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from goldenthread.engine.dates import Calendar

LONGEST = 20_000
NEAR = 8
NAMED_WITHIN = 80
CONSENT_WITHIN = 200


class Head(NamedTuple):
    """Where a given word begins, what kind of wording it is, and what is said there."""

    start: int
    kind: str
    verb: str
    rest: str
    verb_at: int


def promises(
    text: str, said_at: datetime | None = None, calendar: Calendar | None = None
) -> list[Promise]:
    """Every given word of a message, in order.

    Commitments of the writer or their organisation to a future action, conditions in the
    reader's hands included; not offers, questions, formulas of courtesy, or news.

    Args:
        text: What was written to the customer; only its first 20,000 characters are read.
        said_at: When it was said; without it no due time is told.
        calendar: Hours and holidays for working days.

    Returns:
        The given words; an empty list for a text that holds none.

    >>> from datetime import datetime
    >>> text = "Sorry about that. I'll call you back by Friday."
    >>> [promise] = promises(text, datetime(2026, 6, 10, 9, 0))
    >>> text[promise.deadline.start : promise.deadline.end], str(promise.due_until)
    ('by Friday', '2026-06-13 00:00:00')
    """
    text = text[:LONGEST]
    if said_at is not None and said_at.tzinfo is not None and calendar is not None:
        said_at = said_at.astimezone(calendar.zone)
    by_time = timed.may_give(text)
    if not by_time and not wording.may_give_a_word(text.lower()):
        return []
    found: list[Promise] = []
    for sentence in _sentences(text):
        said = text[sentence.start : sentence.end]
        heads = _heads(said) if wording.may_give_a_word(said.lower()) else []
        if by_time and not heads:
            heads = _by_its_time(said)
        if heads and _asks(text, sentence):
            continue
        for i, head in enumerate(heads):
            end = heads[i + 1].start if i + 1 < len(heads) else len(said)
            begin = 0 if i == 0 else heads[i - 1].verb_at
            begin = begin if i == 0 else head.start
            found.append(
                _promise(text, sentence.start, (begin, head.start, end), said_at, calendar)
            )
    return found


def _promise(
    text: str,
    base: int,
    places: tuple[int, int, int],
    said_at: datetime | None,
    calendar: Calendar | None,
) -> Promise:
    begin, start, end = (base + place for place in places)
    due = deadline(text, Span(begin, end), start, said_at, calendar)
    said = text[start:end]
    stop = start + len(said.rstrip(" .!?;,\n\t-"))
    stop = start + len(_without_joint(text[start:stop]))
    if due is None:
        return Promise(start, stop)
    return Promise(
        min(start, due.span.start), max(stop, due.span.end), due.span, due.due_from, due.due_until
    )


def _without_joint(said: str) -> str:
    """The words without an "and" that leads over to the next."""
    for joint in (" and", " but", " so", " then"):
        if said.lower().endswith(joint):
            return said[: -len(joint)].rstrip(" ,")
    return said


def _sentences(text: str) -> Iterator[Span]:
    for found in wording.SENTENCE.finditer(text):
        if found.end() > found.start():
            yield Span(found.start(), found.end())


def _asks(text: str, sentence: Span) -> bool:
    """Whether the sentence is a question, or waits for a yes that is asked for beside it."""
    said = text[sentence.start : sentence.end]
    if said.rstrip().endswith("?"):
        return True
    if wording.CONFIRM.search(said):
        return True
    before = text[max(0, sentence.start - CONSENT_WITHIN) : sentence.start]
    after = text[sentence.end : sentence.end + CONSENT_WITHIN].lstrip()
    sought = wording.SOUGHT.search(before) or wording.SOUGHT.search(after)
    return bool(sought or wording.CONFIRM.match(after))


def _heads(said: str) -> list[Head]:
    """The places of a sentence where a word is given, in order and apart."""
    heads = [head for head in _candidates(said) if JUDGES[head.kind](said, head)]
    heads = [head for head in heads if not _offered(said, head)]
    heads.sort(key=lambda head: (head.verb_at, head.start))
    apart: list[Head] = []
    for head in heads:
        if apart and _is_one(said, apart[-1], head):
            continue
        apart.append(head)
    return apart


def _by_its_time(said: str) -> list[Head]:
    """The one place where only a time makes it a given word."""
    place = timed.place(said)
    if place is None:
        return []
    start, verb_at = place
    head = Head(start, "timed", "", said[verb_at : verb_at + NAMED_WITHIN], verb_at)
    return [] if _thought(said, head) or _offered(said, head) else [head]


def _is_one(said: str, earlier: Head, head: Head) -> bool:
    """Whether two places give one word: "I promise that I'll call" does."""
    if head.verb_at - earlier.verb_at < NEAR or head.start < earlier.verb_at:
        return True
    between = said[earlier.verb_at + len(earlier.verb) : head.start].lower().split()
    return earlier.kind == "vow" and set(between) <= {"you", "you,", "that"}


def _candidates(said: str) -> Iterator[Head]:
    for kind, pattern in wording.SUBJECT.items():
        for found in pattern.finditer(said):
            start = found.start()
            if kind in SUBJECTS:
                start = SUBJECTS[kind](said, start)
            if start >= 0:
                verb = found["verb"].lower()
                yield Head(start, kind, verb, found["rest"], found.start("verb"))


def _colleague(said: str, modal: int) -> int:
    """Where a colleague is named right before the modal verb; -1 when nobody is."""
    base = max(0, modal - NAMED_WITHIN)
    found = wording.COLLEAGUE.search(said[base:modal])
    return -1 if found is None else base + found.start()


def _thing(said: str, modal: int) -> int:
    """Where the thing that will be done begins: up to six words of one clause before."""
    base = max(0, modal - NAMED_WITHIN)
    clause = wording.CLAUSE.search(said[base:modal])
    return -1 if clause is None else base + clause.start()


SUBJECTS = {"staff": _colleague, "thing": _thing}


def _offered(said: str, head: Head) -> bool:
    """Whether it waits for the reader's wish, and the reader was not told how to say it."""
    before = wording.CONDITION.search(said[: head.start])
    if before is not None:
        return wording.ASKED_FOR.search(said[before.end() : head.start]) is None
    after = said[head.verb_at : head.verb_at + len(head.rest) + len(head.verb)]
    return wording.CONDITION.search(after.partition(" or you ")[0]) is not None


def _thought(said: str, head: Head) -> bool:
    """Whether the words before make it a thought, a report or part of a question."""
    before = said[max(0, head.start - 40) : head.start]
    return bool(wording.THOUGHT.search(before) or wording.RELATIVE.search(before))


def _acts(said: str, head: Head) -> bool:
    """Whether the verb undertakes something that somebody could later check."""
    unless = wording.UNLESS.get(head.verb)
    if head.verb in wording.NO_VERBS:
        return False
    if head.verb in wording.STATIVE:
        return unless is not None and bool(unless.match(head.rest))
    return not wording.SAME_BREATH.match(said[head.verb_at :])


def _by_us(said: str, head: Head) -> bool:
    return not _thought(said, head) and _acts(said, head)


def _by_staff(said: str, head: Head) -> bool:
    """A colleague's doing counts when it is done for the reader."""
    if _thought(said, head) or not wording.KEPT_FOR_US.match(head.verb) or not _acts(said, head):
        return False
    return bool(wording.FOR_YOU.search(head.rest)) or not said[head.start :].lower().startswith(
        ("he", "she", "they", "[")
    )


def _elided(said: str, head: Head) -> bool:
    """I have asked the depot and will come back to you: the subject stands further in front."""
    for_reader = wording.KEPT_FOR_US.match(head.verb)
    return bool(for_reader and wording.AUTHOR.search(said[: head.start])) and _by_us(said, head)


def _to_you(said: str, head: Head) -> bool:
    """What the reader will receive, when it is the writer's side that must see to it."""
    if _thought(said, head) or said[: head.start].lower().lstrip().startswith("if you win"):
        return False
    if head.verb == "have" and wording.LOOKS_BACK.match(head.rest):
        return False
    if head.verb in ("have", "get", "getting", "receive", "receiving", "hear", "given"):
        return bool(wording.GIFTS.match(head.rest))
    return " be " in f" {said[head.start : head.verb_at].lower()} "


def _to_thing(said: str, head: Head) -> bool:
    before = said[: head.start]
    words = said[head.start : head.verb_at].lower().split()
    loose = {"which", "that", "who", "if", "when", "where", "what", "i", "we", "you", "there"}
    if _thought(said, head) or wording.THOUGHT.search(before) or loose & set(words[:-1]):
        return False
    return head.verb.split()[-1] != "follow" or bool(head.rest.strip())


def _in_time(said: str, head: Head) -> bool:
    """How long something takes, when a number of days or hours is told."""
    return not _thought(said, head) and any(char.isdigit() for char in head.rest)


def _expected(said: str, head: Head) -> bool:
    return not _thought(said, head) and bool(wording.GIFTS.match(" " + head.rest))


def _vowed(said: str, head: Head) -> bool:
    del said
    rest = head.rest.lower().strip()
    return not rest.startswith("you a ") and not wording.SWORN_TO.match(rest)


def _let_me(said: str, head: Head) -> bool:
    """Let me check and get back to you; let me talk to you tomorrow."""
    tail = said[head.verb_at :].lower()
    back = (
        "get back",
        "call you",
        "ring you",
        "phone you",
        "let you know",
        "come back",
        "write to you",
        "email you",
    )
    if any(words in tail for words in back):
        return True
    later = deadline(said, Span(head.start, len(said)), head.start, None, None)
    return later is not None and head.verb in ("talk", "call", "send", "email", "write", "ring")


def _doing(said: str, head: Head) -> bool:
    """I am sending it tomorrow: counts only with a time still to come."""
    if _thought(said, head):
        return False
    if timed.REASON.search(said):
        return False
    object_of = wording.OBJECT.match(head.rest)
    later = deadline(said, Span(head.start, len(said)), head.start, None, None)
    return object_of is not None and later is not None


JUDGES = {
    "we": _by_us,
    "staff": _by_staff,
    "elided": _elided,
    "you": _to_you,
    "thing": _to_thing,
    "takes": _in_time,
    "expect": _expected,
    "vow": _vowed,
    "let": _let_me,
    "doing": _doing,
}
