"""The worker: takes tasks off the queue, one after the other, until it is told to stop."""

from __future__ import annotations

import logging
import os
import socket
import threading
import traceback
from datetime import UTC, datetime
from secrets import token_hex
from typing import TYPE_CHECKING

from django.db import DatabaseError, close_old_connections, connection

from goldenthread.ground import queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from goldenthread.ground.queue import Row

logger = logging.getLogger(__name__)
_BEAT_SECONDS = 2.0
_IDLE_SECONDS = 0.5


def _clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a worker is where jobs read the clock


class QueueWorker:
    """One worker: a loop that works and a thread that shows it lives.

    Args:
        clock: Says what time it is.
        idle_seconds: How long to wait when there is nothing to do.
    """

    def __init__(
        self, clock: Callable[[], datetime] = _clock, idle_seconds: float = _IDLE_SECONDS
    ) -> None:
        self.name = f"{socket.gethostname()[:30]}-{os.getpid()}-{token_hex(4)}"
        self._clock = clock
        self._idle_seconds = idle_seconds
        self._stop = threading.Event()

    def stop(self) -> None:
        """Finish the task in hand and go."""
        self._stop.set()

    def run(self, *, until_empty: bool = False) -> int:
        """Work until told to stop, or until nothing is left to do; count the tasks done."""
        done = 0
        queue.beat(self.name, self._clock())
        heart = threading.Thread(target=self._beat, name="heart", daemon=True)
        heart.start()
        try:
            while not self._stop.is_set():
                worked = self._once()
                done += worked
                if not worked and until_empty:
                    break
                if not worked:
                    self._stop.wait(self._idle_seconds)
        finally:
            self._stop.set()
            heart.join(timeout=2 * _BEAT_SECONDS)
            queue.leave(self.name)
        return done

    def _once(self) -> int:
        close_old_connections()
        queue.take_up_again(self._clock())
        task = queue.claim(self.name, self._clock())
        if task is None:
            return 0
        self._work(task)
        return 1

    def _work(self, task: Row) -> None:
        try:
            waiting = task.task_result
            waiting.task.call(*waiting.args, **waiting.kwargs)
        except Exception as error:  # whatever a job stumbles over is written down
            logger.exception("task %s failed", task.task_path)
            failure = queue.Failure(type(error).__name__, traceback.format_exc())
            queue.retry_or_fail(task, failure, self._clock())
        else:
            queue.finish(task, self._clock())

    def _beat(self) -> None:
        """Beat on a connection of its own, so that a long task does not look like death."""
        while not self._stop.wait(_BEAT_SECONDS):
            try:
                queue.beat(self.name, self._clock())
            except DatabaseError:
                logger.warning("a heartbeat was missed: the database is busy")
        connection.close()
