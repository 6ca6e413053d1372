import pytest

from goldenthread.engine.stats import Count, p_chart
from goldenthread.engine.stats.charts import laney_sigma, z_values

# reference/statistics.md: rare misses in twelve weeks, one of them out of line.
N = [210, 185, 240, 200, 195, 220, 230, 205, 190, 215, 225, 200]
D = [18, 22, 19, 17, 21, 25, 20, 16, 18, 40, 21, 19]
WEEKS = [Count(n, d) for n, d in zip(N, D, strict=True)]


def test_the_centre_and_limits_are_those_of_the_golden_vector():
    chart = p_chart(WEEKS, laney=False)

    assert chart.centre == pytest.approx(0.1017893, abs=1e-7)
    assert chart.points[0].low == pytest.approx(0.0391925, abs=1e-7)
    assert chart.points[0].high == pytest.approx(0.1643860, abs=1e-7)


def test_the_tenth_week_signals_with_laney_and_without():
    z = z_values(WEEKS, 0.1017893)

    assert z[9] == pytest.approx(4.09, abs=0.005)
    assert laney_sigma(z) == pytest.approx(1.34860, abs=1e-5)
    for laney in (False, True):
        signals = [point.signal for point in p_chart(WEEKS, laney=laney).points]
        assert signals == [week == 9 for week in range(12)]


def test_limits_are_widened_when_the_weeks_spread_more_than_chance():
    restless = [Count(400, 400 * share // 100) for share in (60, 75, 58, 80, 62, 77, 59, 78)]

    assert p_chart(restless).sigma_z > 3
    assert not any(point.signal for point in p_chart(restless).points)


def test_limits_are_not_widened_when_they_do_not():
    # Week after week the same: less spread than chance, which Laney's own formula would narrow.
    calm = [Count(400, 240)] * 8

    assert p_chart(calm).sigma_z == 1
    assert p_chart(calm, laney=True).sigma_z == 1


def test_a_week_without_any_has_no_share_and_no_signal():
    chart = p_chart([Count(40, 30), Count(0, 0), Count(40, 28)])

    assert chart.points[1].share is None
    assert not chart.points[1].signal


def test_limits_stay_within_what_a_share_can_be():
    chart = p_chart([Count(5, 5), Count(5, 4)])

    assert [(p.low >= 0, p.high) for p in chart.points] == [(True, 1), (True, 1)]


def test_always_kept_has_limits_without_width():
    chart = p_chart([Count(20, 20)] * 3)

    assert (chart.centre, chart.points[0].low, chart.points[0].signal) == (1, 1, False)


def test_nothing_at_all_is_no_chart():
    with pytest.raises(ValueError, match="at least one period"):
        p_chart([Count(0, 0)])
