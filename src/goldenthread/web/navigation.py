"""What stands in the top bar: each room adds its own pages, each with who may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import reverse

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Item:
    """One page of the top bar, and whether a member sees it there."""

    label: str
    url_name: str
    visible: Callable[[Any], bool]  # takes the room's own kind of member
    order: int


class Link(NamedTuple):
    """One page as the top bar draws it."""

    label: str
    url: str
    is_current: bool


ITEMS: dict[str, Item] = {}


def add(label: str, url_name: str, visible: Callable[[Any], bool], order: int) -> None:
    """Put a page into the top bar; the same label again replaces it.

    Args:
        label: What it is called there, one or two words.
        url_name: The route, with its room: `insights:brief`.
        visible: Says for a signed-in member whether the page is theirs to open.
        order: Smaller stands further left.
    """
    ITEMS[label] = Item(label, url_name, visible, order)


def links(request: HttpRequest) -> list[Link]:
    """The pages this visitor may open, in order; none before sign-in."""
    viewer = getattr(request, "user", None)
    if viewer is None or not viewer.is_authenticated:
        return []
    ordered = sorted(ITEMS.values(), key=lambda item: item.order)
    shown = [(item.label, reverse(item.url_name)) for item in ordered if item.visible(viewer)]
    current = _current(request.path, [url for _, url in shown])
    return [Link(label, url, url == current) for label, url in shown]


def _current(path: str, urls: list[str]) -> str | None:
    """The page `path` is, or lies within; the start page holds only itself.

    >>> _current("/conversations/7/", ["/", "/conversations/", "/conversations/sample/"])
    '/conversations/'
    """
    within = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(within, key=len, default=None)
