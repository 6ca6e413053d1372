"""What a browser may send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from typing_extensions import override

from goldenthread.charter import queries as charter
from goldenthread.conversations.actions import Opinion
from goldenthread.conversations.queries import Filters
from goldenthread.conversations.rules import Band
from goldenthread.engine.readers import sources
from goldenthread.engine.types import Channel
from goldenthread.people import queries as people
from goldenthread.people.models import AliasKind, Member, Unit
from goldenthread.web.principles import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from goldenthread.people.models import Alias

LARGEST_UPLOAD = 2 * 1024**3
_ANY = ("", "any")


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[_ANY, *choices])


class FilterForm(forms.Form):
    """What the list shows; anything that makes no sense is said at its field."""

    q = forms.CharField(
        label="Words",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    channel = _choice("Channel", [(c.value, c.value.replace("_", " ")) for c in Channel])
    unit = forms.ChoiceField(label="Team", required=False)
    since = _day("From")
    until = _day("Until")
    principle = _choice("Broken principle", list(NAMES.items()))
    promise = forms.ChoiceField(label="Promise", required=False)
    verdict = forms.ChoiceField(
        label="That promise was", required=False, choices=[("broken", "broken"), ("kept", "kept")]
    )
    feeling = _choice("Ended", [(band.value, band.value) for band in Band])
    undated = forms.BooleanField(label="Only without a date", required=False)

    field_order = (
        *("q", "channel", "unit"),
        *("promise", "verdict", "principle"),
        *("feeling", "since", "until", "undated"),
    )

    def __init__(self, sent: Any) -> None:  # noqa: ANN401 - a QueryDict, which has no types
        super().__init__(sent)
        teams = [(str(pk), name) for pk, name in sorted(_by_name())]
        self.fields["unit"].choices = [_ANY, *teams, ("0", "no team known")]  # type: ignore[attr-defined]
        promises = [(promise.id, promise.text) for promise in charter.promises()]
        self.fields["promise"].choices = [_ANY, *promises]  # type: ignore[attr-defined]

    def filters(self) -> Filters:
        """The filters of the fields that make sense."""
        kept = getattr(self, "cleaned_data", {})
        unit = kept.get("unit")
        return Filters(
            words=kept.get("q", ""),
            channel=kept.get("channel", ""),
            unit=int(unit) if unit else None,
            since=kept.get("since"),
            until=kept.get("until"),
            principle=kept.get("principle", ""),
            promise=kept.get("promise", ""),
            verdict=kept.get("verdict", ""),
            feeling=kept.get("feeling", ""),
            undated=kept.get("undated", False),
        )


def _by_name() -> list[tuple[int, str]]:
    return [(unit.pk, unit.name) for unit in people.units()]


class UploadForm(forms.Form):
    """A file to bring in, and where it comes from."""

    file = forms.FileField(
        label="File",
        help_text="A CSV, JSON or JSON Lines file, such as a help desk export or survey answers.",
        error_messages={
            "required": "Choose a file to bring in.",
            "empty": "The file is empty. Export it again and choose the new one.",
        },
    )
    source = forms.CharField(
        label="Name of the source",
        required=False,
        max_length=60,
        help_text=(
            "How you call the system it comes from, always the same, so that bringing it in again"
            " doubles nothing. Formats known by name: " + ", ".join(sources()) + "."
        ),
    )

    def clean_file(self) -> Any:  # noqa: ANN401 - Django's uploaded file
        """Refuse what is too large for a browser."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_UPLOAD:
            message = (
                "The file is larger than 2 GB. Bring it in on the machine itself:"
                " goldenthread import FILE."
            )
            raise forms.ValidationError(message, code="too_large")
        return file


class NameForm(forms.Form):
    """Whom a name on conversations means."""

    alias = forms.IntegerField(widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(Unit.objects.all(), required=False, empty_label="choose a team")
    member = forms.ModelChoiceField(
        Member.objects.all(), required=False, empty_label="choose a member"
    )

    @override
    def clean(self) -> dict[str, Any]:
        """One of the two must be chosen."""
        kept = super().clean() or {}
        if not kept.get("unit") and not kept.get("member"):
            message = "Choose whom the name means."
            raise forms.ValidationError(message, code="nobody")
        if kept.get("unit") and kept.get("member"):
            message = "A name means either a team or a member."
            raise forms.ValidationError(message, code="both")
        return kept


def name_forms(waiting: Iterable[Alias]) -> list[tuple[Alias, NameForm]]:
    """An empty form for each waiting name: teams for a team's name, members for a person's.

    Whom one may choose is asked once, however many names wait.
    """
    empty = NameForm()
    known = {name: list(empty.fields[name].choices) for name in ("unit", "member")}  # type: ignore[attr-defined]
    return [(alias, _name_form(alias, known)) for alias in waiting]


def _name_form(alias: Alias, known: dict[str, list[Any]]) -> NameForm:
    form = NameForm(initial={"alias": alias.pk}, auto_id=f"name_{alias.pk}_%s")
    meant, other = ("unit", "member") if alias.kind == AliasKind.TEAM else ("member", "unit")
    form.fields[meant].choices = known[meant]  # type: ignore[attr-defined]
    del form.fields[other]
    return form


class SampleForm(forms.Form):
    """How a sample is drawn."""

    size = forms.IntegerField(label="How many", min_value=1, max_value=500, initial=30)
    seed = forms.CharField(
        label="Seed",
        max_length=40,
        help_text="Any words. The same words draw the same conversations again.",
    )
    since = _day("From")
    until = _day("Until")

    @override
    def clean(self) -> dict[str, Any]:
        """A period has two ends, in their order."""
        kept = super().clean() or {}
        since, until = kept.get("since"), kept.get("until")
        if (since is None) != (until is None):
            message = "Give both days of the period, or neither."
            raise forms.ValidationError(message, code="half_a_period")
        if since and until and until < since:
            message = "The period ends before it begins. Put the days the other way round."
            raise forms.ValidationError(message, code="period_backwards")
        return kept


class JudgeForm(forms.Form):
    """Whether the analyst agrees with one reading."""

    reading = forms.RegexField(
        r"^(?:[PROUD]|feeling_start|feeling_end|stance|coping|word_of_mouth|retold|given:\d{1,9}:\d{1,9})$"
    )
    said = forms.CharField(max_length=40, required=False)
    agrees = forms.ChoiceField(choices=[("yes", "agree"), ("no", "disagree")])

    def opinion(self) -> Opinion:
        """What was said, for the action."""
        kept = self.cleaned_data
        return Opinion(kept["reading"], kept["said"], kept["agrees"] == "yes")
