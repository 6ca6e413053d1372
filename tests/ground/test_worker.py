"""A real worker in a process of its own, killed in the middle of a task."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from goldenthread.ground import queue
from goldenthread.ground.models import Worker
from goldenthread.ground.worker import QueueWorker

JOB = "goldenthread.conversations.jobs.apply_mapping"


@pytest.mark.django_db(transaction=True)
def test_a_worker_empties_the_queue_and_goes():
    for _ in range(3):
        queue.enqueue(JOB, alias_pk=0)

    assert QueueWorker().run(until_empty=True) == 3
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert not Worker.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_failing_task_waits_for_its_next_try():
    queue.enqueue(JOB, alias_pk="nobody")

    QueueWorker().run(until_empty=True)

    task = DBTaskResult.objects.get()
    assert (task.status, task.exception_class_path) == ("READY", "ValueError")


def _worker(database):
    code = (
        "import django; django.setup();"
        "from django.conf import settings;"
        f"settings.DATABASES['default']['NAME'] = {database!r};"
        "from goldenthread.conversations import jobs;"
        "import time;"
        "jobs.actions.apply_mapping = lambda alias_pk: time.sleep(60);"
        "from goldenthread.ground.worker import QueueWorker; QueueWorker().run()"
    )
    return subprocess.Popen([sys.executable, "-c", code], env={**os.environ})


def _until(holds, seconds=20.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_worker_held_is_taken_up_again_and_done_once():
    queue.enqueue(JOB, alias_pk=0)
    process = _worker(str(connection.settings_dict["NAME"]))
    try:
        assert _until(lambda: DBTaskResult.objects.filter(status="RUNNING").exists())
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()

    assert _until(lambda: QueueWorker().run(until_empty=True) == 1)
    task = DBTaskResult.objects.get()
    assert (task.status, len(task.worker_ids)) == ("SUCCESSFUL", 2)
