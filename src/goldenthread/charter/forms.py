"""What a browser may send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from goldenthread.charter import policy
from goldenthread.charter.actions import NewNote
from goldenthread.people.queries import units

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from goldenthread.people.models import Member


class NoteForm(forms.Form):
    """What was done about a promise, from which day, and where."""

    day = forms.DateField(
        label="From which day",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    text = forms.CharField(
        label="What was done",
        help_text="One or two sentences. Everyone who reads the charter can read it.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        sent: Mapping[str, str] | None = None,
        *,
        member: Member,
        today: date | None = None,
    ) -> None:
        super().__init__(sent, initial={"day": today})
        seen = policy.units_seen_by(member)
        among = units() if seen is None else units().filter(pk__in=seen)
        self.fields["unit"] = forms.ModelChoiceField(
            among,
            label="Where",
            required=seen is not None,
            empty_label="The whole organisation" if seen is None else None,
        )

    def new_note(self, promise: str) -> NewNote:
        """The note, once the form is valid."""
        typed = self.cleaned_data
        return NewNote(typed["day"], typed["text"], promise, typed["unit"])
