"""Figures in words and small pictures: `{% load numbers %}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html

from goldenthread.web import figures
from goldenthread.web.charts import bars
from goldenthread.web.charts import sparkline as sparklines
from goldenthread.web.templatetags.reading import part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

register = template.Library()
register.filter("percent", figures.percent)
register.filter("count", figures.count)
register.filter("number_word", figures.number_word)

Limits = tuple[float, float]


@register.simple_tag
def share(
    value: float | None,
    low: float | None = None,
    high: float | None = None,
    n: int | None = None,
    kept: int | None = None,
) -> SafeString:
    """A share with its interval and count: `71 % 66–76 · n 312`.

    Below ten, and where `kept` is given, the count stands in place of a rate: `6 of 7`.
    """
    if value is None or n == 0:
        return format_html('<span class="tag noise">{}</span>', "not observed")
    if kept is not None and n is not None and n < figures.FEW:
        few = '<span>{} of {} <small class="num">too few for a rate</small></span>'
        return format_html(few, kept, n)
    beside = [] if low is None or high is None else [figures.reach(low, high)]
    if n is not None:
        beside.append(f"n{figures.SPACE}{figures.count(n)}")
    return format_html(
        '<span class="num">{} <small>{}</small></span>',
        figures.percent(value),
        " · ".join(beside),
    )


@register.simple_tag
def reach(low: float | None, high: float | None) -> str:
    """An interval of shares 0…1: `66–76`; a dash when there is none."""
    return figures.NONE if low is None or high is None else figures.reach(low, high)


@register.simple_tag
def score(value: float | None, low: float = 0, high: float = 100) -> SafeString:
    """A score 0…100 with its interval: `72 58–84`."""
    if value is None:
        return format_html('<span class="tag noise">{}</span>', "not observed")
    low, high = figures.whole(low), figures.whole(high)
    return format_html(
        '<span class="num">{} <small>{}–{}</small></span>', figures.whole(value), low, high
    )


@dataclass(frozen=True, slots=True)
class _Said:
    words: str
    tone: str


@register.simple_tag
def verdict(change: object) -> SafeString:
    """Whether a change is real: `real, −13`, `noise` or `too few`.

    Takes anything with `verdict` (real, noise, too_few), `direction` (up, down, none) and
    `change` (of the share, as a part of 1), as attributes or as keys.
    """
    said = _verdict(change)
    return format_html('<span class="tag {}">{}</span>', said.tone, said.words)


def _verdict(change: object) -> _Said:
    judged = part(change, "verdict") if change is not None else None
    if judged == "real":
        size, rising = part(change, "change"), part(change, "direction") == "up"
        words = "real" if size is None else f"real, {figures.signed(float(str(size)))}"
        return _Said(words, "up" if rising else "real")
    return _Said("too few" if judged == "too_few" else "noise", "noise")


def tone_of(change: object) -> str:
    """The colour of a change: `bad`, `good`, or `calm` for anything that is not real."""
    return {"real": "bad", "up": "good"}.get(_verdict(change).tone, "calm")


@register.inclusion_tag("web/charts/sparkline.html")
def sparkline(
    points: Sequence[float | None],
    limits: Limits | None = None,
    change: object = None,
    within: Limits | None = None,
    label: str = "",
) -> dict[str, object]:
    """Draw shares 0…1 by week, their limits, and the last week in the colour of its verdict.

    `change` is what `{% verdict %}` takes; `within` a scale shared with other rows. With a
    `label` it is read aloud; without one the table beside it must say the same.
    """
    drawn = sparklines.sparkline(points, limits, within)
    return {"chart": drawn, "tone": tone_of(change), "label": label}


@register.inclusion_tag("web/charts/meter.html")
def meter(value: float, of: float = 100, label: str = "") -> dict[str, object]:
    """A bar filled to `value` of `of`; with a `label` it is read aloud."""
    return {"chart": bars.meter(value, of), "label": label}


@register.inclusion_tag("web/charts/range_bar.html")
def range_bar(score: float, low: float, high: float, label: str = "") -> dict[str, object]:
    """A score 0…100 and its interval on a bar; with a `label` it is read aloud."""
    return {"chart": bars.range_bar(score, low, high), "label": label}
