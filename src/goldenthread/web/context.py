"""What every template may ask for: nothing for a fragment that draws no bar, once for a page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from goldenthread.web import navigation, organisation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Callable[[], object]]:
    """Give templates `navigation` (links of the top bar) and `organisation` (its name)."""
    return {
        "navigation": cache(lambda: navigation.links(request)),
        "organisation": cache(organisation.name),
    }
