"""The quality analyst's sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.conversations import actions, queries
from goldenthread.conversations.forms import JudgeForm, SampleForm
from goldenthread.web.respond import Told, page_or, refusal

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from goldenthread.people.models import Member

_NO_READING = Told(
    "conversations.no_reading",
    400,
    "That is none of the readings shown, so nothing was noted. Go back, reload the page and say"
    " agree or disagree once more.",
)


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
    """Agree or disagree with one reading of one conversation, and go on to what waits next."""
    member = cast("Member", request.user)
    form = JudgeForm(request.POST)
    if not form.is_valid():
        return refusal(request, _NO_READING)
    opinion = form.opinion()
    is_new = opinion.reading not in queries.judgements_of(member, pk)
    actions.judge(by=member, conversation_pk=pk, opinion=opinion, now=now())
    step = queries.step(member=member, conversation_pk=pk)
    if step is None or not is_new:
        return redirect(_at(pk, opinion.reading))
    if step.waiting:
        return redirect(_at(pk, step.waiting[0]))
    messages.success(request, f"That one is judged: {step.done} of {step.size} of the sample are.")
    if step.next is None:
        return redirect("conversations:sample")
    return redirect("conversations:one", pk=step.next.conversation.pk)


def _at(pk: int, reading: str) -> str:
    """The address of one reading's buttons."""
    return f"{reverse('conversations:one', args=[pk])}#judge-{reading}"
