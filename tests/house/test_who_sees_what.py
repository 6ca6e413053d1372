"""Role × page: what a member of each role gets at each address."""

import pytest

pytestmark = pytest.mark.django_db
ROLES = ("executive", "team_leader", "agent", "analyst", "administrator")
YES, NO, GONE = 200, 403, 404

# A page of one conversation is a team leader's when it is their team's, an agent's when they
# took part, an analyst's when it was drawn.
PAGES = {
    #                                 exec  lead  agent analyst admin
    "/brief/":                       (YES,  YES,  NO,   NO,   NO),
    "/brief/2026-W09/":              (YES,  YES,  NO,   NO,   NO),
    "/charter/":                     (YES,  YES,  YES,  YES,  YES),
    "/charter/call-back/":           (YES,  YES,  YES,  YES,  YES),
    "/conversations/":               (YES,  YES,  YES,  YES,  YES),
    "/conversations/{theirs}/":      (YES,  YES,  YES,  GONE, GONE),
    "/conversations/{elsewhere}/":   (YES,  GONE, GONE, GONE, GONE),
    "/conversations/sample/":        (NO,   NO,   NO,   YES,  NO),
    "/conversations/import/":        (YES,  NO,   NO,   NO,   YES),
    "/conversations/import/names/":  (YES,  NO,   NO,   NO,   YES),
    "/people/":                      (YES,  YES,  YES,  YES,  YES),
}  # fmt: skip
CASES = [
    (page, role, expected)
    for page, row in PAGES.items()
    for role, expected in zip(ROLES, row, strict=True)
]


@pytest.fixture
def addresses(everyone, field, desk, brought_in):
    """One conversation of Cleo in field service, one of nobody's in the contact centre."""
    theirs = brought_in(team="Field service", agent="cleo@northfield.example")
    elsewhere = brought_in(team="Contact centre", agent="someone@northfield.example")
    return {"theirs": theirs.pk, "elsewhere": elsewhere.pk}


@pytest.mark.parametrize(("page", "role", "expected"), CASES)
def test_a_page_answers_a_role(client, everyone, addresses, page, role, expected):
    client.force_login(everyone[role])

    assert client.get(page.format(**addresses)).status_code == expected


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_asked_to_sign_in(client, addresses, page):
    answer = client.get(page.format(**addresses))

    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/account/login/")


@pytest.mark.parametrize("role", ROLES)
def test_each_role_begins_on_a_page_of_its_own(client, everyone, role, house):
    client.force_login(everyone[role])

    assert client.get("/", follow=True).status_code == 200


def test_the_top_bar_offers_only_what_opens(client, everyone, addresses):
    for member in everyone.values():
        client.force_login(member)
        page = client.get("/people/")
        for link in page.context["navigation"]():
            assert client.get(link.url).status_code == 200
