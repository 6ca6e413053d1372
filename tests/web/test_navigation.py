import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.urls import path

from goldenthread.web import navigation


def page(_request):
    return HttpResponse("a page")


urlpatterns = [
    path("", page, name="brief"),
    path("conversations/", page, name="list"),
    path("conversations/sample/", page, name="sample"),
    path("people/", page, name="people"),
]
pytestmark = pytest.mark.urls(__name__)


class Member:
    is_authenticated = True

    def __init__(self, role):
        self.role = role


@pytest.fixture
def asked(rf):
    """Ask for the bar of a house with four pages, at an address, as somebody."""
    navigation.add("People", "people", lambda member: member.role == "administrator", order=60)
    navigation.add("Sample", "sample", lambda _: True, order=40)
    navigation.add("Brief", "brief", lambda _: True, order=10)
    navigation.add("Conversations", "list", lambda _: True, order=30)

    def ask(address, user):
        request = rf.get(address)
        request.user = user
        return navigation.links(request)

    return ask


def test_pages_stand_in_order_and_only_for_those_who_may_open_them(asked):
    agent, administrator = Member("agent"), Member("administrator")

    assert [link.label for link in asked("/", agent)] == ["Brief", "Conversations", "Sample"]
    assert [link.label for link in asked("/", administrator)][-1] == "People"


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/", ["Brief"]),
        ("/conversations/", ["Conversations"]),
        ("/conversations/7/", ["Conversations"]),
        ("/conversations/sample/3/", ["Sample"]),
        ("/account/login/", []),
    ],
)
def test_the_page_one_is_on_is_marked(asked, address, current):
    links = asked(address, Member("agent"))

    assert [link.label for link in links if link.is_current] == current


def test_a_stranger_sees_no_pages(asked):
    assert asked("/", AnonymousUser()) == []


def test_the_same_label_again_replaces_the_page(asked):
    navigation.add("Brief", "list", lambda _: True, order=90)

    last = asked("/", Member("agent"))[-1]
    assert (last.label, last.url) == ("Brief", "/conversations/")
