from datetime import timedelta

import jsonschema
import orjson
import pytest

from goldenthread.charter import actions as charter
from goldenthread.charter.actions import NewNote
from goldenthread.insights import queries
from goldenthread.insights.rules import week_of
from tests.conftest import NOW, UNHAPPY, talk

pytestmark = pytest.mark.django_db
GLAD = (
    ("customer", "Hello, could you move my appointment?"),
    ("agent", "Good morning! Of course. It is moved to Monday."),
    ("customer", "Thank you so much, that is wonderful, I am very happy!"),
)


@pytest.fixture
def week(ana, field, desk, bring_in):
    """A whole week of two teams, and one conversation after it."""
    charter.install_ready_charter(by=None, now=NOW)
    since = week_of(NOW.date()).since
    start = NOW.replace(day=since.day)
    bring_in(
        *(talk(f"f{n}", said=UNHAPPY, team="Field service", began=start) for n in range(4)),
        *(talk(f"d{n}", said=GLAD, team="Contact centre", began=start) for n in range(3)),
        talk("u", said=GLAD, began=None),
        talk("next", said=GLAD, team="Contact centre", began=start + timedelta(days=7)),
    )
    return week_of(NOW.date())


@pytest.fixture
def browser(client, ana):
    client.force_login(ana)
    return client


def test_the_brief_opens_on_the_last_whole_week(browser, week):
    page = browser.get("/brief/").content.decode()

    assert f"The brief, week {week.number}" in page
    assert "7 conversations" in page


def test_the_brief_costs_the_same_however_much_was_said(
    browser, week, django_assert_max_num_queries
):
    with django_assert_max_num_queries(26):
        browser.get("/brief/")


def test_a_team_leaders_brief_is_about_the_team(client, ben, week):
    client.force_login(ben)
    page = client.get("/brief/").content.decode()

    assert "4 conversations" in page
    assert "Contact centre" not in page.split("<main", 1)[1].replace("Contact centre</td>", "")


def test_words_are_chosen_by_rule_and_none_twice(ana, week):
    told = queries.brief(member=ana, week=week)

    assert [word.chosen.value for word in told.words][:2] == ["worst", "worst"]
    assert len({word.conversation for word in told.words}) == len(told.words) == 5


def test_everyone_sees_the_same_words(ana, week):
    one, two = (queries.brief(member=ana, week=week).words for _ in range(2))

    assert one == two


def test_undated_conversations_are_told_apart(ana, week):
    told = queries.brief(member=ana, week=week)

    assert (told.conversations, told.undated) == (7, 1)


def test_a_note_of_the_last_weeks_is_shown(browser, week):
    new = NewNote(week.since, "We listen to two calls a day.", "call-back")
    charter.note(by=None, new=new, now=NOW)

    assert "We listen to two calls a day." in browser.get("/brief/").content.decode()


def test_programs_get_the_brief_as_json(browser, week, request):
    answer = browser.get("/brief/", headers={"Accept": "application/json"})
    schema = request.config.rootpath / "docs/using/json/brief.schema.json"

    jsonschema.validate(answer.json(), orjson.loads(schema.read_bytes()))


@pytest.mark.parametrize("path", ["/brief/2026-W99/", "/brief/now/"])
def test_what_is_no_week_says_how_to_write_one(browser, week, path):
    answer = browser.get(path)

    assert answer.status_code == 400
    assert b"2026-W46" in answer.content


def test_a_week_without_anything_is_told_without_figures(browser, week):
    page = browser.get("/brief/2020-W10/")

    assert page.status_code == 200
    assert b"0 conversations" in page.content


def test_before_anything_was_brought_in_the_page_says_what_brings_it(browser, house):
    assert b"Bring in conversations" in browser.get("/brief/").content


def test_weeks_lead_to_their_neighbours(browser, week):
    page = browser.get("/brief/").content.decode()

    assert 'rel="next"' in page
    assert 'rel="prev"' not in page
