"""Request in, one query, response out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from goldenthread.insights import queries
from goldenthread.people import policy as people
from goldenthread.web.respond import page_or, wants_json

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from goldenthread.people.models import Member


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where a member begins: each role on the page it comes for."""
    return redirect(people.first_page(cast("Member", request.user)))


@login_required
@require_safe
def brief(request: HttpRequest, week: str | None = None) -> HttpResponse:
    """One week of unfiltered truth; programs get it as JSON."""
    member = cast("Member", request.user)
    people.must_lead(member)
    if queries.newest_week() is None and week is None:
        nothing = {"may_import": people.may_import(member)}
        return page_or("brief", request, "insights/nothing_yet.html", nothing)
    asked = queries.week_asked_for(week)
    told = queries.brief(member=member, week=asked)
    if wants_json(request):
        return JsonResponse(queries.to_json(told))
    before, after = queries.weeks_around(asked)
    context = {"brief": told, "before": before, "after": after}
    return page_or("brief", request, "insights/brief.html", context)
