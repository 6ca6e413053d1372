"""What a text may hold at all, told from its words one by one.

Most of what people write holds no personal data. Every stretch between two spaces is judged once
and remembered, so that a text of known words costs one comparison of sets.
"""

from __future__ import annotations

import re

from goldenthread.engine.personal.names import may_be_name
from goldenthread.engine.personal.small_names import may_be_small_name

_REMEMBERED = 200_000  # a stream of nonsense must not fill the memory
_LONGEST = 64  # what is longer is hardly met again
_DIGIT = re.compile(r"\d")
_LINK = re.compile(r"://|www\.|\.[a-z]{2,10}(?::\d+)?[/?]", re.IGNORECASE)
_SPELLED = re.compile(
    r"^dot$|(?:dot|punkt|\.)[)\]}>]|[(\[{<_](?:at|a|@)[)\]}>_]|^at[)\]}>]"
    r"|^[a-z\-]{2,12}\.[a-z]{2,4}(?:\.[a-z]{2})?\W*$",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(
    r"pass|pwd|\bpw\b|phrase|key|token|secret|bearer|user|log-?in|\blog|\bsign|registered|screen"
    r"|nick|handle|skype|gamer|tag\b|instagram|discord|telegram|[spr]k_|gh[a-z_]+_|glpat|AKIA|ASIA"
    r"|xox|AIza|eyJ",
    re.IGNORECASE,
)


# What a word may be part of: plain numbers, as flags of an enum cost more than the look itself.
DIGIT, AT, SPELLED, LINK, SIGN_IN, NAME, SMALL_NAME = 1, 2, 4, 8, 16, 32, 64

_QUIET: set[str] = set()
_LOUD: dict[str, int] = {}


def glance(text: str) -> int:
    """The sum of what the words of `text` may be part of; 0 where no finder needs to look."""
    words = text.split()
    if _QUIET.issuperset(words):
        return 0
    held = 0
    for word in set(words) - _QUIET:
        known = _LOUD.get(word)
        held |= _remember(word) if known is None else known
    return held


def _remember(word: str) -> int:
    held = _judge(word)
    if len(word) <= _LONGEST and len(_QUIET) + len(_LOUD) < _REMEMBERED:
        if held:
            _LOUD[word] = held
        else:
            _QUIET.add(word)
    return held


def _judge(word: str) -> int:
    return sum(
        flag
        for flag, holds in (
            (DIGIT, _DIGIT.search(word)),
            (AT, "@" in word),
            (SPELLED, _SPELLED.search(word)),
            (LINK, _LINK.search(word)),
            (SIGN_IN, _SIGN_IN.search(word)),
            (NAME, may_be_name(word)),
            (SMALL_NAME, may_be_small_name(word)),
        )
        if holds
    )
