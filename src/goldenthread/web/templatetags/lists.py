"""Long lists and empty ones: `{% load lists %}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

if TYPE_CHECKING:
    from django.template import Context

    from goldenthread.web.paging import Page

register = template.Library()


@register.inclusion_tag("web/pages.html", takes_context=True)
def pages(context: Context, page: Page, name: str = "Pages") -> dict[str, object]:  # type: ignore[type-arg]  # of rows of any kind
    """Links to the newer and the older rows of a list, keeping its filters."""
    return {"page": page, "name": name, "request": context["request"]}


@register.inclusion_tag("web/empty.html")
def nothing_yet(
    title: str, says: str, action: str = "", href: str = "", aside: str = ""
) -> dict[str, object]:
    """Nothing yet: what will stand here, and the one step that brings it.

    Args:
        title: What is not there.
        says: What brings it, in a sentence or two.
        action: The step's button; none where there is no step to take.
        href: Where the button leads.
        aside: A quieter second line.
    """
    return {"title": title, "says": says, "action": action, "href": href, "aside": aside}
