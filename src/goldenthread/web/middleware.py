"""Around every answer: what a browser may do with it, and a no a person can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.ground.refusals import Refused
from goldenthread.web.respond import Told, refusal
from goldenthread.web.views import not_allowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

NOT_ALLOWED = 405
_SOURCES = {
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
_UNUSED = "camera", "geolocation", "microphone", "payment", "usb", "browsing-topics"
POLICY = {
    "Content-Security-Policy": "; ".join(f"{kind} {where}" for kind, where in _SOURCES.items()),
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Customers' words must not stay on a shared machine; what may, says so itself.
    "Cache-Control": "no-store",
}


class PolicyHeadersMiddleware:
    """Put the house's policy on every answer; an answer that set its own keeps it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then add the headers that are not there yet."""
        response = self.get_response(request)
        for name, value in POLICY.items():
            response.headers.setdefault(name, value)
        return response


class RefusalMiddleware:
    """Answer `Refused` with its status, its code and its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass through; a way of asking that an address does not take is refused like the rest."""
        response = self.get_response(request)
        return not_allowed(request, response) if response.status_code == NOT_ALLOWED else response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Only refusals; everything else stays a 500."""
        if not isinstance(error, Refused):
            return None
        return refusal(request, Told(error.code, error.status, error.sentence))
