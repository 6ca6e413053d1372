"""Bringing in: the page that takes a file, the one that tells what came of it, and names."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.conversations import actions, queries
from goldenthread.conversations.forms import NameForm, UploadForm, name_forms
from goldenthread.people import policy as people
from goldenthread.web.respond import page_or

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from goldenthread.people.models import Member


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """Take a file; list what was brought in before."""
    member = cast("Member", request.user)
    shown = queries.imports(member)
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        run = actions.receive(
            by=member,
            file=actions.Upload(file.name, file.chunks(), form.cleaned_data["source"]),
            now=now(),
        )
        return redirect("conversations:import", pk=run.pk)
    context = {"form": form, "imports": shown, "waiting": len(queries.waiting_names(member))}
    return page_or(
        "imports", request, "conversations/imports.html", context, 422 if form.errors else 200
    )


@login_required
@require_safe
def one_import(request: HttpRequest, pk: int) -> HttpResponse:
    """How an import stands, row by row what it could not read."""
    member = cast("Member", request.user)
    run = queries.one_import(member, pk)
    context = {
        "run": run,
        "rejected": queries.rejected_rows(run),
        "waiting": len(queries.waiting_names(member)),
        "leads": people.leads(member),
    }
    return page_or("state", request, "conversations/import.html", context)


@login_required
@require_POST
def stop_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop an import and keep what was read."""
    actions.stop_import(by=cast("Member", request.user), import_pk=pk, now=now())
    return redirect("conversations:import", pk=pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def names(request: HttpRequest) -> HttpResponse:
    """Names found on conversations that mean nobody yet."""
    member = cast("Member", request.user)
    waiting = queries.waiting_names(member)
    sent = NameForm(request.POST) if request.method == "POST" else None
    if sent is not None and sent.is_valid():
        kept = sent.cleaned_data
        alias = actions.map_name(
            by=member,
            alias_pk=kept["alias"],
            meaning=actions.Meaning(kept["unit"], kept["member"]),
            now=now(),
        )
        messages.success(request, f"“{alias.shown}” is known now. Its conversations follow.")
        return redirect("conversations:names")
    context = {"waiting": name_forms(waiting), "sent": sent}
    return page_or("names", request, "conversations/names.html", context, 422 if sent else 200)
