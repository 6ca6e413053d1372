import pytest
from django import forms

from goldenthread.web.widgets import Day


class Commitment(forms.Form):
    promise = forms.CharField(label="What you promise", help_text="One sentence.")
    due = forms.DateField(label="Kept by", widget=Day())
    verdict = forms.ChoiceField(
        label="What now", widget=forms.RadioSelect, choices=[("y", "We will"), ("n", "We will not")]
    )
    team = forms.ChoiceField(label="Team", choices=[("a", "Shops")], required=False)
    tell = forms.BooleanField(label="Tell them", required=False)
    place = forms.CharField(widget=forms.HiddenInput, initial="brief")

    def clean_due(self):
        message = "Choose a day after today, 15 November."
        raise forms.ValidationError(message, code="past")


ALL = "{% errors form %}{% for one in form %}{% field one %}{% endfor %}"


def test_a_field_has_its_label_and_its_hint(render):
    drawn = render("{% field form.promise %}", form=Commitment())

    assert '<label for="id_promise">What you promise</label>' in drawn
    assert 'id="id_promise_helptext">One sentence.' in drawn
    assert 'aria-describedby="id_promise_helptext"' in drawn


def test_an_error_stands_at_the_top_and_at_its_field_and_keeps_what_was_typed(render):
    sent = {"promise": "Open until 20:00", "due": "2026-11-09", "verdict": "y", "place": "brief"}
    drawn = render(ALL, form=Commitment(sent))

    assert "One thing to put right" in drawn
    assert '<a href="#id_due">Choose a day after today, 15 November.</a>' in drawn
    assert 'id="id_due_error">Choose a day after today, 15 November.' in drawn
    assert 'aria-describedby="id_due_error"' in drawn
    assert 'value="Open until 20:00"' in drawn
    assert 'type="date"' in drawn
    assert 'value="2026-11-09"' in drawn


def test_an_empty_form_says_of_each_field_what_to_do(render):
    drawn = render(ALL, form=Commitment({"place": "brief"}))

    assert "Three things to put right" in drawn
    assert '<a href="#id_promise">Fill in “What you promise”.</a>' in drawn
    assert '<a href="#id_verdict_0">Choose one for “What now”.</a>' in drawn
    assert "This field is required" not in drawn


@pytest.mark.parametrize(
    ("kind", "sent", "sentence"),
    [
        (forms.DateField, "soon", "Give “It” as a day: year-month-day."),
        (forms.IntegerField, "few", "Give “It” as a whole number."),
        (forms.EmailField, "ana", "Write “It” as an address, such as ana@example.com."),
        (forms.FileField, None, "Choose a file for “It”."),
    ],
)
def test_a_wrong_value_is_told_how_it_is_written(render, kind, sent, sentence):
    form_type = type("Form", (forms.Form,), {"it": kind()})

    assert sentence in render("{% errors form %}", form=form_type({"it": sent}, {}))


def test_a_forms_own_sentence_stays_as_it_is(render):
    kind = forms.CharField(error_messages={"required": "Say what you did."})
    form_type = type("Form", (forms.Form,), {"it": kind})

    assert "Say what you did." in render("{% errors form %}", form=form_type({}))


def test_choices_are_a_group_with_a_name(render):
    drawn = render("{% field form.verdict %}", form=Commitment())

    assert "<legend>What now</legend>" in drawn
    assert drawn.count('class="pick"') == 2
    assert "We will not" in drawn


def test_what_may_stay_open_says_so_and_a_tick_needs_not(render):
    form = Commitment()

    assert "may stay open" in render("{% field form.team %}", form=form)
    assert "may stay open" not in render("{% field form.tell %}", form=form)


def test_a_hidden_field_has_no_label(render):
    drawn = render("{% field form.place %}", form=Commitment())

    assert 'type="hidden"' in drawn
    assert "<label" not in drawn


def test_a_page_may_call_a_field_by_a_better_name(render):
    drawn = render("{% field form.promise label='Your word' hint='' %}", form=Commitment())

    assert ">Your word</label>" in drawn
    assert "One sentence." not in drawn


def test_a_form_without_faults_shows_none(render):
    assert render("{% errors form %}", form=Commitment()).strip() == ""


def test_a_fault_of_the_whole_form_leads_nowhere(render):
    form = Commitment({})
    form.add_error(None, "Two of these exclude each other. Choose one.")

    assert "Two of these exclude each other. Choose one." in render("{% errors form %}", form=form)
