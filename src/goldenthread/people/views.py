"""Request in, one query, response out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.views.decorators.http import require_safe

from goldenthread.people import queries
from goldenthread.web.respond import page_or

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_required
@require_safe
def everyone(request: HttpRequest) -> HttpResponse:
    """Who belongs here, in which unit, as what; and when the organisation works."""
    context = {
        "members": queries.members(),
        "organisation_row": queries.organisation(),
    }
    return page_or("people", request, "people/everyone.html", context)
