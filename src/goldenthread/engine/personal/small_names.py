"""Names in small letters, as people type them in a hurry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.personal import cues
from goldenthread.engine.personal.lexicon import Word, classify, is_ordinary
from goldenthread.engine.personal.names import PLACE_HEADS, names, worth_before
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SMALL = re.compile(
    cues.SMALL_LETTERS
    + r"(?P<name>[^\W\d_]{2,20}(?:['’\-][^\W\d_]{2,20})?(?: [^\W\d_]{2,20}){0,2})",
    re.IGNORECASE,
)
_SMALL_TOKEN = re.compile(r"(?<![\w@#/\\&+=?%.])[^\W\d_]{2,30}(?:['’\-][^\W\d_]{1,30})*")
_SHORTEST = 4  # shorter ones are words of chat
_INTRODUCED = 2.0  # what stands before speaks clearly for a name
_SEEN_BEFORE = 44
_PAIR = re.compile(
    r"(?<=[^\W\d_] )(?:(?:de|da|dos|das|van|von|del|della|la|le|bin|el|al) )?[^\W\d_]{2,20}"
)
_SURNAMES = frozenset(
    {Word.SURNAME, Word.SURNAME_TOO, Word.GIVEN, Word.GIVEN_TOO, Word.PLACE, Word.PLACE_TOO}
    | {Word.UNKNOWN}
)
_SURNAMES_OF_TITLED = _SURNAMES | {Word.ORGANISATION}
_OF_FIRMS = frozenset({"customer", "helpline", "hotline", "helpdesk"})
_TITLED = re.compile(r"\b(?:mr|mrs|ms)\.?\s+$", re.IGNORECASE)
_NAME_ENDS = re.compile(
    r"\s*(?:$|[,.;!?\n)]|(?:and|from|on|at|here|called|calling|is|was|has|with|about|speaking)\b)"
)
_BELIEVED_FROM = 1.9  # more than with a capital, which speaks for a name itself


def may_be_small_name(text: str) -> bool:
    """Whether any word of `text` could be a name even in small letters, or leads to one."""
    return any(map(_tells, _SMALL_TOKEN.findall(text)))


def _tells(word: str) -> bool:
    lowered = word.lower()
    return _small_name(word) or classify(lowered) is Word.GIVEN or lowered in ("mr", "mrs", "ms")


def told_names(text: str) -> Iterator[Found]:
    """Names in small letters, or of ordinary words, after openings that admit no doubt."""
    for match in _SMALL.finditer(text):
        tokens = list(_SMALL_TOKEN.finditer(text, *match.span("name")))
        kept = _first_names(match, tokens)
        following = tokens[kept] if 0 < kept < len(tokens) else None
        if following is not None and _ends_name(following):
            kept += 1
        elif following is not None and _is_firm(following):
            continue
        if kept:
            yield Found(tokens[0].start(), tokens[kept - 1].end(), Kind.NAME)


def _first_names(match: re.Match[str], tokens: Sequence[re.Match[str]]) -> int:
    """How many of the words after an opening are names for certain."""
    opening = match.string[match.start() : match.start("name")]
    titled = tokens and _TITLED.search(opening) and _class(tokens[0]) in _SURNAMES_OF_TITLED
    kept = int(bool(titled))
    while kept < len(tokens) and _is_told(tokens[kept]):
        kept += 1
    return kept


def _is_told(token: re.Match[str]) -> bool:
    return _small_name(token.group()) or _class(token) is Word.GIVEN


def _is_firm(following: re.Match[str]) -> bool:
    """Whether the word after it makes it a firm: "brightwater team"."""
    return _class(following) is Word.ORGANISATION or following.group().lower() in _OF_FIRMS


def _class(token: re.Match[str]) -> Word:
    return classify(token.group().lower())


def _ends_name(token: re.Match[str]) -> bool:
    """Whether it may be a surname, by what it is and by the name's ending here."""
    return _class(token) in _SURNAMES and bool(_NAME_ENDS.match(token.string, token.end()))


def _small_name(word: str) -> bool:
    lowered = word.lower()
    return classify(lowered) in (Word.GIVEN, Word.SURNAME, Word.UNKNOWN) and not is_ordinary(
        lowered
    )


def small_names(text: str) -> Iterator[Found]:
    """Names in a text without capitals: words no dictionary has, weighed as if capitalised."""
    raised = _SMALL_TOKEN.sub(_raised, text)
    if raised != text:
        yield from names(_PAIR.sub(_raised_too, raised), _BELIEVED_FROM)


def _raised(match: re.Match[str]) -> str:
    word = match.group()
    if not _stands_out(match):
        return word
    before = match.string[max(0, match.start() - 8) : match.start()].split()
    return word if before and before[-1] in PLACE_HEADS else _capital(word)


def _stands_out(match: re.Match[str]) -> bool:
    """Whether it is a name by itself, or a given name that is introduced as one."""
    word = match.group()
    if len(word) >= _SHORTEST and _small_name(word):
        label = match.string.startswith(":", match.end())  # "konto: …" heads a line of a form
        return not label or classify(word) is not Word.UNKNOWN
    if classify(word) is not Word.GIVEN:
        return False
    before = match.string[max(0, match.start() - _SEEN_BEFORE) : match.start()]
    return worth_before(before) >= _INTRODUCED


def _raised_too(match: re.Match[str]) -> str:
    """A surname after a given name that has been raised: "john park", "inês dos santos"."""
    *particle, word = match.group().split(" ")
    first = match.string[: match.start() - 1].rsplit(None, 1)[-1]
    fits = first[0].isupper() and classify(first.lower()) is Word.GIVEN
    if not fits or classify(word) not in _SURNAMES:
        return match.group()
    if not _NAME_ENDS.match(match.string, match.end()):
        return match.group()
    return " ".join((*particle, _capital(word)))


def _capital(word: str) -> str:
    raised = word[0].upper() + word[1:]
    return raised if len(raised) == len(word) else word
