"""Pages for when something went wrong, each with what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpResponseServerError, JsonResponse
from django.template.loader import render_to_string

from goldenthread.web.respond import Told, refusal, wants_json

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_TOO_MUCH = RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
BROKEN = (
    "Something of ours broke, and it was written down. Nothing you did before is lost: go back "
    "and try again. If it breaks again, tell your administrator the time and the page."
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where more was sent than a form may hold."""
    if isinstance(exception, _TOO_MUCH):
        return refusal(
            request,
            Told(
                "web.too_much",
                413,
                "More was sent than one form may hold, and nothing was kept. "
                "Send less at once, or bring large files in through Import.",
            ),
        )
    return refusal(
        request,
        Told(
            "web.unreadable",
            400,
            "What arrived could not be read, and nothing was changed. "
            "Go back, reload the page and try again.",
        ),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django calls it with both
    """403 that no room said itself."""
    sentence = (
        "This is not yours to see or change. Ask your administrator if you think it should be."
    )
    return refusal(request, Told("web.forbidden", 403, sentence))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django calls it with both
    """404 for an address nobody answers to."""
    sentence = (
        "There is no page at this address; it may have moved. "
        "Check the address, or begin again from the start page."
    )
    return refusal(request, Told("web.not_found", 404, sentence))


def not_allowed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """405: an address of ours, asked in a way it does not take; which it takes stays said."""
    sentence = (
        "This address does not take what was sent, and nothing was changed. "
        "Begin again from the start page."
    )
    told = refusal(request, Told("web.not_allowed", response.status_code, sentence))
    told["Allow"] = response.get("Allow", "")
    return told


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django says why, to programmers
    """A form came without the mark this house gave it: mostly a page left open too long."""
    sentence = (
        "This page was open too long, or cookies are switched off, so nothing was saved. "
        "Go back, reload the page and send it again."
    )
    return refusal(request, Told("web.stale_form", 403, sentence))


def server_error(request: HttpRequest) -> HttpResponse:
    """500, drawn without asking the database: it may be what broke."""
    if wants_json(request):
        return JsonResponse({"code": "web.broken", "sentence": BROKEN}, status=500)
    return HttpResponseServerError(render_to_string("web/broken.html", {"sentence": BROKEN}))
