import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.web.charts.control import BOTTOM, TOP, Series, control

KEPT = [0.84, 0.86, 0.82, 0.71]
LIMITS = [(0.78, 0.84, 0.90)] * 4
LABELS = ["43", "44", "45", "46"]


def test_a_week_below_the_limits_is_marked_for_the_worse():
    drawn = control(Series(KEPT, LIMITS, LABELS, {3: "71 %, below the limit: real"}))

    (signal,) = drawn.signals
    assert (signal.x, signal.tone, signal.is_late) == (98, "bad", True)
    assert len(drawn.weeks) == 3


def test_a_week_above_the_limits_is_marked_for_the_better():
    drawn = control(Series([0.84, 0.97], LIMITS[:2], LABELS[:2], {1: ""}))

    assert [week.tone for week in drawn.signals] == ["good"]


def test_limits_are_steps_halfway_between_the_weeks():
    drawn = control(Series([0.8, 0.8], [(0.7, 0.8, 0.9), (0.6, 0.8, 1.0)]))

    across = re.findall(r"H([\d.]+)", drawn.band)
    assert across == ["50", "100", "50", "0"]
    assert drawn.band.startswith("M0 ")
    assert drawn.band.endswith("Z")


def test_a_week_too_small_for_limits_leaves_a_gap_in_them():
    drawn = control(Series(KEPT, [None, LIMITS[0], None, LIMITS[0]], LABELS, {3: ""}))

    assert drawn.band.count("Z") == 2
    assert re.findall(r"M([\d.]+)", drawn.centre) == ["18", "82"]
    assert [tick.value for tick in drawn.values] == [0.90, 0.84, 0.78]
    assert drawn.signals[0].tone == "bad"


def test_weeks_all_too_small_draw_no_limits():
    drawn = control(Series(KEPT, [None] * 4, LABELS))

    assert (drawn.band, drawn.centre) == ("", "")
    assert len(drawn.weeks) == 4


def test_values_at_the_edge_never_cover_each_other():
    wide = control(Series(KEPT, LIMITS)).values
    narrow = control(Series([0.5, 0.9], [(0.849, 0.85, 0.851)] * 2)).values

    assert [tick.value for tick in wide] == [0.90, 0.84, 0.78]
    assert [tick.value for tick in narrow] == [0.85]


def test_first_middle_and_last_week_are_named():
    names = [str(week) for week in range(27, 47)]

    assert [tick.label for tick in control(Series([0.8] * 20, labels=names)).labels] == [
        "27",
        "36",
        "46",
    ]


def test_what_was_done_stands_at_its_week_and_leans_away_from_the_edge():
    notes = {0: "opened a desk", 9: "longer hours", 19: "new script"}
    deeds = control(Series([0.8] * 20, notes=notes)).deeds

    assert [(deed.words, deed.anchor) for deed in deeds] == [
        ("opened a desk", ""),
        ("longer hours", "mid"),
        ("new script", "end"),
    ]


def test_no_weeks_draw_an_empty_picture():
    drawn = control(Series([]))

    assert (drawn.band, drawn.lines, drawn.weeks, drawn.labels) == ("", (), (), ())


@pytest.mark.parametrize("wrong", [Series([0.8], LIMITS), Series([0.8], labels=LABELS)])
def test_limits_and_names_must_be_one_a_week(wrong):
    with pytest.raises(ValueError, match="for 1 weeks"):
        control(wrong)


@given(st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=30))
def test_every_observed_week_is_drawn_once_on_the_paper(points):
    drawn = control(Series(points))

    assert len(drawn.weeks) == sum(value is not None for value in points)
    assert all(TOP <= week.y <= BOTTOM and 2 <= week.x <= 98 for week in drawn.weeks)
