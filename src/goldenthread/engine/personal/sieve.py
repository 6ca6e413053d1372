"""Which finders a text needs at all: one linear pass before any of them runs."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

import re2

from goldenthread.engine.personal.cues import SMALL_LETTERS

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


class Hint(IntEnum):
    """What the words of a text may lead to; the value is the pattern's place below."""

    TOLD_NAME = 0
    SIGN_IN = 1
    CONTEXT = 2
    ADDRESS = 3


hints = sieve(
    r"(?i)" + SMALL_LETTERS + r"\pL",
    r"(?i)pass ?w|pwd|pass ?phrase|api.?key|access.?token|secret.?key|bearer|user ?name|user ?id"
    r"|log-?in|screen ?name|handle|skype|nick ?name",
    r"(?i)passport|licen[cs]e|account|acct|a/c|routing|\baba\b|swift|\bbic\b|\bmrn\b|record"
    r"|member|insurance|health card"
    r"|student|employee|voter|national id|identity|id card|citizen|\bdl\b|cvv|cvc|\bcsc\b"
    r"|\bpin\b|otp|one.time|code|born|birth|d\.?o\.?b",
    r"(?i)str|\bst\b|road|\brd\b|ave|lane|\bln\b|drive|\bdr\b|b(?:ou)?le?v|cou?rt|\bct\b|way"
    r"|pla[cz]|\bpl\b|square|\bsq\b|terrace|close|cres|gasse|weg|laan|plein|gat[ae]|vej"
    r"|rue |via |calle|rua |viale|corso|utca|katu|box|apt|apartment|suite|flat|zip|post ?code"
    r"|postal|plz|address|liv|moved|located|meet|sen[dt]|return|deliver|taxi|arrived"
    r"|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|\d{5}|circle|trail|row|walk|garden|mews|ulica|\bul\b"
    r"|paseo|carrer|all[eé]e|office",
)
