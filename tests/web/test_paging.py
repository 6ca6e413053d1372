from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.ground.models import ActorKind, Stitch
from goldenthread.web.paging import UnknownPlace, page_of

pytestmark = pytest.mark.django_db
BEGUN = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def rows():
    """Seven lines of a list, two of them at one moment."""
    hours = (0, 1, 2, 2, 3, 4, 5)
    Stitch.objects.bulk_create(
        Stitch(
            actor_kind=ActorKind.SYSTEM,
            pseudonym="goldenthread",
            verb="wrote",
            subject=f"tests.row:{place}",
            at=BEGUN + timedelta(hours=hour),
            facts={},
        )
        for place, hour in enumerate(hours)
    )
    return Stitch.objects.all()


def names(page):
    return [row.subject[-1] for row in page.rows]


def test_the_top_of_the_list_has_nothing_newer(rows):
    page = page_of(rows, "at", size=3)

    assert names(page) == ["6", "5", "4"]
    assert page.newer is None
    assert page.older is not None


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 50])
def test_going_down_meets_every_row_once(rows, size):
    page = page_of(rows, "at", size=size)
    met = names(page)
    while page.older:
        page = page_of(rows, "at", page.older, size)
        met += names(page)

    assert met == ["6", "5", "4", "3", "2", "1", "0"]


def test_going_up_again_shows_the_same_screens(rows):
    top = page_of(rows, "at", size=2)
    second = page_of(rows, "at", top.older, 2)
    third = page_of(rows, "at", second.older, 2)

    assert names(page_of(rows, "at", third.newer, 2)) == names(second)
    back = page_of(rows, "at", second.newer, 2)
    assert names(back) == names(top)
    assert back.newer is None


def test_a_place_lasts_though_rows_come_in_above(rows):
    older = page_of(rows, "at", size=3).older
    before = names(page_of(rows, "at", older, 3))
    newest = Stitch.objects.order_by("-at").first()
    newest.pk, newest.at, newest.subject = None, BEGUN + timedelta(days=1), "tests.row:8"
    Stitch.objects.bulk_create([newest])

    assert names(page_of(rows, "at", older, 3)) == before


def test_a_screen_costs_one_query(rows, django_assert_num_queries):
    older = page_of(rows, "at", size=3).older

    with django_assert_num_queries(1):
        page_of(rows, "at", older, 3)


def test_an_empty_list_leads_nowhere(rows):
    page = page_of(rows.none(), "at")

    assert (list(page.rows), page.newer, page.older) == ([], None, None)


@pytest.mark.parametrize("place", ["", "x", "!!!", "WyJ1cCIsIDEsIDFd", "W10", "bnVsbA", "é"])
def test_a_place_nobody_gave_out_is_refused(rows, place):
    with pytest.raises(UnknownPlace):
        page_of(rows, "at", place)
