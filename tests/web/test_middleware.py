import pytest
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from goldenthread.ground.refusals import NotYours

HTMX = {"hx-request": "true"}


class Locked(NotYours):
    code = "tests.locked"
    sentence = "The box is locked. Ask Cleo for the key."


def locked(_request):
    raise Locked


@require_safe
def open_box(_request):
    return HttpResponse("inside")


def charter(_request):
    return HttpResponse("promises", headers={"Cache-Control": "public, max-age=60"})


def broken(_request):
    message = "not a refusal"
    raise ValueError(message)


urlpatterns = [
    path("", open_box),
    path("locked/", locked),
    path("charter/", charter),
    path("broken/", broken),
]
handler500 = "goldenthread.web.views.server_error"
pytestmark = pytest.mark.urls(__name__)


def test_a_browser_reads_a_refusal_as_a_page(client):
    page = client.get("/locked/", headers={"accept": "text/html,*/*;q=0.8"})

    assert page.status_code == 403
    assert page.content.startswith(b"<!doctype html>")
    assert b"The box is locked. Ask Cleo for the key." in page.content
    assert b"tests.locked" in page.content


def test_htmx_gets_the_notice_alone_and_keeps_what_was_typed(client):
    part = client.get("/locked/", headers=HTMX)

    assert part.status_code == 403
    assert part.content.strip().startswith(b'<div class="notice stop" role="alert">')
    assert part["HX-Retarget"] == "#notices"


def test_htmx_restoring_a_page_gets_the_whole_of_it(client):
    page = client.get("/locked/", headers=HTMX | {"hx-history-restore-request": "true"})

    assert page.content.startswith(b"<!doctype html>")
    assert "HX-Retarget" not in page


def test_a_program_gets_the_code_and_the_sentence(client):
    answer = client.get("/locked/", headers={"accept": "application/json"})

    assert answer.status_code == 403
    assert answer.json() == {"code": Locked.code, "sentence": Locked.sentence}


def test_a_cache_keeps_the_three_answers_apart(client):
    varies = client.get("/locked/")["Vary"]

    assert {"Accept", "HX-Request"} <= set(varies.split(", "))


def test_an_address_asked_in_a_way_it_does_not_take_says_so_and_which_it_takes(client):
    page = client.post("/")
    told = client.post("/", headers={"accept": "application/json"})

    assert (page.status_code, page["Allow"]) == (405, "GET, HEAD")
    assert page.content.startswith(b"<!doctype html>")
    assert b"nothing was changed" in page.content
    assert told.json()["code"] == "web.not_allowed"


def test_what_is_not_a_refusal_stays_a_server_error(client):
    client.raise_request_exception = False

    assert client.get("/broken/").status_code == 500


@pytest.mark.parametrize("address", ["/", "/locked/", "/nowhere/", "/broken/"])
def test_every_answer_carries_the_policy(client, address):
    client.raise_request_exception = False
    answer = client.get(address)

    policy = dict(rule.split(" ", 1) for rule in answer["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Cache-Control"] == "no-store"


def test_a_page_for_everybody_may_say_how_long_it_keeps(client):
    assert client.get("/charter/")["Cache-Control"] == "public, max-age=60"
