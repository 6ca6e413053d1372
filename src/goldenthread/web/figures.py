"""How numbers are written, everywhere: whole percent, ranges with a dash, small shown as small."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

SPACE = "\u00a0"  # keeps a number with its sign on one line
NONE = "–"
FEW = 10  # below it a count stands in place of a rate


def whole(value: float) -> int:
    """The nearest whole number, halves away from zero, as people round.

    >>> whole(2.5), whole(-0.5)
    (3, -1)
    """
    return int(Decimal(repr(float(value))).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _points(share: float) -> int:
    # By way of decimal: 0.285 * 100 is 28.499999999999996 in binary.
    return int((Decimal(repr(float(share))) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def percent(share: float | None) -> str:
    """A share 0…1 as whole percent; a dash for None.

    All but one is not all: only 1 reads 100 %, and only 0 reads 0 %.

    >>> [percent(share).replace(SPACE, " ") for share in (0.714, 0.9996, 0.003, 1)]
    ['71 %', '>99 %', '<1 %', '100 %']
    """
    if share is None:
        return NONE
    points = _points(share)
    if points == 0 and share > 0:
        return f"<1{SPACE}%"
    if points == 100 and share < 1:  # noqa: PLR2004 - percent
        return f">99{SPACE}%"
    return f"{points}{SPACE}%"


def reach(low: float, high: float) -> str:
    """An interval of shares 0…1 in whole points.

    >>> reach(0.66, 0.7611)
    '66–76'
    """
    return f"{_points(low)}–{_points(high)}"


def count(number: int) -> str:
    """A number of things, thousands apart.

    >>> count(12480)
    '12,480'
    """
    return f"{number:,}"


_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number_word(number: int) -> str:
    """A number as prose has it: in a word as far as nine.

    >>> number_word(2), number_word(12)
    ('two', '12')
    """
    return _WORDS[number] if 0 <= number < len(_WORDS) else count(number)


def signed(change: float) -> str:
    """A change of a share, in points, with its sign; one decimal where it is below one point.

    >>> signed(-0.13), signed(0.06), signed(0.004)
    ('−13', '+6', '+0.4')
    """
    points = change * 100
    size = f"{abs(points):.1f}" if abs(points) < 1 else str(abs(_points(change)))
    return f"{'−' if points < 0 else '+'}{size}"
