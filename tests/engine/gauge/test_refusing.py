import importlib.util
from pathlib import Path

import pytest

from goldenthread.engine.gauge.refusing import refusals

_spec = importlib.util.spec_from_file_location("talks", Path(__file__).with_name("talks.py"))
talks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(talks)
talk = talks.talk

OPENING = "c My kettle leaks and I would like a new one."


def explained(*lines):
    return [why for _, why in refusals(talk(OPENING, *lines))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("a We cannot refund it.",), [False]),
        (("a We cannot refund it because it was opened.",), [True]),
        (("a We cannot refund it.", "a Instead you can exchange it."), [True]),
        (("a We cannot refund it.", "c Why?", "a Because it was opened."), [False]),
        (("a We cannot, as it was opened.", "c Please?", "a We cannot do it."), [True, True]),
        (("a We will refund it.",), []),
    ],
)
def test_refusals_and_whether_they_are_explained(lines, expected):
    assert explained(*lines) == expected


@pytest.mark.parametrize(
    ("refuses", "does_not"),
    [
        ("We can't do that.", "We can do that."),
        ("I'm unable to change it.", "I'm able to change it."),
        ("That is not possible.", "That is possible."),
        ("That isn't something we do.", "That is something we do."),
        ("I won't be able to help.", "I will be able to help."),
        ("We have to decline.", "We have to decide."),
        ("I'm afraid that's outside our control.", "I'm glad that's in our control."),
        ("Your warranty doesn't cover that.", "Your warranty does cover that."),
        ("You are not eligible.", "You are eligible."),
        ("Your claim was rejected.", "Your claim was accepted."),
        ("Unfortunately not.", "Fortunately so."),
        ("There is nothing more we can do.", "There is something more we can do."),
        ("You can't return it.", "If you can't return it, tell us."),
        ("I cannot change it.", "I cannot find it."),
        ("I'm sorry, we can't help.", "I'm sorry you couldn't log in."),
        ("We can't offer that.", "Can't you send a picture?"),
        ("Sorry, you can't return it.", "I'm sorry you can't heat the house."),
        ("We can't have it back.", "You can't go wrong with it."),
    ],
)
def test_a_no_is_one_only_when_something_is_refused(refuses, does_not):
    assert explained(f"a {refuses}") == [False]
    assert explained(f"a {does_not}") == []


@pytest.mark.parametrize(
    "denial",
    [
        "Early delivery is not permitted.",
        "Price matching isn't available.",
        "We don't price match.",
        "Nothing can be done about that.",
        "Sorry, no window seats.",
        "We will not be amending it.",
        "No.",
        "Absolutely not.",
        "The fee stays.",
        "We won't replace it.",
        "There is nothing today.",
        "I'm not going to change it.",
    ],
)
def test_a_bare_denial_is_a_no_only_to_who_asked_for_something(denial):
    def whys(opening):
        return [why for _, why in refusals(talk(opening, f"a {denial}"))]

    assert whys("c Could you change it for me?") == [False]
    assert whys("c That was quick.") == []


@pytest.mark.parametrize(
    ("bare", "with_reason"),
    [
        ("We can't. I'm sorry.", "We can't. It is sold out."),
        ("It's not possible, sorry.", "It's not possible, but we can repair it."),
        ("We can't refund it. Kind regards", "We can't refund it due to the fare rules."),
        ("I can't change it. Anything else?", "I can't change it: the law forbids it."),
        ("We can't, and that is final.", "We can't, as the sale was final."),
        ("I can only apologise, we can't.", "Our policy is thirty days, so we can't."),
        ("We can't, there is nothing I can do.", "We can't. What I can do is send a new lid."),
        ("We can't change it. We really can't.", "We can't change it. The crack came from a fall."),
        ("We can't. That is just how it is.", "We can't. Nobody makes that kettle any more."),
        ("We can't. It is our final answer.", "We can't, the maker sets the price."),
    ],
)
def test_a_reason_or_another_way_explains_a_no(bare, with_reason):
    assert not any(explained(f"a {bare}"))
    assert all(explained(f"a {with_reason}"))


@pytest.mark.parametrize(
    ("asks_for_it", "asks_whether"),
    [("c Could you come on Saturday?", "c Is it still broken?")],
)
def test_a_bare_no_refuses_what_is_asked_for_and_answers_what_is_asked(asks_for_it, asks_whether):
    assert [why for _, why in refusals(talk(asks_for_it, "a No."))] == [False]
    assert refusals(talk(asks_whether, "a No.")) == []


def test_the_thing_asked_for_denied_is_a_no_and_another_thing_is_none():
    asked = "c Please send a new remote."
    assert [why for _, why in refusals(talk(asked, "a Remotes are not replaced."))] == [False]
    assert refusals(talk(asked, "a Lamps are not replaced.")) == []
