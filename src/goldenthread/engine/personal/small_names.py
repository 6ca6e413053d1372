"""Names in small letters, as people type them in a hurry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.personal import cues
from goldenthread.engine.personal.lexicon import Word, classify, is_ordinary
from goldenthread.engine.personal.names import PLACE_HEADS, names
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = re.compile(
    cues.SMALL_LETTERS
    + r"(?P<name>[^\W\d_]{2,20}(?:['’\-][^\W\d_]{2,20})?(?: [^\W\d_]{2,20}){0,2})",
    re.IGNORECASE,
)
_SMALL_TOKEN = re.compile(r"(?<![\w@#/\\&+=?%.])[^\W\d_]{2,30}(?:['’\-][^\W\d_]{1,30})*")
_SHORTEST = 4  # shorter ones are words of chat
_BELIEVED_FROM = 1.9  # more than with a capital, which speaks for a name itself


def may_be_small_name(text: str) -> bool:
    """Whether any word of `text` could be a name even in small letters."""
    return any(map(_small_name, _SMALL_TOKEN.findall(text)))


def told_names(text: str) -> Iterator[Found]:
    """Names in small letters, or of ordinary words, after openings that admit no doubt."""
    for match in _SMALL.finditer(text):
        tokens = list(_SMALL_TOKEN.finditer(text, *match.span("name")))
        kept = 0
        while kept < len(tokens) and _small_name(tokens[kept].group()):
            kept += 1
        if kept:
            yield Found(tokens[0].start(), tokens[kept - 1].end(), Kind.NAME)


def _small_name(word: str) -> bool:
    lowered = word.lower()
    return classify(lowered) in (Word.GIVEN, Word.SURNAME, Word.UNKNOWN) and not is_ordinary(
        lowered
    )


def small_names(text: str) -> Iterator[Found]:
    """Names in a text without capitals: words no dictionary has, weighed as if capitalised."""
    yield from names(_SMALL_TOKEN.sub(_raised, text), _BELIEVED_FROM)


def _raised(match: re.Match[str]) -> str:
    word = match.group()
    if len(word) < _SHORTEST or not _small_name(word):
        return word
    before = match.string[max(0, match.start() - 8) : match.start()].split()
    if before and before[-1] in PLACE_HEADS:
        return word
    raised = word[0].upper() + word[1:]
    return raised if len(raised) == len(word) else word
