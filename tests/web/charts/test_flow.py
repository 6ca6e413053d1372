import re
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.web.charts.flow import flow

counts = st.lists(st.lists(st.integers(0, 500), min_size=3, max_size=3), min_size=3, max_size=3)


def test_the_shares_of_a_known_week():
    drawn = flow([[17, 3, 1], [14, 22, 2], [16, 10, 15]])

    assert drawn.total == 100
    assert [node.share for node in drawn.first] == pytest.approx([0.21, 0.38, 0.41])
    assert [node.share for node in drawn.last] == pytest.approx([0.47, 0.35, 0.18])
    assert [(node.y, node.height) for node in drawn.first] == [
        (24, 31.5),
        (64.5, 57),
        (130.5, 61.5),
    ]
    assert (
        drawn.ribbons[0].outline == "M0 24.0C40 24.0 60 24.0 100 24.0V49.5C60 49.5 40 49.5 0 49.5Z"
    )


def test_a_ribbon_wears_the_colour_of_where_it_ended():
    drawn = flow([[0, 0, 5], [0, 0, 0], [7, 0, 0]])

    assert [ribbon.tone for ribbon in drawn.ribbons] == ["bad", "good"]


def test_no_conversation_draws_nothing():
    assert flow([[0] * 3] * 3) is None


@given(counts)
def test_ribbons_fill_each_end_exactly(table):
    drawn = flow(table)
    if drawn is None:
        return
    heights = sum(
        bottom - top
        for ribbon in drawn.ribbons
        for top, bottom in [
            map(float, re.search(r"^M0 ([\d.]+).* 0 ([\d.]+)Z$", ribbon.outline).groups())
        ]
    )

    assert sum(node.share for node in drawn.first) == pytest.approx(1)
    for nodes in (drawn.first, drawn.last):
        assert sum(node.height for node in nodes) == pytest.approx(heights, abs=1)


@given(counts)
def test_no_label_covers_another_or_leaves_the_picture(table):
    drawn = flow(table)
    if drawn is None:
        return
    for nodes in (drawn.first, drawn.last):
        feet = [node.label_y for node in nodes]
        assert all(below - above >= 14.8 for above, below in pairwise(feet))
        assert feet[0] >= 30
        assert feet[-1] <= 192


@given(counts)
def test_no_label_stands_in_another_feelings_band(table):
    drawn = flow(table)
    if drawn is None:
        return
    for nodes in (drawn.first, drawn.last):
        for one, other in permutations(nodes, 2):
            middle = one.label_y - 4.4
            assert not other.y < middle < other.y + other.height
