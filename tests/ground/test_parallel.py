import math
import os
from operator import methodcaller

from goldenthread.ground.parallel import in_order


def test_results_come_in_order_beside_what_was_kept():
    pairs = ((f"kept {n}", n) for n in range(9))

    done = list(in_order(math.factorial, pairs, processes=2))

    assert done == [(f"kept {n}", math.factorial(n)) for n in range(9)]


def test_others_do_the_work():
    pairs = ((n, os.getpid()) for n in range(4))

    elsewhere = {made for _, made in in_order(os.getpgid, pairs, processes=2)}

    assert elsewhere == {os.getpgid(os.getpid())}


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
