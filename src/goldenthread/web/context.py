"""What every template may ask for. Asked lazily: a fragment that draws no bar costs nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from goldenthread.web import navigation, organisation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Callable[[], object]]:
    """Give templates `navigation` (links of the top bar) and `organisation` (its name)."""
    return {
        "navigation": partial(navigation.links, request),
        "organisation": organisation.name,
    }
