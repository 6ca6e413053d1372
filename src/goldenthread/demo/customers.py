"""Customers: people nobody is, each the same whenever they come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.demo.chance import stream
from goldenthread.demo.hands import HANDS, Hand
from goldenthread.demo.names import FIRST, KINDS_OF_STREET, LAST, STREETS, TOWNS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

# Numbers set aside for stories by the British regulator, a thousand in each.
_PREFIXES = (
    *(f"01{area} 496 0" for area in (13, 14, 15, 16, 17, 18, 21, 31, 41, 51, 61)),
    "020 7946 0",
    "0191 498 0",
    "028 9649 6",
    "029 2018 0",
)
_EACH = 1000
_MAILS = ("example.com", "example.org", "example.net", "mail.example", "post.example")
_AREAS = ("AL", "BK", "DM", "EV", "FB", "HM", "KM", "LK", "MB", "NW", "RV", "SM", "TF", "WX")
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_RETURNING = 0.62


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer; `phone` is None when the numbers for stories have run out.

    No two customers share a mail address, a telephone number or an account.
    """

    first: str
    last: str
    email: str
    phone: str | None
    street: str
    town: str
    postcode: str
    account: str
    hand: Hand

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.last}"


class Customers:
    """Everybody who may come in one run; some come back."""

    def __init__(self, seed: int, conversations: int) -> None:
        self._seed = seed
        self._count = max(1, round(conversations * _RETURNING))

    def somebody(self, rng: Random) -> Customer:
        """One of them, each as likely as any other."""
        return self.customer(int(rng.random() * self._count))

    def customer(self, number: int) -> Customer:
        """The customer of that number, from 0 on."""
        rng = stream("customer", self._seed, number)
        first, last = _one(FIRST, rng), _one(LAST, rng)
        return Customer(
            first=first,
            last=last,
            email=f"{first}.{last}{number + 11}@{_one(_MAILS, rng)}".lower(),
            phone=_phone(number),
            street=f"{int(rng.random() * 140) + 1} {_one(STREETS, rng)} "
            f"{_one(KINDS_OF_STREET, rng)}",
            town=_one(TOWNS, rng),
            postcode=_postcode(rng),
            account=f"{4_100_000 + number * 7 + self._seed % 7}",
            hand=HANDS.draw(rng),
        )


def _one(choices: Sequence[str], rng: Random) -> str:
    return choices[int(rng.random() * len(choices))]


def _phone(number: int) -> str | None:
    if number >= len(_PREFIXES) * _EACH:
        return None
    return f"{_PREFIXES[number % len(_PREFIXES)]}{number // len(_PREFIXES):03}"


def _postcode(rng: Random) -> str:
    letters = _one(_LETTERS, rng) + _one(_LETTERS, rng)
    return f"{_one(_AREAS, rng)}{int(rng.random() * 19) + 1} {int(rng.random() * 9) + 1}{letters}"
