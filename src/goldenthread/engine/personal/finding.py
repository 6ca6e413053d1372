"""Putting the finders together: who goes first, and what is left when they overlap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.personal import glance as of
from goldenthread.engine.personal.addresses import addresses
from goldenthread.engine.personal.glance import glance
from goldenthread.engine.personal.identity import (
    handles,
    identity_numbers,
    numbers_in_context,
    sign_ins,
)
from goldenthread.engine.personal.links import addresses_of_machines, emails, url_secrets
from goldenthread.engine.personal.names import names
from goldenthread.engine.personal.numbers import numbers
from goldenthread.engine.personal.sieve import Words, number_hints, word_hints
from goldenthread.engine.personal.small_names import small_names, told_names
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KINDS = "|".join(kind.value.replace("_", " ") for kind in Kind)
PLACEHOLDER = re.compile(rf"\[({_KINDS}) (\d{{1,9}})\]")
_NAMES = of.NAME | of.SMALL_NAME
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


def find(text: str, known: Sequence[Found] = ()) -> list[Found]:
    """Every stretch of personal data in `text`, in order, none overlapping.

    Args:
        text: Any text; empty gives [].
        known: Stretches already known to be somebody's; only addresses of mail come before them.
    """
    candidates = sorted(_candidates(text, known), key=_order)
    if not candidates and not known:
        return []
    taken = (
        [Found(*match.span(), Kind.NAME) for match in PLACEHOLDER.finditer(text)]
        if "[" in text
        else []
    )
    protected = set(taken)
    # A known name inside an address of mail or a key is part of it, which goes as a whole.
    whole = [found for found in candidates if found.kind in (Kind.URL_SECRET, Kind.EMAIL)]
    chosen = _without_overlap([*taken, *whole, *known, *candidates])
    return [found for found in chosen if found not in protected]


def settled(text: str, found: Sequence[Found], known: Sequence[Found]) -> bool:
    """Whether a second look, at the masked text, cannot find more than `found`.

    A placeholder changes what stands beside the rest and may let something through that overlapped;
    where the rest holds nothing a finder starts from, neither matters.
    """
    rest = _outside(text, found)
    held = glance(rest)
    if held & ~of.SMALL_NAME or (held and (rest.islower() or word_hints(rest))):
        return False
    return all(any(f.start <= k.start and k.end <= f.end for f in found) for k in known)


def _outside(text: str, found: Sequence[Found]) -> str:
    """What is left of `text` without `found`, its pieces held apart by a sign no finder reads."""
    if not found:
        return text
    pieces, at = [], 0
    for one in sorted(found):
        if one.start >= at:
            pieces.append(text[at : one.start])
        at = max(at, one.end)
    return "\0".join((*pieces, text[at:]))


def _order(found: Found) -> tuple[int, int, int]:
    return _RANK[found.kind], found.start - found.end, found.start


def _candidates(text: str, known: Sequence[Found]) -> Iterator[Found]:
    """What any finder claims; where all that looks like a name is known, no others are sought."""
    held = glance(text)
    if held & of.AT:
        yield from handles(text)
    if held & (of.AT | of.SPELLED):
        yield from emails(text)
    if held & of.LINK:
        yield from url_secrets(text)
    if held & of.DIGIT:
        yield from _with_digits(text)
    if held & of.SIGN_IN:
        yield from sign_ins(text)
    if held & _NAMES:
        yield from _names(text, glance(_outside(text, known)) if known else held)


def _names(text: str, held: int) -> Iterator[Found]:
    if held & of.NAME:
        yield from names(text)
    if held & of.SMALL_NAME:
        if Words.TOLD_NAME in word_hints(text):
            yield from told_names(text)
        if text.islower():
            yield from small_names(text)


def _with_digits(text: str) -> Iterator[Found]:
    hinted = number_hints(text)
    if hinted:
        yield from numbers_in_context(text, hinted)
        yield from addresses(text, hinted)
    digits = sum(map(text.count, "0123456789"))
    if digits >= _SHORTEST_IDENTITY:
        yield from identity_numbers(text, hinted)
    if digits >= _SHORTEST_PHONE:
        yield from numbers(text)
    yield from addresses_of_machines(text)


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
