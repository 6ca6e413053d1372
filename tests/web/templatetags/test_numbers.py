from dataclasses import dataclass

import pytest

from goldenthread.web.templatetags import numbers

NBSP = "\u00a0"


@dataclass(frozen=True)
class Change:
    verdict: str
    direction: str = "none"
    change: float | None = None


def plain(shown):
    return str(shown).replace(NBSP, " ")


def test_a_share_shows_its_interval_and_its_count():
    assert plain(numbers.share(0.714, 0.66, 0.76, 1312)) == (
        '<span class="num">71 % <small>66–76 · n 1,312</small></span>'
    )


def test_a_small_number_is_shown_as_small():
    assert "6 of 7" in numbers.share(6 / 7, 0.49, 0.97, 7, kept=6)
    assert "86" in numbers.share(6 / 7, 0.49, 0.97, 7)


@pytest.mark.parametrize("shown", [numbers.share(None), numbers.share(0.0, 0, 1, 0)])
def test_not_observed_is_said_and_not_zero(shown):
    assert "not observed" in shown
    assert "0" not in shown


def test_a_score_shows_its_interval():
    assert numbers.score(71.6, 58.4, 83.5) == '<span class="num">72 <small>58–84</small></span>'
    assert "not observed" in numbers.score(None)


@pytest.mark.parametrize(
    ("change", "words", "tone", "drawn"),
    [
        (Change("real", "down", -0.13), "real, −13", "real", "bad"),
        (Change("real", "up", 0.06), "real, +6", "up", "good"),
        (Change("noise", "down", -0.02), "noise", "noise", "calm"),
        (Change("too_few"), "too few", "noise", "calm"),
        ({"verdict": "real", "direction": "up", "change": 0.004}, "real, +0.4", "up", "good"),
        ({"verdict": "real", "direction": "down", "change": None}, "real", "real", "bad"),
        (None, "noise", "noise", "calm"),
    ],
)
def test_a_change_says_whether_it_is_real(change, words, tone, drawn):
    assert numbers.verdict(change) == f'<span class="tag {tone}">{words}</span>'
    assert numbers.tone_of(change) == drawn


def test_the_last_week_wears_the_colour_of_its_verdict(render):
    week = {"points": [0.8, 0.7], "change": Change("real", "down", -0.1)}

    drawn = render("{% sparkline points None change %}", **week)
    assert 'class="solid bad"' in drawn
    assert 'aria-hidden="true"' in drawn


def test_a_picture_with_a_label_is_read_aloud(render):
    for tag in (
        "{% sparkline points label=words %}",
        "{% meter 40 label=words %}",
        "{% range_bar 40 30 50 label=words %}",
    ):
        drawn = render(tag, points=[0.8], words='kept & "told"')
        assert 'role="img" aria-label="kept &amp; &quot;told&quot;"' in drawn
        assert "aria-hidden" not in drawn


def test_a_meter_and_a_range_say_nothing_beside_their_number(render):
    assert 'width="40.0%"' in render("{% meter 2 of=5 %}")
    assert 'aria-hidden="true"' in render("{% range_bar 72 58 84 %}")


def test_an_interval_stands_alone_and_its_absence_is_a_dash(render):
    assert render("{% reach 0.66 0.7611 %}") == "66–76"
    assert render("{% reach low high %}", low=None, high=None) == "–"
