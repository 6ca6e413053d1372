import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.dates import Calendar, resolve

LONDON = ZoneInfo("Europe/London")
# A Wednesday, ten in the morning.
WEDNESDAY = datetime(2026, 6, 10, 10, 0)  # noqa: DTZ001 -- most cases are about the local clock


def only(text, reference=WEDNESDAY, calendar=None):
    """The one expression of a text: its words, since and until as written."""
    (when,) = resolve(text, reference, calendar=calendar)
    return text[when.start : when.end], written(when.since), written(when.until)


def written(moment):
    if moment is None:
        return None
    return f"{moment:%m-%d}" if moment.time() == time(0) else f"{moment:%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "phrase", "since", "until"),
    [
        ("Your parcel leaves tomorrow.", "tomorrow", "06-11", "06-12"),
        ("He comes the day after tomorrow", "the day after tomorrow", "06-12", "06-13"),
        ("The engineer comes on Friday.", "Friday", "06-12", "06-13"),
        ("We open again next Tuesday!", "next Tuesday", "06-16", "06-17"),
        ("It is due on the 3rd.", "the 3rd", "07-03", "07-04"),
        ("Delivery on 5 August please", "5 August", "08-05", "08-06"),
        ("Delivery on August the 5th", "August the 5th", "08-05", "08-06"),
        ("The invoice of 2026-08-05 is paid", "2026-08-05", "08-05", "08-06"),
        ("We will write in two weeks.", "in two weeks", "06-24", "06-25"),
        ("Ready in four business days.", "in four business days", "06-16", "06-17"),
        ("The fitter came three days ago", "three days ago", "06-07", "06-08"),
        ("by the next working day", "by the next working day", None, "06-12"),
        ("A week on Monday it is", "A week on Monday", "06-22", "06-23"),
        ("closed all of next week", "next week", "06-15", "06-22"),
        ("before the end of the month", "before the end of the month", None, "07-01"),
        (
            "We meet on the first Monday of next month",
            "the first Monday of next month",
            "07-06",
            "07-07",
        ),
        ("open from Monday until Thursday", "from Monday until Thursday", "06-15", "06-18"),
        ("away November 19-20", "November 19-20", "11-19", "11-20"),
        ("shut over Christmas", "Christmas", "12-25", "12-26"),
    ],
)
def test_days_and_ranges_of_days_run_from_midnight_to_midnight(text, phrase, since, until):
    assert only(text) == (phrase, since, until)


@pytest.mark.parametrize(
    ("text", "phrase", "since", "until"),
    [
        ("Ring me at 3pm.", "3pm", "06-10 15:00", "06-10 15:00"),
        (
            "Ring me tomorrow at half past nine",
            "tomorrow at half past nine",
            "06-11 09:30",
            "06-11 09:30",
        ),
        ("The courier calls tomorrow morning", "tomorrow morning", "06-11 08:00", "06-11 12:00"),
        (
            "between 2 and 4pm on Friday",
            "between 2 and 4pm on Friday",
            "06-12 14:00",
            "06-12 16:00",
        ),
        ("We will know within 2 hours", "within 2 hours", "06-10 10:00", "06-10 12:00"),
        ("I write in 20 minutes", "in 20 minutes", "06-10 10:20", "06-10 10:20"),
        ("by Friday at 4pm", "by Friday at 4pm", None, "06-12 16:00"),
        ("after 6pm", "after 6pm", "06-10 18:00", None),
        ("I ring at half four.", "half four", "06-10 16:30", "06-10 16:30"),
        ("in half an hour", "in half an hour", "06-10 10:30", "06-10 10:30"),
        (
            "in three quarters of an hour",
            "in three quarters of an hour",
            "06-10 10:45",
            "06-10 10:45",
        ),
        ("He rang last night.", "last night", "06-09 20:00", "06-09 23:59"),
        ("by three", "by three", None, "06-10 15:00"),
        ("you get it by 9am", "by 9am", None, "06-11 09:00"),
    ],
)
def test_hours_are_read_on_the_next_day_that_has_them(text, phrase, since, until):
    assert only(text) == (phrase, since, until)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("by Friday", "06-13"),
        ("within 3-5 working days", "06-18"),
        ("within 3 to 5 business days", "06-18"),
        ("by end of day", "06-10 23:59"),
        ("by the end of the week", "06-15"),
    ],
)
def test_a_deadline_runs_to_the_end_of_its_last_day(text, until):
    assert only(text)[2] == until


def test_working_days_skip_the_organisations_holidays():
    office = Calendar.standard(LONDON, country="GB-ENG")
    before_easter = datetime(2026, 4, 2, 10, 0, tzinfo=LONDON)
    assert only("within 2 working days", before_easter)[2] == "04-07"
    assert only("within 2 working days", before_easter, office)[2] == "04-09"


def test_close_of_business_is_when_the_organisation_closes():
    shop = Calendar(zone=LONDON, hours=((time(8), time(18, 30)),) * 6 + (None,))
    assert only("by close of business", calendar=shop)[2] == "06-10 18:30"
    assert only("by COB Friday", calendar=shop)[2] == "06-12 18:30"
    assert only("by close of business")[2] == "06-10 17:00"


def test_figures_are_read_day_first_where_people_write_so():
    assert only("on 5/8")[1] == "05-08"
    assert only("on 5/8", calendar=Calendar.standard(LONDON))[1] == "08-05"


def test_a_bare_length_of_time_has_seconds_and_no_place():
    (when,) = resolve("It takes an hour and a half.", WEDNESDAY)
    assert (when.kind, when.seconds, when.since, when.until) == ("duration", 5400, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It may or may not be right.",
        "We will look into it shortly.",
        "A second opinion would help, and march on.",
        "Open 24/7, rated 9/10.",
        "It costs $12.50 or 3% more.",
        "my six year old",
        "Good morning!",
        "Order 133-03-03-2020",
        "every Monday",
    ],
)
def test_a_text_that_names_no_time_gives_nothing(text):
    assert resolve(text, WEDNESDAY) == []


def test_the_answer_is_in_the_zone_of_the_reference():
    (when,) = resolve("tomorrow", datetime(2026, 3, 28, 12, 0, tzinfo=LONDON))
    assert when.since is not None
    assert when.until is not None
    assert when.since.tzinfo is LONDON
    # The night the clocks go forward: the day has 23 hours.
    assert when.until.astimezone(UTC) - when.since.astimezone(UTC) == timedelta(hours=23)


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "by on in the next last Friday March may 3rd 31 5/6 12:30 pm within to - three thousand "
        "days weeks century ago from now of tomorrow end year 9999 0000s 2015-1-32 noon half past "
        "business until decade 999999 . , %",
    )
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_ordered_phrases_inside_it_and_never_an_error(text):
    end = 0
    for when in resolve(text, WEDNESDAY):
        assert end <= when.start < when.end <= len(text)
        end = when.end
        if when.since is not None and when.until is not None:
            assert when.since <= when.until


def test_reading_never_loses_its_place_in_a_long_text():
    text = "from 3 to 5 on the next Friday of March or within 3 - 5 days. " * 800
    assert len(resolve(text, WEDNESDAY)) == 800 * len(resolve(text[:62], WEDNESDAY))
