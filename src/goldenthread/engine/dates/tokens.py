"""Cutting a text into the few sorts of token the grammar of time knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import re2

from goldenthread.engine.dates import vocabulary as words

if TYPE_CHECKING:
    from datetime import datetime

    from goldenthread.engine.dates.calendar import Calendar

# What may stand glued to a number: 3h, 7pm, 10am, 11ish.
_GLUED = r"(?:(?:[ap]\.?m?|h|hrs?|mins?|secs?|d|days?|w|wks?|yrs?|ish|h[12]|q[1-4])\b)"
_FREE = r"(?<![\w$£€#&=])(?<!\d[.,:/\-])(?<![$£€]\s)"
_SHUT = r"(?![\w%])(?![.,:/\-]\d)"

TOKEN = re.compile(
    rf"""
      (?P<stamp>(?<![\d])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))
    | (?P<clock>{_FREE}(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
    | (?P<clock2>(?<=\d-)(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]))
    | (?P<triple>{_FREE}\d{{1,4}}(?P<cut>[-/.])\d{{1,2}}(?:(?P=cut)|,)
        (?:\d{{4}}|\d{{1,2}})(?![\w%])(?![/:]\d))
    | (?P<triple2>(?<=\d-)\d{{1,2}}/\d{{1,2}}/\d{{2,4}}(?![\w/]))
    | (?P<pair2>(?<=\d-)(?:\d{{1,2}}/\d{{1,2}}(?![\w/.])|\d{{1,2}}\.\d\d(?=\s?[ap]m\b)))
    | (?P<pair>{_FREE}\d{{1,4}}[-/.–]\d{{1,4}}(?![\d%])(?:(?={_GLUED})|(?![\w]))(?![.,:/]\d))
    | (?P<number3>(?<=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{{1,2}}\b)
    | (?P<decade>(?<![\w.])(?:\d\d)?\d0(?:['’])?s\b)
    | (?P<nth>{_FREE}\d{{1,2}}(?:st|nd|rd|th)\b)
    | (?P<number>{_FREE}\d{{1,6}}(?:(?={_GLUED})|{_SHUT}|(?=-\d{{1,2}}:)|(?=[-/][a-z])))
    | (?P<number2>(?<=[a-z]/)\d{{1,2}}\b|(?<=[a-z]-)\d{{1,4}}{_SHUT}|(?<=-)\d{{1,2}}(?=[ap]m\b))
    | (?P<word>[A-Za-z]+(?:\.m\b)?|½)
    | (?P<other>[^\W_A-Za-z]+|[^\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Cheap question first: is there any digit or word of time at all?
_HINTS = (
    r"[0-9½]|(?i:day|week|month|year|hour|minute|second|tom+or+ow|tonight|tonite|morning|noon"
    r"|evening|night|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|clock|past|ago\b|now\b"
    r"|\bmon\b|\btue|\bwed|\bthu|\bfri\b|\bsat\b|\bsun\b|tmrw|\btmr\b|quarter|decade|century|lunch"
    r"|\bcob\b|\beod\b|\beow\b|\beom\b|\beoy\b|close of|end of|\bpm\b|mins?\b|hrs?\b|moment"
    r"|\bhalf\b|\b(?:at|by|before|until|around) (?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) am\b"
    r"|nineteen|twenty|thirty|forty|thousand|christmas|xmas|easter|thanksgiving|fortnight"
    r"|halloween|juneteenth|valentine|new year|last night)"
)
HINT = re2.compile(_HINTS)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text: what sort it is, how it reads in lower case, and where it stands."""

    sort: str
    low: str
    start: int
    end: int
    big: bool = False


END = Token("end", "", 0, 0)


# Rules look a few tokens ahead, and one behind: asking outside the text meets padding.
AHEAD = 16


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text as tokens, with the moment it was said at; asking past its end gives `END`."""

    tokens: list[Token]
    lows: list[str]
    now: datetime
    calendar: Calendar | None
    month_first: bool

    @classmethod
    def of(
        cls, tokens: list[Token], now: datetime, calendar: Calendar | None, *, month_first: bool
    ) -> Sentence:
        """A sentence with padding on its tokens."""
        padded = [*tokens, *(END,) * AHEAD]
        return cls(padded, [token.low for token in padded], now, calendar, month_first)

    def at(self, i: int) -> Token:
        """The token at `i`, or `END` outside the text."""
        return self.tokens[i]

    def low(self, i: int) -> str:
        """The token at `i` in lower case."""
        return self.lows[i]

    def glued(self, i: int) -> bool:
        """Whether the token at `i` stands right against the one before it."""
        return i > 0 and self.tokens[i].start == self.tokens[i - 1].end

    def dotted(self, i: int) -> int:
        """The place after a dot that shortens the word before it, else `i`."""
        before = self.at(i - 1)
        short = before.end - before.start <= 4  # noqa: PLR2004 -- Sept.
        more = self.at(i + 1).sort in ("number", "nth", "pair") or self.low(i + 1) in words.MONTHS
        return i + 1 if short and more and self.low(i) == "." else i

    def skip(self, i: int, *these: str) -> int:
        """The place after the token at `i` if it is one of `these`, else `i`."""
        return i + 1 if self.lows[i] in these else i


@lru_cache(maxsize=4096)
def _lower(text: str) -> str:
    return text.lower().replace(".", "")


def _sort(found: re.Match[str]) -> str:
    """The token's sort; the separator of a date is a group of its own inside it."""
    sort = found.lastgroup or "other"
    return "triple" if sort == "cut" else sort


def tokenise(text: str) -> list[Token]:
    """Every token of a text in order.

    >>> [(token.sort, token.low) for token in tokenise("by 3pm on 5/6")]
    [('word', 'by'), ('number', '3'), ('word', 'pm'), ('word', 'on'), ('pair', '5/6')]
    """
    tokens = []
    for found in TOKEN.finditer(text):
        sort = _sort(found)
        raw = found.group()
        low = (
            _lower(raw)
            if sort == "word"
            else raw.lower().rstrip("s’'")
            if sort == "decade"
            else raw.lower()
        )
        tokens.append(Token(sort.rstrip("23"), low, found.start(), found.end(), raw[0].isupper()))
    return tokens


def may_tell_time(text: str) -> bool:
    """Whether reading the text for time is worth while; never False for one that names a time."""
    return HINT.search(text) is not None


def number(s: Sentence, i: int) -> tuple[int, int] | None:
    """A whole number in digits or words up to ninety-nine, and the place after it."""
    token = s.at(i)
    if token.sort == "number":
        return int(token.low), i + 1
    if token.low in words.ONES:
        return words.ONES[token.low], i + 1
    if token.low in words.TENS:
        after = i + 2 if s.low(i + 1) == "-" else i + 1
        one = words.ONES.get(s.low(after), 0)
        if 0 < one < 10:  # noqa: PLR2004 -- a digit
            return words.TENS[token.low] + one, after + 1
        return words.TENS[token.low], i + 1
    return None


def ordinal(s: Sentence, i: int) -> tuple[int, int] | None:
    """An ordinal such as 3rd, third or twenty-third, and the place after it."""
    token = s.at(i)
    if token.sort == "nth":
        return int(token.low[:-2]), i + 1
    if token.low in words.ORDINALS:
        return words.ORDINALS[token.low], i + 1
    if token.low in words.TENS:
        after = i + 2 if s.low(i + 1) == "-" else i + 1
        one = words.ORDINALS.get(s.low(after), 0)
        if 0 < one < 10:  # noqa: PLR2004 -- a digit
            return words.TENS[token.low] + one, after + 1
    return None


def year(s: Sentence, i: int) -> tuple[int, int] | None:
    """A year in four digits or in words, and the place after it."""
    token = s.at(i)
    if token.sort == "number" and len(token.low) == 4 and 1000 <= int(token.low) < 2200:  # noqa: PLR2004 -- what counts as a year
        return int(token.low), i + 1
    return _year_in_words(s, i)


def _year_in_words(s: Sentence, i: int) -> tuple[int, int] | None:
    if s.at(i).sort != "word":
        return None
    head = number(s, i)
    if head is None:
        return None
    value, j = head
    if s.low(j) == "thousand":
        rest = number(s, s.skip(j + 1, "and"))
        return (value * 1000 + rest[0], rest[1]) if rest else (value * 1000, j + 1)
    if not 16 <= value <= 20:  # noqa: PLR2004 -- sixteen- to twenty-hundreds
        return None
    zero = s.low(j) in ("zero", "oh")
    tail = number(s, j + 1 if zero else j)
    if tail is None or (tail[0] < 10 and not zero):  # noqa: PLR2004 -- nineteen three is no year
        return None
    return value * 100 + tail[0], tail[1]
