import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.gauge import features


def taken_apart(text):
    encoded = features.encode([text])
    room = features.room(encoded)
    n = features.pieces(encoded.codes, (0, len(text)), features.tables(), room)
    return room[0][:n].copy()


def buckets(text):
    return set(taken_apart(text)[:, 0].tolist())


def test_case_is_folded_but_a_word_in_capitals_leaves_its_sign():
    assert buckets("late") < buckets("LATE")
    assert buckets("Late") == buckets("late")


def test_numbers_are_one_sign_whatever_they_say():
    assert buckets("waited 40 minutes") == buckets("waited 7 minutes")


def test_accounts_are_one_sign_whoever_is_named():
    assert buckets("@anna_b hello") == buckets("@zoe hello")


def test_links_are_one_sign_wherever_they_lead():
    assert buckets("see https://a.example/x") == buckets("see http://b.example/y?z=1")


def test_a_stretched_word_is_the_word_and_a_sign():
    plain, drawn = buckets("soo late"), buckets("sooooooo late")
    assert plain < drawn


def test_curly_and_straight_apostrophes_are_the_same():
    assert buckets("didn’t come") == buckets("didn't come")


def test_word_order_matters():
    assert buckets("late not good") != buckets("good not late")


def test_where_a_sentence_begins_matters():
    assert buckets("Sorry. Can you help") != buckets("Sorry can you help.")


def test_an_empty_text_has_its_length_alone():
    assert len(taken_apart("")) == 1


@given(st.lists(st.text(max_size=80), max_size=6))
def test_every_piece_lies_within_its_own_text(texts):
    encoded = features.encode(texts)
    room = features.room(encoded)
    for begin, end in zip(encoded.begins, encoded.begins[1:], strict=False):
        n = features.pieces(encoded.codes, (begin, end), features.tables(), room)
        found = room[0][:n]
        assert n <= len(room[0])
        assert ((found[:, 0] >= 0) & (found[:, 0] < 1 << features.BITS)).all()
        assert ((begin <= found[:, 1]) & (found[:, 1] <= found[:, 2])).all()
        assert (found[:, 2] <= end).all()


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_text_is_taken_apart_alike_alone_and_in_company(first, second):
    encoded = features.encode([first, second])
    room = features.room(encoded)
    span = (encoded.begins[1], encoded.begins[2])
    n = features.pieces(encoded.codes, span, features.tables(), room)
    assert room[0][:n, 0].tolist() == taken_apart(second)[:, 0].tolist()


@pytest.mark.parametrize("text", ["a" * 100_000, "?!" * 50_000, "🙂" * 100_000, "é ñ " * 25_000])
def test_what_lies_beyond_the_part_that_is_read_adds_nothing(text):
    assert buckets(text) == buckets(text[: features.LONGEST])


def test_lone_surrogates_and_control_characters_are_read_past():
    assert buckets("late\x00 \ud800 again") >= buckets("late") & buckets("late\x00 x again")
    assert features.encode(["\ud800"]).codes.dtype == np.uint32
