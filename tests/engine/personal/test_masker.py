"""Masking is total, repeatable, and tells exactly what it took."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.personal import Masker, mask

PIECES = st.sampled_from([
    "Anna Berg", "anna@b.org", "4111 1111 1111 1111", "+44 20 7946 0018", "my name is ", "Dear ",
    "[name 1]", "[email 2]", "call ", "İstanbul", "ﬁ", "😀", "\n", " ", ", ", ".", "12 High Street",
    "https://a.b/?token=", "password: ", "10.0.0.1", "Will", "May", "O'Neill", "'s", "and ",
    "\ud800", "ann at ", "@ x.example.com", " dot com", "12 345 678 9", "SSN ", "my id is ", "pw ",
    "/reset/aB3xZ9", "ul. Nowa 5/6", "26-839 Brno", "Unit 3/", "john ", "van ", "Van ", "tell ",
    "Milton Keynes", "mr ", "A.B. ", "the team", "\u202f",
])  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _word_lists():
    mask("Anna Berg lives at 12 High Street.")  # they are read once, which takes its time


TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


def rebuilt(text, found, masked):
    """A pattern of what stays, with a placeholder of the right kind where something was found."""
    pattern, at = "", 0
    for one in found:
        word = one.kind.value.replace("_", " ")
        pattern += re.escape(text[at : one.start]) + rf"\[{word} \d+\]"
        at = one.end
    return re.fullmatch(pattern + re.escape(text[at:]), masked)


@given(TEXTS)
def test_found_stretches_are_in_order_apart_and_make_up_the_masked_text(text):
    masked, found = mask(text)
    places = [place for one in found for place in (one.start, one.end)]
    assert places == sorted(places)
    assert all(one.start < one.end <= len(text) for one in found)
    assert rebuilt(text, found, masked)


@given(TEXTS)
def test_masking_what_is_masked_changes_nothing(text):
    masked, _ = mask(text)
    assert mask(masked) == (masked, [])


@given(TEXTS, st.lists(st.text(max_size=12), max_size=4))
def test_whatever_is_known_beforehand_masking_never_fails(text, known):
    masked, found = mask(text, known)
    assert rebuilt(text, found, masked)


@given(st.text(alphabet="ab \n", max_size=30))
def test_a_known_name_never_stays(around):
    masked, _ = mask(f"{around} Zwxvana Qrtplk {around}", ["Zwxvana Qrtplk"])
    assert "Zwxvana" not in masked


def test_placeholders_stay_the_same_throughout_a_conversation():
    masker = Masker(["Jane Doe"])
    assert masker.mask("Jane Doe, jd@x.org")[0] == "[name 1], [email 1]"
    assert (
        masker.mask("b@x.org, then JD@x.org for Jane")[0]
        == "[email 2], then [email 1] for [name 1]"
    )


def test_somebody_named_in_full_once_is_known_by_either_name_from_then_on():
    masker = Masker()
    assert masker.mask("My name is Anna Zbrzyczny.")[0] == "My name is [name 1]."
    assert masker.mask("In Zbrzyczny it says so.")[0] == "In [name 1] it says so."


def test_known_identifiers_go_however_they_are_written():
    known = ("+1 312 555 0143", "bquill58", "Crystal Quill")
    masked, _ = mask("crystal quill / BQUILL58 / 3125550143 wants a crystal vase", known)
    assert masked == "[name 1] / [username 1] / [phone 1] wants a crystal vase"


def test_placeholders_of_an_earlier_masking_are_not_given_to_somebody_else():
    assert mask("[name 1] wrote to Helen Brody.")[0] == "[name 1] wrote to [name 2]."


def test_nothing_in_nothing_out():
    assert mask("") == ("", [])


def test_a_known_name_inside_an_address_of_mail_goes_with_the_address():
    masked, found = Masker(["Mo Farrow"]).mask("Write to mo.farrow@example.org, says Mo Farrow.")

    assert masked == "Write to [email 1], says [name 1]."
    assert [one.kind for one in found] == ["email", "name"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Brightwater said yes.", "Brightwater said yes."),
        ("hi brightwater, where is it?", "hi brightwater, where is it?"),
        ("Dear Brightwater Energy,", "Dear Brightwater Energy,"),
        ("Dear Tom Brightwater,", "Dear [name 1],"),
        ("My name is Anna Berg, Brightwater.", "My name is [name 1], Brightwater."),
    ],
)
def test_what_the_organisation_is_called_is_no_person(text, masked):
    assert Masker(ours=["Brightwater Energy"]).mask(text)[0] == masked


def test_a_customer_called_like_the_organisation_is_masked():
    assert Masker(["Ola Brightwater"], ours=["Brightwater"]).mask("Ola Brightwater here")[0] == (
        "[name 1] here"
    )
