"""What customers answered, as a number on its scale and as 0…1 with 1 the best."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from goldenthread.engine.readers.cleaning import word_of
from goldenthread.engine.readers.found import Unreadable
from goldenthread.engine.readers.words import plain
from goldenthread.engine.types import Answer, AnswerType, Metric

_LONGEST_NUMBER = 400
_NUMBER = re.compile(
    r"([+−-]?\d+(?:[.,]\d+)?)(?:\s*(?:/|out of|of|von)\s*\d+|\s*stars?|\s*%)?", re.IGNORECASE
)
_GOOD = "good great satisfied happy yes true positive thumbs_up offered_good gut"
_MIDDLE = "okay ok neutral passive"
_BAD = "bad not_good dissatisfied unsatisfied unhappy no false negative thumbs_down schlecht"
_WORDS = (
    dict.fromkeys(_GOOD.split(), 1.0)
    | dict.fromkeys(_MIDDLE.split(), 0.5)
    | dict.fromkeys(_BAD.split(), 0.0)
)
_TYPES = {
    Metric.CSAT: AnswerType.CSAT,
    Metric.NPS: AnswerType.NPS,
    Metric.CES: AnswerType.CES,
}


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale of a rating.

    Attributes:
        low: Its smallest value.
        high: Its largest value, above `low`.
        best: `high` or `low`: which end is the best for the customer.
        metric: What was asked.
    """

    low: float
    high: float
    best: str = "high"
    metric: Metric = Metric.CUSTOM


_NAMED = (
    ("nps", Scale(0, 10, metric=Metric.NPS)),
    ("recommend", Scale(0, 10, metric=Metric.NPS)),
    ("csat", Scale(1, 5, metric=Metric.CSAT)),
    ("satisfaction", Scale(1, 5, metric=Metric.CSAT)),
    ("ces", Scale(1, 7, metric=Metric.CES)),
    ("effort", Scale(1, 7, metric=Metric.CES)),
    ("criticality", Scale(-5, 5)),
)


def scale_guessed(name: str, values: list[Any]) -> Scale:
    """The scale a column seems to use, by its name and by the values in its first rows."""
    wanted = plain(name)
    scale = next((scale for word, scale in _NAMED if word in wanted), Scale(1, 5))
    numbers = sorted(number for number in map(_number, values) if number is not None)
    if scale.metric is Metric.NPS or scale.low < 0 or not numbers:
        return scale
    low = 0.0 if numbers[0] == 0 else scale.low
    middle = numbers[len(numbers) // 2]
    for high in (scale.high, 7.0, 10.0, 100.0):
        # The bulk decides; one slip of the keyboard does not stretch the scale.
        if numbers[int(len(numbers) * 0.95)] <= high and middle <= high:
            return Scale(low, high, scale.best, scale.metric)
    return scale


def answer_of(value: object, scale: Scale, question: str | None) -> Answer | None:
    """One rating as an answer; None when the cell is empty.

    Raises:
        Unreadable: Something stands there, and it is no value of the scale.
    """
    word = word_of(value)
    if word is None:
        return None
    number = _number(word)
    if number is None:
        return _answer_in_words(word, scale, question)
    if not scale.low <= number <= scale.high:
        message = (
            f"The rating “{word[:40]}” lies outside {scale.low:g}…{scale.high:g}, "
            "so it was left out."
        )
        raise Unreadable(message)
    return Answer(
        type=_TYPES.get(scale.metric, AnswerType.RATING),
        question_text=question,
        value_text=word,
        value_num=number,
        scale_min=scale.low,
        scale_max=scale.high,
        normalized=_normalized(number, scale),
    )


def _answer_in_words(word: str, scale: Scale, question: str | None) -> Answer:
    normalized = _WORDS.get(plain(word))
    if normalized is None:
        message = f"The rating “{word[:40]}” is no number, so it was left out."
        raise Unreadable(message)
    return Answer(
        type=_TYPES.get(scale.metric, AnswerType.RATING),
        question_text=question,
        value_text=word,
        normalized=normalized,
    )


def _normalized(number: float, scale: Scale) -> float:
    share = (number - scale.low) / (scale.high - scale.low)
    return share if scale.best == "high" else 1 - share


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    word = word_of(value)
    found = _NUMBER.fullmatch(word) if word and len(word) < _LONGEST_NUMBER else None
    if found is None:
        return _plain_float(word)
    return float(found[1].replace("−", "-").replace(",", "."))


def _plain_float(word: str | None) -> float | None:
    try:
        number = float(word) if word else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None
