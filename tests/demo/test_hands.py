import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.demo.chance import stream
from goldenthread.demo.hands import HANDS, Hand, written

SAID = "I'm still waiting at 14 Lark Lane, please write to ana.bell12@example.org."


@pytest.mark.parametrize(
    ("hand", "says"),
    [
        (Hand.NEAT, SAID),
        (Hand.LOWER, SAID.lower()),
        (Hand.BARE, SAID.replace("'", "")),
        (Hand.LOUD, SAID.upper()),
        (Hand.SHORT, "im still waiting at 14 lark lane, pls write to ana.bell12@example.org."),
    ],
)
def test_each_hand_has_its_habit(hand, says):
    assert written(SAID, hand, stream(1)) == says


@given(st.integers())
def test_haste_never_touches_an_address_or_a_number(seed):
    text = written(SAID, Hand.HASTY, stream(seed))
    assert "ana.bell12@example.org" in text
    assert "14" in text


def test_haste_slips_now_and_then():
    slipped = {written(SAID, Hand.HASTY, stream(seed)) for seed in range(40)}
    assert len(slipped) > 10


def test_a_text_without_words_is_left_alone():
    assert written("", Hand.HASTY, stream(1)) == ""


def test_most_people_write_neatly():
    rng = stream(5)
    hands = [HANDS.draw(rng) for _ in range(4000)]
    assert hands.count(Hand.NEAT) / 4000 == pytest.approx(0.56, abs=0.03)
    assert set(hands) == set(Hand)
