from datetime import date, timedelta

import pytest

from goldenthread.charter import actions
from goldenthread.charter.actions import NewNote
from goldenthread.charter.models import Note

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)
HTMX = {"HX-Request": "true"}
STEADY = [(16, 14)] * 12


@pytest.fixture
def as_(client):
    """A browser in which this member has signed in."""

    def sign_in(member):
        client.force_login(member)
        return client

    return sign_in


@pytest.fixture
def fallen(charter, weeks_of, field, desk):
    """Twelve steady weeks, then one in which field service broke half of its promises."""
    after = weeks_of([*STEADY, (16, 7)], unit_key=field.pk)
    return weeks_of([*STEADY, (16, 14)], unit_key=desk.pk, first_number=after)


def text(page):
    return " ".join(page.content.decode().replace("\xa0", " ").split())


def test_the_board_shows_all_ten_and_how_they_are_measured(as_, ana, fallen):
    page = text(as_(ana).get("/charter/"))

    assert page.startswith("<!doctype html>")
    assert page.count('<li class="promise">') == 10
    assert "A person answers within 4 working hours; phone is not counted." in page
    assert "86 %<small>82–89 · n 416</small>" in page
    assert "One promise changed for real" not in page
    assert "Two promises changed for real in the last week." in page
    assert "?promise=story-once&amp;verdict=broken" in page
    assert "ideas of their authors" in page


def test_the_board_before_the_first_conversation(as_, ana, charter):
    page = text(as_(ana).get("/charter/"))

    assert "nothing to measure" in page
    assert page.count("not observed") == 10


def test_the_board_before_the_first_promise(as_, ana):
    assert "No promises yet" in text(as_(ana).get("/charter/"))


@pytest.mark.parametrize(
    ("who", "teams"),
    [
        ("ana", {"Field service", "Contact centre"}),
        ("ben", {"Field service"}),
        ("cleo", set()),
        ("dora", set()),
        ("emil", set()),
    ],
)
@pytest.mark.parametrize("path", ["/charter/", "/charter/story-once/"])
def test_everyone_reads_the_charter_and_sees_the_teams_that_are_theirs(
    as_, request, fallen, who, teams, path
):
    page = as_(request.getfixturevalue(who)).get(path)

    rows = {name for name in ("Field service", "Contact centre") if f'"row">{name}' in text(page)}
    assert page.status_code == 200
    assert rows == teams


def test_a_team_without_a_name_is_shown_to_who_sees_all(as_, ana, charter, weeks_of):
    weeks_of(STEADY)

    assert "no team named" in text(as_(ana).get("/charter/"))


def test_small_numbers_are_shown_as_small(as_, ana, charter, weeks_of):
    weeks_of([(7, 6)])
    browser = as_(ana)

    assert "6 of 7<small>too few for a rate</small>" in text(browser.get("/charter/"))
    assert "6 of 7 <small" in text(browser.get("/charter/story-once/"))


def test_a_promise_shows_its_weeks_and_why_one_is_real(as_, ben, fallen):
    page = text(as_(ben).get("/charter/story-once/"))

    assert "You tell your story once" in page
    assert 'role="img"' in page
    assert "Control chart of Share kept" in page
    assert '<tr> <th scope="row">2 Mar</th>' in page
    assert "real, −44" in page
    assert "By channel" in page


def test_a_promise_never_at_stake_says_so(as_, ana, fallen):
    page = text(as_(ana).get("/charter/worth-it/"))

    assert "has not been at stake" in page
    assert "not observed" in page


def test_a_promise_before_the_first_conversation(as_, ana, charter):
    assert "has not been at stake" in text(as_(ana).get("/charter/worth-it/"))


def test_a_promise_nobody_made_is_not_here(as_, ana, charter):
    page = as_(ana).get("/charter/world-peace/")

    assert page.status_code == 404
    assert "The charter has no such promise." in text(page)


def test_htmx_gets_the_part_it_asked_for(as_, ana, fallen):
    for path in ("/charter/", "/charter/story-once/"):
        part = as_(ana).get(path, headers=HTMX)
        assert text(part).startswith("<h1>")


@pytest.mark.parametrize("path", ["/charter/", "/charter/story-once/"])
def test_a_stranger_is_asked_to_sign_in(client, charter, path):
    assert client.get(path).status_code == 302


def test_the_pages_cost_no_more_queries_when_there_is_more(
    as_, ana, fallen, weeks_of, desk, django_assert_num_queries
):
    browser = as_(ana)
    weeks_of(STEADY, unit_key=desk.pk, first_number=fallen)

    # session, member, promises, last day, week start, figures, unit names, organisation
    with django_assert_num_queries(8):
        browser.get("/charter/")
    # the same, and channels, notes, the organisation's zone, and where a note may be about
    with django_assert_num_queries(12):
        browser.get("/charter/story-once/")


def note(unit="", text="We read the notes first.", day="2026-03-02"):
    return {"day": day, "text": text, "unit": unit}


def test_a_leader_notes_what_was_done(as_, ana, fallen):
    browser = as_(ana)
    answer = browser.post("/charter/story-once/", note())

    assert (answer.status_code, answer["Location"]) == (302, "/charter/story-once/")
    page = text(browser.get("/charter/story-once/"))
    assert "We read the notes first." in page
    assert '<line class="deed"' in page


def test_the_day_of_a_note_begins_as_today(as_, ana, fallen):
    assert 'type="date" name="day" value="20' in text(as_(ana).get("/charter/story-once/"))


def test_a_note_keeps_what_was_typed_when_something_is_missing(as_, ana, fallen):
    answer = as_(ana).post("/charter/story-once/", note(day="", text="Half a thought"))

    assert answer.status_code == 422
    assert "Half a thought" in text(answer)
    assert not Note.objects.exists()


def test_a_team_leader_cannot_note_for_another_team(as_, ben, desk, fallen):
    answer = as_(ben).post("/charter/story-once/", note(unit=str(desk.pk)))

    assert answer.status_code == 422
    assert not Note.objects.exists()


def test_who_does_not_lead_has_no_form_and_may_not_send_one(as_, cleo, fallen):
    browser = as_(cleo)

    assert "Note it" not in text(browser.get("/charter/story-once/"))
    assert browser.post("/charter/story-once/", note()).status_code == 403
    assert not Note.objects.exists()


def test_notes_about_other_teams_are_not_shown_to_a_team_leader(as_, ana, ben, desk, fallen, now):
    new = NewNote(MONDAY - timedelta(days=7), "The desk opens at eight.", "story-once", desk)
    actions.note(by=ana, new=new, now=now)

    assert "opens at eight" not in text(as_(ben).get("/charter/story-once/"))
    assert "opens at eight" in text(as_(ana).get("/charter/story-once/"))
