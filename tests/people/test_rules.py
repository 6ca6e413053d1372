import pytest

from goldenthread.people.rules import hours_in_words, same_name


@pytest.mark.parametrize("written", ["Zoë Müller", " zoë  MÜLLER ", "Zoe Muller"])
def test_one_name_in_three_writings(written):
    assert same_name(written) == "zoe muller"


def test_no_working_day_at_all_is_said_so():
    assert hours_in_words([None] * 7) == "at no fixed hours"
