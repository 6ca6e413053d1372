import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from goldenthread.conversations import actions
from goldenthread.conversations.actions import Draw
from goldenthread.conversations.models import Conversation, Import, Judgement
from goldenthread.people import queries as people
from tests.conftest import NOW, UNHAPPY, talk

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def some(house, field, bring_in):
    bring_in(*(talk(str(number), said=UNHAPPY, team="Field service") for number in range(5)))


@pytest.fixture
def browser(client, ana):
    client.force_login(ana)
    return client


def work():
    for row in DBTaskResult.objects.ready():
        waiting = row.task_result
        waiting.task.call(*waiting.args, **waiting.kwargs)


def test_the_list_is_a_whole_page_for_a_browser(browser, some):
    page = browser.get("/conversations/")

    assert page.content.startswith(b"<!doctype html>")
    assert page.content.count(b'scope="row"') == 5


def test_only_the_rows_for_htmx(browser, some):
    part = browser.get("/conversations/", {"q": "department"}, headers=HTMX)

    assert part.content.strip().startswith(b'<section id="rows"')


def test_a_longer_list_costs_no_more_queries(browser, some, django_assert_num_queries):
    # session, member, organisation's name, units twice (choices and names), promises, rows, and
    # first words of those without a subject
    with django_assert_num_queries(8):
        browser.get("/conversations/")


def test_a_filter_that_makes_no_sense_is_said_at_its_field(browser, some):
    page = browser.get("/conversations/", {"since": "tomorrow", "channel": "pigeon"})

    assert page.status_code == 422
    assert b"to put right" in page.content


def test_with_nothing_brought_in_the_page_says_what_brings_it(browser, house):
    assert b"Bring in conversations" in browser.get("/conversations/").content


def test_one_conversation_opens_every_reading_to_its_words(
    browser, some, django_assert_num_queries
):
    pk = Conversation.objects.first().pk
    # session, member, name, conversation, messages, reading, given words, units, participants
    # twice, answers, verdicts
    with django_assert_num_queries(12):
        page = browser.get(f"/conversations/{pk}/")

    assert b"<mark" in page.content
    assert b"Against it" in page.content


def test_what_a_customer_wrote_cannot_script_the_page(browser, house, bring_in):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    bring_in(talk(said=(("customer", hostile),), subject="<b>x</b>"))
    page = browser.get(f"/conversations/{Conversation.objects.get().pk}/").content

    assert b"<script>alert" not in page
    assert b"<img src=x" not in page
    assert b"<b>x</b>" not in page


def test_a_file_is_taken_brought_in_and_told_of(browser, house):
    said = b"id,created,author,message\n1,2026-02-02,customer,Nobody called me back\n"
    answer = browser.post(
        "/conversations/import/",
        {"file": SimpleUploadedFile("../../etc/tickets.csv", said), "source": "desk"},
    )
    run = Import.objects.get()
    waiting = browser.get(answer["Location"])
    work()
    done = browser.get(answer["Location"])

    assert run.name == "tickets.csv"
    assert b'hx-trigger="every 2s"' in waiting.content
    assert b"What came of it" in done.content
    assert Conversation.objects.get().source == "desk"


def test_no_file_is_said(browser, house):
    page = browser.post("/conversations/import/", {})

    assert page.status_code == 422
    assert b"Choose a file" in page.content


def test_what_could_not_be_read_is_shown_with_its_reason(browser, house):
    broken = SimpleUploadedFile("x.csv", b"id,message\n1\n2,hello there,too,many,cells\n")
    answer = browser.post("/conversations/import/", {"file": broken})
    work()

    page = browser.get(answer["Location"])

    assert b"What could not be read, and why" in page.content
    assert [row.place for row in page.context["rejected"]][-1] == "row 3"


def test_a_running_import_is_stopped(browser, house):
    browser.post(
        "/conversations/import/", {"file": SimpleUploadedFile("x.csv", b"id,message\n1,hi\n")}
    )
    run = Import.objects.get()
    browser.post(f"/conversations/import/{run.pk}/stop/")
    work()

    run.refresh_from_db()
    assert (run.state, Conversation.objects.count()) == ("stopped", 0)


def test_a_waiting_name_is_mapped(browser, desk, bring_in):
    bring_in(talk(said=UNHAPPY, team="Night desk"))
    alias = people.waiting().get(kind="team")
    page = browser.get("/conversations/import/names/")
    browser.post("/conversations/import/names/", {"alias": alias.pk, "unit": desk.pk})
    work()

    assert b"Night desk" in page.content
    assert Conversation.objects.get().unit_key == desk.pk


@pytest.mark.parametrize("sent", [{}, {"alias": "1"}, {"alias": "x", "unit": "99"}])
def test_a_mapping_that_says_nothing_is_sent_back(browser, house, sent):
    page = browser.post("/conversations/import/names/", sent)

    assert page.status_code == 422
    assert b"to put right" in page.content


def test_an_analyst_draws_reads_and_judges(client, dora, some):
    client.force_login(dora)
    client.post("/conversations/sample/", {"size": "2", "seed": "spring"})
    page = client.get("/conversations/sample/")
    pk = page.context["page"].items[0].conversation.pk
    shown = client.get(f"/conversations/{pk}/")
    client.post(f"/conversations/{pk}/judge/", {"reading": "D", "said": "20", "agrees": "no"})
    after = client.get(f"/conversations/{pk}/")

    assert b"Disagree" in shown.content
    assert not Judgement.objects.get().agrees
    assert b"You disagreed" in after.content
    assert b"judged" in client.get("/conversations/sample/").content


def test_each_answer_leads_on_to_what_waits(client, dora, some):
    client.force_login(dora)
    sample = actions.draw_sample(by=dora, draw=Draw("x", 2), now=NOW)
    first, second = (item.conversation_id for item in sample.items.all())
    assert f"/conversations/{first}/" in client.get("/conversations/sample/").content.decode()

    came_to, asked = "", client.get(f"/conversations/{first}/").context["step"].waiting
    for place, reading in enumerate(asked):
        sent = {"reading": reading, "said": "", "agrees": "yes"}
        came_to = client.post(f"/conversations/{first}/judge/", sent)["Location"]
        if place + 1 < len(asked):
            assert came_to == f"/conversations/{first}/#judge-{asked[place + 1]}"
    again = client.post(f"/conversations/{first}/judge/", sent | {"agrees": "no"})

    assert len(asked) > 1
    assert came_to == f"/conversations/{second}/"
    assert again["Location"] == f"/conversations/{first}/#judge-{asked[-1]}"


def test_a_reading_that_is_none_is_refused(client, dora, some):
    client.force_login(dora)
    actions.draw_sample(by=dora, draw=Draw("x", 1), now=NOW)
    pk = Conversation.objects.first().pk

    answer = client.post(f"/conversations/{pk}/judge/", {"reading": "Z", "agrees": "yes"})

    assert answer.status_code == 400
    assert b"nothing was noted" in answer.content


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("ana", "Bring in conversations"),
        ("ben", "Your team’s conversations"),
        ("cleo", "What you took part in"),
        ("dora", "Draw a sample"),
        ("emil", "None are yours to read"),
    ],
)
def test_an_empty_list_speaks_to_who_reads_it(client, request, who, words):
    client.force_login(request.getfixturevalue(who))

    page = client.get("/conversations/").content.decode()

    assert words in page
    assert "Show these" not in page


def test_every_filter_has_a_name_of_its_own(browser, some):
    labels = [field.label for field in browser.get("/conversations/").context["form"]]

    assert "That promise was" in labels
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    "sent", [{}, {"size": "0", "seed": "x"}, {"size": "5", "seed": "x", "since": "2026-01-01"}]
)
def test_a_draw_that_makes_no_sense_is_sent_back(client, dora, house, sent):
    client.force_login(dora)

    assert client.post("/conversations/sample/", sent).status_code == 422
