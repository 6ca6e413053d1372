import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.readers.found import Unreadable
from goldenthread.engine.readers.ratings import Scale, answer_of


@pytest.mark.parametrize(
    ("written", "number", "normalized"),
    [
        (4, 4, 0.75),
        ("4/5", 4, 0.75),
        ("4 stars", 4, 0.75),
        ("4,5", 4.5, 0.875),
        ("1", 1, 0),
        ("good", None, 1),
        ("Not good", None, 0),
    ],
)
def test_a_rating_is_read_however_it_is_written(written, number, normalized):
    answer = answer_of(written, Scale(1, 5), "How was it?")

    assert (answer.value_num, answer.normalized) == (number, normalized)
    assert answer.question_text == "How was it?"


def test_a_scale_may_be_best_at_its_low_end():
    assert answer_of("−5", Scale(-5, 5, best="low"), None).normalized == 1


@pytest.mark.parametrize("nothing", [None, "", "n/a"])
def test_an_empty_cell_is_no_answer(nothing):
    assert answer_of(nothing, Scale(1, 5), None) is None


@pytest.mark.parametrize(("written", "reason"), [(6, "outside 1…5"), ("blue", "is no number")])
def test_what_is_no_value_of_the_scale_is_refused(written, reason):
    with pytest.raises(Unreadable, match=reason):
        answer_of(written, Scale(1, 5), None)


@given(st.floats(-5, 5))
def test_every_value_of_the_scale_is_normalized_between_worst_and_best(value):
    assert 0 <= answer_of(value, Scale(-5, 5), None).normalized <= 1
