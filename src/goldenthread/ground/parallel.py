"""Several cores for work that is nothing but reckoning, with its results in order."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
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
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
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
