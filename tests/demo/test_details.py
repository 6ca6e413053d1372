import re
from datetime import date

import pytest

from goldenthread.demo.details import turned
from goldenthread.demo.generator import generate

UNTIL = date(2026, 11, 24)


def luhn(digits):
    doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def test_every_card_number_would_pass_for_one():
    texts = " ".join(
        m.body_text for c in generate(seed=2, conversations=2500, until=UNTIL) for m in c.messages
    )
    cards = re.findall(r"\b\d{4} \d{4} \d{4} \d{4}\b", texts)
    assert len(cards) > 5
    assert all(luhn(card.replace(" ", "")) for card in cards)


@pytest.mark.parametrize(
    ("said", "turned_round"),
    [("my bill", "your bill"), ("the leak near us", "the leak near you"), ("the app", "the app")],
)
def test_a_matter_in_an_agents_mouth(said, turned_round):
    assert turned(said) == turned_round
