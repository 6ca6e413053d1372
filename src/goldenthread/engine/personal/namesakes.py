"""Firms, works and towns of several words that read like somebody's name."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_FILES = ("namesakes", "towns")


@cache
def _by_word() -> dict[str, tuple[tuple[str, int], ...]]:
    """Every phrase by each of its words, with the place of the word in it."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in _FILES:
        path = files("goldenthread.engine.personal").joinpath("data", f"{name}.txt")
        for phrase in path.read_text("utf-8").splitlines():
            for match in _WORD.finditer(phrase):
                found[match.group()].append((phrase, match.start()))
    return {word: tuple(places) for word, places in found.items()}


def is_namesake(text: str, start: int, end: int) -> bool:
    """Whether a word of `text` from `start` to `end` stands in the name of a firm or a town.

    >>> is_namesake("I bank with Wells Fargo.", 12, 17), is_namesake("Mr Wells called.", 3, 8)
    (True, False)
    """
    for match in _WORD.finditer(text, start, end):
        for phrase, place in _by_word().get(match.group().lower(), ()):
            first = match.start() - place
            last = first + len(phrase)
            if (
                first >= 0
                and text[first:last].lower() == phrase
                and _stands_alone(text, first, last)
            ):
                return True
    return False


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
