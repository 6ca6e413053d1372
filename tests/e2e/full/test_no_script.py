import pytest

from tests.e2e.pages import EVERYWHERE, FURNISHED


@pytest.fixture
def without_script(visit):
    def open_as(role, path):
        visitor = visit(role, java_script_enabled=False)
        visitor.goto(path)
        return visitor

    return open_as


def test_every_page_stands_without_script(house, visit):
    for role, path in [*EVERYWHERE, *FURNISHED]:
        visitor = visit(role, java_script_enabled=False)
        page = visitor.goto(path.format(**house[0].addresses))

        assert page.is_visible("main h1"), path
        assert page.is_hidden("#trouble"), path
        assert visitor.complaints == [], path


def test_the_list_is_filtered_without_script(without_script):
    visitor = without_script("executive", "/conversations/")
    page = visitor.page
    page.fill("[name=q]", "appointment")
    page.click("text=Show these")

    assert "q=appointment" in page.url
    assert page.locator("table th[scope=row]").count() > 0
    assert page.input_value("[name=q]") == "appointment"
    page.click("[rel=next]")
    assert "q=appointment" in page.url
    assert page.is_visible("text=Newest")


def test_a_note_is_left_and_a_faulty_one_put_right_without_script(without_script):
    page = without_script("executive", "/charter/call-back/").page
    page.fill("[name=text]", "The desk stays open until eight.")
    page.fill("[name=day]", "2026-02-20")
    page.click("text=Note it")

    assert page.is_visible("text=Noted.")
    assert page.is_visible(".path >> text=The desk stays open until eight.")


def test_a_file_is_brought_in_without_script(without_script):
    page = without_script("administrator", "/conversations/import/").page
    file = {"name": "one.csv", "mimeType": "text/csv", "buffer": b"id,message\n77,Nobody came.\n"}
    page.set_input_files("[name=file]", file)
    page.click("text=Bring it in")

    assert page.is_visible("h1 >> text=one.csv")
    assert page.is_visible("text=reload the page to see how far it is")


def test_a_judgement_is_given_without_script(without_script):
    page = without_script("analyst", "/conversations/sample/").page
    page.click(".ahead a")
    first = page.url
    page.click(".agree >> nth=0 >> text=Disagree")

    assert page.url.startswith(first)
    assert page.is_visible("text=You disagreed.")
