import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.gauge import Gauge, GaugeUnavailable, Stance
from goldenthread.engine.types import Span

GOOD = "Anna rang me back within the hour and fixed it. Thank you so much!"
BAD = "Still no bag after three days, and nobody answers the phone."
ASKS = "What time does the branch open on Saturday?"


@pytest.fixture(scope="module")
def gauge():
    return Gauge.load()


def test_a_mode_that_is_not_installed_is_named():
    with pytest.raises(GaugeUnavailable, match="precise"):
        Gauge.load("precise")


def test_it_is_loaded_once():
    assert Gauge.load() is Gauge.load("fast")


def test_thanks_are_positive_and_a_bare_fact_of_failure_is_negative(gauge):
    good, bad, asks = gauge.valence([GOOD, BAD, ASKS])
    assert good > 0.2
    assert bad < -0.2
    assert -0.2 <= asks <= 0.2


@pytest.mark.parametrize(
    "text",
    [
        "You cancelled my flight at the last minute.",
        "Two hours on hold and counting.",
        "This is the third time I have called about the same bill.",
        "The washing machine was delivered with a broken door.",
    ],
)
def test_facts_without_a_feeling_word_are_negative_feedback(gauge, text):
    assert gauge.valence([text])[0] < -0.2
    assert gauge.stance([text]) == [Stance.FEEDBACK]


def test_severity_follows_what_happened(gauge):
    good, bad = gauge.severity([GOOD, BAD])
    assert -5 <= bad < 0 < good <= 5


def test_a_polite_request_is_politer_than_a_rude_one(gauge):
    polite, rude = gauge.politeness(
        [
            "Thanks for your work! Could you please take a look at this when you have time?",
            "Why did you remove this? What is wrong with you?",
        ]
    )
    assert rude < 0.5 <= polite


def test_asking_for_something_is_an_intent_and_telling_is_not(gauge):
    asks, tells = gauge.intent(["Please send me the contract by Friday.", "It rained all day."])
    assert tells < 0.5 <= asks


def test_gratitude_is_present_in_thanks(gauge):
    assert "gratitude" in gauge.present([GOOD])[0]
    assert gauge.feelings([GOOD])[0]["gratitude"] > 0.5


def test_a_question_is_a_question(gauge):
    assert gauge.stance([ASKS]) == [Stance.QUESTION]


def test_what_was_not_delivered_breaks_deliver(gauge):
    assert "D" in gauge.broken([BAD])[0]
    assert gauge.broken([GOOD]) == [set()]


def test_another_script_is_said_to_be_unread_and_gets_nothing(gauge):
    text = ["Вы потеряли мой багаж и никто не отвечает на мои звонки."]
    assert gauge.unread(text)[0]
    for reader in (gauge.politeness, gauge.valence, gauge.intent, gauge.severity):
        assert np.isnan(reader(text)).all()
    assert gauge.feelings(text) == [{}]
    assert gauge.present(text) == [set()]
    assert gauge.stance(text) == [Stance.OTHER]
    assert gauge.broken(text) == [set()]
    assert gauge.coping(text) == [None]
    assert gauge.word_of_mouth(text) == [None]
    assert gauge.retold(text) == [False]


def test_no_texts_give_no_results(gauge):
    assert gauge.valence([]).shape == (0,)
    assert gauge.stance([]) == []
    assert gauge.feelings([]) == []


def test_arrays_are_single_precision_with_one_value_a_text(gauge):
    for reader in (gauge.politeness, gauge.valence, gauge.intent, gauge.severity):
        values = reader([GOOD, BAD])
        assert values.dtype == np.float32
        assert values.shape == (2,)


def test_the_words_behind_a_reading_are_whole_words_of_the_text(gauge):
    spans = gauge.spans(BAD, "valence")
    assert 1 <= len(spans) <= 3
    for span in spans:
        assert isinstance(span, Span)
        assert BAD[span.start : span.end] == BAD[span.start : span.end].strip()
        assert 0 <= span.start < span.end <= len(BAD)


@pytest.mark.parametrize(
    "text", [GOOD, BAD, "Terrible, rude and slow.", "Lovely staff, well done."]
)
def test_without_the_words_behind_it_a_reading_moves_toward_neutral(gauge, text):
    marked = {i for span in gauge.spans(text, "valence") for i in range(span.start, span.end)}
    rest = "".join(c for i, c in enumerate(text) if i not in marked)
    before, after = gauge.valence([text, rest])
    assert abs(after) < abs(before) or after * before < 0


def test_a_head_nobody_knows_is_an_error(gauge):
    with pytest.raises(ValueError, match="not in"):
        gauge.spans(GOOD, "weather")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read_or_said_to_be_unread(text):
    gauge = Gauge.load()
    told = gauge.scores([text])
    unread = told.unread[0] is not None
    assert np.isnan(told.valence[0]) == unread
    assert unread or -1 <= told.valence[0] <= 1
    for span in gauge.spans(text, "severity"):
        assert 0 <= span.start < span.end <= len(text)


def test_a_megabyte_is_read_in_bounded_time_without_running_out(gauge):
    told = gauge.scores(["still no parcel " * 65_000])
    assert told.valence[0] < 0
