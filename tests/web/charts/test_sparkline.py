from goldenthread.web.charts.sparkline import Band, Dot, sparkline

SCALE = (0.6, 1.0)


def test_weeks_run_from_edge_to_edge_and_end_in_a_dot():
    drawn = sparkline([0.8, 1.0, 0.6], limits=(0.7, 0.9), within=SCALE)

    assert drawn.lines == ("4,20 75,4 146,36",)
    assert drawn.end == Dot(146, 36)
    assert drawn.band == Band(12, 16)


def test_a_week_without_a_share_leaves_a_gap_and_a_lone_one_a_dot():
    drawn = sparkline([0.8, None, 0.8, None, 0.8, 0.8], within=SCALE)

    assert drawn.lines == ("117.6,20 146,20",)
    assert drawn.alone == (Dot(4, 20), Dot(60.8, 20))


def test_a_last_week_nobody_observed_has_no_dot():
    assert sparkline([0.8, 0.9, None]).end is None


def test_no_weeks_and_no_limits_draw_nothing():
    drawn = sparkline([])

    assert (drawn.lines, drawn.band, drawn.alone, drawn.end) == ((), None, (), None)


def test_two_rows_on_one_scale_can_be_compared_by_eye():
    high = sparkline([0.9, 0.9], within=SCALE)
    low = sparkline([0.7, 0.7], within=SCALE)

    assert high.end.y < low.end.y
