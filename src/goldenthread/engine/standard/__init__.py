"""A charter's standard: what a promise means in one conversation, as data that runs."""

from goldenthread.engine.standard.document import Standard, evaluate
from goldenthread.engine.standard.facts import Facts, facts_of
from goldenthread.engine.standard.measures import MEASURES, register
from goldenthread.engine.standard.types import Measure, Outcome, Parameter, Settings, Verdict

__all__ = [
    "MEASURES",
    "Facts",
    "Measure",
    "Outcome",
    "Parameter",
    "Settings",
    "Standard",
    "Verdict",
    "evaluate",
    "facts_of",
    "register",
]
