import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.gauge import Stance, customer

TOLD = {
    "P": [
        "The lady at the desk was rude to my mother.",
        "Halfway through, your man hung up on me.",
    ],
    "R": ["I sat on hold for fifty minutes.", "They talked down to us as if we were children."],
    "O": ["I was transferred four times.", "Everyone tells me to contact another department."],
    "U": [
        "They misunderstood me.",
        "I got a copy-paste reply.",
        "Each of you told me something different.",
    ],
    "D": [
        "My train was cancelled.",
        "The sofa never arrived.",
        "Still waiting for a call back.",
        "The app keeps crashing.",
        "I was charged twice.",
        "Nobody replied to my letter.",
    ],
}
CASES = [(letter, text) for letter, texts in TOLD.items() for text in texts]


@pytest.mark.parametrize(("letter", "text"), CASES)
def test_a_told_breach_is_heard(letter, text):
    assert customer.broken([text]) == [{letter}]


def test_not_to_be_listened_to_is_neither_respect_nor_understanding():
    assert customer.broken(["Nobody listened to what I said."]) == [{"R", "U"}]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was ever rude to me.",
        "She was polite, kind and quick.",
        "There was no delay at all.",
        "Thank you for the lovely dinner.",
        "",
    ],
)
def test_what_was_not_broken_is_not_heard(text):
    assert customer.broken([text]) == [set()]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I waited forty minutes and nobody told me why.", Stance.FEEDBACK),
        ("It would be good to have more chairs.", Stance.FEEDBACK),
        ("Absolutely awful, I am disgusted.", Stance.OPINION),
        ("The dentist explained every step and put me at ease.", Stance.PRAISE_SPECIFIC),
        ("Great service, thank you!", Stance.PRAISE_VAGUE),
        ("Where can I park?", Stance.QUESTION),
        ("It is Tuesday.", Stance.OTHER),
        ("", Stance.OTHER),
    ],
)
def test_a_stance_is_told_from_the_words(text, stance):
    assert customer.stance([text]) == [stance]


def test_feedback_needs_something_to_act_on():
    opinion, feedback = customer.stance(
        ["Terrible service.", "Terrible service, the parcel came three days late."]
    )
    assert (opinion, feedback) == (Stance.OPINION, Stance.FEEDBACK)


@pytest.mark.parametrize(
    ("text", "coping", "mouth"),
    [
        ("I want to speak to your manager.", "fight", None),
        ("After an hour I gave up.", "flight", None),
        ("Stay away from this shop!", None, "against"),
        ("I would recommend them to anyone.", None, "for"),
        ("I would not recommend them.", None, "against"),
        ("The parcel is blue.", None, None),
    ],
)
def test_coping_and_word_of_mouth(text, coping, mouth):
    assert customer.coping([text]) == [coping]
    assert customer.word_of_mouth([text]) == [mouth]


def test_telling_it_again_is_heard():
    told = ["I had to explain everything again.", "As I already said, it is blue.", "It is blue."]
    assert customer.retold(told) == [True, True, False]


@pytest.mark.parametrize(("straight", "other"), [("didn't", "didn’t"), ("didn't", "didnt")])
def test_an_apostrophe_may_be_written_any_way(straight, other):
    text = f"They {straight} listen."
    assert customer.broken([text]) == customer.broken([text.replace(straight, other)]) == [{"U"}]


def test_british_and_american_spelling_read_the_same():
    assert customer.broken(["cancelled flight"]) == customer.broken(["canceled flight"]) == [{"D"}]


def test_signs_show_the_exact_words():
    text = "😀 First it was fine, then the engineer hung up on me."
    shown = {sign.sign: text[sign.start : sign.end] for sign in customer.signs(text)}
    assert shown == {"c_hung_up": "engineer hung up"}


PIECES = ["on hold", "rude", "never", "?", "late", "\ud800", "thank you", "é", "😀", " ", "not "]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_any_text_is_read_and_its_spans_lie_inside(text):
    assert all(0 <= s.start < s.end <= len(text) for s in customer.signs(text))
    assert len(customer.stance([text])) == 1


def test_a_very_long_text_is_read_quickly_up_to_its_bound():
    text = "I was on hold for hours. " * 40_000
    signs = customer.signs(text)
    assert [sign.sign for sign in signs] == ["c_held"]
