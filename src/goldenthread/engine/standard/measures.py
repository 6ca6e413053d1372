"""The measures a standard can choose from, and the registry others add to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from goldenthread.engine.gauge.types import Evidence, Fate
from goldenthread.engine.standard.types import (
    NOT_OBSERVED,
    Measure,
    Outcome,
    Parameter,
    Settings,
    Verdict,
)
from goldenthread.engine.types import Channel

if TYPE_CHECKING:
    from collections.abc import Callable

    from goldenthread.engine.standard.facts import Facts

UPSET = -0.2  # valence below which a customer is upset
HOUR, MINUTE = 3600, 60
YEAR_SECONDS = 365 * 24 * HOUR
MOST_HANDOVERS = 20
BIGGEST = 1e300
PRINCIPLES = {
    "P": "politely and professionally",
    "R": "with respect",
    "O": "by somebody who takes ownership",
    "U": "with understanding",
    "D": "by somebody who delivers",
}
CHANNELS = {channel.value for channel in Channel}
MEASURES: dict[str, Measure] = {}


def register(measure: Measure) -> None:
    """Let standards use one more measure.

    Raises:
        ValueError: Another measure has the name.
    """
    if measure.name in MEASURES:
        message = f"a measure called {measure.name!r} is there already"
        raise ValueError(message)
    MEASURES[measure.name] = measure


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    # Neither infinite, nor "not a number", nor too long to be written down.
    return -BIGGEST <= value <= BIGGEST


def number(least: float, most: float) -> Callable[[Any], str | None]:
    """A check for numbers from `least` to `most`, both allowed."""

    def check(value: Any) -> str | None:  # noqa: ANN401 - whatever somebody typed
        if not _is_number(value):
            return f"must be a number, not {value!r}"
        if not least <= value <= most:
            return f"must lie between {least:g} and {most:g}, not at {value:g}"
        return None

    return check


def whole_number(least: int, most: int) -> Callable[[Any], str | None]:
    """A check for whole numbers from `least` to `most`, both allowed."""
    within = number(least, most)

    def check(value: Any) -> str | None:  # noqa: ANN401 - whatever somebody typed
        if _is_number(value) and value != int(value):
            return f"must be a whole number, not {value:g}"
        return within(value)

    return check


def _letter(value: Any) -> str | None:  # noqa: ANN401 - whatever somebody typed
    if isinstance(value, str) and value in PRINCIPLES:
        return None
    return f"must be one of P, R, O, U, D, not {value!r}"


def _channel_limits(value: Any) -> str | None:  # noqa: ANN401 - whatever somebody typed
    """A limit in seconds for each channel named, null for one that is not counted."""
    if not isinstance(value, dict):
        return f"must name channels with their limits, not be {value!r}"
    for channel, limit in value.items():
        if channel not in CHANNELS:
            return f"names a channel that does not exist, {channel!r}"
        wrong = None if limit is None else number(1, YEAR_SECONDS)(limit)
        if wrong:
            return f"has a limit for {channel} that {wrong}"
    return None


def _verdict(kept: bool, *evidence: Evidence | None) -> Verdict:  # noqa: FBT001 - it is the verdict
    outcome = Outcome.KEPT if kept else Outcome.BROKEN
    return Verdict(outcome, tuple([one for one in evidence if one is not None]))


def first_reply(facts: Facts, settings: Settings) -> Verdict:
    """Kept when a person answered within the limit of the channel, in working time.

    >>> from goldenthread.engine.standard import Facts
    >>> asked = Facts(channel="email", first_reply_seconds=7200.0)
    >>> str(first_reply(asked, {"seconds": 14400, "channels": {}}).outcome)
    'kept'
    """
    limit = settings["channels"].get(facts.channel, settings["seconds"])
    if limit is None or facts.first_reply_seconds is None:
        return NOT_OBSERVED
    return _verdict(facts.first_reply_seconds <= limit, facts.first_reply)


def given_words(facts: Facts, settings: Settings) -> Verdict:  # noqa: ARG001 - nothing to choose
    """Broken when any given word was broken; kept when one was kept and none broken.

    >>> from goldenthread.engine.standard import Facts
    >>> str(given_words(Facts(channel="chat"), {}).outcome)
    'not_observed'
    """
    for fate, kept in ((Fate.BROKEN, False), (Fate.KEPT, True)):
        found = [given for given in facts.given if given.fate is fate]
        if found:
            return _verdict(kept, *(one for given in found for one in given.evidence))
    return NOT_OBSERVED


def retold(facts: Facts, settings: Settings) -> Verdict:  # noqa: ARG001 - nothing to choose
    """Broken when the customer had to tell it again; kept when there was an occasion to.

    >>> from goldenthread.engine.standard import Facts
    >>> str(retold(Facts(channel="chat", retold=True), {}).outcome)
    'broken'
    """
    if facts.retold is None:
        return NOT_OBSERVED
    return _verdict(not facts.retold, *facts.retold_evidence)


def asked_first(facts: Facts, settings: Settings) -> Verdict:  # noqa: ARG001 - nothing to choose
    """Kept when the agent asked first; broken when the customer says another thing was answered.

    >>> from goldenthread.engine.standard import Facts
    >>> str(asked_first(Facts(channel="chat", asked_first=True), {}).outcome)
    'kept'
    """
    if facts.asked_first is None:
        return NOT_OBSERVED
    return _verdict(facts.asked_first, facts.asked_evidence)


def explained_no(facts: Facts, settings: Settings) -> Verdict:  # noqa: ARG001 - nothing to choose
    """Broken when any no came without a reason or a way on; kept when every one had one.

    >>> from goldenthread.engine.standard import Facts
    >>> str(explained_no(Facts(channel="chat"), {}).outcome)
    'not_observed'
    """
    if not facts.refusals:
        return NOT_OBSERVED
    bare = [words for words, explained in facts.refusals if not explained]
    return _verdict(not bare, *(bare or [words for words, _ in facts.refusals]))


def courteous(facts: Facts, settings: Settings) -> Verdict:  # noqa: ARG001 - nothing to choose
    """Kept when we greeted, thanked or apologised; broken when we were rude or had no manners.

    >>> from goldenthread.engine.standard import Facts
    >>> str(courteous(Facts(channel="chat", courteous=False), {}).outcome)
    'broken'
    """
    if facts.courteous is None:
        return NOT_OBSERVED
    return _verdict(facts.courteous, *facts.courteous_evidence)


def taken_seriously(facts: Facts, settings: Settings) -> Verdict:  # noqa: ARG001 - as above
    """Broken when we dismissed, blamed or disbelieved the customer, or the customer says so.

    >>> from goldenthread.engine.standard import Facts
    >>> str(taken_seriously(Facts(channel="chat", taken_seriously=True), {}).outcome)
    'kept'
    """
    if facts.taken_seriously is None:
        return NOT_OBSERVED
    return _verdict(facts.taken_seriously, *facts.taken_seriously_evidence)


def principle(facts: Facts, settings: Settings) -> Verdict:
    """Kept when the principle's score, 0…100, reaches the least one wants.

    >>> from goldenthread.engine.standard import Facts
    >>> str(principle(Facts(channel="chat"), {"letter": "P", "least": 50}).outcome)
    'not_observed'
    """
    score = (facts.principles or {}).get(settings["letter"])
    if score is None:
        return NOT_OBSERVED
    kept = score.score >= settings["least"]
    return _verdict(kept, *(one for one in score.evidence if one.seen is kept))


def handovers(facts: Facts, settings: Settings) -> Verdict:
    """Kept when the customer was passed on at most so often.

    >>> from goldenthread.engine.standard import Facts
    >>> str(handovers(Facts(channel="chat", handovers=()), {"most": 1}).outcome)
    'kept'
    """
    if facts.handovers is None:
        return NOT_OBSERVED
    return _verdict(len(facts.handovers) <= settings["most"], *facts.handovers)


def leaves_lighter(facts: Facts, settings: Settings) -> Verdict:  # noqa: ARG001 - nothing to choose
    """Of customers who came upset: kept when they did not leave upset.

    >>> from goldenthread.engine.standard import Facts
    >>> came_upset = Facts(channel="chat", feeling_start=-0.8, feeling_end=0.1)
    >>> str(leaves_lighter(came_upset, {}).outcome)
    'kept'
    """
    start, end = facts.feeling_start, facts.feeling_end
    if start is None or end is None or start >= UPSET:
        return NOT_OBSERVED
    return _verdict(end >= UPSET, facts.last_word)


def rating(facts: Facts, settings: Settings) -> Verdict:
    """Kept when the customer's own rating, put on 0…1, reaches the least one wants.

    >>> from goldenthread.engine.standard import Facts
    >>> str(rating(Facts(channel="survey", rating=0.5), {"least": 0.75}).outcome)
    'broken'
    """
    if facts.rating is None:
        return NOT_OBSERVED
    return _verdict(facts.rating >= settings["least"])


def _in_words(seconds: float) -> str:
    for size, name in ((HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= size and seconds % size == 0:
            many = int(seconds // size)
            return f"{many} working {name}{'' if many == 1 else 's'}"
    return f"{seconds:g} working seconds"


def _spoken(channel: str) -> str:
    return "phone" if channel == Channel.VOICE else channel.replace("_", " ")


def _handovers_says(settings: Settings) -> str:
    most = int(settings["most"])
    often = {0: "never", 1: "at most once", 2: "at most twice"}
    return f"The customer was passed on {often.get(most, f'at most {most} times')}."


def _first_reply_says(settings: Settings) -> str:
    limits = settings["channels"]
    parts = [f"A person answers within {_in_words(settings['seconds'])}"]
    parts += [
        f"within {_in_words(limit)} by {_spoken(channel)}"
        for channel, limit in limits.items()
        if limit
    ]
    left_out = [_spoken(channel) for channel, limit in limits.items() if limit is None]
    closing = f"; {', '.join(left_out)} is not counted." if left_out else "."
    return ", ".join(parts) + closing


_LEAST_SCORE = Parameter("least", "the least score, 0 to 100", number(0, 100))
for _measure in (
    Measure(
        "first_reply",
        _first_reply_says,
        (
            Parameter("seconds", "the limit in working seconds", number(1, YEAR_SECONDS)),
            Parameter("channels", "other limits by channel", _channel_limits, default={}),
        ),
        first_reply,
    ),
    Measure(
        "given_words",
        lambda _: "Whatever we said we would do was done by the time we named.",
        (),
        given_words,
    ),
    Measure(
        "retold",
        lambda _: "A customer who met more than one of us did not have to tell it again.",
        (),
        retold,
    ),
    Measure(
        "asked_first",
        lambda _: (
            "We asked, or said back what is wanted, before we acted on it, and nobody told us that"
            " we answered something else."
        ),
        (),
        asked_first,
    ),
    Measure(
        "explained_no",
        lambda _: "Every no came with a reason, or with what can be done instead.",
        (),
        explained_no,
    ),
    Measure(
        "courteous",
        lambda _: "We were courteous: a greeting, thanks or an apology, and no rude or curt word.",
        (),
        courteous,
    ),
    Measure(
        "taken_seriously",
        lambda _: "The customer was not dismissed, blamed, talked down to or disbelieved.",
        (),
        taken_seriously,
    ),
    Measure(
        "principle",
        lambda given: (
            f"The customer was treated {PRINCIPLES[given['letter']]}: a score of at least"
            f" {given['least']:g} of 100."
        ),
        (Parameter("letter", "the principle's letter", _letter), _LEAST_SCORE),
        principle,
    ),
    Measure(
        "handovers",
        _handovers_says,
        (Parameter("most", "how often at most", whole_number(0, MOST_HANDOVERS)),),
        handovers,
    ),
    Measure(
        "leaves_lighter",
        lambda _: "A customer who came upset did not leave upset.",
        (),
        leaves_lighter,
    ),
    Measure(
        "rating",
        lambda given: (
            f"The customer's own rating was at least {given['least'] * 100:.0f} % of the best"
            " possible."
        ),
        (Parameter("least", "the least rating, 0 to 1", number(0, 1)),),
        rating,
    ),
):
    register(_measure)
