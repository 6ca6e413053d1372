import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import HttpResponse
from django.test import Client
from django.urls import path


def raising(error):
    def view(_request):
        raise error

    return view


urlpatterns = [
    path("big/", raising(RequestDataTooBig())),
    path("odd/", raising(SuspiciousOperation())),
    path("forbidden/", raising(PermissionDenied())),
    path("broken/", raising(ZeroDivisionError())),
    path("form/", lambda _: HttpResponse("taken")),
]
handler400 = "goldenthread.web.views.bad_request"
handler403 = "goldenthread.web.views.forbidden"
handler404 = "goldenthread.web.views.not_found"
handler500 = "goldenthread.web.views.server_error"
pytestmark = pytest.mark.urls(__name__)


@pytest.mark.parametrize(
    ("address", "status", "code", "next_step"),
    [
        ("/big/", 413, "web.too_much", "Send less at once"),
        ("/odd/", 400, "web.unreadable", "reload the page"),
        ("/forbidden/", 403, "web.forbidden", "Ask your administrator"),
        ("/nowhere/", 404, "web.not_found", "begin again from the start page"),
        ("/broken/", 500, "web.broken", "go back and try again"),
    ],
)
def test_every_error_says_what_to_do_next(client, address, status, code, next_step):
    client.raise_request_exception = False

    page = client.get(address)
    told = client.get(address, headers={"accept": "application/json"})

    assert (page.status_code, told.status_code) == (status, status)
    assert page.content.startswith(b"<!doctype html>")
    assert next_step in page.content.decode()
    assert code in page.content.decode()
    assert told.json()["code"] == code
    assert next_step in told.json()["sentence"]


def test_a_form_without_our_mark_is_sent_back_with_the_reason():
    page = Client(enforce_csrf_checks=True).post("/form/")

    assert page.status_code == 403
    assert b"This page was open too long" in page.content


def test_the_page_for_a_broken_house_asks_no_database(client):
    # No database mark on this test: a query would fail it.
    client.raise_request_exception = False

    assert b"Something broke" in client.get("/broken/").content
