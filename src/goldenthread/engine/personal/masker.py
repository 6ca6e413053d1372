"""Masking: personal data out, typed placeholders in, the same one for the same value."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from goldenthread.engine.personal.acquaintance import Acquaintance
from goldenthread.engine.personal.finding import PLACEHOLDER, find, settled
from goldenthread.engine.personal.lexicon import Word, classify
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ROUNDS = 8
_WORD = re.compile(r"[^\W\d_]{2,}")
_FULL_NAME = 2  # words
_GIVEN = frozenset({Word.GIVEN, Word.GIVEN_TOO})
_DIGITAL = frozenset({Kind.PHONE, Kind.CARD, Kind.IBAN, Kind.NATIONAL_ID, Kind.ACCOUNT})


class Masker:
    """Masks the texts of one conversation with placeholders that stay the same throughout.

    Args:
        known: Names and identifiers known from the participants.
        ours: Names of the organisation and its parts, which are no person's.
    """

    def __init__(self, known: Iterable[str] = (), ours: Iterable[str] = ()) -> None:
        self._ours = {word for name in ours for word in _WORD.findall(name.casefold())}
        self._known = Acquaintance(one for one in known if not PLACEHOLDER.fullmatch(one))
        self._full = {
            word: name for name in self._known.names for word in _normal(Kind.NAME, name).split(" ")
        }
        self._numbers: dict[tuple[Kind, str], int] = {}
        self._last: dict[str, int] = {}

    def mask(self, text: str) -> tuple[str, list[Found]]:
        """`text` with placeholders, and what was found, in places of the text as given.

        >>> Masker().mask("Write to anna@example.com or to anna@example.com.")[0]
        'Write to [email 1] or to [email 1].'
        """
        self.respect(text)
        known = self._known.seen_in(text)
        found = self._find(text, known)
        if not found:
            return text, found
        masked = self._replaced(text, found)
        return (masked, found) if settled(text, found, known) else self._again(text, masked, found)

    def _find(self, text: str, known: Sequence[Found]) -> list[Found]:
        found = find(text, known)
        if not self._ours:
            return found
        return [one for one in found if one in known or not self._is_ours(text, one)]

    def _is_ours(self, text: str, found: Found) -> bool:
        words = _WORD.findall(text[found.start : found.end].casefold())
        return found.kind is Kind.NAME and self._ours.issuperset(words)

    def _again(self, text: str, masked: str, kept: list[Found]) -> tuple[str, list[Found]]:
        """Look at the masked text until nothing is left.

        A placeholder may bring two words together that now read as a name; only so does masking
        what is masked change nothing.
        """
        for _ in range(_ROUNDS):
            more = self._find(masked, self._known.seen_in(masked))
            if not more:
                break
            kept = _merged(text, kept, masked, more)
            masked = self._replaced(masked, more)
        return masked, kept

    def _replaced(self, text: str, found: Sequence[Found]) -> str:
        """`text` with a placeholder for each of `found`."""
        self._get_to_know(text[one.start : one.end] for one in found if one.kind is Kind.NAME)
        parts: list[str] = []
        at = 0
        for one in found:
            parts += (text[at : one.start], self.placeholder(one.kind, text[one.start : one.end]))
            at = one.end
        return "".join((*parts, text[at:]))

    def _get_to_know(self, names: Iterable[str]) -> None:
        """Somebody named in full once is known by either name from then on."""
        for name in names:
            words = _normal(Kind.NAME, name).split(" ")
            if len(words) < _FULL_NAME or words[0] in self._full or "[" in name:
                continue
            if classify(words[0]) in _GIVEN:
                for word in words:
                    self._full.setdefault(word, name)
                    self._known.meet(word)

    def placeholder(self, kind: Kind, value: str) -> str:
        """What stands in for `value`: the same for the same value throughout."""
        return f"[{kind.value.replace('_', ' ')} {self._number_of(kind, value)}]"

    def _number_of(self, kind: Kind, value: str) -> int:
        normal = _normal(kind, value)
        if kind is Kind.NAME:
            return self._number_of_name(self._full.get(normal, normal))
        return self._numbers.setdefault((kind, normal), 0) or self._next(kind, normal)

    def _number_of_name(self, name: str) -> int:
        """A first name alone is the person last called so in full, and the other way round."""
        normal = _normal(Kind.NAME, name)
        first = normal.split(" ", 1)[0]
        number = self._numbers.get((Kind.NAME, normal)) or self._numbers.get((Kind.NAME, first))
        number = number or self._next(Kind.NAME, normal)
        self._numbers[Kind.NAME, normal] = number
        self._numbers.setdefault((Kind.NAME, first), number)
        return number

    def _next(self, kind: Kind, normal: str) -> int:
        word = kind.value.replace("_", " ")
        number = self._last[word] = self._last.get(word, 0) + 1
        self._numbers[kind, normal] = number
        return number

    def respect(self, text: str) -> None:
        """Count on from placeholders already in the text, so that no two people share one."""
        if "[" not in text:
            return
        for match in PLACEHOLDER.finditer(text):
            self._last[match[1]] = max(self._last.get(match[1], 0), int(match[2]))


def _normal(kind: Kind, value: str) -> str:
    if kind in _DIGITAL:
        return "".join(sign for sign in value if sign.isalnum()).casefold()
    return " ".join(value.casefold().split())


def _merged(text: str, kept: Sequence[Found], masked: str, more: Sequence[Found]) -> list[Found]:
    """`kept` and what a second look at the masked text added, both in places of `text`."""
    offsets, places = [0], [0]
    at = 0
    for one in kept:
        opened = offsets[-1] + one.start - at
        closed = masked.index("]", opened) + 1
        offsets.append(closed)
        places.append(one.end)
        at = one.end
    back = [_original(found, offsets, places) for found in more]
    return sorted(found for found in (*kept, *back) if found.end <= len(text))


def _original(found: Found, offsets: Sequence[int], places: Sequence[int]) -> Found:
    piece = bisect_right(offsets, found.start) - 1
    shift = places[piece] - offsets[piece]
    return Found(found.start + shift, found.end + shift, found.kind)


def mask(text: str, known: Iterable[str] = ()) -> tuple[str, list[Found]]:
    """Mask the personal data of one text.

    Args:
        text: Any text; empty stays empty.
        known: Names and identifiers known from the participants.

    Returns:
        The text with typed placeholders such as `[email 1]`, and what was found: stretches in
        characters of the text as given, in order, none overlapping.

    >>> mask("My name is Anna Berg, call me on 020 7946 0018 by Friday 5pm.")[0]
    'My name is [name 1], call me on [phone 1] by Friday 5pm.'
    """
    return Masker(known).mask(text)
