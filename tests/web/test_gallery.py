"""Every component on one page, in a real browser: reachable by everybody, within the policy."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path
from playwright.sync_api import sync_playwright

from goldenthread.ground.refusals import NotYours
from goldenthread.web import navigation, organisation
from goldenthread.web.paging import Page
from goldenthread.web.widgets import Day

CHROMIUM = Path("/usr/bin/chromium")
PAGE = Path(__file__).with_name("gallery.html")


class Ana:
    is_authenticated = is_active = True
    email = "ana@example.com"

    def get_full_name(self):
        return "Ana Kovač"


class Commitment(forms.Form):
    promise = forms.CharField(label="What you promise", help_text="One sentence.")
    due = forms.DateField(label="Kept by", widget=Day())
    verdict = forms.ChoiceField(
        label="What now", widget=forms.RadioSelect, choices=[("y", "We will"), ("n", "We will not")]
    )
    whom = forms.MultipleChoiceField(
        label="Whom", widget=forms.CheckboxSelectMultiple, choices=[("s", "Shops")], required=False
    )
    team = forms.ChoiceField(label="Team", choices=[("s", "Shops")], required=False)
    export = forms.FileField(label="The export", required=False)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    tell = forms.BooleanField(label="Tell them", required=False)


class Filters(forms.Form):
    words = forms.CharField(
        label="Words", required=False, widget=forms.TextInput({"type": "search"})
    )
    channel = forms.ChoiceField(label="Channel", choices=[("", "any")], required=False)
    since = forms.DateField(label="From", widget=Day(), required=False)


def gallery(request):
    request.user = Ana()
    messages.success(request, "Your password is changed.")
    context = {
        "day": date(2026, 11, 3),
        "said_at": datetime(2026, 11, 3, 14, 2, tzinfo=UTC),
        "counts": [[17, 3, 1], [14, 22, 2], [16, 10, 15]],
        "nearly_all_upset": [[1, 0, 0], [0, 1, 0], [0, 0, 300]],
        "interval": (0.16, 0.2),
        "weeks": [0.85, 0.83, None, 0.84, 0.85, 0.71],
        "limits": (0.78, 0.9),
        "signals": [5],
        "notes": {3: "staffed the desk"},
        "changes": [
            {"verdict": "real", "direction": "down", "change": -0.13},
            {"verdict": "real", "direction": "up", "change": 0.06},
            {"verdict": "noise"},
        ],
        "words": "Nobody has called.\n<script>document.title = 'mine'</script>",
        "spans": [(0, 6, "bad"), (7, 10, "good"), (11, 17, "due")],
        "form": Commitment({"promise": "Open until 20:00"}),
        "filters": Filters(),
        "page": Page([], "newer", "older"),
    }
    return HttpResponse(engines["django"].from_string(PAGE.read_text()).render(context, request))


def refused(_request):
    raise NotYours


def broken(_request):
    return HttpResponse("it broke", status=500)


urlpatterns = [
    path("", gallery, name="gallery"),
    path("refused/", refused),
    path("broken/", broken),
    path("account/", include("goldenthread.web.urls")),
]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls(__name__),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed here"),
]


@pytest.fixture
def furnished():
    organisation.plug_name(lambda: "Northfield Water")
    for place, label in enumerate(("Brief", "Charter", "Conversations", "Sample", "Import")):
        navigation.add(label, "gallery", lambda _: True, order=place)


@pytest.fixture
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        )
        yield browser
        browser.close()


@pytest.fixture
def opened(live_server, chromium, furnished):
    """Open the gallery at a width and in a scheme; what the browser complained of comes along."""

    def open_at(width=1280, scheme="light", **more):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **more
        )
        page = context.new_page()
        complaints = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else 0)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server.url)
        return page, complaints

    return open_at


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_everybody_can_use_every_component(opened, width, scheme):
    page, complaints = opened(width, scheme)
    for folded in page.locator("details").all():
        folded.evaluate("one => { one.open = true }")
    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []
    assert page.title() == "Every component · Goldenthread"


def test_a_refusal_and_a_breakdown_leave_what_was_typed_where_it_is(opened):
    page, _ = opened()
    page.fill("#id_promise", "Open until 21:00")

    page.click("#break")
    page.wait_for_selector("#trouble:not([hidden])")
    page.evaluate("document.querySelector('form[hx-post]').noValidate = true")
    page.click("#send")
    page.wait_for_selector("#notices [role=alert]")

    assert "not yours to see or change" in page.inner_text("#notices")
    assert page.input_value("#id_promise") == "Open until 21:00"
    assert page.is_hidden("#trouble")


def test_the_page_stands_without_script(opened):
    page, complaints = opened(java_script_enabled=False)

    assert page.is_visible("text=The numbers in a table >> nth=0")
    assert page.is_hidden("#trouble")
    assert complaints == []
