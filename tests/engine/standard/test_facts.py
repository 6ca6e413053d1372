from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.engine.dates import Calendar
from goldenthread.engine.gauge.types import Evidence, Reading, Score
from goldenthread.engine.standard import facts_of
from goldenthread.engine.types import (
    Answer,
    AnswerType,
    Channel,
    Conversation,
    Event,
    EventType,
    Message,
    Metric,
    Participant,
    Role,
    Source,
    Status,
    Survey,
    Visibility,
)

CALENDAR = Calendar.standard("UTC")
TEN = datetime(2026, 3, 2, 10, tzinfo=UTC)  # a Monday
CUSTOMER, AGENT, SECOND, BOT = range(4)
READ = Reading(
    principles=dict.fromkeys("PROUD"),
    feeling_start=-0.5,
    feeling_end=0.4,
    stance=None,
    coping=None,
    word_of_mouth=None,
    retold=False,
    promises=(),
    language="en",
    unread=None,
)


def said(*turns, **more):
    """A conversation of (author, text) an hour apart, from ten o'clock on a Monday."""
    messages = tuple(
        Message(str(n), n, text, author=author, sent_at=TEN + timedelta(hours=n))
        for n, (author, text) in enumerate(turns)
    )
    return Conversation(
        id="c1",
        source=Source("test", "1"),
        channel=Channel.EMAIL,
        participants=(
            Participant(CUSTOMER, Role.CUSTOMER),
            Participant(AGENT, Role.AGENT),
            Participant(SECOND, Role.AGENT),
            Participant(BOT, Role.BOT),
        ),
        messages=messages,
        **more,
    )


def facts(conversation, **reading):
    return facts_of(conversation, replace(READ, **reading), CALENDAR)


ASKED = (CUSTOMER, "Where is my parcel?")
ANSWERED = (AGENT, "It leaves tomorrow.")


def test_the_first_answer_of_a_person_is_found_with_its_words():
    found = facts(said(ASKED, (BOT, "We received your message."), ANSWERED))

    assert found.first_reply_seconds == 2 * 3600
    assert (found.first_reply.message, found.first_reply.end) == (2, len(ANSWERED[1]))


def test_a_note_among_colleagues_is_no_answer():
    whispered = said(ASKED, ANSWERED)
    note = replace(whispered.messages[1], visibility=Visibility.INTERNAL)

    assert facts(replace(whispered, messages=(whispered.messages[0], note))).first_reply is None


@pytest.mark.parametrize(
    ("status", "seconds"), [(Status.CLOSED, float("inf")), (Status.OPEN, None)]
)
def test_closed_without_an_answer_counts_and_still_open_does_not(status, seconds):
    assert facts(said(ASKED, status=status)).first_reply_seconds == seconds


def test_a_survey_row_waits_for_no_answer():
    row = said(
        (CUSTOMER, "Quick and kind."),
        status=Status.CLOSED,
        surveys=(
            Survey(
                "s",
                "test",
                Metric.CSAT,
                answers=(Answer(AnswerType.TEXT), Answer(AnswerType.CSAT, normalized=0.75)),
            ),
        ),
    )
    found = facts(row)

    assert (found.first_reply_seconds, found.handovers, found.rating) == (None, None, 0.75)


def test_who_met_one_agent_only_had_nothing_to_tell_again():
    assert facts(said(ASKED, ANSWERED)).retold is None


@pytest.mark.parametrize(
    "met_two",
    [
        said(ASKED, ANSWERED, (SECOND, "I have read your case.")),
        said(ASKED, ANSWERED, events=(Event("e", EventType.TRANSFERRED),)),
        said(ASKED, ANSWERED, events=(Event("e", EventType.REOPENED),)),
    ],
    ids=["two agents", "passed on", "reopened"],
)
def test_who_met_more_than_one_of_us_could_have_had_to(met_two):
    assert facts(met_two).retold is False
    assert facts(met_two, retold=True).retold is True


def test_the_words_of_telling_again_are_kept():
    again = Evidence(0, 0, 5, "c_retold", "O")
    found = facts(
        said(ASKED, ANSWERED),
        retold=True,
        principles=dict.fromkeys("PROUD") | {"O": Score(20, 5, 50, (again,))},
    )

    assert found.retold_evidence == (again,)


def test_a_story_the_agent_knew_is_told_once():
    known = Evidence(1, 0, 5, "story_known", seen=True)

    assert facts(said(ASKED, ANSWERED), marks=(known,)).retold is False


def test_handing_over_cold_makes_the_customer_start_again():
    cold = Evidence(1, 0, 5, "handed_over_cold", "O")
    found = facts(
        said(ASKED, ANSWERED),
        principles=dict.fromkeys("PROUD") | {"O": Score(20, 5, 50, (cold,))},
    )

    assert (found.retold, found.retold_evidence) == (True, (cold,))


def test_nothing_is_said_of_words_that_could_not_be_read():
    found = facts(
        said(ASKED, ANSWERED, (SECOND, "Bonjour")),
        unread="Written in French.",
        feeling_start=float("nan"),
        feeling_end=None,
    )

    assert (found.retold, found.asked_first, found.refusals) == (None, None, ())
    assert (found.courteous, found.taken_seriously) == (None, None)
    assert (found.feeling_start, found.feeling_end) == (None, None)
    assert found.first_reply_seconds == 3600


def test_the_last_word_is_the_customers():
    found = facts(said(ASKED, ANSWERED, (CUSTOMER, "Thanks!"), ANSWERED))

    assert (found.last_word.message, found.last_word.end) == (2, 7)


def test_an_empty_conversation_has_no_facts():
    found = facts(said())

    assert (found.first_reply, found.last_word, found.handovers) == (None, None, None)
