import pytest

from goldenthread.engine.readers import guess_columns
from goldenthread.engine.types import Metric


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (
            ["Ticket ID", "Created At", "Sender Type", "Body", "Assignee", "Group", "Via"],
            {
                "conversation": "Ticket ID",
                "said_at": "Created At",
                "role": "Sender Type",
                "text": "Body",
                "agent": "Assignee",
                "team": "Group",
                "channel": "Via",
            },
        ),
        (
            ["id", "comment", "subject", "priority", "CSAT"],
            {
                "conversation": "id",
                "text": "comment",
                "subject": "subject",
                "priority": "priority",
                "rating": "CSAT",
            },
        ),
        (["createdAt", "message.content"], {"text": "message.content", "started_at": "createdAt"}),
    ],
)
def test_columns_are_known_by_their_names(header, columns):
    assert guess_columns(header, []).columns == columns


def test_a_column_of_sentences_is_the_text_whatever_its_name():
    rows = [{"k": "3", "Q7": "The parcel came a week too late"}] * 3

    assert guess_columns(["k", "Q7"], rows).columns["text"] == "Q7"


def test_where_nothing_could_be_text_none_is_guessed():
    assert "text" not in guess_columns(["a", "b"], [{"a": "1", "b": "2"}] * 5).columns


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["03/04/2026", "25/04/2026"], "dmy"),
        (["03/04/2026", "04/25/2026"], "mdy"),
        (["03/04/2026 2:00 PM"], "mdy"),
        (["03.04.2026"], "dmy"),
        (["03/04/2026"], None),
    ],
)
def test_day_or_month_first_is_told_by_the_first_rows(dates, order):
    rows = [{"text": "Hi", "date": date} for date in dates]

    assert guess_columns(["text", "date"], rows).order == order


@pytest.mark.parametrize(
    ("name", "values", "scale"),
    [
        ("nps", [9, 3], (0, 10, Metric.NPS)),
        ("csat", [1, 5], (1, 5, Metric.CSAT)),
        ("rating", [1, 9, 10, 4], (1, 10, Metric.CUSTOM)),
        ("score", ["80", "95 %", "7"], (1, 100, Metric.CUSTOM)),
        ("criticality", [-3, 0], (-5, 5, Metric.CUSTOM)),
        ("stars", [1e308], (1, 5, Metric.CUSTOM)),
    ],
)
def test_the_scale_of_a_rating_is_told_by_its_name_and_values(name, values, scale):
    rows = [{"text": "Hi", name: value} for value in values]
    guessed = guess_columns(["text", name], rows).scale

    assert (guessed.low, guessed.high, guessed.metric) == scale


def test_questions_and_ratings_without_a_talk_are_a_survey():
    assert guess_columns(["question", "text"], []).fixed == {"channel": "survey"}
    assert guess_columns(["question", "text", "agent"], []).fixed == {}
