"""The quality analyst's sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.conversations import actions, queries
from goldenthread.conversations.forms import JudgeForm, SampleForm
from goldenthread.web.respond import page_or

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from goldenthread.people.models import Member


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sample(request: HttpRequest) -> HttpResponse:
    """Draw a sample by chance; show the newest and how far one agrees with the gauge."""
    member = cast("Member", request.user)
    shown = queries.sample_page(member=member)
    moment = now()
    sent = request.method == "POST"
    form = SampleForm(request.POST if sent else None, initial={"seed": f"{moment:%Y-%m-%d}"})
    if sent and form.is_valid():
        kept = form.cleaned_data
        within = (kept["since"], kept["until"]) if kept["since"] else None
        wanted = actions.Draw(kept["seed"], kept["size"], within)
        actions.draw_sample(by=member, draw=wanted, now=moment)
        return redirect("conversations:sample")
    context = {"form": form, "page": shown}
    return page_or(
        "sample", request, "conversations/sample.html", context, 422 if form.errors else 200
    )


@login_required
@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree or disagree with one reading of one conversation."""
    member = cast("Member", request.user)
    form = JudgeForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("Say agree or disagree with one of the readings shown.")
    actions.judge(by=member, conversation_pk=pk, opinion=form.opinion(), now=now())
    return redirect("conversations:one", pk=pk)
