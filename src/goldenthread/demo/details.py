"""The particulars a conversation speaks of: sums, days, things; each invented when first named."""

from __future__ import annotations

from calendar import day_name
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from goldenthread.demo.hours import Hours
    from goldenthread.demo.phrases import Bank
    from goldenthread.demo.plan import Plan

_FEES = ("£15", "£18", "£20", "£24.50", "£28", "£30", "£35", "£39.99", "£45", "£60")
_ABROAD = 0.2
_TURNED = {"my": "your", "your": "our", "I": "you", "us": "you"}
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_SLOTS = ("between 8 and 12", "between 12 and 4", "between 8 and 10", "between 10 and 1")
_CARD_FIRSTS = ("4539", "4716", "5274", "5412")


class Details(dict[str, str]):
    """What the slots of one conversation hold; a particular stays what it was first said to be."""

    def __init__(self, plan: Plan, bank: Bank, hours: Hours, rng: Random) -> None:
        customer = plan.customer
        super().__init__(
            first=customer.first,
            last=customer.last,
            name=customer.name,
            email=customer.email,
            street=customer.street,
            town=customer.town,
            postcode=customer.postcode,
            account=customer.account,
            ref=plan.native_id,
        )
        self.plan = plan
        self.bank = bank
        self.hours = hours
        self.day = plan.arrival.at.date()
        self.matter = bank.group(f"open.{plan.story}", rng)
        self.agent_speaks = False
        self._own_topic: str | None = None
        self._their_topic = ""
        self._rng = rng

    def __missing__(self, slot: str) -> str:
        """Invent what `slot` holds.

        Raises:
            KeyError: nobody knows how.
        """
        if slot == "topic":
            return self._topic()
        value = self[slot] = _MAKERS[slot](self, self._rng)
        return value

    def _topic(self) -> str:
        """The matter from the side of whoever speaks, which is why it is never kept as it is."""
        if self._own_topic is None:
            key = f"topic.{self.plan.story}"
            self._own_topic = self.bank.say(key, self, self._rng, self.matter)
            self._their_topic = turned(self._own_topic)
        return self._their_topic if self.agent_speaks else self._own_topic


def turned(topic: str) -> str:
    """A customer's words for a matter in an agent's mouth.

    Example:
        >>> turned("my question about your engineer")
        'your question about our engineer'
    """
    return " ".join(_TURNED.get(word, word) for word in topic.split(" "))


def _past_day(details: Details, rng: Random) -> str:
    day = details.hours.day_before(details.day, 1 + int(rng.random() * 4))
    return day_name[day.weekday()]


def _visit_day(details: Details, rng: Random) -> str:
    day = details.hours.day_after(details.day, 1 + int(rng.random() * 4))
    named = day_name[day.weekday()]
    return named if day - details.day < timedelta(days=7) else f"{named} the {_ordinal(day.day)}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number in (11, 12, 13) else ending}"


def _thing(details: Details, rng: Random) -> str:
    return details.bank.say("thing", details, rng)


def _other(details: Details, rng: Random) -> str:
    return details.bank.say("other", details, rng)


def _phone(details: Details, rng: Random) -> str:
    number = details.plan.customer.phone or f"07700 900{int(rng.random() * 1000):03}"
    return f"+44 {number[1:]}" if rng.random() < _ABROAD else number


def _previous(details: Details, rng: Random) -> str:
    del rng
    return details.plan.previous.first


def _amount(details: Details, rng: Random) -> str:
    del details
    return f"£{int(40 + rng.random() ** 2 * 400)}.{int(rng.random() * 100):02}"


def _reading(details: Details, rng: Random) -> str:
    del details
    return f"{int(10_000 + rng.random() * 80_000)}"


def _card(details: Details, rng: Random) -> str:
    del details
    digits = _CARD_FIRSTS[int(rng.random() * len(_CARD_FIRSTS))]
    digits += "".join(str(int(rng.random() * 10)) for _ in range(11))
    digits += _check_digit(digits)
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def _one_of(choices: tuple[str, ...]) -> Callable[[Details, Random], str]:
    return lambda _, rng: choices[int(rng.random() * len(choices))]


def _check_digit(digits: str) -> str:
    """The digit that makes a card's number one by Luhn's sum."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - Luhn's own
    return str(-total % 10)


_MAKERS: dict[str, Callable[[Details, Random], str]] = {
    "amount": _amount,
    "card": _card,
    "days": _one_of(_NUMBERS),
    "fee": _one_of(_FEES),
    "other": _other,
    "pastday": _past_day,
    "phone": _phone,
    "previous": _previous,
    "reading": _reading,
    "slot": _one_of(_SLOTS),
    "thing": _thing,
    "visitday": _visit_day,
}
