"""One template, two answers: the whole page, or the fragment htmx asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

# htmx sends these when it wants the whole page after all.
_WHOLE = ("HX-Boosted", "HX-History-Restore-Request")
# Signs that turn the words after them around: whoever writes one could make a page lie.
_TURNING = re.compile(rb"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")  # U+202A–202E, 2066–2069
_UNWRITABLE = "\ufffd".encode()
_HEADINGS = {
    400: "This could not be read",
    403: "This is not yours",
    404: "Nothing here",
    405: "Not done that way",
    409: "Not done",
    413: "Too much at once",
    422: "Something to put right",
    429: "Too many tries",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A no, as it is told: to programs the code, to people the sentence."""

    code: str
    status: int
    sentence: str

    @property
    def heading(self) -> str:
        """What was refused, in three or four words."""
        return _HEADINGS.get(self.status, "Not done")


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx will put the answer into a page that is already open."""
    headers = request.headers
    return headers.get("HX-Request") == "true" and not any(name in headers for name in _WHOLE)


def wants_json(request: HttpRequest) -> bool:
    """Whether a program is asking: it prefers JSON to a page."""
    kinds = ("text/html", "application/json")
    return request.get_preferred_type(kinds) == "application/json"


def page_or(
    fragment: str,
    request: HttpRequest,
    template: str,
    context: Mapping[str, object],
    status: int = 200,
) -> HttpResponse:
    """Render `template`, or only its `{% partialdef fragment %}` for htmx."""
    name = f"{template}#{fragment}" if wants_fragment(request) else template
    response = render(request, name, dict(context), status=status)
    response.content = _TURNING.sub(_UNWRITABLE, response.content)
    patch_vary_headers(response, ("HX-Request", *_WHOLE))
    return response


def refusal(request: HttpRequest, told: Told) -> HttpResponse:
    """Say no: a page to a browser, a notice to htmx, code and sentence to a program."""
    if wants_json(request):
        body = {"code": told.code, "sentence": told.sentence}
        response: HttpResponse = JsonResponse(body, status=told.status)
    else:
        response = page_or("refusal", request, "web/refused.html", {"told": told}, told.status)
    if wants_fragment(request):
        # The notice goes to its own place: what was typed or listed stays where it is.
        response["HX-Retarget"] = "#notices"
        response["HX-Reswap"] = "innerHTML show:#notices:top"
    patch_vary_headers(response, ("Accept",))
    return response
