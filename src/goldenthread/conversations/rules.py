"""What a reading adds to the figures of its day, and how bad it was: plain values, no database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The gauge's own words: positive above, negative below.
PLEASED_ABOVE = 0.2
UPSET_BELOW = -0.2
KEPT_FROM = 5_000  # hundredths: half of the scale
CONTENT_FROM = 7_500  # four of five, or eight of ten


class Band(StrEnum):
    """How a customer felt, in one word."""

    PLEASED = "pleased"
    CALM = "calm"
    UPSET = "upset"


def band_of(valence: float | None) -> Band | None:
    """The word for a valence of −1…1; None when nothing was said.

    Example:
        >>> band_of(-0.6).value, band_of(0.0).value, band_of(None)
        ('upset', 'calm', None)
    """
    if valence is None or valence != valence:  # noqa: PLR0124 - an unread text is NaN
        return None
    if valence > PLEASED_ABOVE:
        return Band.PLEASED
    return Band.UPSET if valence < UPSET_BELOW else Band.CALM


@dataclass(frozen=True, slots=True)
class Part:
    """What one conversation adds to one measure: how many, kept, and a score in hundredths."""

    measure: str
    kept: bool = False
    hundredths: int = 0


def contributions(
    *,
    scores: Mapping[str, int | None],
    began: str,
    ended: str,
    rating: int | None,
) -> list[Part]:
    """Everything one conversation adds to the figures of its day.

    Args:
        scores: Hundredths by letter of PROUD; a letter without a score is left out, not zero.
        began: How the customer felt at the first message, empty when none was read.
        ended: How at the last, empty when there was only one.
        rating: Hundredths of 0…100 when the customer rated it.

    Example:
        >>> parts = contributions(scores={"P": 7000, "R": None}, began="upset", ended="calm",
        ...     rating=None)
        >>> [part.measure for part in parts]
        ['conversations', 'P', 'began:upset', 'arc:upset>calm']
    """
    parts = [Part("conversations", kept=True)]
    parts += [
        Part(letter, kept=score >= KEPT_FROM, hundredths=score)
        for letter, score in scores.items()
        if score is not None
    ]
    if began:
        parts.append(Part(f"began:{began}"))
    if began and ended:
        parts.append(Part(f"arc:{began}>{ended}", kept=ended != Band.UPSET))
    if rating is not None:
        parts.append(Part("rating", kept=rating >= CONTENT_FROM, hundredths=rating))
    return parts


def weight_of(*, scores: Mapping[str, int | None], valence: float | None, signals: int) -> int:
    """How badly the customer was treated, 0…100: what "the worst" is chosen by.

    Sixty for what was broken (the mean shortfall of the scored principles), thirty for how the
    customer felt at the end, and five for each signal: fight or flight, word of mouth against,
    having had to tell it again.

    Args:
        scores: Hundredths by letter of PROUD.
        valence: Of the customer's last message, −1…1.
        signals: How many signals were seen.

    Example:
        >>> weight_of(scores={"P": None, "D": 0}, valence=-1.0, signals=2)
        100
        >>> weight_of(scores={"P": 9000, "D": None}, valence=0.5, signals=0)
        0
    """
    scored = [score for score in scores.values() if score is not None]
    broken = sum(max(0, KEPT_FROM - score) for score in scored) / (len(scored) or 1) / KEPT_FROM
    felt = max(0.0, -(valence or 0.0))
    return min(100, round(60 * broken + 30 * felt + 5 * signals))


_TIMES = ("never", "once", "twice", "three times", "four times")


def summary(*, began: str, ended: str, fates: Sequence[str], handovers: int) -> str:
    """A conversation in two or three short sentences, from what was read in it.

    Example:
        >>> summary(began="upset", ended="upset", fates=["broken"], handovers=3)
        'Began upset, ended upset. One given word, broken. Passed on three times.'
    """
    told = []
    if began:
        told.append(f"Began {began}, ended {ended}." if ended else f"Felt {began}.")
    if fates:
        told.append(_fates(fates))
    if handovers:
        times = _TIMES[handovers] if handovers < len(_TIMES) else f"{handovers} times"
        told.append(f"Passed on {times}.")
    return " ".join(told) or "Nothing more was read in it."


_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _counted(n: int) -> str:
    return _COUNTED[n] if n < len(_COUNTED) else str(n)


def _fates(fates: Sequence[str]) -> str:
    words = {
        "kept": "kept",
        "broken": "broken",
        "open": "still open",
        "unknowable": "beyond checking",
    }
    met = [f for f in words if f in fates]
    many = _counted(len(fates)).capitalize()
    if len(fates) == 1:
        return f"{many} given word, {words[met[0]]}."
    if len(met) == 1:
        return f"{many} given words, {'both' if len(fates) == 2 else 'all'} {words[met[0]]}."  # noqa: PLR2004 - both
    parts = [f"{_counted(fates.count(f))} {words[f]}" for f in met]
    return f"{many} given words: {', '.join(parts)}."
