import pytest

from goldenthread.web.respond import Told, refusal, wants_fragment, wants_json


@pytest.mark.parametrize(
    ("headers", "fragment"),
    [
        ({}, False),
        ({"HX-Request": "true"}, True),
        ({"HX-Request": "true", "HX-Boosted": "true"}, False),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, False),
    ],
)
def test_only_a_part_of_a_page_is_a_fragment(rf, headers, fragment):
    assert wants_fragment(rf.get("/", headers=headers)) is fragment


@pytest.mark.parametrize(
    ("accept", "json"),
    [
        ("*/*", False),
        ("text/html,application/xhtml+xml,*/*;q=0.8", False),
        ("application/json", True),
        ("application/json, text/html;q=0.5", True),
    ],
)
def test_a_program_is_one_that_prefers_json(rf, accept, json):
    assert wants_json(rf.get("/", headers={"Accept": accept})) is json


def test_an_unusual_no_has_a_heading_too():
    assert Told("tests.teapot", 418, "Short and stout.").heading == "Not done"


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_no_sign_turns_the_words_of_a_page_around(rf, sign):
    told = Told("tests.turned", 400, f"Pay {sign}0001 by Friday, שלום.")
    page = refusal(rf.get("/"), told).content.decode()

    assert sign not in page
    assert "Pay \ufffd0001 by Friday, שלום." in page
