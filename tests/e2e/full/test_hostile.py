import pytest

from tests.e2e.world import HOSTILE

READ_BY = ("executive", "team_leader", "agent", "analyst", "administrator")
LISTS = ("/conversations/", "/conversations/sample/", "/conversations/import/names/", "/charter/")


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_customer_wrote_neither_scripts_nor_breaks_the_page(house, visit, name):
    visitor = visit("executive", width=390)
    page = visitor.goto(house[0].addresses[name])
    visitor.unfold()

    assert page.title().endswith("· Goldenthread")
    assert page.locator("h1").count() == 1
    assert page.locator("main img, main script, main [onclick], main [onerror]").count() == 0
    assert page.is_visible("h2 >> text=Pull the thread")
    assert visitor.overflow <= 0
    assert visitor.complaints == []


@pytest.mark.parametrize("path", ["/conversations/", "/conversations/import/names/", "/charter/"])
def test_where_many_stand_together_none_breaks_the_others(visit, path):
    visitor = visit("executive", width=390)
    page = visitor.goto(path)
    visitor.unfold()

    assert page.locator("main img, main script, main [onclick], main [onerror]").count() == 0
    assert page.locator("h1").count() == 1
    assert visitor.overflow <= 0
    assert visitor.complaints == []


def test_words_that_turn_around_turn_nothing_but_themselves(house, visit):
    page = visit("executive").goto(house[0].addresses["turned"])

    assert "\u202e" not in page.content()
    assert "\u2066" not in page.content()


def test_what_a_browser_sends_comes_back_as_text(visit):
    visitor = visit("executive")
    page = visitor.goto("/conversations/?q=<script>document.title='mine'</script>&channel=<b>x")

    assert page.title() == "Conversations · Goldenthread"
    assert page.input_value("[name=q]").startswith("<script>")
    assert visitor.complaints == []
