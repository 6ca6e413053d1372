"""What measures are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from goldenthread.engine.gauge.types import Evidence
    from goldenthread.engine.standard.facts import Facts

Settings: TypeAlias = "Mapping[str, Any]"  # a parameter checks its own value


class Outcome(StrEnum):
    """What a standard says of one conversation."""

    KEPT = "kept"
    BROKEN = "broken"
    NOT_OBSERVED = "not_observed"


class Verdict(NamedTuple):
    """An outcome and what it rests on; no evidence where there was no occasion."""

    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()


NOT_OBSERVED = Verdict(Outcome.NOT_OBSERVED)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing a measure lets its user choose.

    Attributes:
        name: Its key in the standard.
        says: What it is, in words.
        check: Gives a sentence on what is wrong with a value, or None.
        default: What counts when it is left out; None when it must be given.
    """

    name: str
    says: str
    check: Callable[[Any], str | None]
    default: Any = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to judge a conversation.

    Attributes:
        name: Its name in standards.
        says: How it measures with these settings, as a sentence a customer understands.
        parameters: What can be chosen.
        judge: The measure itself.
    """

    name: str
    says: Callable[[Settings], str]
    parameters: tuple[Parameter, ...]
    judge: Callable[[Facts, Settings], Verdict]
