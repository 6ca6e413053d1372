"""The list of conversations, and one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib.auth.decorators import login_required
from django.views.decorators.http import require_safe

from goldenthread.conversations import policy, queries
from goldenthread.conversations.forms import FilterForm
from goldenthread.people import policy as people
from goldenthread.web.respond import page_or

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from goldenthread.people.models import Member


@login_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Conversations the member may read, filtered and searched."""
    member = cast("Member", request.user)
    form = FilterForm(request.GET)
    status = 200 if form.is_valid() else 422
    found = queries.listing(
        member=member, filters=form.filters(), after=request.GET.get("after", "")
    )
    context = {
        "form": form,
        "listing": found,
        "reads_any": policy.reads_any(member),
        "may_import": people.may_import(member),
        "analyses": people.analyses(member),
        "leads": people.leads(member),
    }
    return page_or("rows", request, "conversations/list.html", context, status)


@login_required
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One conversation, every reading opened to its words."""
    member = cast("Member", request.user)
    shown = queries.one(member=member, pk=pk)
    context: dict[str, object] = {"page": shown, "analyses": people.analyses(member)}
    if context["analyses"]:
        context["said"] = queries.judgements_of(member, pk)
        context["step"] = queries.step(member=member, conversation_pk=pk)
    return page_or("conversation", request, "conversations/one.html", context)
