"""A masked conversation holds nothing of the customer, and staff can still be matched."""

from datetime import UTC, datetime

import pytest

from goldenthread.engine.personal import known_of, mask_conversation
from goldenthread.engine.types import (
    Answer,
    AnswerType,
    Attachment,
    Channel,
    Conversation,
    Event,
    EventType,
    Identifier,
    Message,
    Metric,
    Participant,
    Role,
    Source,
    Span,
    Survey,
)

CUSTOMER = Participant(
    0,
    Role.CUSTOMER,
    name="Zuri Quillfeather",
    native_id="c-77",
    identifiers=(Identifier("email", "zuri@example.org"), Identifier("phone", "+44 20 7946 0018")),
)
AGENT = Participant(
    1, Role.AGENT, name="Obren Tallis", identifiers=(Identifier("email", "obren@firm.example"),)
)


@pytest.fixture
def masked():
    body = "Zuri here (zuri@example.org). Where is it?"
    return mask_conversation(
        Conversation(
            id="1",
            source=Source("desk", "1", url="https://desk.example/1?token=abc"),
            channel=Channel.EMAIL,
            subject="Parcel for Zuri Quillfeather",
            participants=(CUSTOMER, AGENT),
            messages=(
                Message(
                    id="m1",
                    seq=0,
                    author=0,
                    body_text=body,
                    body_new_text="Zuri here (zuri@example.org).",
                    body_html="<p>Zuri</p>",
                    sent_at=datetime(2026, 1, 5, tzinfo=UTC),
                    spans=(Span(30, 42, "question"), Span(0, 9, "head")),
                    attachments=(Attachment(filename="zuri quillfeather.pdf"),),
                    native={"from": "zuri@example.org"},
                ),
                Message(id="m2", seq=1, author=1, body_text="Hi Zuri, Obren Tallis will look."),
            ),
            events=(Event("e1", EventType.FIELD_CHANGED, to_value="zuri@example.org"),),
            surveys=(
                Survey(
                    "s1",
                    "desk",
                    Metric.CSAT,
                    answers=(Answer(AnswerType.TEXT, value_text="Ask Zuri at +44 20 7946 0018"),),
                ),
            ),
            custom={"customer": "Zuri"},
        )
    )


def test_nothing_of_the_customer_is_left_anywhere(masked):
    told = repr(masked).lower()
    for part in ("zuri", "quillfeather", "7946", "c-77", "abc"):
        assert part not in told


def test_staff_stay_named_among_the_participants_and_go_from_the_text(masked):
    assert masked.participants[1] == AGENT
    assert masked.messages[1].body_text == "Hi [name 1], [name 2] will look."


def test_the_customer_has_one_placeholder_throughout(masked):
    assert masked.participants[0].name == "[name 1]"
    assert masked.subject == "Parcel for [name 1]"
    assert masked.surveys[0].answers[0].value_text == "Ask [name 1] at [phone 1]"


def test_spans_move_with_their_words_and_touched_ones_go(masked):
    message = masked.messages[0]
    (span,) = message.spans
    assert message.body_text[span.start : span.end] == "Where is it?"
    assert span.kind == "question"


def test_it_says_that_we_masked_it(masked):
    assert masked.privacy.redaction == "ours"


def test_masking_a_masked_conversation_changes_nothing(masked):
    assert mask_conversation(masked) == masked


def test_everybody_who_took_part_is_known():
    both = Conversation(
        id="1", source=Source("d", "1"), channel=Channel.CHAT, participants=(CUSTOMER, AGENT)
    )
    assert known_of(both) == (
        "Zuri Quillfeather",
        "zuri@example.org",
        "+44 20 7946 0018",
        "Obren Tallis",
        "obren@firm.example",
    )
