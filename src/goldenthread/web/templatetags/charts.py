"""The large pictures, each with a label in words and a table: `{% load charts %}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from django import template

from goldenthread.web import figures
from goldenthread.web.charts import control
from goldenthread.web.charts.flow import flow as lay_flow
from goldenthread.web.figures import FEW

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from goldenthread.web.charts.flow import Flow

register = template.Library()

Interval = tuple[float, float]


class Cell(NamedTuple):
    """One number of a table, and the column it stands in: small screens print both."""

    heading: str
    text: str


@register.inclusion_tag("web/charts/flow.html")
def flow(
    counts: Sequence[Sequence[int]], upset: Interval | None = None, caption: str = ""
) -> dict[str, object]:
    """Draw how feelings went, from a 3 × 3 table of counts: first feeling by last feeling.

    Rows and columns are pleased, calm, upset. `upset` is the interval of those who ended upset.
    """
    drawn = lay_flow(counts)
    if drawn is None:
        return {"chart": None}
    reach = f" ({figures.reach(*upset)})" if upset else ""
    return {
        "chart": drawn,
        "first": [(node, _said(node.share, drawn.total)) for node in drawn.first],
        "last": [(node, _said(node.share, drawn.total)) for node in drawn.last],
        "reach": reach,
        "label": _flow_label(drawn, upset),
        "headings": ["Began", *(f"Ended {node.feeling}" for node in drawn.last), "All"],
        "rows": _flow_rows(counts, drawn, reach),
        "caption": caption
        or f"Share of {figures.count(drawn.total)} conversations by feeling "
        "at the first and the last customer message",
    }


def _said(share: float, total: int) -> str:
    """A share of the customers drawn; of a few, how many."""
    if total < FEW:
        return f"{round(share * total)} of {total}"
    return figures.percent(share)


def _flow_label(drawn: Flow, upset: Interval | None) -> str:
    ends = (nodes[-1].share for nodes in (drawn.first, drawn.last))
    began, ended = (_said(share, drawn.total) for share in ends)
    sure = f" (interval {figures.reach(*upset).replace('–', ' to ')})" if upset else ""
    return f"Flow of feelings: {began} began upset, {ended} ended upset{sure}"


def _flow_rows(
    counts: Sequence[Sequence[int]], drawn: Flow, reach: str
) -> list[tuple[str, list[str]]]:
    rows = [
        (node.feeling, [_said(n / drawn.total, drawn.total) for n in [*row, sum(row)]])
        for node, row in zip(drawn.first, counts, strict=True)
    ]
    ended = [_said(node.share, drawn.total) for node in drawn.last]
    ended[-1] += reach
    return [*rows, ("all", [*ended, _said(1, drawn.total)])]


@register.inclusion_tag("web/charts/control.html")
def control_chart(  # noqa: PLR0913 - the words of one tag in a template, all but the first by name
    points: Sequence[float | None],
    limits: Sequence[Sequence[float] | None] = (),
    signals: Mapping[int, str] | Iterable[int] = (),
    labels: Sequence[str] = (),
    notes: Mapping[int, str] | None = None,
    *,
    ns: Sequence[int] = (),
    name: str = "Share kept",
    each: str = "week",
) -> dict[str, object]:
    """Draw shares 0…1 against the limits chance keeps to.

    Args:
        points: One share for each week, oldest first; None where there is none.
        limits: Lower and upper limit of each week, the centre between or beside them:
            (low, high) or (low, centre, high). One pair stands for every week, None for a week
            too small to have any.
        signals: Places of the weeks that changed for real, with words to print or without.
        labels: What each week is called.
        notes: What was done, by the place of its week.
        ns: How many there were each week, for the table.
        name: What is measured, for the label and the table.
        each: What one point is, mostly a week.
    """
    named = [str(label) for label in labels] or [str(place + 1) for place in range(len(points))]
    given = _limits(limits, len(points))
    told = _signals(points, given, signals)
    series = control.Series(points, given, named, told, dict(notes or {}))
    beside = [heading for heading, there in (("n", ns), ("Limits", given)) if there]
    return {
        "chart": control.control(series),
        "label": _control_label(name, each, series),
        "rows": _control_rows(series, ns),
        "headings": [each.capitalize(), name, *beside],
        "summary": f"The {each}s in a table",
        "caption": f"{name} by {each}",
        # "week 27" is one's name; "24 Aug" is one already.
        "each": each if named[:1] and named[0].isdigit() else "",
    }


def _limits(limits: Sequence[Sequence[float] | None], weeks: int) -> list[control.Limit | None]:
    if not limits:
        return []
    if isinstance(limits[0], (int, float)):
        limits = [limits] * weeks
    return [_limit(each) if each else None for each in limits]


def _limit(given: Sequence[float]) -> control.Limit:
    """Low, centre, high; the centre of a pair lies in its middle."""
    return given[0], given[1] if len(given) > 2 else sum(given) / 2, given[-1]  # noqa: PLR2004 - low, centre, high


def _signals(
    points: Sequence[float | None],
    limits: Sequence[control.Limit | None],
    signals: Mapping[int, str] | Iterable[int],
) -> dict[int, str]:
    """Print the words given, or what is seen; only the last needs them, the others are marked."""
    places = sorted(signals)
    words = dict(signals) if isinstance(signals, Mapping) else {}
    told = dict.fromkeys(places, "")
    if places:
        last = places[-1]
        told[last] = words.get(last) or _seen(points[last], limits[last] if limits else None)
    return told


def _seen(value: float | None, limit: control.Limit | None) -> str:
    shown = figures.percent(value)
    if value is None or limit is None or limit[0] <= value <= limit[2]:
        return f"{shown}: real"
    side = "below" if value < limit[0] else "above"
    return f"{shown}, {side} the limit: real"


def _control_label(name: str, each: str, series: control.Series) -> str:
    if not series.points:
        return f"Control chart of {name}: nothing yet"
    span = f"{each}s {series.labels[0]} to {series.labels[-1]}"
    centres = [limit[1] for limit in series.limits if limit]
    usual = f", around {figures.percent(centres[-1])}" if centres else ""
    real = [
        f"{each} {series.labels[place]} at {figures.percent(series.points[place])} is real"
        for place in series.signals
    ]
    news = "; ".join(real) if real else "no real change"
    return f"Control chart of {name}, {span}{usual}; {news}"


def _control_rows(series: control.Series, ns: Sequence[int]) -> list[tuple[str, list[str]]]:
    rows = []
    for place, value in enumerate(series.points):
        cells = [figures.percent(value)]
        if ns:
            cells.append(figures.count(ns[place]))
        if series.limits:
            limit = series.limits[place]
            cells.append(figures.reach(limit[0], limit[2]) if limit else figures.NONE)
        deed = series.notes.get(place)
        label = series.labels[place]
        rows.append((f"{label} ({deed})" if deed else label, cells))
    return rows


@register.inclusion_tag("web/charts/table.html")
def data_table(
    summary: str,
    caption: str,
    headings: Sequence[str],
    rows: Sequence[tuple[str, Sequence[str]]],
) -> dict[str, object]:
    """The numbers of a picture, folded away: each row is its name and its cells.

    `headings` name the first column too.
    """
    named = [
        {"name": name, "cells": [Cell(*pair) for pair in zip(headings[1:], cells, strict=True)]}
        for name, cells in rows
    ]
    return {"summary": summary, "caption": caption, "headings": headings, "rows": named}
