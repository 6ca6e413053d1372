"""Honest figures: intervals, charts, and whether a change is real."""

from goldenthread.engine.stats.change import (
    Change,
    Direction,
    Series,
    Verdict,
    chance_range,
    judge_many,
    signal,
)
from goldenthread.engine.stats.charts import Chart, ChartPoint, p_chart
from goldenthread.engine.stats.intervals import (
    Count,
    Interval,
    beta_interval,
    mean_interval,
    newcombe,
    wilson,
)
from goldenthread.engine.stats.many import benjamini_hochberg

__all__ = [
    "Change",
    "Chart",
    "ChartPoint",
    "Count",
    "Direction",
    "Interval",
    "Series",
    "Verdict",
    "benjamini_hochberg",
    "beta_interval",
    "chance_range",
    "judge_many",
    "mean_interval",
    "newcombe",
    "p_chart",
    "signal",
    "wilson",
]
