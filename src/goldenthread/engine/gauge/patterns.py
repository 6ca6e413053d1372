"""Named patterns, looked for all at once.

One linear pass over the letters that must stand in a text for a pattern to match leaves a few
of the hundreds; RE2 asks those, and where. No pattern can run away, however long or hostile the
text. (One automaton of all patterns at once is quicker on texts like those before, and five times
slower on others: measured on 25,000 different messages.)

Patterns are written as people write: a space stands for any white space, an apostrophe for a
straight or curly one or none (`don't`, `don’t`, `dont`), and `~` for up to four words between
two others, in one clause. They begin and end at a word's edge, and case does not matter.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import re2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LONGEST = 20_000
"""Characters of one text that are read; what follows adds time and no meaning."""

_GAP = r"(?:\s+[^\s,;.!?]+){0,4}?\s+"
_WRITING = {
    " ~ ": "~",
    "[ ": r"[\s",
    "- ]": r"-\s]",
    " ?": r"\s*",
    " ": r"\s+",
    "'": "['’]?",
    "~": _GAP,
}
_FRAGMENT = re.compile(r"<([A-Z]+)>")


class Found(NamedTuple):
    """Where a named pattern stands, half-open, in characters of the text."""

    name: str
    start: int
    end: int


def clipped(text: str) -> str:
    r"""The part of a text that is read, with lone surrogates made harmless; offsets stay true.

    >>> clipped("a\ud800b")
    'a?b'
    """
    short = text[:LONGEST]
    try:
        short.encode()
    except UnicodeEncodeError:
        return short.encode("utf-8", "replace").decode()
    return short


def written(pattern: str) -> str:
    r"""A pattern as people write it, in the syntax of RE2.

    >>> written("don't know")
    "(?is)\\b(?:don['’]?t\\s+know)\\b"
    """
    body = pattern
    for sign, meaning in _WRITING.items():
        body = body.replace(sign, meaning)
    return rf"(?is)\b(?:{body})\b"


def wordings(name: str) -> dict[str, list[str]]:
    """The table of wordings kept in `words/NAME.txt`, with its fragments filled in.

    A line `NAME = …` names a fragment, used as `<NAME>`; `[sign]` begins a sign's wordings, one
    a line; `[=sign]` begins one whose wordings are in RE2's own syntax; `#` begins a remark.
    """
    text = (Path(__file__).parent / "words" / f"{name}.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    fragments: dict[str, str] = {}
    table: dict[str, list[str]] = {}
    for line in lines:
        if line.startswith("[") and line.endswith("]"):
            ways = table.setdefault(line[1:-1], [])
            continue
        whole = _FRAGMENT.sub(lambda match: fragments[match[1]], line)
        fragment, is_fragment, rest = whole.partition(" = ")
        if is_fragment and fragment.isupper():
            fragments[fragment] = rest
        else:
            ways.append(whole)
    return table


def any_of(*ways: str) -> re.Pattern[str]:
    """One pattern for all of these ways, in the syntax of `re`, each from a word's edge on.

    For what is asked of few texts only; `Patterns` asks hundreds of all texts.

    >>> bool(any_of("late", r"held up").search("It was HELD up."))
    True
    """
    return re.compile(rf"\b(?:{'|'.join(ways)})", re.IGNORECASE)


class Patterns:
    """A table of named patterns, each a list of ways of saying one thing.

    Args:
        table: Name to ways of saying it, in the writing of this module; where the name begins
            with `=`, in RE2's own syntax.

    >>> Patterns({"hold": ["on hold", "kept ~ waiting"]}).find("Kept me and my son waiting")
    [Found(name='hold', start=0, end=26)]
    """

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self.names: list[str] = []
        self._all = re2.Filter()
        for name, ways in table.items():
            for way in ways:
                self._all.Add(way if name.startswith("=") else written(way))
                self.names.append(name.removeprefix("="))
        self._all.Compile()
        self._each = [self._all.re(at) for at in range(len(self.names))]

    def which(self, text: str) -> set[str]:
        """The names of the patterns that occur anywhere in `text`; empty text gives none."""
        return {self.names[at] for at in self._all.Match(clipped(text).encode()) or ()}

    def find(self, text: str) -> list[Found]:
        """Every occurrence of every pattern in `text`, by where it begins.

        Where two wordings of one pattern overlap, the first and longer stands.
        """
        text = clipped(text)
        coded = text.encode()
        hits = [
            (self.names[at], *match.span())
            for at in self._all.Match(coded) or ()
            for match in self._each[at].finditer(coded)
        ]
        if not hits:
            return []
        whole = Found if len(coded) == len(text) else _placing(coded)
        found = [whole(*hit) for hit in hits if hit[1] < hit[2]]
        found.sort(key=_by_place)
        return _apart(found)


def _apart(found: list[Found]) -> list[Found]:
    ends: dict[str, int] = {}
    kept = []
    for hit in found:
        if hit.start >= ends.get(hit.name, 0):
            ends[hit.name] = hit.end
            kept.append(hit)
    return kept


def _placing(coded: bytes) -> Callable[[str, int, int], Found]:
    """Makes a `Found` from places counted in bytes."""

    def placed(name: str, start: int, end: int) -> Found:
        return Found(name, len(coded[:start].decode()), len(coded[:end].decode()))

    return placed


def _by_place(found: Found) -> tuple[int, int]:
    return found.start, -found.end
