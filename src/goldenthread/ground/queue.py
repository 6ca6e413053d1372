"""The queue: a table of the same database, so that a task is saved, or lost, with its cause.

Tasks run at least once: a worker that dies is noticed by its heart standing still, and what it
held is taken up again. So every job is idempotent and works in chunks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import connection, transaction
from django.db.models import Q
from django.utils.module_loading import import_string
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from goldenthread.ground.models import Worker

if TYPE_CHECKING:
    from datetime import datetime

Row: TypeAlias = "DBTaskResult[Any, Any]"
"""A task as the queue keeps it, whatever it takes and gives."""

STANDS_STILL_AFTER = timedelta(seconds=8)
ATTEMPTS = 5


def enqueue(path: str, /, **arguments: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Put a job on the queue by its name, in the caller's own transaction.

    By name, because an action stands below the job that calls it and cannot import it.

    Args:
        path: Such as `goldenthread.conversations.jobs.run_import`.
        arguments: What it is called with; plain JSON values.
    """
    job = import_string(path)
    if not isinstance(job, Task):
        message = f"{path} is not a task"
        raise TypeError(message)
    job.enqueue(**arguments)


def beat(name: str, now: datetime) -> None:
    """Show that a worker lives."""
    Worker.objects.update_or_create(
        name=name, defaults={"beat_at": now}, create_defaults={"beat_at": now, "started_at": now}
    )


def leave(name: str) -> None:
    """Take a worker off the list when it stops of its own accord."""
    Worker.objects.filter(name=name).delete()


def claim(name: str, now: datetime) -> Row | None:
    """Take the next task that is due, or None; no two workers ever take the same."""
    due = DBTaskResult.objects.filter(status=TaskResultStatus.READY).filter(
        Q(run_after=get_date_max()) | Q(run_after__lte=now)
    )
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        task = due.first()
        if task is None:
            return None
        # Compare and set: where rows cannot be locked, only one of two claims changes the row.
        taken = DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.READY).update(
            status=TaskResultStatus.RUNNING,
            started_at=now,
            worker_ids=[*task.worker_ids, name],
        )
        if not taken:
            return None
    task.refresh_from_db()
    return task


def finish(task: Row, now: datetime) -> None:
    """Note that a task succeeded."""
    _running(task).update(status=TaskResultStatus.SUCCESSFUL, finished_at=now)


@dataclass(frozen=True, slots=True)
class Failure:
    """What a task stumbled over."""

    kind: str
    traceback: str


def retry_or_fail(task: Row, failure: Failure, now: datetime) -> bool:
    """Let a task that failed be tried again a little later, or give it up; say whether it may be.

    Waits 2, 4, 8, 16 seconds between attempts.
    """
    attempts = len(task.worker_ids)
    again = attempts < ATTEMPTS
    _running(task).update(
        status=TaskResultStatus.READY if again else TaskResultStatus.FAILED,
        run_after=now + timedelta(seconds=2**attempts),
        finished_at=None if again else now,
        exception_class_path=failure.kind,
        traceback=failure.traceback,
    )
    return again


def take_up_again(now: datetime) -> int:
    """Put back what dead workers held; count it.

    A task belongs to the last worker on its list. When that worker's heart has stood still, or
    it is not on the list of workers at all, the task is ready again, or failed after too many.
    """
    alive = set(
        Worker.objects.filter(beat_at__gt=now - STANDS_STILL_AFTER).values_list("name", flat=True)
    )
    held = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    lost = [t for t in held if t.worker_ids and t.worker_ids[-1] not in alive]
    for task in lost:
        given_up = len(task.worker_ids) >= ATTEMPTS
        _running(task).filter(worker_ids=task.worker_ids).update(
            status=TaskResultStatus.FAILED if given_up else TaskResultStatus.READY,
            finished_at=now if given_up else None,
        )
    Worker.objects.filter(beat_at__lte=now - 10 * STANDS_STILL_AFTER).delete()
    return len(lost)


def _running(task: Row) -> Any:  # noqa: ANN401 - a queryset of a library without types
    return DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.RUNNING)
