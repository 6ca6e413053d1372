"""Days and moments, always in the organisation's zone: `{% load days %}`."""

from __future__ import annotations

from datetime import timedelta
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
_DAYS = {"full": "j F Y", "weekday": "l j F", "short": "j M", "named": "D j M"}
_LAST_MINUTE = (23, 59)
_MOMENTS = {"full": "j F Y, H:i", "weekday": "l j F, H:i", "short": "D H:i", "clock": "H:i"}


@register.simple_tag
def day(value: date | None, style: str = "full") -> SafeString | str:
    """A day: `3 November 2026`, `weekday` Tuesday 3 November, `short` 3 Nov, `named` Tue 3 Nov."""
    if value is None:
        return UNDATED
    return format_html(
        '<time datetime="{}">{}</time>', value.strftime("%Y-%m-%d"), written(value, _DAYS[style])
    )


@register.simple_tag
def due(value: datetime) -> SafeString | str:
    """A deadline: `Tue 17:00`; one at the end of a day is that day, `Tue 3 Nov`."""
    here = value.astimezone(organisation_zone())
    last = here - timedelta(minutes=1)
    if here.date() == last.date() and (here.hour, here.minute) != _LAST_MINUTE:
        return moment(value, "short")
    return day(last.date() if here.date() != last.date() else here.date(), "named")


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
