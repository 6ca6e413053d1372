"""The words that tell time in English, as tables: add a word here and the grammar knows it."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a text as a set.

    >>> sorted(listed("by until"))
    ['by', 'until']
    """
    return frozenset(text.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mondays",
            "tuesday tue tues tuesdays",
            "wednesday wed weds wednesdays",
            "thursday thu thur thurs thursdays",
            "friday fri fridays",
            "saturday sat saturdays",
            "sunday sun sundays",
        )
    )
    for name in names.split()
}
PLURAL_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("days"))
# Ordinary words too ("sun", "may", "march"): they need company before they count.
SHY = frozenset({"may", "march", "mar", "sun", "sat", "wed", "second", "dec", "mon"})

UNITS = {
    name: unit
    for unit, names in {
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs h",
        "day": "day days night nights d",
        "week": "week weeks wk wks w",
        "weekend": "weekend weekends",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for name in names.split()
}
# A bare letter is a unit only when glued to its number, as in 3h.
LETTERS = frozenset({"h", "d", "w"})

SECONDS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 7 * 86400.0,
    "weekend": 2 * 86400.0,
    "fortnight": 14 * 86400.0,
    "month": 30 * 86400.0,
    "quarter": 90 * 86400.0,
    "year": 365 * 86400.0,
    "decade": 3650 * 86400.0,
    "century": 36500 * 86400.0,
}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}

ONES = {
    name: number
    for number, name in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    name: 10 * number
    for number, name in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
ORDINALS = {
    name: number
    for number, name in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ],
        start=1,
    )
} | {"twentieth": 20, "thirtieth": 30}

# Hours of the day a part of it covers; the night ends a second before midnight.
PARTS = {
    "morning": (8, 12),
    "mornings": (8, 12),
    "afternoon": (12, 16),
    "afternoons": (12, 16),
    "evening": (16, 20),
    "evenings": (16, 20),
    "night": (20, 24),
    "lunchtime": (11, 13),
    "lunch": (11, 13),
}
PLURAL_PARTS = frozenset({"mornings", "afternoons", "evenings", "nights"})
NAMED_HOURS = {"noon": 12, "midday": 12, "noonish": 12, "midnight": 0}

THIS = frozenset({"this", "current", "same"})
NEXT = frozenset({"next", "following", "coming", "upcoming"})
LAST = frozenset({"last", "previous", "past", "prior"})
RELATIVE = THIS | NEXT | LAST

TODAY = {
    "today": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "tomorow": 1,
    "tommorow": 1,
    "tommorrow": 1,
    "yesterday": -1,
    "tonight": 0,
    "tonite": 0,
}
TONIGHT = frozenset({"tonight", "tonite"})

VAGUE = {"few": 3, "several": 3, "some": 3, "couple": 2}
EDGES = {
    "beginning": "early",
    "start": "early",
    "early": "early",
    "earlier": "early",
    "mid": "mid",
    "middle": "mid",
    "end": "late",
    "late": "late",
    "later": "late",
}

BEFORE = frozenset({"before", "by", "until", "till", "til"})
AFTER = frozenset({"after", "since", "starting", "beginning", "from", "onwards"})
JOINS = frozenset({"to", "till", "until", "til", "through", "thru", "-", "–", "—", "~"})
MERIDIEM = {"am": 0, "a": 0, "pm": 12, "p": 12}

# Where month and day are told in that order; elsewhere 05/06 is the fifth of June.
MONTH_FIRST = ("America/", "US/", "UTC", "Etc/")
