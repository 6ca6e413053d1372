import pytest

HIDDEN = "nav, .skip, .account, .filters, .agree, button, .button"


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("executive", "/brief/"),
        ("executive", "/charter/"),
        ("executive", "/charter/ask-first/"),
        ("executive", "/conversations/"),
        ("analyst", "{sad}"),
    ],
)
def test_what_is_printed_is_the_page_alone(house, visit, role, path):
    page = visit(role, scheme="dark").goto(path.format(**house[0].addresses))
    page.emulate_media(media="print")

    assert page.is_visible("h1")
    assert page.locator(HIDDEN).locator("visible=true").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
