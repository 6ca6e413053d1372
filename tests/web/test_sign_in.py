import re

import pytest
from django.core import mail
from django.http import HttpResponse
from django.urls import include, path

from goldenthread.web import organisation

urlpatterns = [
    path("", lambda _: HttpResponse("home")),
    path("account/", include("goldenthread.web.urls")),
]
handler403 = "goldenthread.web.views.forbidden"
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

PASSWORD = "three quiet kettles"  # noqa: S105 - Ana's, in tests alone
FRESH = "seven loud teapots"


@pytest.fixture(autouse=True)
def many_tries(settings):
    """No try counts as one too many."""
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def ana(django_user_model):
    return django_user_model.objects.create_user("ana@example.com", PASSWORD, name="Ana Kovač")


def sign_in(client, password=PASSWORD, email="ana@example.com"):
    return client.post("/account/login/", {"login": email, "password": password})


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/account/login/", "Sign in"),
        ("/account/signup/", "Ask your administrator"),
        ("/account/inactive/", "This account is closed"),
        ("/account/password/reset/", "A new password"),
        ("/account/password/reset/done/", "Look into your mail"),
        ("/account/password/reset/key/1-abc-def/", "This link is spent"),
        ("/account/password/reset/key/done/", "Your password is new"),
    ],
)
def test_a_stranger_meets_pages_of_this_house(client, address, heading):
    page = client.get(address).content.decode()

    assert f"<h1>{heading}</h1>" in page
    assert "web/base.css" in page


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/account/logout/", "Sign out?"),
        ("/account/password/change/", "Change your password"),
        ("/account/reauthenticate/", "Is it still you?"),
    ],
)
def test_a_member_meets_pages_of_this_house(client, ana, address, heading):
    client.force_login(ana)
    page = client.get(address).content.decode()

    assert f"<h1>{heading}</h1>" in page
    assert "Ana Kovač" in page
    assert 'action="/account/logout/"' in page


@pytest.mark.usefixtures("ana")
def test_the_right_password_opens_the_house(client):
    answer = sign_in(client)

    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("email", "password"), [("ana@example.com", "wrong"), ("nobody@example.com", PASSWORD)]
)
def test_a_wrong_pair_says_what_to_do_and_not_which_half_was_wrong(client, email, password):
    page = sign_in(client, password, email).content.decode()

    assert "do not fit together. Check both and try again." in page
    assert 'role="alert"' in page
    assert f'value="{email}"' in page


def test_who_has_left_is_told_so(client, ana):
    ana.is_active = False
    ana.save()

    answer = sign_in(client)

    assert answer["Location"] == "/account/inactive/"


def test_nobody_signs_up_alone(client, django_user_model):
    sent = {"email": "eve@example.com", "password1": PASSWORD}
    page = client.post("/account/signup/", sent).content.decode()

    assert "Nobody signs up alone" in page
    assert not django_user_model.objects.filter(email="eve@example.com").exists()


def test_signing_out_takes_a_press_of_the_button(client, ana):
    client.force_login(ana)

    client.get("/account/logout/")
    assert "_auth_user_id" in client.session
    client.post("/account/logout/")
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("ana")
def test_a_forgotten_password_comes_back_by_mail(client):
    organisation.plug_name(lambda: "Northfield Water")
    client.post("/account/password/reset/", {"email": "ana@example.com"})

    (letter,) = mail.outbox
    assert letter.subject == "Northfield Water: choose a new password"
    link = re.search(r"http://testserver(/\S+)", letter.body)[1]
    form = client.get(link, follow=True)
    assert "Choose a new password" in form.content.decode()
    done = client.post(form.request["PATH_INFO"], {"password1": FRESH, "password2": FRESH})
    assert done["Location"] == "/account/password/reset/key/done/"
    assert sign_in(client, FRESH)["Location"] == "/"


@pytest.mark.usefixtures("ana")
def test_an_unknown_address_learns_nothing_on_the_page(client):
    known = client.post("/account/password/reset/", {"email": "ana@example.com"})
    unknown = client.post("/account/password/reset/", {"email": "eve@example.com"})

    assert known["Location"] == unknown["Location"]
    assert "No account has this address" in mail.outbox[1].body


def test_a_changed_password_is_confirmed_on_the_start_page(client, ana):
    client.force_login(ana)
    sent = {"oldpassword": PASSWORD, "password1": FRESH, "password2": FRESH}

    answer = client.post("/account/password/change/", sent)

    assert answer["Location"] == "/"
    ana.refresh_from_db()
    assert ana.check_password(FRESH)


def test_a_wrong_present_password_changes_nothing(client, ana):
    client.force_login(ana)
    sent = {"oldpassword": "wrong", "password1": FRESH, "password2": FRESH}

    page = client.post("/account/password/change/", sent).content.decode()

    assert "That is not your present password. Type it again." in page
    ana.refresh_from_db()
    assert ana.check_password(PASSWORD)


@pytest.mark.usefixtures("ana")
def test_too_many_tries_are_stopped_with_a_sentence(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "2/m/key"}
    for _ in range(2):
        sign_in(client, "wrong")

    assert "Too many tries. Wait" in sign_in(client, "wrong").content.decode()


def test_a_storm_of_requests_meets_a_page_of_this_house(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    sign_in(client, "wrong")

    page = sign_in(client, "wrong")

    assert page.status_code == 429
    assert b"Wait a few minutes, then try once more" in page.content
