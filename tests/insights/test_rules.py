from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.insights.rules import headline, last_complete, quote_of, week_named, week_of

days = st.dates(date(2000, 1, 10), date(2100, 1, 1))
starts = st.integers(0, 6)


@given(days, starts)
def test_a_week_holds_its_day_and_begins_on_the_organisations_day(day, start):
    week = week_of(day, week_start=start)

    assert week.since <= day < week.until
    assert week.since.weekday() == start


@given(days, starts)
def test_a_weeks_name_leads_back_to_it(day, start):
    week = week_of(day, week_start=start)

    assert week_named(week.label, week_start=start) == week


@given(days, starts)
def test_the_last_complete_week_is_over_and_less_than_two_weeks_ago(day, start):
    week = last_complete(day, week_start=start)

    assert week.until - timedelta(days=1) <= day < week.until + timedelta(days=7)


@pytest.mark.parametrize(
    "written", ["", "46", "2026-W00", "2026-W54", "W46", "2026-46", "\uff12\uff10\uff12\uff16-W4"]
)
def test_what_is_no_week_is_not_taken_for_one(written):
    with pytest.raises(ValueError, match=r".+"):
        week_named(written)


@given(st.text(max_size=1500), st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 1500))))
def test_a_quote_is_a_stretch_of_the_text_with_its_marks_inside(text, marks):
    quote = quote_of(text, [(start, end, "bad") for start, end in marks])

    assert quote.text in text
    assert all(0 <= start < end <= len(quote.text) for start, end, _ in quote.marks)


def test_a_short_message_is_shown_whole():
    assert quote_of("Nobody called. Again.", [(0, 6, "bad")]).text == "Nobody called. Again."


def test_of_a_long_one_whole_sentences_around_what_matters():
    text = "It was a long day. " * 30 + "Nobody called me back. " + "I waited and waited. " * 30
    at = text.index("Nobody")
    quote = quote_of(text, [(at, at + 6, "bad")])

    assert quote.text.startswith("Nobody called me back. I waited")
    assert quote.text.strip().endswith("waited.")
    assert quote.marks == ((0, 6, "bad"),)


@pytest.mark.parametrize(
    ("directions", "said"),
    [
        (["down"], "One change is real, for the worse; the rest is noise."),
        (["up", "up"], "Two changes are real, both for the better; the rest is noise."),
        (
            ["up", "down", "down"],
            "Three changes are real, two for the worse and one for the better; the rest is noise.",
        ),
    ],
)
def test_the_headline_counts_news_each_way(directions, said):
    assert headline(directions) == said
