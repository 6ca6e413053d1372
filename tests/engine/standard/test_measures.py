"""Each measure on a conversation planted to break it, and on its twin that keeps it."""

from dataclasses import replace

import pytest

from goldenthread.engine.gauge.types import Evidence, Fate, Given, Promise, Score
from goldenthread.engine.standard import Facts, Standard, evaluate

WORDS = Evidence(2, 0, 9, "stays")
OTHER = Evidence(3, 4, 8, "refuses")
NOTHING = Facts(channel="email")
HOUR = 3600


def given_word(fate, evidence=WORDS):
    return Given(Promise(0, 10, message=2), fate, (evidence,))


def verdict(measure, facts, **parameters):
    standard = Standard.parse({"measure": measure, "parameters": parameters})
    assert standard.check() == []
    return evaluate(standard, facts)


@pytest.mark.parametrize(
    ("measure", "parameters", "broken", "kept"),
    [
        (
            "first_reply",
            {"seconds": 4 * HOUR},
            {"first_reply_seconds": 4.0 * HOUR + 1, "first_reply": WORDS},
            {"first_reply_seconds": 4.0 * HOUR, "first_reply": WORDS},
        ),
        (
            "given_words",
            {},
            {"given": (given_word(Fate.KEPT, OTHER), given_word(Fate.BROKEN))},
            {"given": (given_word(Fate.OPEN, OTHER), given_word(Fate.KEPT))},
        ),
        (
            "retold",
            {},
            {"retold": True, "retold_evidence": (WORDS,)},
            {"retold": False, "retold_evidence": (WORDS,)},
        ),
        (
            "asked_first",
            {},
            {"asked_first": False, "asked_evidence": WORDS},
            {"asked_first": True, "asked_evidence": WORDS},
        ),
        (
            "explained_no",
            {},
            {"refusals": ((OTHER, True), (WORDS, False))},
            {"refusals": ((WORDS, True),)},
        ),
        (
            "courteous",
            {},
            {"courteous": False, "courteous_evidence": (WORDS,)},
            {"courteous": True, "courteous_evidence": (WORDS,)},
        ),
        (
            "taken_seriously",
            {},
            {"taken_seriously": False, "taken_seriously_evidence": (WORDS,)},
            {"taken_seriously": True, "taken_seriously_evidence": (WORDS,)},
        ),
        (
            "principle",
            {"letter": "O", "least": 50},
            {"principles": {"O": Score(49.9, 20, 80, (replace(WORDS, seen=False),))}},
            {"principles": {"O": Score(50.0, 20, 80, (replace(WORDS, seen=True),))}},
        ),
        ("handovers", {"most": 1}, {"handovers": (OTHER, WORDS)}, {"handovers": (WORDS,)}),
        (
            "leaves_lighter",
            {},
            {"feeling_start": -0.5, "feeling_end": -0.21, "last_word": WORDS},
            {"feeling_start": -0.5, "feeling_end": -0.2, "last_word": WORDS},
        ),
        ("rating", {"least": 0.75}, {"rating": 0.74}, {"rating": 0.75}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_broken_kept_and_not_observed(measure, parameters, broken, kept):
    planted = verdict(measure, replace(NOTHING, **broken), **parameters)
    twin = verdict(measure, replace(NOTHING, **kept), **parameters)
    silent = verdict(measure, NOTHING, **parameters)

    assert (planted.outcome, twin.outcome) == ("broken", "kept")
    assert (silent.outcome, silent.evidence) == ("not_observed", ())
    if measure != "rating":  # a rating has no words
        assert any((one.message, one.start) == (2, 0) for one in planted.evidence)
        assert any((one.message, one.start) == (2, 0) for one in twin.evidence)


def test_a_channel_may_have_its_own_limit_or_none():
    limits = {"seconds": HOUR, "channels": {"chat": 60, "voice": None}}
    after_two_minutes = replace(NOTHING, first_reply_seconds=120.0)

    outcomes = [
        str(verdict("first_reply", replace(after_two_minutes, channel=channel), **limits).outcome)
        for channel in ("email", "chat", "voice")
    ]
    assert outcomes == ["kept", "broken", "not_observed"]


def test_a_case_closed_without_an_answer_was_not_answered_in_time():
    closed = replace(NOTHING, first_reply_seconds=float("inf"))

    assert verdict("first_reply", closed, seconds=365 * 24 * HOUR).outcome == "broken"


def test_words_nobody_can_follow_are_not_judged():
    facts = replace(NOTHING, given=(given_word(Fate.OPEN), given_word(Fate.UNKNOWABLE)))

    assert verdict("given_words", facts).outcome == "not_observed"


def test_who_did_not_come_upset_cannot_leave_lighter():
    calm = replace(NOTHING, feeling_start=-0.2, feeling_end=-0.9)

    assert verdict("leaves_lighter", calm).outcome == "not_observed"


def test_only_the_bare_no_is_shown_when_one_was_bare():
    facts = replace(NOTHING, refusals=((OTHER, True), (WORDS, False)))

    assert verdict("explained_no", facts).evidence == (WORDS,)


def test_a_principle_shows_the_signs_that_speak_for_its_verdict():
    against, in_favour = replace(WORDS, seen=False), replace(OTHER, seen=True)
    facts = replace(NOTHING, principles={"O": Score(30, 10, 60, (against, in_favour))})

    assert verdict("principle", facts, letter="O", least=50).evidence == (against,)
    assert verdict("principle", facts, letter="O", least=20).evidence == (in_favour,)
