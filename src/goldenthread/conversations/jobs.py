"""What runs in the background: idempotent, in chunks, calling actions."""

from __future__ import annotations

from django.utils.timezone import now
from django_tasks import task

from goldenthread.conversations import actions
from goldenthread.conversations.models import Import, ImportState


@task
def run_import(import_pk: int) -> None:
    """Run an import, or go on with one that a killed worker left; a stopped one stays stopped."""
    run = Import.objects.filter(pk=import_pk).first()
    if run is None or run.is_over:
        return
    try:
        actions.run_import(run, now=now(), progress=_may_go_on)
    except Exception:
        # Tried again by the queue, from where it stood; the page says so meanwhile.
        actions.note_trouble(run)
        raise


def _may_go_on(run: Import) -> bool:
    """Whether nobody has asked the import to stop meanwhile."""
    return not Import.objects.filter(pk=run.pk, state=ImportState.STOPPED).exists()


@task
def apply_mapping(alias_pk: int) -> None:
    """Give conversations that wait under a name to the unit or member it turned out to mean."""
    actions.apply_mapping(alias_pk)
