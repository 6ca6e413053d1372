import math
import os
import select
import subprocess
import sys
import time
from operator import methodcaller

from goldenthread.ground.parallel import in_order


def test_results_come_in_order_beside_what_was_kept():
    pairs = ((f"kept {n}", n) for n in range(9))

    done = list(in_order(math.factorial, pairs, processes=2))

    assert done == [(f"kept {n}", math.factorial(n)) for n in range(9)]


def test_others_do_the_work():
    pairs = ((n, os.getpid) for n in range(4))

    elsewhere = {made for _, made in in_order(methodcaller("__call__"), pairs, processes=2)}

    assert elsewhere
    assert os.getpid() not in elsewhere


def test_nobody_is_left_behind_when_whoever_asked_is_killed():
    script = (
        "import time\n"
        "from goldenthread.ground.parallel import in_order\n"
        "for _ in in_order(time.sleep, ((n, 0.01) for n in range(10_000)), processes=2):\n"
        "    print('made', flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as asking:
        asking.stdout.readline()

        asking.kill()

        # The pipe ends when the last of the processes that hold it has ended.
        assert _ends(asking.stdout)


def _ends(pipe):
    until = time.monotonic() + 20
    while select.select([pipe], [], [], max(until - time.monotonic(), 0))[0]:
        if not os.read(pipe.fileno(), 65536):
            return True
    return False


def test_one_alone_is_worked_on_here():
    here = [made() for _, made in in_order(lambda _: os.getpid, iter([(1, 1)]), processes=8)]

    assert here == [os.getpid()]


def test_no_more_is_taken_than_keeps_the_processes_busy():
    taken = []

    def pairs():
        for n in range(100):
            taken.append(n)
            yield n, "x"

    results = in_order(methodcaller("upper"), pairs(), processes=2)
    next(results)
    results.close()

    assert len(taken) <= 6
