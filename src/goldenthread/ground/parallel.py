"""Several cores for work that is nothing but reckoning, with its results in order."""

from __future__ import annotations

import os
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kept = TypeVar("Kept")
Given = TypeVar("Given")
Made = TypeVar("Made")

_AHEAD = 2  # items waiting for each process: enough to keep it busy, few enough for memory


def in_order(
    function: Callable[[Given], Made], items: Iterator[tuple[Kept, Given]], *, processes: int
) -> Iterator[tuple[Kept, Made]]:
    """Call `function` on the second of each pair, in other processes, and keep the first beside.

    Only as many items are taken from `items` as keep the processes busy. A single item, or a
    single process, is worked on right here: starting others would cost more than it saves.

    Args:
        function: Importable by its name, from values that can be pickled to such values.
        items: What stays here, and what is sent.
        processes: How many; one or fewer works here.
    """
    first = list(islice(items, 2))
    if processes <= 1 or len(first) < 2:  # noqa: PLR2004 - one alone
        for kept, given in chain(first, items):
            yield kept, function(given)
        return
    # Spawned, not forked: a fork would take open databases and threads with it.
    spawned = get_context("spawn")
    with ProcessPoolExecutor(processes, spawned, initializer=_go_with_parent) as pool:
        waiting: deque[tuple[Kept, Future[Made]]] = deque()
        try:
            for kept, given in chain(first, items):
                waiting.append((kept, pool.submit(function, given)))
                if len(waiting) > _AHEAD * processes:
                    early, done = waiting.popleft()
                    yield early, done.result()
            while waiting:
                early, done = waiting.popleft()
                yield early, done.result()
        finally:
            for _, undone in waiting:
                undone.cancel()


def _go_with_parent() -> None:
    """End when whoever started this process is gone, killed or not: nobody else would end it."""
    threading.Thread(target=_wait_and_go, name="parent", daemon=True).start()


def _wait_and_go() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
