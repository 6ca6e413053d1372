"""Request in, one action or one query, response out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.charter import actions, policy, queries
from goldenthread.charter.forms import NoteForm
from goldenthread.charter.rules import CREDIT
from goldenthread.ground.clock import local_day
from goldenthread.web.figures import percent
from goldenthread.web.respond import page_or

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from goldenthread.people.models import Member


@login_required
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Every promise, how it is measured, and how it stands."""
    page = queries.board_page(cast("Member", request.user))
    context = {"page": page, "table": _weeks_table(page), "credit": CREDIT}
    return page_or("board", request, "charter/board.html", context)


def _weeks_table(page: queries.BoardPage) -> dict[str, object]:
    """The thirteen weeks of every promise, beside their small pictures."""
    rows = [
        (line.promise.text, [percent(point) for point in line.whole.points]) for line in page.lines
    ]
    return {
        "summary": "The weeks in a table",
        "caption": "Share kept by week, the last thirteen weeks, oldest first",
        "headings": ["Promise", *(f"{week.day} {week:%b}" for week in page.weeks)],
        "rows": rows,
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def promise(request: HttpRequest, slug: str) -> HttpResponse:
    """One promise in full; leaders note down here what they did about it."""
    member = cast("Member", request.user)
    form = _note_form(request, member)
    if form is not None and form.is_bound and form.is_valid():
        new = form.new_note(slug)
        actions.note(by=member, new=new, now=now())
        messages.success(request, "Noted. It stands beside the weeks of this promise.")
        return redirect("charter:promise", slug=slug)
    page = queries.promise_page(member, slug)
    status = 422 if form is not None and form.errors else 200
    return page_or("promise", request, "charter/promise.html", {"page": page, "form": form}, status)


def _note_form(request: HttpRequest, member: Member) -> NoteForm | None:
    """The form of who may leave a note; None for everyone else.

    Raises:
        MayNotNote: A note was sent by somebody else.
    """
    if request.method == "POST":
        form = NoteForm(request.POST, member=member)
        if not policy.may_note(member):
            raise policy.MayNotNote
        return form
    if not policy.may_note(member):
        return None
    return NoteForm(member=member, today=local_day(now()))
