"""Which finders a text needs at all: one linear pass before any of them runs."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

import re2

from goldenthread.engine.personal.cues import DOCUMENT_WORDS, IDENTITY_WORDS, SMALL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LOOK_AROUND = re.compile(r"\(\?[!<=]+(?:[^()\\[]|\\.|\[[^]]*\])*\)")


def sieve(*patterns: str) -> Callable[[str], Sequence[int]]:
    """A test that says which of `patterns` may occur in a text, by their places.

    Looking around is left out of the patterns, as re2 does not know it: the sieve then lets
    through more, never less.
    """
    passes = re2.Set.SearchSet()
    for pattern in patterns:
        passes.Add(_LOOK_AROUND.sub("", pattern))
    passes.Compile()

    def test(text: str) -> Sequence[int]:
        try:
            return passes.Match(text) or ()
        except UnicodeEncodeError:  # half a surrogate pair: let everything through
            return range(len(patterns))

    return test


class Words(IntEnum):
    """What the words of any text may lead to; the value is the pattern's place below."""

    TOLD_NAME = 0


class Numbers(IntEnum):
    """What the words of a text with digits may lead to besides; places as above."""

    NUMBERED = 0
    STREET = 1
    POST_CODE = 2
    TOLD_PLACE = 3
    DOCUMENT = 4
    IDENTITY = 5


_NUMBERED = (  # what is read together with the number that follows it
    r"(?i)(?:account|acct|a/c|routing|\baba\b|swift|\bbic\b|member|insurance|policy|student"
    r"|employee|cvv|cvc|\bcsc\b|\bpin\b|otp|one.time|code|born|birth|bday|d\.?o\.?b)[^\n]*\d"
)
_STREET = (
    # a number, a few words, a word for street
    r"(?i)\d\S* (?:\S+ ){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|terrace"
    r"|crescent|highway|hwy|parkway|pkwy|stra(?:ß|ss)e|gasse|platz|weg|straat|laan|plein|gata|gatan"
    r"|vägen|vej|gade|ulica|utca|útja|katu|drive|dr|court|ct|way|place|pl|plaza|square|sq|close"
    r"|cres|circle|cir|trail|loop|row|walk|gardens|mews)\b"
    # a word for street, then its name
    r"|(?:\b|\s)(?:rue|via|calle|avenida|av|rua|piazza|plaza|chemin|camino|paseo|carrer|viale"
    r"|corso|impasse|allée|ulica|ul\.|al\.|pl\.?|os\.?|aleja|plac|vicolo|largo|strada|contrada"
    r"|incrocio|ronda|rambla|glorieta|pasaje|cuesta|travessa|alameda|estrada|praça|recanto"
    r"|condomínio|estação|bulevar) "
    r"|(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|straat|laan|plein|gracht|kade|gatan|vägen|gata|vegen"
    r"|vej|gade|katu|allee|utca|ulica|stigen|steig|damm|ufer|chaussee|dreef|singel|dijk|baan|kaai)"
    r"\s\d|box\s\d|(?:apt|apartment|suite|flat|unit|piso|appartamento)\.?\s#?\d|no\.? ?\d"
    r"|, ?[A-Z]{2} \d{5}"
)
_POST_CODE = (
    r"(?i)zip|post ?code|postal|plz"
    r"|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{2},? \d{5}"
)
_TOLD_PLACE = (  # words that lead to an address, and its number
    r"(?is)(?:address|live|moved|reside|located|meet|sen[dt]|return|deliver|taxi|arrived|office)"
    r".*\d"
)
word_hints = sieve(r"(?i)" + SMALL_LETTERS + r"\pL")
number_hints = sieve(
    _NUMBERED,
    _STREET,
    _POST_CODE,
    _TOLD_PLACE,
    rf"(?is)\b{DOCUMENT_WORDS}\b.*\d",
    rf"(?is)\b{IDENTITY_WORDS}\b.*\d",
)
