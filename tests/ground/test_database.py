from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from goldenthread.conversations.models import Conversation, GivenWord, Message
from goldenthread.ground.database import insert_many

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 7, 1, 9, 30, 0, 250_000, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def row():
    return Conversation.objects.create(
        source="x", native_id="1", channel="chat", status="open", content_hash=""
    )


def test_rows_written_at_once_are_those_the_orm_would_write(row):
    columns = ("conversation", "message_seq", "start", "end", "due_until", "fate", "evidence")
    marks = [[1, 2, "é “x”", None, True]]
    insert_many(GivenWord, columns, [(row.pk, 1, 0, 5, MOMENT, "kept", marks)])
    GivenWord.objects.create(
        conversation=row, message_seq=2, start=0, end=5, due_until=MOMENT, fate="kept",
        evidence=marks,
    )  # fmt: skip

    one, two = GivenWord.objects.order_by("message_seq")
    assert one.due_until == two.due_until == MOMENT.astimezone(UTC)
    assert one.evidence == two.evidence == marks
    assert GivenWord.objects.filter(due_until=MOMENT).count() == 2


def test_words_pass_untouched_whatever_is_in_them(row):
    text = "tab\t, new\nline, \\N, ' \" and \U0001f600"
    columns = ("conversation", "seq", "role", "kind", "internal", "automatic", "text", "full_text")
    insert_many(Message, columns, [(row.pk, 1, "customer", "text", False, False, text, "")])

    assert Message.objects.get().text == text


def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_many(Message, ("seq",), [])
