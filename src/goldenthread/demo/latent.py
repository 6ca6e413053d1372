"""How likely each promise is kept, per team and week: the probabilities behind the stories."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from goldenthread.demo.chance import stream
from goldenthread.demo.promises import (
    KEPT,
    OCCASION,
    PLANTED_OCCASION,
    UPSET_TAKEN_SERIOUSLY,
    Vow,
)

if TYPE_CHECKING:
    from datetime import date

    from goldenthread.demo.truth import Truth

_WOBBLE = 0.01
_WIDEST = 0.02
_TEAM_OFFSET = 0.015
_FLOOR, _CEILING = 0.02, 0.98

_ANNOYANCES = (Vow.CALL_BACK, Vow.STORY_ONCE, Vow.ASK_FIRST, Vow.COURTESY, Vow.TAKEN_SERIOUSLY)
"""Broken ones among these spoil a customer's mood and rating."""


class Latent:
    """The probabilities of one run; the same truth gives the same ones."""

    def __init__(self, truth: Truth) -> None:
        self._truth = truth
        self._rates: dict[tuple[Vow, str, date], float] = {}
        self._offsets: dict[tuple[Vow, str], float] = {}

    def kept(self, vow: Vow, team: str, monday: date) -> float:
        """The probability that `vow` is kept where it has an occasion, 0…1."""
        key = (vow, team, monday)
        known = self._rates.get(key)
        if known is None:
            known = self._rates[key] = self._kept(vow, team, monday)
        return known

    def occasion(self, vow: Vow, team: str) -> float:
        """The probability that `vow` has an occasion, the same all year, 0…1."""
        if self._truth.effect(vow, team):
            return PLANTED_OCCASION
        return OCCASION[vow]

    def annoyed(self, team: str, monday: date, *, upset: bool) -> float:
        """The probability that at least one promise that spoils the mood is broken, 0…1.

        `upset` says whether the customer began upset: then being taken seriously is at stake.
        """
        return 1 - prod(
            1 - self._at_stake(vow, team, monday, upset=upset) * (1 - self.kept(vow, team, monday))
            for vow in _ANNOYANCES
        )

    def _at_stake(self, vow: Vow, team: str, monday: date, *, upset: bool) -> float:
        if vow is Vow.COURTESY:
            return 1.0
        if vow is Vow.TAKEN_SERIOUSLY and upset:
            return UPSET_TAKEN_SERIOUSLY
        occasion = self.occasion(vow, team)
        if vow is Vow.STORY_ONCE:
            # Whoever is passed around has a story to retell, planned or not.
            passed_around = 1 - self.kept(Vow.ONE_OWNER, team, monday)
            return occasion + (1 - occasion) * passed_around
        return occasion

    def _kept(self, vow: Vow, team: str, monday: date) -> float:
        effect = self._truth.effect(vow, team)
        centre = effect.rate(monday) if effect else KEPT[vow] + self._offset(vow, team)
        rng = stream("wobble", self._truth.seed, vow, team, monday)
        wobble = max(-_WIDEST, min(_WIDEST, rng.gauss(0, _WOBBLE)))
        return max(_FLOOR, min(_CEILING, centre + wobble))

    def _offset(self, vow: Vow, team: str) -> float:
        key = (vow, team)
        if key not in self._offsets:
            rng = stream("offset", self._truth.seed, vow, team)
            self._offsets[key] = rng.uniform(-_TEAM_OFFSET, _TEAM_OFFSET)
        return self._offsets[key]


def spoilt(verdicts: dict[Vow, bool | None]) -> bool:
    """Whether a promise that spoils the mood was broken."""
    return any(verdicts[vow] is False for vow in _ANNOYANCES)


def leaning(rate: float, weight: float, chance: float, *, bad: bool) -> float:
    """`rate`, lower after something `bad` and higher without, so that the mean stays `rate`.

    Args:
        rate: The mean to keep, 0…1.
        weight: How far the two cases lie apart, 0…1.
        chance: How likely the bad case is, 0…1.
        bad: Which of the two this is.

    Example:
        >>> 0.4 * leaning(0.8, 0.3, 0.4, bad=True) + 0.6 * leaning(0.8, 0.3, 0.4, bad=False)
        0.8
    """
    # Neither case may leave the range, or the mean would move.
    widest = min(weight, (_CEILING - rate) / chance if chance else weight)
    return rate - widest * (1 - chance) if bad else rate + widest * chance
