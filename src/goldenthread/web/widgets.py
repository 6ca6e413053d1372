"""Form inputs Django has no name for."""

from __future__ import annotations

from django import forms


class Day(forms.DateInput):
    """A date the browser shows a calendar for."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
