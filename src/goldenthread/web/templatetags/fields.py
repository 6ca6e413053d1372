"""A form's fields, and what is to be put right in it: `{% load fields %}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms, template

if TYPE_CHECKING:
    from django.forms import BoundField

register = template.Library()

_ONES = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


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
        "label": label or bound.label,
        "hint": bound.help_text if hint is None else hint,
        "has_hint": bool(bound.help_text),
        "hidden": bound.is_hidden,
        "grouped": isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)),
        "ticked": isinstance(widget, forms.CheckboxInput),
        "optional": not bound.field.required,
    }


@register.inclusion_tag("web/errors.html")
def errors(form: forms.BaseForm) -> dict[str, object]:
    """What is to be put right, each with a link to its field; nothing when all is well."""
    faults = [Fault(str(sentence), "") for sentence in form.non_field_errors()]
    for bound in form:
        faults += [Fault(str(sentence), bound.id_for_label) for sentence in bound.errors]
    number = len(faults)
    said = _ONES[number] if number < len(_ONES) else str(number)
    heading = f"{said} thing{'' if number == 1 else 's'} to put right"
    return {"faults": faults, "heading": heading}
