"""A standard as it is written down, checked and applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from goldenthread.engine.standard.measures import MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from goldenthread.engine.standard.facts import Facts
    from goldenthread.engine.standard.types import Measure, Settings, Verdict

_KEYS = frozenset({"measure", "parameters", "sentence"})


@dataclass(frozen=True, slots=True)
class Standard:
    """A measurable statement of what keeps a promise.

    Attributes:
        measure: Name of the measure.
        parameters: What was chosen for it.
        sentence: What it means, in plain language; empty to say it in the measure's own words.
        strangers: Keys nobody knows, kept so that a check can name them.
    """

    measure: str
    parameters: Settings
    sentence: str = ""
    strangers: tuple[str, ...] = ()

    @classmethod
    def parse(cls, document: Mapping[str, Any]) -> Standard:
        """Read a standard from its JSON; whatever is wrong with it is said by `check`.

        >>> Standard.parse({"measure": "handovers", "parameters": {"most": 1}}).words
        'The customer was passed on at most once.'
        """
        chosen = document.get("parameters", {})
        known = MEASURES.get(str(document.get("measure", "")))
        parameters = dict(chosen) if isinstance(chosen, dict) else {"parameters": chosen}
        for one in known.parameters if known else ():
            if one.default is not None:
                parameters.setdefault(one.name, one.default)
        return cls(
            measure=str(document.get("measure", "")),
            parameters=parameters,
            sentence=str(document.get("sentence", "")).strip(),
            strangers=tuple(sorted(str(key) for key in document if key not in _KEYS)),
        )

    def check(self) -> list[str]:
        """Sentences on what is missing or wrong; [] when the standard can run.

        >>> Standard.parse({"measure": "rating"}).check()
        ['The measure “rating” needs “least”: the least rating, 0 to 1.']
        """
        faults = [f"“{key}” is not part of a standard; remove it." for key in self.strangers]
        if not self.measure:
            return [*faults, f"Choose a measure: {', '.join(sorted(MEASURES))}."]
        measure = MEASURES.get(self.measure)
        if measure is None:
            names = ", ".join(sorted(MEASURES))
            return [*faults, f"There is no measure called “{self.measure}”; choose one of {names}."]
        return faults + _faults(measure, self.parameters)

    @property
    def words(self) -> str:
        """What it means in plain language; empty for a standard that cannot run."""
        if self.sentence or self.check():
            return self.sentence
        return MEASURES[self.measure].says(self.parameters)


def _faults(measure: Measure, parameters: Settings) -> list[str]:
    names = {one.name for one in measure.parameters}
    faults = [
        f"The measure “{measure.name}” has nothing called “{name}”; remove it."
        for name in parameters
        if name not in names
    ]
    for one in measure.parameters:
        if one.name not in parameters:
            faults.append(f"The measure “{measure.name}” needs “{one.name}”: {one.says}.")
        elif wrong := one.check(parameters[one.name]):
            faults.append(f"“{one.name}” {wrong}.")
    return faults


def evaluate(standard: Standard, facts: Facts) -> Verdict:
    """Judge one conversation by a standard that `check` finds nothing wrong with.

    Raises:
        KeyError: The measure or one of its parameters is missing.
    """
    return MEASURES[standard.measure].judge(facts, standard.parameters)
