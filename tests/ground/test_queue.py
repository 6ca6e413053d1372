from datetime import timedelta

import pytest
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from goldenthread.ground import queue
from goldenthread.ground.models import Worker
from goldenthread.ground.queue import Failure

pytestmark = pytest.mark.django_db
JOB = "goldenthread.conversations.jobs.apply_mapping"


@pytest.fixture
def waiting():
    queue.enqueue(JOB, alias_pk=0)
    return DBTaskResult.objects.get()


@pytest.fixture
def later(now):
    # Tasks are due from the moment the table was written to, which is the real one.
    return now.replace(year=now.year + 50)


def test_a_task_is_lost_with_what_asked_for_it():
    with pytest.raises(RuntimeError), transaction.atomic():
        queue.enqueue(JOB, alias_pk=0)
        raise RuntimeError

    assert not DBTaskResult.objects.exists()


def test_what_is_no_task_is_refused():
    with pytest.raises(TypeError):
        queue.enqueue("goldenthread.ground.queue.beat")


def test_a_task_is_claimed_once(waiting, later):
    first, second = queue.claim("one", later), queue.claim("two", later)

    assert first.pk == waiting.pk
    assert first.worker_ids == ["one"]
    assert second is None


def test_a_living_worker_keeps_its_task(waiting, later):
    queue.beat("one", later)
    queue.claim("one", later)

    assert queue.take_up_again(later + timedelta(seconds=5)) == 0


def test_a_dead_workers_task_is_taken_up_within_seconds(waiting, later):
    queue.beat("one", later)
    queue.claim("one", later)

    assert queue.take_up_again(later + timedelta(seconds=9)) == 1
    again = queue.claim("two", later + timedelta(seconds=9))
    assert again.worker_ids == ["one", "two"]


def test_a_task_that_kills_every_worker_is_given_up(waiting, later):
    for attempt in range(queue.ATTEMPTS):
        assert queue.claim(f"worker {attempt}", later) is not None
        queue.take_up_again(later)

    waiting.refresh_from_db()
    assert waiting.status == TaskResultStatus.FAILED
    assert queue.claim("one more", later) is None


def test_a_task_that_fails_is_tried_again_a_little_later(waiting, later):
    task = queue.claim("one", later)

    assert queue.retry_or_fail(task, Failure("ValueError", "…"), later)
    assert queue.claim("one", later) is None
    assert queue.claim("one", later + timedelta(seconds=3)) is not None


def test_after_five_failures_it_is_given_up_with_its_reason(waiting, later):
    for attempt in range(queue.ATTEMPTS):
        task = queue.claim("one", later + timedelta(hours=attempt))
        again = queue.retry_or_fail(task, Failure("ValueError", "…"), later)

    waiting.refresh_from_db()
    assert not again
    assert (waiting.status, waiting.exception_class_path) == ("FAILED", "ValueError")


def test_a_finished_task_is_done(waiting, later):
    queue.finish(queue.claim("one", later), later)

    waiting.refresh_from_db()
    assert waiting.status == TaskResultStatus.SUCCESSFUL


def test_a_task_taken_away_meanwhile_is_not_finished_by_the_old_worker(waiting, later):
    held = queue.claim("one", later)
    queue.take_up_again(later)
    queue.finish(held, later)

    waiting.refresh_from_db()
    assert waiting.status == TaskResultStatus.READY


def test_a_worker_that_leaves_is_off_the_list(now):
    queue.beat("one", now)
    queue.leave("one")

    assert not Worker.objects.exists()
