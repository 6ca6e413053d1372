"""Putting the finders together: who goes first, and what is left when they overlap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.personal.addresses import addresses
from goldenthread.engine.personal.identity import (
    handles,
    identity_numbers,
    numbers_in_context,
    sign_ins,
)
from goldenthread.engine.personal.links import addresses_of_machines, emails, url_secrets
from goldenthread.engine.personal.names import names
from goldenthread.engine.personal.numbers import numbers
from goldenthread.engine.personal.sieve import Numbers, Words, number_hints, word_hints
from goldenthread.engine.personal.small_names import small_names, told_names
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_KINDS = "|".join(kind.value.replace("_", " ") for kind in Kind)
PLACEHOLDER = re.compile(rf"\[({_KINDS}) (\d{{1,9}})\]")
_DIGIT = re.compile(r"\d")
_SHORTEST_IDENTITY, _SHORTEST_PHONE = 4, 6  # digits
# The first that claims a stretch keeps it: what has a check digit before what has only a shape.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            Kind.URL_SECRET,
            Kind.EMAIL,
            Kind.IBAN,
            Kind.CARD,
            Kind.NATIONAL_ID,
            Kind.IP,
            Kind.BIRTH_DATE,
            Kind.PASSWORD,
            Kind.USERNAME,
            Kind.ACCOUNT,
            Kind.PHONE,
            Kind.ADDRESS,
            Kind.NAME,
        )
    )
}


def find(text: str, known: Iterable[Found] = ()) -> list[Found]:
    """Every stretch of personal data in `text`, in order, none overlapping.

    Args:
        text: Any text; empty gives [].
        known: Stretches already known to be somebody's; only addresses of mail come before them.
    """
    taken = (
        [Found(*match.span(), Kind.NAME) for match in PLACEHOLDER.finditer(text)]
        if "[" in text
        else []
    )
    protected = set(taken)
    candidates = sorted(_candidates(text), key=_order)
    # A known name inside an address of mail is part of the address, which goes as a whole.
    mail = [found for found in candidates if found.kind is Kind.EMAIL]
    chosen = _without_overlap([*taken, *mail, *known, *candidates])
    return [found for found in chosen if found not in protected]


def _order(found: Found) -> tuple[int, int, int]:
    return _RANK[found.kind], found.start - found.end, found.start


def _candidates(text: str) -> Iterator[Found]:
    hinted = word_hints(text)
    if "@" in text:
        yield from handles(text)
    if "@" in text or " dot " in text or "dot)" in text or "dot]" in text:
        yield from emails(text)
    if "." in text:
        yield from url_secrets(text)
    if _DIGIT.search(text):
        yield from _with_digits(text)
    if ":" in text or "." in text:
        yield from addresses_of_machines(text)
    if Words.SIGN_IN in hinted:
        yield from sign_ins(text)
    yield from _names(text, hinted)


def _with_digits(text: str) -> Iterator[Found]:
    hinted = number_hints(text)
    if Numbers.NUMBERED in hinted:
        yield from numbers_in_context(text)
    if Numbers.POSTAL in hinted:
        yield from addresses(text)
    digits = sum(map(text.count, "0123456789"))
    if digits >= _SHORTEST_IDENTITY:
        yield from identity_numbers(text)
    if digits >= _SHORTEST_PHONE:
        yield from numbers(text)


def _names(text: str, hinted: Sequence[int]) -> Iterator[Found]:
    yield from names(text)
    if Words.TOLD_NAME in hinted:
        yield from told_names(text)
    if text.islower():
        yield from small_names(text)


def _without_overlap(candidates: list[Found]) -> list[Found]:
    """The first of those that overlap, in order of place; empty ones and loose ends dropped."""
    if len(candidates) < 2:  # noqa: PLR2004 - nothing to overlap with
        return candidates
    kept: list[Found] = []
    claimed: dict[int, list[Found]] = {}
    for found in candidates:
        blocks = range(found.start >> 6, ((found.end - 1) >> 6) + 1)
        rivals = (rival for block in blocks for rival in claimed.get(block, ()))
        if found.start < found.end and all(
            found.end <= r.start or r.end <= found.start for r in rivals
        ):
            kept.append(found)
            for block in blocks:
                claimed.setdefault(block, []).append(found)
    return sorted(kept)
