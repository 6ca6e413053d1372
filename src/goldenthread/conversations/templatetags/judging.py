"""Agree or disagree with one reading: `{% load judging %}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.urls import reverse

if TYPE_CHECKING:
    from django.template import Context

register = template.Library()


@register.inclusion_tag("conversations/agree.html", takes_context=True)
def agree(context: Context, reading: str, said: object, about: str) -> dict[str, object]:
    """Two buttons beside a reading, and what the analyst said of it before.

    Args:
        context: With `page`, the conversation's, and `said`, what this analyst said so far.
        reading: What is judged, as `Judgement.reading` names it.
        said: What the gauge says there.
        about: The same for people who hear the page.
    """
    before = context["said"].get(reading)
    return {
        "action": reverse("conversations:judge", args=[context["page"].conversation.pk]),
        "csrf_token": context.get("csrf_token"),
        "reading": reading,
        "value": round(said) if isinstance(said, float) else said,
        "about": about,
        "agreed": before is True,
        "disagreed": before is False,
    }
