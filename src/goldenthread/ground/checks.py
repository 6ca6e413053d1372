"""What `doctor` asks about the ground: database, queue, disk."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from goldenthread.ground import ports

if TYPE_CHECKING:
    from pathlib import Path

_LEAST_FREE_BYTES = 1_000_000_000


def database() -> str | None:
    """Whether the database answers and has every migration."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return f"the database does not answer ({error}). Check DATABASE_URL and that it runs."
    return f"{len(waiting)} migrations wait. Run: goldenthread upgrade" if waiting else None


def queue() -> str | None:
    """Whether tasks were given up."""
    try:
        failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).count()
    except DatabaseError:
        return "the queue's table is not there. Run: goldenthread upgrade"
    return f"{failed} tasks were given up; the log names their errors." if failed else None


def keys() -> str | None:
    """Whether the keys can be read by their owner alone."""
    folder: Path = settings.HOME / "keys"
    loose = [path.name for path in folder.glob("*") if path.stat().st_mode & 0o077]
    return f"others can read {', '.join(loose)}. Run: chmod 600 {folder}/*" if loose else None


def disk() -> str | None:
    """Whether there is room to go on."""
    free = shutil.disk_usage(settings.HOME).free
    return (
        f"only {free // 1_000_000} MB are free where {settings.HOME} lies. Make room."
        if free < _LEAST_FREE_BYTES
        else None
    )


def plug() -> None:
    """Let `doctor` ask these."""
    for name, check in (("database", database), ("queue", queue), ("keys", keys), ("disk", disk)):
        ports.add_check(name, check)
