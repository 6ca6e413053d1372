from goldenthread.web import navigation, organisation
from goldenthread.web.context import shell


class Ana:
    is_authenticated = True


def test_a_page_asks_for_the_name_once_and_a_fragment_never(rf):
    asked = []
    organisation.plug_name(lambda: asked.append("once") or "Northfield Water")

    given = shell(rf.get("/"))
    assert asked == []
    assert [given["organisation"](), given["organisation"]()] == ["Northfield Water"] * 2
    assert asked == ["once"]


def test_a_house_without_a_name_yet_has_an_empty_one(rf):
    assert shell(rf.get("/"))["organisation"]() == ""


def test_the_bar_is_the_visitors_own(rf):
    navigation.add("Sign in", "account_login", lambda member: isinstance(member, Ana), order=1)
    request = rf.get("/")
    request.user = Ana()
    request.urlconf = "goldenthread.web.urls"

    assert [link.label for link in shell(request)["navigation"]()] == ["Sign in"]
