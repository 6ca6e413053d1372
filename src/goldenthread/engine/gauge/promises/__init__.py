"""Given words: what an agent tells one customer will be done, by when, and what became of it."""

from goldenthread.engine.gauge.promises.fates import fates
from goldenthread.engine.gauge.promises.finding import promises

__all__ = ["fates", "promises"]
