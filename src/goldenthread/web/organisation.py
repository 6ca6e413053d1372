"""Whose house this is: the name in the top bar, given by the room that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PRODUCT = "Goldenthread"
_names: list[Callable[[], str]] = []


def plug_name(name: Callable[[], str]) -> None:
    """Say how to ask for the organisation's name; called once, by `people`."""
    _names[:] = [name]


def name() -> str:
    """The organisation's name; empty until there is one."""
    return _names[-1]() if _names else ""
