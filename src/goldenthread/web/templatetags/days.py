"""Days and moments, always in the organisation's zone: `{% load days %}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.dateformat import format as written
from django.utils.html import format_html

from goldenthread.ground.clock import organisation_zone

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.utils.safestring import SafeString

register = template.Library()

UNDATED = "undated"
_DAYS = {"full": "j F Y", "weekday": "l j F", "short": "j M"}
_MOMENTS = {"full": "j F Y, H:i", "weekday": "l j F, H:i", "short": "D H:i", "clock": "H:i"}


@register.simple_tag
def day(value: date | None, style: str = "full") -> SafeString | str:
    """A day: `3 November 2026`, `weekday` Tuesday 3 November, `short` 3 Nov; else undated."""
    if value is None:
        return UNDATED
    return format_html(
        '<time datetime="{}">{}</time>', value.strftime("%Y-%m-%d"), written(value, _DAYS[style])
    )


@register.simple_tag
def moment(value: datetime | None, style: str = "full") -> SafeString | str:
    """A moment: `3 November 2026, 14:02`, `weekday`, `short` Tue 14:02, `clock` 14:02."""
    if value is None:
        return UNDATED
    here = value.astimezone(organisation_zone())
    return format_html(
        '<time datetime="{}">{}</time>',
        here.isoformat(timespec="seconds"),
        written(here, _MOMENTS[style]),
    )
