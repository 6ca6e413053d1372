"""Names and identifiers that are known beforehand, found again in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.personal.lexicon import TITLES, Word, classify, is_common
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORTEST = 2
_TELLING = frozenset({Word.GIVEN, Word.SURNAME, Word.UNKNOWN})
_FEWEST_DIGITS = 7
_NUMBER = re.compile(r"(?<!\w)[+(]*\d[\d()\-. ]*")
_WORDS = re.compile(r"[^\W_](?:[\w'’.\-]*\w)?")
_PHONE = re.compile(r"[+(]*\d[\d()\-./ +]{5,}")


class Acquaintance:
    """What is known of the people in a conversation.

    Attributes:
        names: The full names among it, in the order given.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self.names: list[str] = []
        self._needles: dict[str, tuple[Kind, bool]] = {}
        self._digits: set[str] = set()
        for value in known:
            self._learn(" ".join(value.split()))

    def _learn(self, value: str) -> None:
        if len(value) < _SHORTEST:
            return
        digits = "".join(sign for sign in value if sign.isdecimal())
        if _PHONE.fullmatch(value) and len(digits) >= _FEWEST_DIGITS:
            self._digits.add(digits[-9:])
        elif "@" in value and not value.startswith("@"):
            self._needles[value.lower()] = (Kind.EMAIL, False)
        elif digits or "_" in value or value.startswith("@"):
            self._needles[value.lower()] = (Kind.USERNAME, False)
        else:
            self._learn_name(value)

    def _learn_name(self, value: str) -> None:
        self.names.append(value)
        words = [word for word in _WORDS.findall(value) if word.lower().strip(".") not in TITLES]
        if len(words) > 1:
            self._needles[value.lower()] = (Kind.NAME, False)
        for word in words:
            lowered = word.lower()
            if len(word) > _SHORTEST or len(words) == 1:
                self._needles.setdefault(
                    lowered, (Kind.NAME, is_common(lowered) or len(word) <= _SHORTEST + 1)
                )

    def meet(self, word: str) -> None:
        """Take up one name, in lower case, that the conversation itself gave; no ordinary word."""
        if len(word) > _SHORTEST and classify(word) in _TELLING:
            self._needles.setdefault(word, (Kind.NAME, True))

    def seen_in(self, text: str) -> list[Found]:
        """Where `text` speaks of what is known, the longest first; may overlap."""
        lowered = text.lower()
        if len(lowered) != len(text):  # some capitals grow when made small: places would shift
            lowered = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
        seen = [
            found
            for needle in self._needles
            if needle in lowered
            for found in self._places(text, lowered, needle)
        ]
        if self._digits and len(text) >= _FEWEST_DIGITS:
            seen += self._numbers(text)
        return sorted(seen, key=lambda found: found.start - found.end) if len(seen) > 1 else seen

    def _places(self, text: str, lowered: str, needle: str) -> Iterator[Found]:
        kind, capital = self._needles[needle]
        at = lowered.find(needle)
        while at >= 0:
            end = at + len(needle)
            if _stands_alone(text, at, end) and not (capital and not text[at].isupper()):
                yield Found(at, end, kind)
            at = lowered.find(needle, end)

    def _numbers(self, text: str) -> Iterator[Found]:
        for match in _NUMBER.finditer(text):
            value = match.group().rstrip("(+-./ ")
            digits = "".join(sign for sign in value if sign.isdecimal())
            if len(digits) >= _FEWEST_DIGITS and digits[-9:] in self._digits:
                yield Found(match.start(), match.start() + len(value), Kind.PHONE)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")
