"""A form's fields, and what is to be put right in it: `{% load fields %}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms, template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.forms import BoundField

register = template.Library()

_ONES = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


# Django's own sentences say what is wrong; these say what to do.
_TO_DO = {
    (forms.ChoiceField, "required"): "Choose one for “{}”.",
    (forms.MultipleChoiceField, "required"): "Choose at least one for “{}”.",
    (forms.FileField, "required"): "Choose a file for “{}”.",
    (forms.DateField, "invalid"): "Give “{}” as a day: year-month-day.",
    (forms.IntegerField, "invalid"): "Give “{}” as a whole number.",
    (forms.EmailField, "invalid"): "Write “{}” as an address, such as ana@example.com.",
    (forms.Field, "required"): "Fill in “{}”.",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right, and the field it stands at; none for the form as a whole."""

    sentence: str
    field_id: str


@register.inclusion_tag("web/field.html")
def field(bound: BoundField, label: str = "", hint: str | None = None) -> dict[str, object]:
    """One field of a form; `label` and `hint` replace the form's own."""
    widget = bound.field.widget
    return {
        "field": bound,
        # No placeholder: it is gone once one types, and the label has said it already.
        "control": bound.as_widget(attrs={"placeholder": False}),
        "label": label or bound.label,
        "hint": bound.help_text if hint is None else hint,
        "has_hint": bool(bound.help_text),
        "hidden": bound.is_hidden,
        "faults": list(_sentences(bound)),
        "grouped": isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)),
        "ticked": isinstance(widget, forms.CheckboxInput),
        "optional": not bound.field.required,
    }


def _place(bound: BoundField) -> str:
    """What a link to the field leads to: of several to choose from, the first."""
    return bound.id_for_label or f"{bound.auto_id}_0"


def _sentences(bound: BoundField) -> Iterator[str]:
    """What to do about each error of a field; a form's own words stay as they are."""
    for error in bound.errors.as_data():
        for sentence in error.messages:
            yield _to_do(bound, error.code or "", sentence)


def _to_do(bound: BoundField, code: str, sentence: str) -> str:
    field = bound.field
    if sentence != _default(field, code):
        return sentence
    for (kind, about), words in _TO_DO.items():
        if isinstance(field, kind) and code == about:
            return words.format(bound.label)
    return sentence


def _default(field: forms.Field, code: str) -> str:
    """Django's sentence, from the nearest class or the first check that has one."""
    for kind in type(field).__mro__:
        found = getattr(kind, "default_error_messages", {}).get(code)
        if found:
            return str(found)
    checks = [check for check in field.default_validators if getattr(check, "code", "") == code]
    return str(getattr(checks[0], "message", "")) if checks else ""


@register.inclusion_tag("web/errors.html")
def errors(form: forms.BaseForm) -> dict[str, object]:
    """What is to be put right, each with a link to its field; nothing when all is well."""
    faults = [Fault(str(sentence), "") for sentence in form.non_field_errors()]
    for bound in form:
        faults += [Fault(sentence, _place(bound)) for sentence in _sentences(bound)]
    number = len(faults)
    said = _ONES[number] if number < len(_ONES) else str(number)
    heading = f"{said} thing{'' if number == 1 else 's'} to put right"
    return {"faults": faults, "heading": heading}
