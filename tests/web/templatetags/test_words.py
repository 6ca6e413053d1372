import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.types import Span
from goldenthread.web.templatetags.words import quote

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</p></blockquote><style>*{display:none}</style>",
    "<!-- -->&lt;b&gt;",
    "{{ user.password }}{% include 'x' %}",
    "javascript:alert('x')",
    "<mark class=bad>forged</mark>",
]
spans = st.lists(
    st.tuples(
        st.integers(-5, 60),
        st.integers(-5, 60),
        st.none() | st.sampled_from(["good", "bad", "due"]) | st.text(max_size=8),
    ),
    max_size=6,
)
OURS = re.compile(r'<br>|</mark>|<mark(?: class="[a-z][a-z_-]*")?>')


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_a_customer_writes_becomes_part_of_the_page(text):
    shown = quote(text, [Span(1, 5, "bad")])

    assert "<" not in OURS.sub("", shown)
    assert html.unescape(OURS.sub("", shown)) == text


@given(st.text(max_size=50), spans)
def test_whatever_is_marked_only_our_own_tags_are_written(text, marked):
    shown = quote(text, marked)
    rest = OURS.sub("", shown)

    assert not {"<", ">", '"', "'"} & set(rest)
    assert shown.count("<mark") == shown.count("</mark>")


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=50), spans)
def test_every_word_stays_as_it_was_written(text, marked):
    assert html.unescape(OURS.sub("", quote(text, marked))) == text


def test_words_are_marked_where_the_offsets_say():
    text = "It is Friday, nobody has called."

    assert quote(text, [Span(14, 31, "bad")]) == (
        'It is Friday, <mark class="bad">nobody has called</mark>.'
    )


def test_offsets_are_characters_though_signs_are_wide():
    assert (
        quote("👍🏽 & thanks", [(0, 2), (5, 11)]) == "<mark>👍🏽</mark> &amp; <mark>thanks</mark>"
    )


def test_where_two_overlap_the_shorter_one_shows():
    shown = quote("one two three", [(0, 13, "due"), (4, 7, "bad")])

    assert shown == (
        '<mark class="due">one </mark><mark class="bad">two</mark><mark class="due"> three</mark>'
    )


@pytest.mark.parametrize("span", [(5, 2), (40, 50), (-9, 0), (3, 3)])
def test_a_span_that_holds_no_words_marks_nothing(span):
    assert quote("ten chars.", [span]) == "ten chars."


def test_a_span_beyond_the_text_is_cut_off():
    assert quote("short", [(-3, 99, "good")]) == '<mark class="good">short</mark>'


@pytest.mark.parametrize("kind", ['"><script>', "BAD", "a b", "x onclick=y", None, ""])
def test_only_a_plain_word_becomes_a_class(kind):
    assert quote("word", [(0, 4, kind)]) == "<mark>word</mark>"


def test_masked_data_is_set_apart_from_the_words():
    shown = quote("Dear [name 1], see [option 2].", [(0, 13, "good")])

    assert shown == (
        '<mark class="good">Dear <span class="tag noise">name 1</span></mark>, see [option 2].'
    )


def test_lines_stay_lines():
    assert quote("one\r\ntwo\nthree\rfour") == "one<br>two<br>three<br>four"


def test_signs_that_would_turn_the_page_around_are_made_visible():
    assert quote("pay \u202e01$\x00") == "pay \ufffd01$\ufffd"


def test_half_a_sign_cannot_break_the_page():
    assert quote("so \ud83d sad").encode() == b"so \xef\xbf\xbd sad"


def test_no_words_give_nothing():
    assert quote("", [(0, 1)]) == ""
