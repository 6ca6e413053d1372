"""Phrases that say how long, and points told by how far off they are."""

from __future__ import annotations

from goldenthread.engine.dates import vocabulary as words
from goldenthread.engine.dates.tokens import Sentence, number
from goldenthread.engine.dates.values import Length
from goldenthread.engine.dates.working import WORKING

PARTS_OF_LENGTH = 4


def amount(s: Sentence, i: int) -> tuple[float, float, int] | None:
    """The least and the most of a counted thing, and the place after it."""
    low = s.low(i)
    if low in ("a", "the") and s.low(i + 1) in words.VAGUE:
        return amount(s, i + 1)
    if low in words.VAGUE:
        j = s.skip(i + 1, "of")
        return words.VAGUE[low], words.VAGUE[low], j
    if low in ("a", "an", "another"):
        return 1, 1, i + 1
    return _fraction(s, i) or _pair(s, i) or _counted(s, i)


def _fraction(s: Sentence, i: int) -> tuple[float, float, int] | None:
    """Half a, a quarter of an, three quarters of an."""
    if s.low(i) in ("half", "½"):
        return 0.5, 0.5, s.skip(i + 1, "a", "an")
    if s.low(i) == "quarter" and s.low(i + 1) == "of":
        return 0.25, 0.25, s.skip(i + 2, "a", "an")
    if s.low(i) == "three" and s.low(i + 1) == "quarters" and s.low(i + 2) == "of":
        return 0.75, 0.75, s.skip(i + 3, "a", "an")
    return None


def _pair(s: Sentence, i: int) -> tuple[float, float, int] | None:
    """3-5, and 2.5."""
    token = s.at(i)
    if token.sort != "pair" or "/" in token.low:
        return None
    if "." in token.low:
        return float(token.low), float(token.low), i + 1
    first, second = (int(part) for part in token.low.replace("–", "-").split("-"))
    return (first, second, i + 1) if first < second else None


def _counted(s: Sentence, i: int) -> tuple[float, float, int] | None:
    """3, three, 3 to 5, two or three, one and a half."""
    found = number(s, i)
    if found is None:
        return None
    least, j = float(found[0]), found[1]
    if s.low(j) == "and" and s.low(s.skip(j + 1, "a")) == "half":
        return least + 0.5, least + 0.5, s.skip(j + 1, "a") + 1
    if s.low(j) in ("to", "or", "-", "–", "and"):
        second = number(s, j + 1)
        if second is not None and second[0] > least and _unit_follows(s, second[1]):
            return least, float(second[0]), second[1]
    return least, least, j


def _unit_follows(s: Sentence, j: int) -> bool:
    return s.low(j) in words.UNITS or (s.low(j) in WORKING and s.low(j + 1) in words.UNITS)


def length(s: Sentence, i: int) -> tuple[Length, int] | None:
    """A length of time at `i` and the place after it."""
    low = s.low(i)
    if low in ("all", "full", "whole"):
        j = s.skip(i + 1, "-", "the")
        if s.low(j) in ("day", "week", "month", "year", "night"):
            return _of(1, words.UNITS[s.low(j)]), j + 1
        return None
    total: Length | None = None
    j = i
    for _ in range(PARTS_OF_LENGTH):
        part = _part(s, j, first=total is None)
        if part is None:
            break
        total = part[0] if total is None else _sum(total, part[0])
        j = part[1]
    return (total, j) if total is not None else None


def _part(s: Sentence, i: int, *, first: bool) -> tuple[Length, int] | None:
    """One counted unit; after the first one, only with a number of its own."""
    if not first:
        i = s.skip(s.skip(i, ","), "and")
        if s.at(i).sort == "word" and s.low(i) not in words.ONES and s.low(i) not in words.TENS:
            return None
    found = amount(s, i)
    if found is None:
        return None
    least, most, j = found
    j = s.skip(j, "-") if s.low(j + 1) in words.UNITS else j
    j = s.skip(j, "more")
    if s.low(j) in WORKING and s.low(j + 1) in ("day", "days"):
        few = Length(working=round(least)) if least != most else None
        return Length(working=round(most), least=few), j + 2
    return _finished(s, least, most, j) if _is_unit(s, i, j) else None


def _is_unit(s: Sentence, i: int, j: int) -> bool:
    """Whether the word at `j` is a unit of time counted by what stands at `i`."""
    low = s.low(j)
    if low not in words.UNITS or (low in words.LETTERS and not _alone(s, j)):
        return False
    if s.low(s.skip(j + 1, "-")) == "old":
        return False
    return not (low == "second" and s.low(i) in ("a", "the"))


def _alone(s: Sentence, j: int) -> bool:
    """Whether a bare letter is a unit: glued to its number, or an h with nothing behind it."""
    return s.glued(j) or (s.low(j) == "h" and s.at(j + 1).sort in ("end", "other"))


def _finished(s: Sentence, least: float, most: float, j: int) -> tuple[Length, int]:
    unit = words.UNITS[s.low(j)]
    j += 1
    if s.low(j) == "and" and s.low(s.skip(j + 1, "a")) == "half":
        least, most, j = least + 0.5, most + 0.5, s.skip(j + 1, "a") + 1
    other = number(s, j + 1) if s.low(j) == "or" and least == most == 1 else None
    if other is not None and other[0] > most and not _unit_follows(s, other[1]):
        most, j = other[0], other[1]
    few = _of(least, unit) if least != most else None
    whole = _of(most, unit)
    return Length(whole.months, whole.seconds, whole.days, whole.working, few), j


def _of(count: float, unit: str) -> Length:
    if unit in words.MONTHS_IN:
        return Length(months=count * words.MONTHS_IN[unit])
    if unit in words.DAYS_IN:
        days = 2 if unit == "weekend" else words.DAYS_IN[unit]
        return Length(days=count * days)
    return Length(seconds=count * words.SECONDS[unit])


def _sum(one: Length, other: Length) -> Length:
    return Length(
        one.months + other.months,
        one.seconds + other.seconds,
        one.days + other.days,
        one.working + other.working,
        one.least,
    )
